import { likeness, plainName } from '../document/names.ts';
import type { PostFacts, SectionFact } from './facts.ts';
import { type Fault, placeOf } from './streams.ts';
import { type Custom, missingAt } from './usual.ts';

/** From here on two names are taken for one, and up to there for two. */
const oneFrom = 0.99;
const twoUpTo = 0.4;
/** A post without more of its usual sections than this is of another kind. */
const mostMissing = 2;

/** Sections that the last issues have and a post leaves out or calls otherwise. Posts in order. */
export function* sectionFaults(posts: readonly PostFacts[]): Iterable<Fault<'section' | 'sectionName'>> {
  const sections = posts.map(
    (post) => new Map(post.sections.map((section) => [plainName(section.value), section])),
  );
  const names = sections.map((own) => new Set(own.keys()));
  for (const [at, post] of posts.entries()) {
    if (post.stated.includes('sections') || post.sections.length === 0) continue;
    const missing = missingAt(names, at, 1);
    if (missing.length === 0) continue;
    const faults = missing.flatMap((custom) => faultOf(custom, post, sections[at]!, sections[at - 1]!));
    const kept = [...names[at - 1]!].filter((name) => names[at]!.has(name)).length;
    if (faults.length <= mostMissing && kept > missing.length) yield* faults;
  }
}

function faultOf(
  { value, count, of }: Custom,
  { path, sections: own, title }: PostFacts,
  known: ReadonlyMap<string, SectionFact>,
  before: ReadonlyMap<string, SectionFact>,
): Fault<'section' | 'sectionName'>[] {
  const name = before.get(value)!.value;
  const data = { name, count, of };
  const others = [...known].filter(([plain]) => !before.has(plain));
  const renamed = others.find(([plain]) => likeness(plain, value) >= oneFrom)?.[1];
  if (renamed)
    return [
      { message: 'sectionName', data: { ...data, written: renamed.value }, path, range: renamed.range },
    ];
  if (others.some(([plain]) => likeness(plain, value) > twoUpTo) || own.length === 0) return [];
  return [{ message: 'section', data, path, range: placeOf({ title } as PostFacts) }];
}
