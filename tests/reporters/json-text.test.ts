import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { json } from '../../src/reporters/json.ts';
import { jsonText } from '../../src/reporters/json-text.ts';
import { jsonl } from '../../src/reporters/jsonl.ts';
import { lsp } from '../../src/reporters/lsp.ts';
import { rdjson } from '../../src/reporters/rdjson.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { cases, unsafeParts } from './cases.ts';
import { context } from './results.ts';

test.each<[string, string]>([
  ['plain é漢😀 # ## text', '"plain é漢😀 # ## text"'],
  ['##[add-mask]x', '"#\\u0023[add-mask]x"'],
  ['###[x]', '"##\\u0023[x]"'],
  ['##vso[x]', '"#\\u0023vso[x]"'],
  ['\\##[x]', '"\\\\#\\u0023[x]"'],
  ['\u007F\u0085\u2028\u202E', '"\\u007f\\u0085\\u2028\\u202e"'],
  ['\u001B\n', '"\\u001b\\n"'],
  ['\uD83D', '"\\ud83d"'],
])('%j is written %s', (text, expected) => {
  expect(jsonText(text)).toBe(expected);
});

test('whatever is written is read back, and nothing in it reaches a log as a command or a control', () => {
  const pieces = fc.constantFrom(
    '##[',
    '#',
    '[',
    '##vso[',
    '\\',
    '"',
    '::',
    '\n',
    '\u2028',
    '\uD83D',
    '\uDE00',
    'x',
  );
  const text = fc.oneof(
    fc.array(pieces).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  const value = fc.dictionary(text, fc.oneof(text, fc.array(text)));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (given, indent) => {
      const written = jsonText(given, indent);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(given)));
      expect(unsafeParts(written)).toEqual([]);
    }),
  );
});

describe.each(Object.entries({ json, jsonl, lsp, rdjson, gitlab, sarif }))('%s', (_, reporter) => {
  test.each(cases)('is fit for a CI log: %s', (_, results) => {
    expect(unsafeParts(reporter(results, context))).toEqual([]);
  });
});
