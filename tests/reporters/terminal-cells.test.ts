import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, columnsOf, shownText } from '../../src/reporters/terminal-cells.ts';

// Columns as terminals with Unicode support have them: wide characters and pictures take two, marks none.
test.each<[string, string, number]>([
  ['plain', 'plain', 5],
  ['漢字', '漢字', 4],
  ['ｆｕｌｌ', 'ｆｕｌｌ', 8],
  ['한글', '한글', 4],
  ['\u1112\u1161\u11AB', '\u1112\u1161\u11AB', 2],
  ['é', 'é', 1],
  ['e\u0301', 'e\u0301', 1],
  ['z\u0301\u0302\u0303', 'z\u0301\u0302\u0303', 1],
  ['😀', '😀', 2],
  ['👍🏽', '👍🏽', 2],
  ['👩‍👩‍👧', '👩‍👩‍👧', 2],
  ['🇩🇪', '🇩🇪', 2],
  ['❤\uFE0F', '❤\uFE0F', 2],
  ['1\uFE0F\u20E3', '1\uFE0F\u20E3', 2],
  ['a\uFE0F', 'a\uFE0F', 1],
  ['©™✔', '©™✔', 3],
  ['→…', '→…', 2],
  ['a\tb', 'a    b', 6],
  ['\u0301a', '\\u0301a', 7],
  ['a\u200Bb', 'a\\u200Bb', 8],
  ['a\u200D\u00ADb', 'a\\u200D\\xADb', 12],
  ['\uFEFF', '\\uFEFF', 6],
  ['\u001B[2J\u009B', '\\x1B[2J\\x9B', 11],
  ['\u202Ea\u2028', '\\u202Ea\\u2028', 13],
  ['\uD83D!', '\\uD83D!', 7],
  ['\u{E0041}', '\\u{E0041}', 9],
  ['##[group] ##vso[x] ## a', '#\\x23[group] #\\x23vso[x] ## a', 29],
  ['a\u00A0b', 'a\u00A0b', 3],
])('%j is shown as %j in %i columns', (text, shown, columns) => {
  const cells = cellsOf(text, { start: 0, end: text.length });
  expect(cells.map((cell) => cell.shown).join('')).toBe(shown);
  expect(columnsOf(cells)).toBe(columns);
});

test('special spaces are revealed where that is asked for', () => {
  const text = 'a\u00A0b\u00A0\u3000c';
  const cells = cellsOf(text, { start: 0, end: text.length }, { start: 2, end: 4 });
  expect(cells.map(({ shown }) => shown).join('')).toBe('a\u00A0b\\xA0\u3000c');
});

test('cells begin where their characters stand, and leave none out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(10), (text, from) => {
      const range = { start: Math.min(from, text.length), end: text.length };
      const starts = cellsOf(text, range).map(({ start }) => start);
      expect(starts[0] ?? text.length).toBe(range.start);
      const pieces = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
      expect(pieces.join('')).toBe(text.slice(range.start));
      expect(pieces.every((piece) => piece.length > 0)).toBe(true);
    }),
  );
});

test('a text is shown where it fits', () => {
  expect(shownText('a\u00A0b', 6)).toBe('a\\xA0b');
  expect(shownText('a\u00A0b', 5)).toBe(null);
  expect(shownText('x'.repeat(1_000_000), 40)).toBe(null);
});
