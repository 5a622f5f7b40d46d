import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noSuppressions } from '../../src/engine/directives.ts';
import { type CacheEntry, headOf, readEntry, writeEntry } from '../../src/gate/cache-file.ts';
import { digest } from '../../src/gate/digest.ts';
import { finding } from '../reporters/results.ts';

const entry: CacheEntry = {
  record: {
    found: new Map([
      ['no-nbsp', [finding('One&nbsp;two', '&nbsp;', { message: 'A tab\t, a line\n, an ESC \u001B' })]],
      ['no-bare-url', []],
    ]),
    askers: new Set(['no-nbsp']),
    suppressions: noSuppressions,
    facts: null,
  },
  asked: [{ question: 'has', path: 'x\ty.md', answer: 'true' }],
};
const line = writeEntry('a b\n😀.md', 'key', entry);

test('what is written is read, and is one line', () => {
  expect(line).not.toContain('\n');
  expect(headOf(line)).toEqual({ path: 'a b\n😀.md', key: 'key' });
  expect(readEntry(line, 20)).toEqual(entry);
});

test('whatever character is another one, nothing is read', () => {
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
      fc.pre(character !== line[at]);
      expect(readEntry(line.slice(0, at) + character + line.slice(at + 1), 20)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test('whatever is cut off, nothing is read', () => {
  for (let length = 0; length < line.length; length++)
    expect(readEntry(line.slice(0, length), 20)).toBeNull();
});

/** A line with the right checksum for any content. */
function forged(content: string): string {
  return ['"a.md"', 'key', digest('a.md', 'key', content), content].join('\t');
}

test.each<[string, string]>([
  ['no JSON', '{\t'],
  ['no object', 'null\t'],
  ['another object', '{"outcome":{},"asked":[]}\t'],
  ['a key of the prototype', '{"__proto__":{"outcome":1},"constructor":1,"outcome":{},"asked":[]}\t'],
  ['facts that are none', `${line.split('\t')[3]}\t{"version":4}`],
  ['deep brackets', `${'['.repeat(100_000)}\t`],
])('a checksum that is right makes no entry of %s', (_, content) => {
  expect(readEntry(forged(content), 20)).toBeNull();
});

test('an entry with a place outside the text is none', () => {
  expect(readEntry(line, 6)).toBeNull();
  const fixed = finding('One&nbsp;two', '&nbsp;', {
    fix: { title: 'x', safety: 'safe', edits: [{ range: { start: -1, end: 2 }, text: '' }] },
  });
  const record = { ...entry.record, found: new Map([['no-nbsp', [fixed]]]) };
  expect(readEntry(writeEntry('a.md', 'key', { ...entry, record }), 20)).toBeNull();
});
