import { describe, expect, test } from 'vitest';
import { compileGlobs } from '../../src/config/glob.ts';
import { globsOfIgnoreFile, globsOfIgnores } from '../../src/draft/ignore-globs.ts';

describe('lines of an ignore file', () => {
  test.each<[string, string, readonly string[]]>([
    ['a name', 'drafts', ['**/drafts', '**/drafts/**']],
    ['a folder', 'drafts/', ['**/drafts/**']],
    ['a folder here', '/drafts/', ['drafts/**']],
    ['a path', 'a/drafts', ['a/drafts', 'a/drafts/**']],
    ['a post', 'CHANGES.md', ['**/CHANGES.md']],
    ['posts', '*.draft.md', ['**/*.draft.md']],
    ['all below', 'a/**', ['a/**']],
    ['braces, which mean nothing there', 'a{1}.md', ['**/a\\{1\\}.md']],
    ['comments and blank lines', '# no\n\n  \r\nb.md\r\n', ['**/b.md']],
    ['what is never read', 'node_modules\n/node_modules/\n.git\n.github/\n**/.cache', []],
  ])('%s', (_name, text, globs) => {
    expect(globsOfIgnoreFile(text)).toEqual(globs);
  });

  test('a line that takes something back, or very many lines, are no globs', () => {
    expect(globsOfIgnoreFile('a\n!a/b.md\n')).toBeNull();
    expect(globsOfIgnoreFile(Array.from({ length: 201 }, (_, i) => `a${i}`).join('\n'))).toBeNull();
  });

  test('match what git would ignore', () => {
    const matches = compileGlobs(globsOfIgnoreFile('/top\nname\nin/part\nonly/\n')!);
    const ignored = ['top/a.md', 'name/a.md', 'x/name/y/a.md', 'in/part/a.md', 'only/a.md', 'x/only/a.md'];
    const read = ['x/top/a.md', 'names/a.md', 'x/in/part/a.md', 'only'];
    expect([...ignored, ...read].filter(matches)).toEqual(ignored);
  });
});

test('globs of markdownlint-cli2', () => {
  expect(
    globsOfIgnores([
      './a/',
      'b',
      'c/**/d.md',
      'e/*',
      '.github',
      '**/node_modules/**',
      '!f',
      '../g',
      '@(h|i)',
    ]),
  ).toEqual({
    globs: ['a', 'a/**', 'b', 'b/**', 'c/**/d.md', 'e/*'],
    left: ['!f', '../g', '@(h|i)'],
  });
});
