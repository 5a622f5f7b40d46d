import { expect, test } from 'vitest';
import { programPath, shownPath } from '../../src/reporters/paths.ts';

test.each<[string, string]>([
  ['/posts/a.md', 'a.md'],
  ['/posts/2024/a.md', '2024/a.md'],
  ['/posts/..a.md', '..a.md'],
  ['/posts/a b\n😀.md', 'a b\n😀.md'],
  ['/postscript/a.md', '/postscript/a.md'],
  ['/a.md', '/a.md'],
  ['<stdin>', '<stdin>'],
])('from /posts, %j is %j', (path, expected) => {
  expect(shownPath(path, '/posts')).toBe(expected);
  expect(programPath(path, '/posts')).toBe(expected);
});
