import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from '../../src/document/source.ts';
import { codeFrame } from '../../src/reporters/code-frame.ts';

/** The frame of the characters between two `|` of a text. */
function frameOf(marked: string): string[] {
  const start = marked.indexOf('|');
  const end = marked.indexOf('|', start + 1) - 1;
  const text = marked.replaceAll('|', '');
  return codeFrame(text, indexLines(text), { start, end }, '^').map(({ label, text }) =>
    `${label}:${text}`.trimEnd(),
  );
}

test.each<[string, string, string[]]>([
  ['a word', 'a |BAD| b\nc', ['1:a BAD b', ':  ^^^']],
  ['wide characters', '漢😀é |BAD|', ['1:漢😀é BAD', ':      ^^^']],
  ['a wide character', 'a|漢|b', ['1:a漢b', ': ^^']],
  ['part of a sign', 'e|\u0301|b', ['1:e\u0301b', ':^']],
  ['a tab before', '\t|BAD|', ['1:    BAD', ':    ^^^']],
  ['an invisible character', 'a|\u200B|b', ['1:a\\u200Bb', ': ^^^^^^']],
  ['a no-break space', 'a|\u00A0|b', ['1:a\\xA0b', ': ^^^^']],
  ['blank lines', 'a|\n\n\n|b', ['1:a', ': ^', '2:', '3:']],
  ['a BOM and CRLF', '\uFEFFab\r\nc|d|\r\n', ['2:cd', ': ^']],
  ['the first character behind a BOM', '\uFEFF|a|b', ['1:ab', ':^']],
  ['the BOM itself', '|\uFEFF|ab', ['1:ab', ':^']],
  ['nothing, in the middle', 'a||b', ['1:ab', ': ^']],
  ['nothing, at the end', 'ab||', ['1:ab', ':  ^']],
  ['nothing, in an empty text', '||', ['1:', ':^']],
  ['the end of a line', 'ab|\n|c', ['1:ab', ':  ^']],
  ['the end of a line, CRLF', 'ab|\r\n|c', ['1:ab', ':  ^']],
  ['a line with its end', '|ab\n|c', ['1:ab', ':^^']],
  ['two lines', 'a |b\n  c| d', ['1:a b', ':  ^', '2:  c d', ':  ^']],
  ['a blank line between', '|a\n \nb|', ['1:a', ':^', '2:', '3:b', ':^']],
  ['many lines', '|a\nb\nc\nd\ne\nf|', ['1:a', ':^', '2:b', ':^', '3:c', ':^', ':…', '6:f', ':^']],
])('%s', (_, marked, expected) => {
  expect(frameOf(marked)).toEqual(expected);
});

test('a long line is cut around its place', () => {
  const [line, marks] = frameOf(`${'before '.repeat(100)}|BAD|${' behind'.repeat(100)}`);
  expect(line).toBe(`1:…${'before '.repeat(5).slice(-30)}BAD${' behind'.repeat(10).slice(0, 67)}…`);
  expect(marks).toBe(`:${' '.repeat(31)}^^^`);
});

test('a place that is longer than a row is cut at its end', () => {
  const [line, marks] = frameOf(`ab|${'x'.repeat(500)}|cd`);
  expect(line).toBe(`1:ab${'x'.repeat(98)}…`);
  expect(marks).toBe(`:  ${'^'.repeat(98)}`);
});

test('near the end of a long line more is shown before the place', () => {
  const [line] = frameOf(`${'x'.repeat(500)}|BAD|`);
  expect(line).toBe(`1:…${'x'.repeat(97)}BAD`);
});

test('any place in any text has a frame of a few short rows', () => {
  const unit = fc.oneof(
    fc.constantFrom('\r', '\n', '\r\n', '\uFEFF', '\u0301', '\t', '\u200D', 'x'.repeat(150)),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.array(unit), fc.nat(), fc.nat(), (units, a, b) => {
      const text = units.join('');
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const rows = codeFrame(text, indexLines(text), { start: start!, end: end! }, '^');
      expect(rows.filter(({ isMark }) => isMark).length).toBeGreaterThan(0);
      expect(rows.length).toBeLessThanOrEqual(10);
      for (const row of rows) expect(row.text).not.toMatch(/[\r\n]/);
      for (const row of rows.filter(({ isMark }) => isMark)) expect(row.text.length).toBeLessThan(110);
    }),
    { numRuns: 1000 },
  );
});

const widths: Readonly<Record<string, number>> = { a: 1, é: 1, 漢: 2, '😀': 2, 'e\u0301': 1 };

test('marks are below the characters they are for', () => {
  const letters = fc.array(fc.constantFrom(...Object.keys(widths)), { maxLength: 150 });
  fc.assert(
    fc.property(
      letters,
      letters.filter(({ length }) => length > 0),
      letters,
      (before, marked, behind) => {
        const [line, marks] = frameOf(`x${before.join('')}|${marked.join('')}|${behind.join('')}y`);
        const offset = marks!.indexOf('^') - 1;
        let column = 0;
        const below = (line!.slice(2).match(/e\u0301|./gu) ?? []).filter((sign) => {
          const start = column;
          column += widths[sign] ?? 1;
          return start >= offset && column <= marks!.length - 1;
        });
        // Of a place that is longer than a row, the row is full.
        const fits = marked.reduce((sum, sign) => sum + widths[sign]!, 0) <= 70;
        expect(below).toEqual(fits ? marked : marked.slice(0, below.length));
        expect(below.reduce((sum, sign) => sum + widths[sign]!, 0)).toBeGreaterThanOrEqual(fits ? 1 : 69);
        expect(column).toBeLessThanOrEqual(102);
      },
    ),
  );
});
