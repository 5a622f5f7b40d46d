import type { Span } from './mentions.ts';

/** Longer quotations are speech. */
const longest = 120;

/** A quotation, by its marks; no other mark stands inside. */
const quotation = /“([^“”"\n]{2,400})”|(?<![\p{L}\p{N}])"([^“”"\n]{2,400})"(?![\p{L}\p{N}])/gu;

/** The titles that stand in quotation marks, in order, for questions in the order of the text. */
export function quotedTitles(text: string): { hold(words: Span): boolean } {
  if (!/["“]/.test(text)) return { hold: () => false };
  const titles = [...text.matchAll(quotation)].flatMap((match) => {
    const words = match[1] ?? match[2] ?? '';
    return isTitle(words) ? [{ start: match.index + 1, end: match.index + 1 + words.length }] : [];
  });
  let at = 0;
  return {
    /** Whether the words are part of a title, and not all of it. */
    hold(words) {
      while ((titles[at]?.end ?? Number.POSITIVE_INFINITY) < words.end) at++;
      const title = titles[at];
      return (
        title !== undefined && title.start <= words.start && title.end - title.start > words.end - words.start
      );
    },
  };
}

/** A title begins with a capital or a number, is short, and is no sentence. */
function isTitle(words: string): boolean {
  return words.length <= longest && /^[\p{Lu}\p{N}]/u.test(words) && !/[.!?]$/.test(words);
}
