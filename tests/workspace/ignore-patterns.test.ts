import * as fc from 'fast-check';
import ignore from 'ignore';
import { describe, expect, test } from 'vitest';
import { ignoreScope } from '../../src/workspace/ignore-files.ts';
import { compileIgnoreLines } from '../../src/workspace/ignore-patterns.ts';
import { makeFolder } from '../folder.ts';
import '../seeded.ts';

const table: readonly [lines: string[], hidden: string[], others: string[]][] = [
  [['a.md'], ['a.md', 'b/a.md'], ['xa.md', 'a.mdx']],
  [['/a.md'], ['a.md'], ['b/a.md']],
  [['b/a.md'], ['b/a.md'], ['c/b/a.md']],
  [['b/'], ['b/a.md', 'c/b/a.md'], ['b']],
  [['*.md', '!a.md'], ['b.md'], ['a.md']],
  [['b', '!b/a.md'], ['b/a.md'], ['a.md']],
  [['# a', '', '\\#a'], ['#a'], ['# a', 'a']],
  [['\\!a'], ['!a'], ['a']],
  [
    ['a  ', 'b\\ '],
    ['a', 'b '],
    ['a  ', 'b'],
  ],
  [['**/x/*.md'], ['x/a.md', 'y/x/a.md'], ['a.md', 'x/y/a.md']],
  [['x/**'], ['x/a', 'x/y/a'], ['y/x/a']],
  [['x/**/y'], ['x/y', 'x/a/b/y'], ['xy']],
  [['[[:digit:]]*.md'], ['1a.md'], ['a.md', '[1.md']],
  [
    ['[]a].md', 'x[!a-c].md'],
    ['].md', 'xd.md'],
    ['xa.md', 'x/.md'],
  ],
  [['[a', 'b\\'], [], ['[a', 'a', 'b\\', 'b']],
];

describe.each(table)('%j', (lines, hidden, others) => {
  const hides = compileIgnoreLines(lines);
  test.each(hidden)('hides %j', (path) => expect(hides(path, false)).toBe(true));
  test.each(others)('does not hide %j', (path) => expect(hides(path, false)).not.toBe(true));
});

const piece = fc.constantFrom(
  'a',
  'b',
  '*',
  '**',
  '/',
  '?',
  '[ab]',
  '[!a]',
  '\\a',
  '!',
  '#',
  ' ',
  '.md',
  '**/',
  '/**',
);
const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const name = fc.constantFrom('a', 'b', 'ab', '.md', 'a.md', 'c d', '!a', '#b');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

test('says what the package `ignore` says', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), path, fc.boolean(), (lines, file, isFolder) => {
      const { ignored, unignored } = ignore({ ignorecase: false })
        .add(lines)
        .test(isFolder ? `${file}/` : file);
      expect(compileIgnoreLines(lines)(file, isFolder)).toBe(ignored ? true : unignored ? false : null);
    }),
    { numRuns: 3_000 },
  );
});

// The package above needs more than a minute for the first.
test.each([
  ['folders', '**/a/'.repeat(30)],
  ['stars', '*a'.repeat(100)],
  ['open classes', '[a-'.repeat(1_000)],
  ['escapes', '\\'.repeat(3_000)],
  ['spaces', `a${'\\ '.repeat(3_000)}`],
])('takes no time that explodes with many %s', (_, text) => {
  const before = process.cpuUsage().user;
  const hides = compileIgnoreLines([`${text}b`, `${text}b/c`]);
  expect(hides(`${'a/'.repeat(300)}${'a'.repeat(150)}.md`, false)).toBe(null);
  expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(5);
});

test.each([
  ['characters', 'a'.repeat(300_000)],
  ['lines', 'a\n'.repeat(20_000)],
  ['wildcards', '*a*b\n'.repeat(6_000)],
  ['megabytes', 'a\n'.repeat(1_000_000)],
])('refuses an ignore file of too many %s', async (_, text) => {
  const folder = makeFolder({ '.git': null, '.gitignore': text });
  await expect(ignoreScope(folder)).rejects.toThrow(/\.gitignore: This file is too long: up to 10000 lines/);
});
