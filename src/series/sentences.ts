import type { Day } from '../calendar/days.ts';
import type { Mention } from '../calendar/mentions.ts';
import { resolveMention, type TimeContext } from '../calendar/resolve.ts';
import { sentenceStarts } from '../calendar/sentences.ts';
import type { Document } from '../document/document.ts';
import { targetOf } from '../document/link-targets.ts';
import type { ProseBlock } from '../document/model.ts';
import { mentionsInText } from '../document/text-mentions.ts';
import { countIn, mayCount } from './counts.ts';
import type { SentenceFact, SentenceTime } from './facts.ts';
import { fingerprint, wordMarks } from './fingerprint.ts';

const mostSentences = 60;
const fewestWords = 8;
/** "This round is our fifth" needs no more to be told again. */
const fewestOfPlace = 5;
const longest = 800;
const longestLabel = 24;
const mostTimes = 6;
/** What lies further away from the post's own time is history, or a plan that outlives many issues. */
const reach = 550;

const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The sentences of a post that name a time of their own, so that a copy in a later issue may be out of date. */
export function sentencesOf(document: Document, context: TimeContext): SentenceFact[] {
  const found: SentenceFact[] = [];
  for (const block of document.prose) {
    if (found.length >= mostSentences) break;
    if (block.kind !== 'paragraph' || block.inQuote) continue;
    found.push(...sentencesIn(block, document, context));
  }
  return found.slice(0, mostSentences);
}

function sentencesIn(block: ProseBlock, document: Document, context: TimeContext): SentenceFact[] {
  const { text } = block;
  const mentions = mentionsInText(block, document.languages);
  if (mentions.length === 0 && !mayCount(text)) return [];
  const starts = sentenceStarts(text);
  // "Jun 13. Harbour feast on the quay": the day goes with what it is the day of.
  if ((starts[1] ?? text.length) < longestLabel && (mentions[0]?.start ?? text.length) < starts[1]!)
    starts.splice(1, 1);
  let mention = 0;
  let link = 0;
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const named: Mention[] = [];
    for (; mentions[mention] && mentions[mention]!.start < end; mention++) named.push(mentions[mention]!);
    const targets: string[] = [];
    for (; block.links[link] && block.links[link]!.start < end; link++)
      targets.push(targetOf(block.links[link]!, document));
    if (end - start > longest || named.length > mostTimes) return [];
    const said = text.slice(start, end).trimEnd();
    const times = named.flatMap((one) => timeOf(one, text, start, context));
    const dated = named.map((one) => ({ start: one.start - start, end: one.end - start }));
    const count = countIn(said, dated, targets.length > 0);
    const words = times.length === 0 && count === null ? [] : (said.toLowerCase().match(word) ?? []);
    if (words.length < (count?.kind === 'place' ? fewestOfPlace : fewestWords)) return [];
    const specifics = fingerprint([
      ...times.map(({ first, last }) => `${first}-${last}`),
      ...words.filter((one) => /\p{N}/u.test(one)),
      ...targets,
      ...(count ? [count.value.toLowerCase()] : []),
    ]);
    const range = block.sourceRange(start, start + said.length);
    return { value: wordMarks(words), specifics, times, ...(count && { count }), range };
  });
}

/** "since March", "the archive, which opened in March,": what happened then goes on to be worth telling. */
const tellsHistory =
  /\b(?:[Ss]ince|[Bb]ack in)\s(?:\p{L}+\s){0,3}$|(?:[,(–—]|\b(?:which|that|who))\s(?:\p{L}+\s){1,3}$/u;

function timeOf(mention: Mention, text: string, start: number, context: TimeContext): SentenceTime[] {
  const days = resolveMention(mention, context);
  if (days === null || !isNear(days, context)) return [];
  const before = text.slice(Math.max(start, mention.start - 60), mention.start);
  const time = {
    value: text.slice(mention.start, mention.end).replace(/\s+/g, ' '),
    first: days.first,
    last: days.last,
  };
  return [tellsHistory.test(before) ? { ...time, aside: true } : time];
}

function isNear({ first, last }: { first: Day; last: Day }, { subject, published }: TimeContext): boolean {
  const from = Math.min(subject?.first ?? published ?? 0, published ?? subject?.first ?? 0);
  const to = Math.max(subject?.last ?? published ?? 0, published ?? subject?.last ?? 0);
  return last >= from - reach && first <= to + reach;
}
