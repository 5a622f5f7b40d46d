import { relativeTime } from '../calendar/tense-en.ts';
import type { Document } from './document.ts';
import type { ProseBlock } from './model.ts';
import type { Range } from './source.ts';

/** Words that name a time by its distance from the day of writing: "last quarter", "the past three months". */
export interface RelativeTime {
  readonly text: string;
  readonly range: Range;
  /** What is counted: "quarter", or "months" where there are several. */
  readonly unit: string;
  readonly several: boolean;
}

// Cheap, and both met by few texts: what every relative time has.
const unit = /week|month|quarter|year/i;
const direction = /(?:last|previous|next|past|coming)\s/i;

/**
 * The relative times of a post's own prose, in source order. They name no period: "last quarter" is the one that
 * is over, the one before it, or the fourth. The text of a link is often the title of what it leads to.
 */
export function relativeTimesOf(document: Document): RelativeTime[] {
  return document.prose.filter(({ inQuote }) => !inQuote).flatMap(relativeTimesIn);
}

function relativeTimesIn({ text, links, sourceRange }: ProseBlock): RelativeTime[] {
  const found: RelativeTime[] = [];
  if (!unit.test(text) || !direction.test(text)) return found;
  let next = 0;
  for (const match of text.matchAll(relativeTime)) {
    const end = match.index + match[0].length;
    while ((links[next]?.end ?? Number.POSITIVE_INFINITY) <= match.index) next++;
    if ((links[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    const { one, many = '' } = match.groups ?? {};
    const counted = (one ?? many).toLowerCase();
    found.push({
      text: match[0],
      range: sourceRange(match.index, end),
      unit: counted,
      several: one === undefined,
    });
  }
  return found;
}
