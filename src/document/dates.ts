import type { DatedDay, Mention } from '../calendar/mentions.ts';
import { sentenceStarts } from '../calendar/sentences.ts';
import { type Around, mayTellAt } from '../calendar/tense.ts';
import type { Document } from './document.ts';
import { descriptionKeys } from './front-matter.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';
import type { ProseBlock } from './model.ts';
import type { Range } from './source.ts';
import { blocksWithTimes, mentionsInText } from './text-mentions.ts';

/** A mention anywhere in what a reader sees of a post: title, descriptions, headings, paragraphs, cells. */
export interface WrittenMention {
  readonly mention: Mention;
  /** The text whose offsets those of the mention are. */
  readonly text: MappedText;
  readonly range: Range;
  /** The block of prose; null in the front matter. */
  readonly block: ProseBlock | null;
  /** Whether it stands in the text of a link, which as a rule is the title of something else. */
  readonly linked: boolean;
}

/** A mention that is a date. */
export interface WrittenDay extends WrittenMention {
  readonly day: DatedDay;
}

/** All mentions that a reader sees, quotations left out: those are another writer's. In source order. */
export function writtenMentionsOf(document: Document): readonly WrittenMention[] {
  return remembered(document, null);
}

/** The dates among them, with a day each. */
export function writtenDaysOf(document: Document): readonly WrittenDay[] {
  return rememberedDays(document, null);
}

const rememberedDays = memoize(
  (document: Document, _key: null): WrittenDay[] =>
    writtenMentionsOf(document).flatMap((written) => {
      const { day } = written.mention;
      return day === null ? [] : [{ ...written, day }];
    }),
  'dates',
);

const remembered = memoize((document: Document, _key: null): WrittenMention[] => {
  const values = ['title', ...descriptionKeys].map((key) => document.frontMatter?.get(key)?.value);
  const found: WrittenMention[] = [];
  for (const value of values) if (value) addMentions(found, document, value, null);
  for (const block of blocksWithTimes(document, null))
    if (!block.inQuote) addMentions(found, document, block, block);
  return found.sort((a, b) => a.range.start - b.range.start);
}, 'dates');

function addMentions(
  found: WrittenMention[],
  document: Document,
  text: MappedText,
  block: ProseBlock | null,
): void {
  const links = block?.links ?? [];
  let next = 0;
  for (const mention of mentionsInText(text.text, document.languages)) {
    while ((links[next]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) next++;
    const linked = (links[next]?.start ?? Number.POSITIVE_INFINITY) < mention.end;
    found.push({ mention, text, range: text.sourceRange(mention.start, mention.end), block, linked });
  }
}

/** No tense or cue is looked for further away from its mention, so that the time stays linear. */
const reach = 300;

/** Whether a sentence may tell of a mention as over or as still to come; cheap, and false for most. */
export function mayTellOf({ text: { text }, mention }: WrittenMention): boolean {
  return mayTellAt(text, firstOf(mention));
}

function firstOf({ start, weekday }: Mention): number {
  return Math.min(start, weekday?.start ?? start);
}

/**
 * The sentence around a mention, cut at 300 characters to either side: what stands before it (and before its
 * weekday), and what after.
 */
export function sentenceAround({ text: { text }, mention }: WrittenMention): Around {
  const first = firstOf(mention);
  const from = Math.max(0, first - reach);
  const piece = text.slice(from, mention.end + reach);
  const starts = sentenceStarts(piece);
  const start = starts.findLast((at) => at <= first - from) ?? 0;
  const end = starts.find((at) => at >= mention.end - from) ?? piece.length;
  return { before: piece.slice(start, first - from), after: piece.slice(mention.end - from, end) };
}
