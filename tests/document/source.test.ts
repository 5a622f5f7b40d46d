import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines, overlaps, rangeSet } from '../../src/document/source.ts';

test.each([
  ['one line', 'abc', 2, '1:3'],
  ['LF', 'a\nbc', 3, '2:2'],
  ['CRLF', 'a\r\nbc', 4, '2:2'],
  ['lone CR', 'a\rbc', 3, '2:2'],
  ['the CR of a CRLF is on its line', 'a\r\nbc', 1, '1:2'],
  ['the end of the text', 'a\n', 2, '2:1'],
  ['behind the end is the end', 'ab', 99, '1:3'],
  ['astral characters are two columns', '😀x', 2, '1:3'],
  ['a BOM has no column', '\uFEFFab', 1, '1:1'],
  ['a BOM does not shift other lines', '\uFEFFa\nb', 3, '2:1'],
])('%s', (_name, text, offset, expected) => {
  const { line, column } = indexLines(text).pointAt(offset);
  expect(`${line}:${column}`).toBe(expected);
});

test('a line has no line end in its range', () => {
  const text = 'one\r\ntwo\nthree';
  const lines = indexLines(text);
  const parts = [1, 2, 3].map((line) => {
    const { start, end } = lines.lineRange(line);
    return text.slice(start, end);
  });
  expect(parts).toEqual(['one', 'two', 'three']);
});

test('points and offsets agree on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀', ' ') }), (text) => {
      const lines = indexLines(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const { line, column } = lines.pointAt(offset);
        expect(lines.starts[line - 1]! + column - 1).toBe(offset);
      }
    }),
  );
});

test('ranges that only meet do not overlap', () => {
  expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
  expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 3 })).toBe(true);
});

test('a set of ranges knows what overlaps one of them', () => {
  const range = fc
    .tuple(fc.nat(20), fc.nat(6))
    .map(([start, length]) => ({ start, end: start + length + 1 }));
  fc.assert(
    fc.property(fc.array(range), range, (ranges, asked) => {
      expect(rangeSet(ranges).overlaps(asked)).toBe(ranges.some((other) => overlaps(other, asked)));
    }),
  );
});
