import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { expandBraces, globSize } from '../../src/config/braces.ts';
import { compileGlob, compileGlobs } from '../../src/config/glob.ts';

const table: readonly [glob: string, matching: readonly string[], others: readonly string[]][] = [
  ['a.md', ['a.md'], ['b/a.md', 'xa.md', 'a.mdx', 'A.md', '']],
  ['./a.md', ['a.md'], ['b/a.md']],
  ['*.md', ['a.md', '.md', '.a.md'], ['b/a.md', 'a.mdx']],
  ['content/*.md', ['content/a.md'], ['content/b/a.md', 'x/content/a.md']],
  ['content/**', ['content/a', 'content/b/a.md'], ['contents/a', 'b/content/a']],
  ['content/', ['content/a', 'content/b/a.md'], ['content', 'contents/a']],
  ['**/*.md', ['a.md', 'b/a.md', 'b/c/a.md'], ['a.txt', 'b/a.md/c']],
  ['**/index.md', ['index.md', 'b/index.md'], ['xindex.md', 'b/xindex.md']],
  ['a/**/b/*.md', ['a/b/x.md', 'a/c/d/b/x.md'], ['a/x.md', 'ab/x.md', 'a/cb/x.md']],
  ['**', ['a', 'a/b'], []],
  ['q?.md', ['q1.md', 'q😀.md'], ['q.md', 'q12.md', 'q/.md']],
  ['q[1-3x].md', ['q1.md', 'q3.md', 'qx.md'], ['q4.md', 'q-.md']],
  ['q[!1-3].md', ['q4.md'], ['q1.md', 'q/.md']],
  ['[a', ['[a'], ['a']],
  ['{recaps,posts}/*.{md,mdx}', ['recaps/a.md', 'posts/a.mdx'], ['other/a.md', 'posts/a.txt']],
  ['{a,b{c,d}}x', ['ax', 'bcx', 'bdx'], ['bx', 'cx']],
  ['{a}', ['{a}'], ['a']],
  ['a{b,c', ['a{b,c'], ['ab']],
  ['\\*.md', ['*.md'], ['a.md']],
  ['\\{a,b\\}', ['{a,b}'], ['a']],
  ['{a\\,b,c}', ['a,b', 'c'], ['a\\', 'b', 'a']],
  ['{x{a,b}', ['{xa', '{xb'], ['xa']],
  ['{x,{a,b}', ['{x,a', '{x,b'], ['x', 'a']],
  ['{{a,b},{a,c}}', ['a', 'b', 'c'], ['{a}']],
  ['{a,b}}', ['a}', 'b}'], ['a']],
  ['a/**/**/*b', ['a/b', 'a/c/d/xb'], ['ab', 'a/b/c']],
  ['**/**', ['a', 'a/b'], []],
  ['a**b.md', ['ab.md', 'axxb.md'], ['a/b.md']],
];

describe.each(table)('%s', (glob, matching, others) => {
  test.each(matching)('matches %j', (path) => expect(compileGlob(glob)(path)).toBe(true));
  test.each(others)('does not match %j', (path) => expect(compileGlob(glob)(path)).toBe(false));
});

test('one of several globs is enough, and none matches nothing', () => {
  expect(compileGlobs(['a.md', 'b.md'])('b.md')).toBe(true);
  expect(compileGlobs([])('b.md')).toBe(false);
});

test.each([
  ['stars', '*a'.repeat(60), 'a'.repeat(4000)],
  ['folders', '**/a/'.repeat(60), 'a/'.repeat(2000)],
  ['lists', '{a,b}'.repeat(2000), 'ab'.repeat(2000)],
  ['open braces', '{'.repeat(50_000), 'a'],
])('takes no time that explodes with many %s', (_, glob, path) => {
  const start = performance.now();
  compileGlob(glob)(`${path}!`);
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  '{a,b}',
  '{a,{b,c}d}{e,}',
  '{a}{b,c',
  'x{y,{z}',
  '{a\\,b}{c,d}',
  '',
  '{,}',
  '}{,',
])('what %j is written out to is counted without doing so', (glob) => {
  const all = expandBraces(glob);
  expect(globSize(glob)).toEqual({ alternatives: all.length, characters: all.join('').length });
});

test('lists behind lists are counted, however many there are', () => {
  expect(globSize('{a,b}'.repeat(30)).alternatives).toBe(2 ** 30);
  expect(globSize('{a,b}'.repeat(50_000)).alternatives).toBe(1e15);
});

test('a thousand globs with many ways through them are compared with a path within milliseconds', () => {
  const matches = compileGlobs(Array(1_000).fill('*a'.repeat(25)));
  const path = `${'a'.repeat(240)}.md`;
  const before = process.cpuUsage().user;
  for (let i = 0; i < 20; i++) expect(matches(path)).toBe(false);
  // A set of the ways instead of bits takes some 20 seconds.
  expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(6);
});
