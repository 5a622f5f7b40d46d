/** UTF-16 units. Longer words are near to none: nobody mistypes them, and the comparison is quadratic in their length. */
const longest = 64;

/** A list that people choose from by name is shorter; what comes later in one is not compared. */
const mostCandidates = 500;

/**
 * The candidate that a mistyped word most likely stands for, or null where none is near: at most a third of
 * its letters, and two at least, differ.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longest) return null;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  let compared = 0;
  for (const candidate of candidates) {
    if (++compared > mostCandidates) break;
    if (candidate.length > longest) continue;
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** ` Did you mean "x"?`, or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word, candidates);
  return candidate === null ? '' : ` Did you mean "${candidate}"?`;
}

/** A word and its beginning count as near: "warning" stands for "warn". */
function distanceOf(a: string, b: string): number {
  const isBeginning = Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a));
  return isBeginning ? 1 : editDistance(a, b);
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
