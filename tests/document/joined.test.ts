import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, placesWith } from '../../src/document/joined.ts';

test('names each text in which a pattern finds something', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', '.') }));
  const patterns = fc.constantFrom(/ab/g, /[ \t]{1,3}[,.](?=\s|$)/g, /(?<![a-z])b\b/g, /a\s*b/g);
  fc.assert(
    fc.property(words, patterns, (texts, pattern) => {
      const found = new Set(placesWith(joined(texts), pattern));
      for (const [place, text] of texts.entries())
        if (text.search(pattern) >= 0) expect(found).toContain(place);
    }),
  );
});

test('names a text once, in ascending order', () => {
  expect(placesWith(joined(['a a', '', 'b', 'a']), /a/g)).toEqual([0, 3]);
  expect(placesWith(joined([]), /a/g)).toEqual([]);
});
