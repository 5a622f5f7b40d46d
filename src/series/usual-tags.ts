import { english } from '../calendar/english.ts';
import { german } from '../calendar/german.ts';
import { grammarFor } from '../calendar/languages.ts';
import { memoizeText } from '../document/memo.ts';
import { isSlip } from '../document/proper-names.ts';
import type { Placed, PostFacts } from './facts.ts';
import { type Fault, inTheIssueBefore } from './streams.ts';
import { missingAt } from './usual.ts';

/** By the plain form of a value, the posts that write it each way. */
type Uses = Map<string, Map<string, number>>;

/** Tags and bylines that are written another way than in the earlier posts, and tags that are missing. Posts in order. */
export function* tagFaults(
  posts: readonly PostFacts[],
): Iterable<Fault<'tagForm' | 'tagSpace' | 'tag' | 'byline'>> {
  const tags: Uses = new Map();
  const bylines: Uses = new Map();
  const plainTags = posts.map(
    (post) => new Set(post.tags.map(({ value }) => plainOf(value)).filter((tag) => !passes(tag))),
  );
  for (const [at, post] of posts.entries()) {
    for (const tag of post.tags) yield* tagFault(tag, tags.get(plainOf(tag.value)), post);
    // A schema says which tags there must be.
    const isOpen = post.tags.length > 0 && !post.stated.includes('keys');
    for (const { value, count } of isOpen ? missingAt(plainTags, at, 0) : []) {
      const before = posts[at - 1]!;
      const { value: tag, range } = before.tags.find((one) => plainOf(one.value) === value)!;
      const related = inTheIssueBefore(before, range);
      const data = { tag: tag.trim(), count };
      yield { message: 'tag', data, path: post.path, range: post.tags[0]!.range, related };
    }
    yield* bylineFault(post, bylines);
    for (const value of new Set(post.tags.map((tag) => tag.value))) count(tags, value);
    if (post.byline) count(bylines, post.byline.value);
  }
}

const times: ReadonlySet<string> = new Set([
  ...english.seasons,
  ...german.seasons,
  ...grammarFor(['en', 'de']).months.keys(),
]);

/** Whether a tag is not there to stay: a season, a month, or what has a year or quarter in it. */
function passes(tag: string): boolean {
  return /\d/.test(tag) || times.has(tag);
}

function* tagFault(
  { value, range }: Placed<string>,
  uses: ReadonlyMap<string, number> | undefined,
  { path }: PostFacts,
): Iterable<Fault<'tagForm' | 'tagSpace'>> {
  if (uses === undefined) return;
  const trimmed = value.trim();
  if (trimmed !== value) {
    if (uses.has(trimmed)) yield { message: 'tagSpace', data: { tag: trimmed }, path, range };
    return;
  }
  const [usual, count] = mostUsed(uses);
  const own = uses.get(value) ?? 0;
  if (usual.trim() !== value && count >= 3 && own * 4 < count && own < 2)
    yield { message: 'tagForm', data: { tag: value, usual: usual.trim(), count }, path, range };
}

/** An author whom earlier posts name another way: other capitals or spaces, or a slip. */
function* bylineFault({ byline, path }: PostFacts, bylines: Uses): Iterable<Fault<'byline'>> {
  if (byline === null || byline.value.trim() === '') return;
  const uses = bylines.get(plainOf(byline.value)) ?? usesOfSlip(byline.value, bylines);
  if (uses === undefined) return;
  const [usual, count] = mostUsed(uses);
  const own = uses.get(byline.value) ?? 0;
  if (usual !== byline.value && count >= 3 && own * 4 < count && own < 2)
    yield { message: 'byline', data: { name: byline.value, usual, count }, path, range: byline.range };
}

/** The most authors that one is compared with. */
const mostAuthors = 200;

function usesOfSlip(name: string, bylines: Uses): ReadonlyMap<string, number> | undefined {
  if (bylines.size > mostAuthors) return undefined;
  for (const uses of bylines.values()) if ([...uses.keys()].some((other) => isSlip(name, other))) return uses;
  return undefined;
}

const plainOf = memoizeText((value) => value.trim().replace(/\s+/g, ' ').toLowerCase());

function count(uses: Uses, value: string): void {
  const plain = plainOf(value);
  const forms = uses.get(plain) ?? new Map<string, number>();
  forms.set(value, (forms.get(value) ?? 0) + 1);
  uses.set(plain, forms);
}

function mostUsed(uses: ReadonlyMap<string, number>): [string, number] {
  let best: [string, number] = ['', 0];
  for (const [value, times] of uses) if (times > best[1]) best = [value, times];
  return best;
}
