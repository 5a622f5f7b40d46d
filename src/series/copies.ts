import type { PostFacts, SentenceFact, SentenceTime } from './facts.ts';
import { sameButFor } from './fingerprint.ts';
import { isTwin } from './twins.ts';

/** A sentence of a post that an earlier one has as well, and whose time was that one's. */
export interface CopiedSentence {
  readonly sentence: SentenceFact;
  readonly original: SentenceFact;
  readonly time: SentenceTime;
}

/** Copied sentences that stand together in both posts. */
export interface CopiedPassage {
  readonly post: PostFacts;
  readonly other: PostFacts;
  readonly sentences: readonly [CopiedSentence, ...CopiedSentence[]];
}

interface Use {
  readonly post: PostFacts;
  readonly sentence: SentenceFact;
}

/** How many words may differ: the worst copies were edited in one. */
const mostChanges = 2;
// The same days and figures come back in few sentences; what does come back often is compared with the last of them.
const mostCompared = 8;

/**
 * The passages of posts that one earlier post has as well, though their time is over. What two earlier posts share is
 * repeated on purpose. Linear in the sentences of all posts, which must come in order.
 */
export function* copiedPassages(posts: readonly PostFacts[]): Iterable<CopiedPassage> {
  const uses = new Map<string, Use[]>();
  for (const post of posts) {
    let passage: { other: PostFacts; sentences: [CopiedSentence, ...CopiedSentence[]] } | null = null;
    for (const sentence of post.sentences) {
      const found = copyIn(post, sentence, uses.get(sentence.specifics) ?? []);
      if (found === null) continue;
      const [other, copy] = found;
      const before = passage?.sentences.at(-1);
      if (passage && before && passage.other === other && goesOn(before, copy)) passage.sentences.push(copy);
      else {
        if (passage) yield { post, ...passage };
        passage = { other, sentences: [copy] };
      }
    }
    if (passage) yield { post, ...passage };
    for (const sentence of post.sentences) {
      const known = uses.get(sentence.specifics);
      if (known) known.push({ post, sentence });
      else uses.set(sentence.specifics, [{ post, sentence }]);
    }
  }
}

function copyIn(
  post: PostFacts,
  sentence: SentenceFact,
  uses: readonly Use[],
): [PostFacts, CopiedSentence] | null {
  const same = uses
    .slice(-mostCompared)
    .filter((use) => !isTwin(use.post, post) && sameButFor(use.sentence.value, sentence.value, mostChanges));
  const [first] = same;
  if (!first || same.some((use) => use.post !== first.post)) return null;
  const time = outdated(sentence.times, first.post, post);
  return time && [first.post, { sentence, original: first.sentence, time }];
}

/** The time that was right in one post and is over in the other; null where there is none, or another is still to come. */
function outdated(times: readonly SentenceTime[], other: PostFacts, post: PostFacts): SentenceTime | null {
  const published = post.date?.value ?? Number.NEGATIVE_INFINITY;
  if (times.some(({ last }) => last >= published)) return null;
  return times.find((time) => isOver(time, other, post) || isReported(time, other, post)) ?? null;
}

/** Not over when the earlier post appeared, and over when the later one did. */
function isOver({ last }: SentenceTime, other: PostFacts, post: PostFacts): boolean {
  return other.date !== null && post.date !== null && other.date.value <= last && last < post.date.value;
}

/** In the period that the earlier post reports on, and before that of the later one. */
function isReported({ first, last }: SentenceTime, other: PostFacts, post: PostFacts): boolean {
  if (other.period === null || post.period === null) return false;
  const theirs = other.period.value;
  return theirs.first <= first && last <= theirs.last && last < post.period.value.first;
}

function goesOn(before: CopiedSentence, after: CopiedSentence): boolean {
  const isNext = (one: SentenceFact, next: SentenceFact) =>
    next.paragraph === one.paragraph || next.paragraph === one.paragraph + 1;
  return isNext(before.sentence, after.sentence) && isNext(before.original, after.original);
}
