import { describe, expect, it, test } from 'vitest';
import { fingerprint, sameButFor, wordMarks } from '../../src/series/fingerprint.ts';

const marks = (words: string) => wordMarks(words.split(' ').filter((word) => word !== ''));

describe('lists of words', () => {
  it.each([
    ['a b c d', 'a b c d', 0],
    ['a b c d', 'a b x d', 1],
    ['a b c d', 'a b d', 1],
    ['a b c d', 'a b c d e', 1],
    ['a b c d', 'x a b c d', 1],
    ['a b c d', 'x b c', 2],
    ['a b c d', 'b a c d', 2],
    ['a b c d', 'a x y d', 2],
    ['a b c d', 'x y z d', 3],
    ['a b c d e f', 'c d e f', 2],
    ['', 'a b', 2],
    ['', '', 0],
  ])('"%s" and "%s" differ in %i', (a, b, differences) => {
    for (let most = 0; most <= 3; most++) {
      expect(sameButFor(marks(a), marks(b), most)).toBe(differences <= most);
      expect(sameButFor(marks(b), marks(a), most)).toBe(differences <= most);
    }
  });

  it('agrees with counting every difference', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    const words = () => Array.from({ length: random(9) }, () => 'abc'[random(3)]!);
    for (let run = 0; run < 2_000; run++) {
      const [a, b] = [words(), words()];
      const differences = distance(a, b);
      for (let most = 0; most <= 3; most++)
        expect([a, b, most, sameButFor(wordMarks(a), wordMarks(b), most)]).toEqual([
          a,
          b,
          most,
          differences <= most,
        ]);
    }
  });
});

test('one apostrophe is as good as another', () => {
  expect(wordMarks(['don’t'])).toBe(wordMarks(["don't"]));
});

test('a fingerprint tells the parts apart, and where they end', () => {
  expect(fingerprint(['a', 'b'])).toBe(fingerprint(['a', 'b']));
  expect(new Set([['ab'], ['a', 'b'], ['b', 'a'], []].map(fingerprint)).size).toBe(4);
  expect(fingerprint(['x'.repeat(10_000)])).toHaveLength(8);
});

/** How many words must be added, left out or exchanged, the slow way. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, one] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(Math.min(row[j]! + (one === other ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    row = next;
  }
  return row.at(-1)!;
}
