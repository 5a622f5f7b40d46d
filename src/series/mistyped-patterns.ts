import { isInflected, isMistyped } from './close-names.ts';

const fewestLetters = 5;
const mostWords = 12;

/**
 * For each of some patterns the only one of others that it is but for one mistyped word, of those that have one. Linear in
 * the words of all.
 */
export function meantPatterns(
  patterns: readonly string[],
  others: readonly string[],
): ReadonlyMap<string, string> {
  const frames = new Map<string, [word: string, pattern: string][]>();
  for (const pattern of new Set(others)) {
    for (const [frame, word] of framesOf(pattern))
      frames.set(frame, [...(frames.get(frame) ?? []).slice(0, mostWords), [word, pattern]]);
  }
  const meant = new Map<string, string>();
  for (const pattern of new Set(patterns)) {
    const found = framesOf(pattern).flatMap(([frame, word]) =>
      (frames.get(frame) ?? []).filter(([other]) => isMistyped(word, other) && !isInflected(word, other)),
    );
    const [only] = found;
    if (only && found.length === 1) meant.set(pattern, only[1]);
  }
  return meant;
}

/** A pattern without one of its longer words, with that word, for each of these. */
function framesOf(pattern: string): [frame: string, word: string][] {
  const words = pattern.split(' ', mostWords + 1);
  if (words.length > mostWords) return [];
  return words.flatMap((word, at): [string, string][] =>
    /^\p{L}+$/u.test(word) && word.length >= fewestLetters
      ? [[words.map((one, place) => (place === at ? '' : one)).join(' '), word]]
      : [],
  );
}
