import { memoize, memoizeText } from '../document/memo.ts';
import { likeness, plainName } from '../document/names.ts';
import { isClose, isInflected } from './close-names.ts';
import type { PostFacts, SectionFact } from './facts.ts';
import { type Fault, inTheIssueBefore, placeOf } from './streams.ts';
import { type Custom, missingAt, mostAsked } from './usual.ts';

/** Up to there two names are taken for two. */
const twoUpTo = 0.4;
/** A post without more of its usual sections than this is of another kind. */
const mostMissing = 2;
/** A section that more than one of this many issues did without is one that depends on the news. */
const onceIn = 20;
/** So may be one that came later than with the first issues, until so many issues have had it. */
const firstIssues = 3;
const provenBy = 50;

type Sections = ReadonlyMap<string, SectionFact>;

/** Sections that the last issues have and a post leaves out or calls otherwise. Posts in order. */
export function* sectionFaults(posts: readonly PostFacts[]): Iterable<Fault<'section' | 'sectionName'>> {
  const sections = posts.map((post) => sectionsByName(post, null));
  const names = posts.map((post) => namesOf(post, null));
  const memory = new Memory();
  const news: number[] = [];
  for (const [at, post] of posts.entries()) {
    const own = sections[at]!;
    news.push(memory.unknownIn(own));
    if (own.size > 0 && !post.stated.includes('sections')) {
      const known = sections[at - 1] ?? own;
      const pair = { post, own, before: posts[at - 1] ?? post, known };
      const missing = missingAt(names, at, 1).filter(({ value }) => memory.isAlwaysThere(value, at));
      const main = missing.filter(({ value }) => isMain(known.get(value)!, pair.before));
      const kept = [...names[at]!].filter((name) => known.has(name)).length;
      const renamed = missing.filter(({ value }) => newNameOf(value, own, known) !== undefined).length;
      if (missing.length <= mostMissing && kept + renamed > missing.length)
        yield* main.flatMap((custom) =>
          faultOf(custom, pair, isUsual(news) && memory.isProven(custom.value)),
        );
    }
    memory.add(own, at);
  }
}

// Remembered: most names come back in every issue, and in an editor all posts but one are those of the time before.
const nameOf = memoizeText(plainName);

/** The sections of a post by their plain names. */
const sectionsByName = memoize(
  ({ sections }: PostFacts, _: null): Sections =>
    new Map(sections.map((section) => [nameOf(section.value), section])),
);

const namesOf = memoize(
  (post: PostFacts, _: null): ReadonlySet<string> => new Set(sectionsByName(post, null).keys()),
);

/** Whether a section stands in no other one. */
function isMain({ depth }: SectionFact, { sections }: PostFacts): boolean {
  const [first = 6, second = 6] = sections.map((section) => section.depth).sort((a, b) => a - b);
  // A single heading above all others is the title.
  return depth <= (first < second ? second : first);
}

/** Whether the last post brings no more sections of its own than those before it: one may stand for what is missing. */
function isUsual(news: readonly number[]): boolean {
  return news.at(-1)! <= Math.max(0, ...news.slice(Math.max(1, news.length - 1 - mostAsked), -1));
}

/** Since when the posts so far have each section, and how many of them have it. */
class Memory {
  readonly #uses = new Map<string, { readonly first: number; count: number }>();

  add(names: Sections, at: number): void {
    for (const name of names.keys()) {
      const use = this.#uses.get(name);
      if (use) use.count++;
      else this.#uses.set(name, { first: at, count: 1 });
    }
  }

  unknownIn(names: Sections): number {
    return [...names.keys()].filter((name) => !this.#uses.has(name)).length;
  }

  /** Whether hardly any post since the first with a section is without it. */
  isAlwaysThere(name: string, at: number): boolean {
    const use = this.#uses.get(name);
    return use !== undefined && (at - use.first - use.count) * onceIn <= at - use.first;
  }

  /** Whether a section came with the first issues, or has stood in many. */
  isProven(name: string): boolean {
    const use = this.#uses.get(name);
    return use !== undefined && (use.first < firstIssues || use.count >= provenBy);
  }
}

/** A post beside the one before it. */
interface Pair {
  readonly post: PostFacts;
  readonly own: Sections;
  readonly before: PostFacts;
  readonly known: Sections;
}

function faultOf(
  { value, count, of }: Custom,
  { post, own, before, known }: Pair,
  isExpected: boolean,
): Fault<'section' | 'sectionName'>[] {
  const { value: name, range } = known.get(value)!;
  const data = { name, count, of };
  const related = inTheIssueBefore(before, range);
  const renamed = newNameOf(value, own, known);
  if (renamed)
    return [
      {
        message: 'sectionName',
        data: { ...data, written: renamed.value },
        path: post.path,
        range: renamed.range,
        related,
      },
    ];
  const isAlike = newNames(own, known).some((plain) => likeness(plain, value) > twoUpTo);
  // A question is what a section says, not what it is called; a year passes.
  if (!isExpected || isAlike || /\?\s*$|\d/.test(name)) return [];
  return [{ message: 'section', data, path: post.path, range: placeOf(post), related }];
}

/** The section of a post that has nearly the name of another one, which it leaves out. */
function newNameOf(name: string, own: Sections, before: Sections): SectionFact | undefined {
  // One release is a release, and two are releases.
  const close = newNames(own, before).find((plain) => isClose(plain, name) && !isInflected(plain, name));
  return close === undefined ? undefined : own.get(close);
}

function newNames(own: Sections, before: Sections): string[] {
  return [...own.keys()].filter((plain) => !before.has(plain));
}
