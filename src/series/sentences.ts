import type { Day } from '../calendar/days.ts';
import type { Mention, Span } from '../calendar/mentions.ts';
import { resolveMention, type TimeContext } from '../calendar/resolve.ts';
import { sentenceStarts } from '../calendar/sentences.ts';
import type { Document } from '../document/document.ts';
import { blocksWith } from '../document/joined-texts.ts';
import { targetOf } from '../document/link-targets.ts';
import type { ProseBlock } from '../document/model.ts';
import { letterPattern } from '../document/plain-letters.ts';
import { spanAround } from '../document/spans.ts';
import { blocksWithTimes, mentionsInBlock } from '../document/text-mentions.ts';
import { isAside } from './asides.ts';
import { countIn, countingWords, mayCount } from './counts.ts';
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

const word = letterPattern(String.raw`[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*`);

/** The sentences of a post that name a time of their own, so that a copy in a later issue may be out of date. */
export function sentencesOf(document: Document, context: TimeContext): SentenceFact[] {
  const found: SentenceFact[] = [];
  const counting = new Set(blocksWith(document, countingWords));
  const dated = blocksWithTimes(document, null);
  for (const block of document.prose) {
    if (found.length >= mostSentences) break;
    if (block.kind !== 'paragraph' || block.inQuote) continue;
    const counts = counting.has(block) && mayCount(block.text);
    if (counts || dated.has(block)) found.push(...sentencesIn(block, counts, document, context));
  }
  return found.slice(0, mostSentences);
}

/** @param counts whether any of the sentences may count something */
function sentencesIn(
  block: ProseBlock,
  counts: boolean,
  document: Document,
  context: TimeContext,
): SentenceFact[] {
  const { text } = block;
  const mentions = mentionsInBlock(document, block);
  if (mentions.length === 0 && !counts) return [];
  const starts = sentenceStarts(text);
  // "Jun 13. Harbour feast on the quay": the day goes with what it is the day of.
  if ((starts[1] ?? text.length) < longestLabel && (mentions[0]?.start ?? text.length) < starts[1]!)
    starts.splice(1, 1);
  const found: SentenceFact[] = [];
  let mention = 0;
  let link = 0;
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? text.length;
    const named: Mention[] = [];
    for (; mentions[mention] && mentions[mention]!.start < end; mention++) named.push(mentions[mention]!);
    const links: Link[] = [];
    for (; block.links[link] && block.links[link]!.start < end; link++) links.push(block.links[link]!);
    if (end - start > longest || named.length > mostTimes || (named.length === 0 && !counts)) continue;
    const said = text.slice(start, end).trimEnd();
    const fact = factOf({ block, start, said, counts, named, links }, document, context);
    if (fact !== null) found.push(fact);
  }
  return found;
}

type Link = ProseBlock['links'][number];

/** A sentence with what stands in it. */
interface Sentence {
  readonly block: ProseBlock;
  readonly start: number;
  readonly said: string;
  readonly counts: boolean;
  readonly named: readonly Mention[];
  readonly links: readonly Link[];
}

function factOf(sentence: Sentence, document: Document, context: TimeContext): SentenceFact | null {
  const { block, start, said, counts, named, links } = sentence;
  const end = start + said.length;
  const times = joined(
    named.flatMap((one) => timeOf(one, block, { start, end }, context)),
    block.text,
  );
  const dated = named.map((one) => ({ start: one.start - start, end: one.end - start }));
  const count = counts ? countIn(said, dated, links.length > 0) : null;
  if (times.length === 0 && count === null) return null;
  const lower = said.toLowerCase();
  const words = lower.match(word(lower)) ?? [];
  if (words.length < (count?.kind === 'place' ? fewestOfPlace : fewestWords)) return null;
  const specifics = fingerprint([
    ...times.map(({ first, last }) => `${first}-${last}`),
    ...words.filter((one) => /\p{N}/u.test(one)),
    ...links.map((link) => targetOf(link, document)),
    ...(count ? [count.value.toLowerCase()] : []),
  ]);
  return {
    value: wordMarks(words),
    specifics,
    times,
    ...(count && { count }),
    range: block.sourceRange(start, end),
  };
}

interface PlacedTime {
  readonly span: Span;
  readonly time: SentenceTime;
}

function timeOf(mention: Mention, block: ProseBlock, sentence: Span, context: TimeContext): PlacedTime[] {
  const { text } = block;
  const days = resolveMention(mention, context);
  if (days === null || !isNear(days, context)) return [];
  const { first, last } = days;
  const { start, end } = mention;
  const said = text.slice(start, end).replace(/\s+/g, ' ');
  const aside = isAside({
    mention,
    days,
    said,
    before: text.slice(sentence.start, start),
    after: text.slice(end, sentence.end),
    inTitle: spanAround(block.links, sentence.start, sentence.end) !== undefined,
    published: context.published,
  });
  return [{ span: { start, end }, time: { value: said, first, last, ...(aside && { aside }) } }];
}

const upTo = /^\s(?:to|until|till|through|bis|au|jusqu['’]au)\s(?:the\s|zum\s)?$/i;

/** "From 1 May to 30 September" is one time. */
function joined(times: readonly PlacedTime[], text: string): SentenceTime[] {
  const found: SentenceTime[] = [];
  for (const [i, { span, time }] of times.entries()) {
    const before = found.at(-1);
    const gap = i > 0 ? text.slice(times[i - 1]!.span.end, span.start) : '';
    if (before && upTo.test(gap) && before.last <= time.first)
      found[found.length - 1] = { ...before, value: `${before.value}${gap}${time.value}`, last: time.last };
    else found.push(time);
  }
  return found;
}

function isNear({ first, last }: { first: Day; last: Day }, { subject, published }: TimeContext): boolean {
  const from = Math.min(subject?.first ?? published ?? 0, published ?? subject?.first ?? 0);
  const to = Math.max(subject?.last ?? published ?? 0, published ?? subject?.last ?? 0);
  return last >= from - reach && first <= to + reach;
}
