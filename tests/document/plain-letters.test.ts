import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPlainLetters, letterPattern } from '../../src/document/plain-letters.ts';

const classes = String.raw`[\p{L}]+|[\p{N}]|(?<![\p{Lu}])x(?![\p{Ll}])`;

test('what a text with plain letters has beyond Latin-1 is neither letter nor figure nor accent', () => {
  for (let code = 0x100; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (hasPlainLetters(character)) expect(character).not.toMatch(/[\p{L}\p{N}\p{M}]/u);
  }
});

test('a pattern finds the same in both of its forms', () => {
  const text = fc.string({
    unit: fc.oneof(fc.nat(0xff), fc.constantFrom(0x2019, 0x1f980, 0xfffc, 0x141)).map(String.fromCodePoint),
  });
  fc.assert(
    fc.property(text, (written) => {
      const found = [...written.matchAll(letterPattern(classes)(written))].map(({ 0: match, index }) => [
        match,
        index,
      ]);
      const wanted = [...written.matchAll(new RegExp(classes, 'gu'))].map(({ 0: match, index }) => [
        match,
        index,
      ]);
      expect(found).toEqual(wanted);
    }),
  );
});
