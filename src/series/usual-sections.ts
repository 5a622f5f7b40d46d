import { likeness, plainName } from '../document/names.ts';
import { isClose } from './close-names.ts';
import type { PostFacts, SectionFact } from './facts.ts';
import { type Fault, placeOf } from './streams.ts';
import { type Custom, missingAt } from './usual.ts';

/** Up to there two names are taken for two. */
const twoUpTo = 0.4;
/** A post without more of its usual sections than this is of another kind. */
const mostMissing = 2;
/** A section that more than one of this many issues did without is one that depends on the news. */
const onceIn = 20;

type Sections = ReadonlyMap<string, SectionFact>;

/** Sections that the last issues have and a post leaves out or calls otherwise. Posts in order. */
export function* sectionFaults(posts: readonly PostFacts[]): Iterable<Fault<'section' | 'sectionName'>> {
  const sections = posts.map(mainSections);
  const names = sections.map((own) => new Set(own.keys()));
  const lacks = new Lacks();
  for (const [at, post] of posts.entries()) {
    const own = sections[at]!;
    if (own.size > 0 && !post.stated.includes('sections')) {
      const missing = missingAt(names, at, 1).filter(({ value }) => lacks.isAlwaysThere(value, at));
      const faults = missing.flatMap((custom) => faultOf(custom, post, own, sections[at - 1]!));
      const kept = [...names[at]!].filter((name) => names[at - 1]?.has(name)).length;
      if (missing.length <= mostMissing && kept > missing.length) yield* faults;
    }
    lacks.add(own, at);
  }
}

/** The sections of a post by their plain names, those inside other sections left out. */
function mainSections({ sections }: PostFacts): Map<string, SectionFact> {
  const depths = sections.map(({ depth }) => depth).sort((a, b) => a - b);
  // A single heading above all others is the title.
  const main = depths[0] === depths[1] ? depths[0] : depths[1];
  return new Map(
    sections.filter(({ depth }) => depth <= (main ?? 6)).map((section) => [plainName(section.value), section]),
  );
}

/** Since when the posts so far have each section, and how many of them have it. */
class Lacks {
  readonly #uses = new Map<string, { readonly first: number; count: number }>();

  add(names: Sections, at: number): void {
    for (const name of names.keys()) {
      const use = this.#uses.get(name);
      if (use) use.count++;
      else this.#uses.set(name, { first: at, count: 1 });
    }
  }

  /** Whether hardly any post since the first with a section is without it. */
  isAlwaysThere(name: string, at: number): boolean {
    const use = this.#uses.get(name);
    return use !== undefined && (at - use.first - use.count) * onceIn <= at - use.first;
  }
}

function faultOf(
  { value, count, of }: Custom,
  post: PostFacts,
  own: Sections,
  before: Sections,
): Fault<'section' | 'sectionName'>[] {
  const name = before.get(value)!.value;
  const data = { name, count, of };
  const others = [...own].filter(([plain]) => !before.has(plain));
  const renamed = others.find(([plain]) => isClose(plain, value))?.[1];
  if (renamed) {
    const { value: written, range } = renamed;
    return [{ message: 'sectionName', data: { ...data, written }, path: post.path, range }];
  }
  // A question is what a section says, not what it is called.
  if (name.trimEnd().endsWith('?') || others.some(([plain]) => likeness(plain, value) > twoUpTo)) return [];
  return [{ message: 'section', data, path: post.path, range: placeOf(post) }];
}
