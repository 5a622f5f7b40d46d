import type { ProseBlock } from './model.ts';

/** How somebody else types, or a word of theirs that is given as they wrote it. */
export function isQuotedHabit(source: string, { text, range }: ProseBlock, signs: string): boolean {
  if (/[!?;]$/.test(signs)) return /[\p{L}\p{N}+)] :(?=\s)/u.test(text);
  return signs.length === 2 && signs[0] === signs[1] && isAttributed(source, range.end);
}

/** Whether the quotation that goes on behind a place is followed by who said it. */
function isAttributed(source: string, end: number): boolean {
  for (const line of source
    .slice(end, end + 2000)
    .split('\n')
    .slice(1)) {
    if (/^[\s>]*(?:[–—―]|--?\s?(?=[[\p{Lu}@*_]))/u.test(line)) return true;
    if (!/^\s*(?:>|<\/|$)/.test(line)) return false;
  }
  return false;
}
