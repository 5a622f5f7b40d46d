import { isCasedAt, isLetterBefore } from './characters.ts';

/** Abbreviations whose full stop ends no sentence; single letters are others, also those of "e.g." */
const abbreviations: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec dr mr mrs ms prof st vs no nos inc ltd etc approx'.split(
    ' ',
  ),
);
const longestAbbreviation = 6;

const sentenceEnd = /[.!?…]["'”’)\]]{0,3}\s{1,8}(?=[\p{Lu}\d"“‘'([\uFFFC])/gu;

/** Whether the word before a full stop is abbreviated. */
function isAbbreviated(text: string, stop: number): boolean {
  let start = stop;
  while (stop - start <= longestAbbreviation && isLetterBefore(text, start)) start--;
  const length = stop - start;
  return length === 1 ? isCasedAt(text, start) : abbreviations.has(text.slice(start, stop).toLowerCase());
}

/**
 * Offsets at which the sentences of a paragraph start; the first is 0. A sentence ends at `.`, `!`, `?` or `…`
 * before white space and a capital, a digit, a quotation mark, a bracket or an opaque piece.
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  sentenceEnd.lastIndex = 0;
  for (let match = sentenceEnd.exec(text); match !== null; match = sentenceEnd.exec(text)) {
    if (match[0].startsWith('.') && isAbbreviated(text, match.index)) continue;
    starts.push(match.index + match[0].length);
  }
  return starts;
}
