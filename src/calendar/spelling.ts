import type { Grammar } from './grammar.ts';

/**
 * The month that a word misspells: one slip away from a full name of five letters or more, or two from one of
 * seven; a slip is a letter too many, too few, wrong, or swapped with the next. Null for names of months, for
 * known words, and where two months are as near. With `most` of one slip, only names of seven letters are compared.
 */
export function misspeltMonth(
  written: string,
  { months, notMonths }: Grammar,
  most: 1 | 2 = 2,
): number | null {
  const word = written.toLowerCase();
  if (notMonths.has(word)) return null;
  let best: number | null = null;
  let least = 3;
  for (const [name, index] of months) {
    const slips = slipsBetween(word, name);
    if (
      slips > (name.length < 7 ? 1 : most) ||
      name.length < (most === 1 ? 7 : 5) ||
      word.charAt(0) !== name.charAt(0)
    )
      continue;
    if (slips < least) [best, least] = [index, slips];
    else if (slips === least && index !== best) best = null;
  }
  return best;
}

/** Optimal string alignment distance: Levenshtein's, with neighbours swapped as one step. */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : 99;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(a.length, b.length);
}
