import type { PostFacts, SentenceFact, SentenceTime } from './facts.ts';
import { sameButFor } from './fingerprint.ts';
import { isTwin } from './twins.ts';

/** A sentence of a post that an earlier one has as well, and whose time was that one's. */
export interface CopiedSentence {
  readonly sentence: SentenceFact;
  readonly original: SentenceFact;
  /** The post of the original. */
  readonly other: PostFacts;
  /** What in it is that post's: a time that is over, or a count. */
  readonly kind: 'time' | 'count' | 'place';
  /** The time or count, as written. */
  readonly said: string;
}

/** Copied sentences that stand together in both posts. */
export interface CopiedPassage {
  readonly post: PostFacts;
  readonly other: PostFacts;
  readonly sentences: Readonly<Passage>;
}

type Passage = [CopiedSentence, ...CopiedSentence[]];

interface Use {
  readonly post: PostFacts;
  readonly sentence: SentenceFact;
}

/** What stands between two copied sentences of one passage is no longer. */
const widestGap = 400;
/** How many words may differ: the worst copies were edited in one. */
const mostChanges = 2;
/** The same days and figures come back in few sentences; what comes back often is compared with the last of them. */
const mostCompared = 8;
/** A day without a year that so many issues have told before is one of each year. */
const fewestOfRule = 4;
/** A post with so many dated sentences of several issues is a chronicle: it grows at one end. */
const fewestCarried = 3;

/**
 * The passages of posts that one earlier post has as well, though their time is over. What two earlier posts share is
 * repeated on purpose, unless it announces what is over by now. Linear in the sentences of all posts, which must come in order.
 */
export function* copiedPassages(posts: readonly PostFacts[]): Iterable<CopiedPassage> {
  const uses = usesOf(posts);
  const passed = new Map<string, number>();
  for (const [position, post] of posts.entries()) {
    const previous = previousIssue(posts, position);
    let carried = 0;
    const copies = post.sentences.flatMap((sentence) => {
      const known = uses.get(sentence.specifics)!;
      const at = passed.get(sentence.specifics) ?? 0;
      const same = sameIn(known.slice(Math.max(0, at - mostCompared), at), sentence, post);
      const [first] = same;
      if (!first) return [];
      if (same.every((use) => isTwin(use.post, first.post))) {
        const copy = copyOf(first, sentence, post, previous);
        const later = sameIn(known.slice(at, at + mostCompared), sentence, post);
        return copy && later.length < fewestLater(copy) ? copy : [];
      }
      const overdue = overdueIn(same, sentence, post);
      if (overdue !== null) return overdue;
      if (isHistory(sentence, first.post)) carried++;
      return [];
    });
    if (carried < fewestCarried || carried < copies.length)
      for (const sentences of passagesIn(copies)) yield { post, other: sentences[0].other, sentences };
    for (const { specifics } of post.sentences) passed.set(specifics, (passed.get(specifics) ?? 0) + 1);
  }
}

/** By days, figures and links, the sentences of all posts in order. */
function usesOf(posts: readonly PostFacts[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const post of posts) {
    for (const sentence of post.sentences) {
      const known = uses.get(sentence.specifics);
      if (known) known.push({ post, sentence });
      else uses.set(sentence.specifics, [{ post, sentence }]);
    }
  }
  return uses;
}

/**
 * How many later issues must carry a sentence on before it is taken for one that stands there on purpose: none can for what
 * was told before its time, and for what can be right but once.
 */
function fewestLater({ kind, original, other }: CopiedSentence): number {
  const announced = original.times.some(({ first }) => other.date !== null && first >= other.date.value);
  if (kind === 'place' || (kind === 'time' && announced)) return Number.POSITIVE_INFINITY;
  return kind === 'time' ? 1 : 2;
}

/** Whether what it tells was over when a post told it first. */
function isHistory({ times }: SentenceFact, { date }: PostFacts): boolean {
  return times.length > 0 && date !== null && times.every(({ last }) => last < date.value);
}

