import type { Day } from '../calendar/days.ts';
import { resolveMention, type TimeContext } from '../calendar/resolve.ts';
import { sentenceStarts } from '../calendar/sentences.ts';
import type { Document } from '../document/document.ts';
import type { ProseBlock } from '../document/model.ts';
import { mentionsInText } from '../document/text-mentions.ts';
import type { SentenceFact, SentenceTime } from './facts.ts';
import { fingerprint, wordMarks } from './fingerprint.ts';

const mostSentences = 60;
const fewestWords = 8;
const mostWords = 80;
const mostTimes = 6;
/** What lies further away from the post's own time is history, or a plan that outlives many issues. */
const reach = 550;

const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The sentences of a post that name a time of their own, so that a copy in a later issue may be out of date. */
export function sentencesOf(document: Document, context: TimeContext): SentenceFact[] {
  const found: SentenceFact[] = [];
  for (const [paragraph, block] of document.prose.entries()) {
    if (found.length >= mostSentences) break;
    if (block.kind !== 'paragraph' || block.inQuote) continue;
    found.push(...sentencesIn(block, paragraph, document, context));
  }
  return found.slice(0, mostSentences);
}

function sentencesIn(
  block: ProseBlock,
  paragraph: number,
  document: Document,
  context: TimeContext,
): SentenceFact[] {
  const mentions = mentionsInText(block, document.languages);
  if (mentions.length === 0) return [];
  const { text } = block;
  const starts = sentenceStarts(text);
  let next = 0;
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const times: SentenceTime[] = [];
    for (; mentions[next] && mentions[next]!.start < end; next++) {
      const mention = mentions[next]!;
      const days = resolveMention(mention, context);
      if (days === null || !isNear(days, context)) continue;
      times.push({ value: text.slice(mention.start, mention.end), first: days.first, last: days.last });
    }
    if (times.length === 0 || times.length > mostTimes) return [];
    const said = text.slice(start, end);
    const words = said.toLowerCase().match(word) ?? [];
    if (words.length < fewestWords || words.length > mostWords) return [];
    const specifics = fingerprint([
      ...times.map(({ first, last }) => `${first}-${last}`),
      ...words.filter((one) => /\p{N}/u.test(one)),
      ...block.links.filter((link) => link.start >= start && link.end <= end).map(({ url }) => url),
    ]);
    const range = block.sourceRange(start, start + said.trimEnd().length);
    return { value: wordMarks(words), specifics, times, paragraph, range };
  });
}

function isNear({ first, last }: { first: Day; last: Day }, { subject, published }: TimeContext): boolean {
  const from = Math.min(subject?.first ?? published ?? 0, published ?? subject?.first ?? 0);
  const to = Math.max(subject?.last ?? published ?? 0, published ?? subject?.last ?? 0);
  return last >= from - reach && first <= to + reach;
}
