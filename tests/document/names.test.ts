import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, plainName } from '../../src/document/names.ts';

test.each([
  ['Finance & Legal', 'finance and legal'],
  ['  FINANCE and Legal: ', 'finance and legal'],
  ['🎉 What’s new?', 'whats new'],
  ["What's new", 'whats new'],
  ['C++', 'c and and'],
  ['…', '…'],
  ['1. Loom', 'loom'],
  ['(2) Loom', 'loom'],
  ['🎉 1.2. Loom', 'loom'],
  ['3 – Loom', 'loom'],
  ['IV. Loom', 'loom'],
  [':tada: Loom', 'loom'],
  ['1.2 Loom', '1 2 loom'],
  ['2024. Loom', '2024 loom'],
  ['12:30 Loom', '12 30 loom'],
  ['Loom {#loom .wide}', 'loom'],
])('%s is plainly %s', (text, name) => expect(plainName(text)).toBe(name));

test.each([
  ['finance and legal', 'finances', true],
  ['finance and legal', 'financial and legal matters', true],
  ['membership', 'membreship', true],
  ['events', 'upcoming events', true],
  ['events', 'agents', false],
  ['community grants', 'community spotlight', false],
  ['summary', 'technology', false],
  ['the end', 'the start', false],
])('%s and %s are alike: %s', (a, b, expected) => {
  expect(likeness(a, b) > 0.5).toBe(expected);
  expect(likeness(b, a)).toBe(likeness(a, b));
});

test('a name of plain words is what any other name with these words is', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '1', 'V', 'i'), minLength: 1 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(words, (written) => {
      const text = written.join(' ');
      expect(plainName(text)).toBe(plainName(`${text}!`));
    }),
  );
});