/** The post before one, translations and sources of its own left out. */
function previousIssue(posts: readonly PostFacts[], position: number): PostFacts | null {
  for (let at = position - 1; at >= 0 && at >= position - mostCompared; at--)
    if (!isTwin(posts[at]!, posts[position]!)) return posts[at]!;
  return null;
}

/** Where other posts say what a sentence of one says. */
function sameIn(uses: readonly Use[], { value }: SentenceFact, post: PostFacts): readonly Use[] {
  return uses.filter((use) => !isTwin(use.post, post) && sameButFor(use.sentence.value, value, mostChanges));
}

function copyOf(
  { post: other, sentence: original }: Use,
  sentence: SentenceFact,
  post: PostFacts,
  previous: PostFacts | null,
): CopiedSentence | null {
  if (sentence.times.some((time) => isToCome(time, post))) return null;
  // Whether a time is told in passing shows where it was told first: by now all of them are over.
  const at = original.times.findIndex((one) => isOver(one, other, post) || isReported(one, other, post));
  const time = sentence.times[at];
  if (time) return { sentence, original, other, kind: 'time', said: time.value };
  const { count } = sentence;
  // Further away two numbers may well be the same.
  if (!count || other !== previous || daysApart(other, post) < count.days * nearly) return null;
  return { sentence, original, other, kind: count.kind, said: count.value };
}

/** What several issues have announced, and what is over since the last of them. */
function overdueIn(same: readonly Use[], sentence: SentenceFact, post: PostFacts): CopiedSentence | null {
  const { post: other, sentence: original } = same.at(-1)!;
  const { times } = sentence;
  if (times.some((time) => isToCome(time, post))) return null;
  const isRule = ({ value }: SentenceTime) => same.length >= fewestOfRule && !/\d{4}/.test(value);
  const at = original.times.findIndex(
    (one) => one.last - one.first <= mostOfMonth && !isRule(one) && isOver(one, other, post),
  );
  const time = times[at];
  return time ? { sentence, original, other, kind: 'time', said: time.value } : null;
}

function isToCome({ last }: SentenceTime, { date }: PostFacts): boolean {
  return date !== null && last >= date.value;
}

/** Copies that stand together in both posts. */
function passagesIn(copies: readonly CopiedSentence[]): Passage[] {
  const passages: Passage[] = [];
  for (const copy of copies) {
    const passage = passages.at(-1);
    const before = passage?.at(-1);
    if (passage && before && goesOn(before, copy)) passage.push(copy);
    else passages.push([copy]);
  }
  return passages;
}

/** Whether as much stands between two sentences in both posts, so that all of it was copied. */
function goesOn(before: CopiedSentence, after: CopiedSentence): boolean {
  const gap = after.sentence.range.start - before.sentence.range.end;
  const theirs = after.original.range.start - before.original.range.end;
  return before.other === after.other && gap >= 0 && gap <= widestGap && Math.abs(gap - theirs) <= 2;
}

/** Issues come a little early or late. */
const nearly = 0.6;
const mostOfYear = 300;
const mostOfMonth = 31;

function daysApart(other: PostFacts, post: PostFacts): number {
  return other.date && post.date ? post.date.value - other.date.value : 0;
}

/** Not over when the earlier post appeared, and over when the later one did. */
function isOver({ first, last, aside }: SentenceTime, other: PostFacts, post: PostFacts): boolean {
  if (aside || other.date === null || post.date === null || last < other.date.value) return false;
  // Around New Year the old one is named rightly for a while.
  const isYear = last - first > mostOfYear;
  return last < post.date.value && (!isYear || post.date.value - other.date.value > mostOfYear);
}

/** In the period that the earlier post reports on, and before that of the later one. */
function isReported({ first, last, aside }: SentenceTime, other: PostFacts, post: PostFacts): boolean {
  if (aside || other.period === null || post.period === null) return false;
  const theirs = other.period.value;
  return theirs.first <= first && last <= theirs.last && last < post.period.value.first;
}
