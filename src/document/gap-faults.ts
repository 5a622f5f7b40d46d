import type { Gap, NoBreakSpaces } from './gaps.ts';
import type { RangeSet } from './source.ts';

/** Where no-break spaces stand that are not meant. */
export type GapFault = 'edge' | 'beside' | 'between' | 'departs' | 'indent' | 'aligned';

/** What decides in doubt. */
export interface GapPolicy {
  /** Whether entities are accepted where typesetters put them. */
  readonly typographic: boolean;
  /** Whether the post belongs to a series that is long enough to tell, and never had the character. */
  readonly isNew: () => boolean;
  /** Where text is set in the middle or to the right. */
  readonly aligned: RangeSet;
}

/** What is wrong with no-break spaces of a gap; null where they may be meant. */
export function gapFault(
  spaces: NoBreakSpaces,
  gap: Gap,
  text: string,
  source: string,
  { typographic, isNew, aligned }: GapPolicy,
): GapFault | null {
  const isLone = gap.end - gap.start === 1;
  if (isLone && (isBetweenQuotes(gap) || (typographic && isTypeset(gap, text)))) return null;
  const isEdge = gap.before === '' || gap.after === '' || gap.hasLineEnd;
  // The character alone between words, or indenting a line, is as often meant as not.
  if (isLone && source[spaces.start] !== '&' && gap.after !== '')
    return !isEdge && !isTypeset(gap, text) && isNew() ? 'departs' : null;
  if (spaces.count > 1 && aligned.overlaps(spaces)) return 'aligned';
  if (spaces.count > 1 && spaces.startsLine && gap.after !== '') return 'indent';
  if (isEdge) return 'edge';
  return gap.hasPlainSpace ? 'beside' : 'between';
}

/** Whether typesetters put a no-break space there: `10 km`, `p. 7`, `Vraiment !`, `« Non »`, `J. Doe`. */
function isTypeset({ start, end, before, after }: Gap, text: string): boolean {
  if (/\p{N}/u.test(before) && /[\p{L}\p{N}%‰€$£°]/u.test(after)) return true;
  if (/\p{N}/u.test(after) || before === '«' || /[!?:;»%]/.test(after)) return true;
  return /(?:^|[\s.])\p{Lu}\.$/u.test(text.slice(Math.max(0, start - 3), start)) && end < text.length;
}

/** Whether it keeps apart two quotation marks, one of a quotation in another. */
function isBetweenQuotes({ before, after }: Gap): boolean {
  return /["'“”‘’„‚«»‹›]/.test(before) && /["'“”‘’„‚«»‹›]/.test(after);
}
