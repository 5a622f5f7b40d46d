import { describe, expect, test } from 'vitest';
import { findFrontMatter, readFrontMatter } from '../../src/document/front-matter.ts';
import { read } from './reading.ts';

/** The most that a hostile head of a post may take, on a machine that has other work; most take a tenth of it. */
const second = 2_000;

function timed(source: string): number {
  const start = performance.now();
  const block = findFrontMatter(source);
  const frontMatter = block && readFrontMatter(source, block);
  // Places are computed only when they are asked for.
  for (const { value } of frontMatter?.entries ?? []) value.sourceRange(0, value.text.length);
  const time = performance.now() - start;
  for (const { range } of frontMatter?.errors ?? []) {
    expect(range.start).toBeLessThanOrEqual(range.end);
    expect(range.end).toBeLessThanOrEqual(source.length);
  }
  return time;
}

const floods = [
  '[',
  '[,',
  '{',
  '{a: ',
  '- ',
  '? ',
  ': ',
  '&a ',
  '&a *a ',
  '*a ',
  '!!str ',
  '!<a> ',
  '"\\x41',
  '\\',
  '"',
  "'",
  "''",
  '"a\n\n',
  ' ',
  '\t',
  '\n',
  ' \n',
  '#',
  '# \n',
  '|\n  ',
  'a: |2\n    a\n',
  'a:\n ',
  'a: b\n',
  'a: "b\n',
  'a = 1\n',
  '[a]\n',
  '[[a]]\n',
  'a.',
  '{a=',
  '"""',
  "'''\n",
  '{"a":',
  '"a":1,',
  '"\\u00',
  '/*',
  '//',
  '}',
  ']',
  '<<: *a\n',
  '%YAML 1.2\n',
  '@def a = 1\n',
  '\uFEFF',
  '\u2028',
  '😀',
  '\0',
];

// The largest front matter that is parsed at all has 32,768 characters.
const most = 32_000;

describe.each([
  ['YAML', '---\na: ', '\n---\n'],
  ['YAML, at its first line', '---\n', '\n---\n'],
  ['TOML', '+++\na = ', '\n+++\n'],
  ['TOML, at its first line', '+++\n', '\n+++\n'],
  ['JSON', '{"a": ', '}\n'],
  ['JSON between fences', '---json\n', '\n---\n'],
])('%s', (_name, head, tail) => {
  test.each(floods)('full of %j is read in a time', (flood) => {
    const source = `${head}${flood.repeat(Math.floor(most / flood.length))}${tail}\nText.\n`;
    expect(timed(source)).toBeLessThan(second);
  });
});

describe('small inputs that expand', () => {
  const laughs = Array.from({ length: 20 }, (_, i) =>
    i === 0 ? 'a0: &a0 [x, x]' : `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`,
  ).join('\n');
  const merges = `a: &a { b: 1 }\n${'c: { <<: [*a, *a] }\n'.repeat(900)}`;
  const anchors = Array.from({ length: 2_000 }, (_, i) => `k${i}: &n${i} v`).join('\n');
  const keys = Array.from({ length: 4_000 }, (_, i) => `k${i}: v`).join('\n');
  const tables = Array.from({ length: 2_500 }, (_, i) => `[t${i}]\na=1`).join('\n');
  const deep = Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}k:`).join('\n');

  test.each([
    ['aliases of aliases', `---\n${laughs}\n---\n`],
    ['merges', `---\n${merges}---\n`],
    ['many anchors', `---\n${anchors}\n---\n`],
    ['many keys', `---\n${keys}\n---\n`],
    ['deep keys', `---\n${deep}\n---\n`],
    ['many tables', `+++\n${tables}\n+++\n`],
    ['a deep dotted key', `+++\n${Array(5_000).fill('a').join('.')} = 1\n+++\n`],
    ['arrays in arrays', `+++\na = ${'['.repeat(5_000)}${']'.repeat(5_000)}\n+++\n`],
    ['objects in objects', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}\n`],
    ['a number over 64 bits', '+++\na = 9223372036854775808\nb = 1\n+++\n'],
    ['a long number', `---\na: ${'9'.repeat(30_000)}\n---\n`],
    ['an endless object', `{"a": ${'{'.repeat(900_000)}\n`],
    ['braces that never close, line by line', `${'{\n'.repeat(400_000)}`],
    ['a header that never ends', `Title: a\n${'Key: b\n'.repeat(100_000)}`],
    ['a long first line', `${'a'.repeat(1_000_000)}\n---\n`],
    ['blank lines and comments', `${'\n<!-- a -->'.repeat(50_000)}\n---\na: b\n---\n`],
    ['comments that do not end', `${'<!-- a\n'.repeat(50_000)}---\na: b\n---\n`],
  ])('%s are read in time', (_name, source) => {
    expect(timed(source)).toBeLessThan(second);
  });
});

test.each([
  '---\n__proto__:\n  polluted: 1\nconstructor:\n  prototype: { polluted: 1 }\n---\n',
  '---\n"__proto__": { polluted: 1 }\n? prototype\n: 1\n---\n',
  '+++\n[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n+++\n',
  '+++\n__proto__.polluted = 1\n+++\n',
  '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }\n',
  ';;;\n"__proto__": { "polluted": 1 }\n;;;\n',
])('the keys of %j are keys like others', (source) => {
  const { frontMatter } = read(source);
  expect(frontMatter!.errors).toEqual([]);
  expect(frontMatter!.entries[0]!.key).toMatch(/^__proto__/);
  expect(frontMatter!.get('hasOwnProperty')).toBeUndefined();
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
