import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlip } from '../../src/document/proper-names.ts';

const word = fc.constantFrom(
  'Martha',
  'Marhta',
  'Marta',
  'Miller',
  'Mliler',
  'Garcia',
  'García',
  'Jean',
  'Project',
);
const name = fc
  .tuple(word, fc.constantFrom(' ', '-'), word, fc.constantFrom('', ' ', '-'), word)
  .map(([first, gap, second, other, third]) => `${first}${gap}${second}${other}${other && third}`);

test('a slip is one between names of the same words but one, whatever stands between them', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [first, second] = [a.split(/[ -]/), b.split(/[ -]/)];
      const plain = isSlip(first.join(' '), second.join(' '));
      const isOneWord = first.filter((word, at) => word !== second[at]).length === 1;
      expect(isSlip(a, b)).toBe(plain);
      if (plain) expect(first.length === second.length && isOneWord).toBe(true);
    }),
  );
});

test.each([
  ['Anna Martha Jones', 'Anna Marhta Jones', true],
  ['Anna Abcdefghz', 'Anna Acdefbghz', true],
  ['Anna Abcdefghz', 'Anna Acdefgbhz', false],
  ['Anna-Maria Hansen', 'Anna Maria Hanssen', true],
])('%s and %s', (a, b, expected) => {
  expect(isSlip(a, b)).toBe(expected);
});
