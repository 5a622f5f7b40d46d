/** Abbreviations whose full stop ends no sentence. */
const abbreviation =
  /(?:^|[^\p{L}])(?:\p{Lu}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|dr|mr|mrs|ms|prof|st|vs|no|nos|inc|ltd|e\.g|i\.e|etc|approx)\.$/iu;

/**
 * Offsets at which the sentences of a paragraph start; the first is 0. A sentence ends at `.`, `!`, `?` or `…`
 * before white space and a capital, a digit, a quotation mark, a bracket or an opaque piece.
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/[.!?…]["'”’)\]]{0,3}\s{1,8}(?=[\p{Lu}\d"“‘'([\uFFFC])/gu)) {
    const stop = match.index + 1;
    if (match[0].startsWith('.') && abbreviation.test(text.slice(Math.max(0, stop - 9), stop))) continue;
    starts.push(match.index + match[0].length);
  }
  return starts;
}
