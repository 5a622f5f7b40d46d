import type { Mention, Span } from './mentions.ts';
import type { NamedPeriod } from './period.ts';
import { finalWords, ordinalNumbers } from './words-en.ts';

/** A stretch of a text and what it should say. */
export interface Correction extends Span {
  readonly text: string;
}

/**
 * What makes a mention name `right` in the words it is written with, ascending: "first quarter of 2024" needs
 * "first" → "second". Null for runs and months, where no number or ordinal does it.
 */
export function correctionsOf(mention: Mention, text: string, right: NamedPeriod): Correction[] | null {
  const { indexSpan, yearSpan } = mention;
  if (indexSpan === null || mention.count > 1 || right.count > 1) return null;
  const corrections: Correction[] = [];
  if (mention.index !== right.index) {
    const word = spellLike(text.slice(indexSpan.start, indexSpan.end), right.index);
    if (word === null) return null;
    corrections.push({ ...indexSpan, text: word });
  }
  if (yearSpan !== null && right.year !== null && mention.year !== right.year) {
    corrections.push({ ...yearSpan, text: String(right.year).slice(yearSpan.start - yearSpan.end) });
  }
  return corrections.sort((a, b) => a.start - b.start);
}

/** The words of a mention after its corrections. */
export function corrected(mention: Span, text: string, corrections: readonly Correction[]): string {
  let words = '';
  let at = mention.start;
  for (const { start, end, text: replacement } of corrections) {
    words += text.slice(at, start) + replacement;
    at = end;
  }
  return words + text.slice(at, mention.end);
}

/**
 * The number of a quarter or half, spelt as `written` spells another: "first" → "second", "1st" → "2nd",
 * "First" → "Second", "2" → "3". Null where there is no such word.
 */
function spellLike(written: string, number: number): string | null {
  if (/^\d$/.test(written)) return String(number);
  const digits = /^\d/.test(written);
  const isWord = ordinalNumbers.has(written.toLowerCase()) || finalWords.has(written.toLowerCase());
  const found = [...ordinalNumbers].find(([word, value]) => value === number && /^\d/.test(word) === digits);
  if (!isWord || found === undefined) return null;
  const [word] = found;
  if (written === written.toUpperCase() && !digits) return word.toUpperCase();
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
