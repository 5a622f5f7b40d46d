import { opaque } from '../document/mapped-text.ts';
import { plainName } from '../document/names.ts';
import type { KeyFact, PostFacts, Series } from '../series/facts.ts';
import { type LearnedKey, learnKeys, learnSections } from '../series/learn.ts';
import { isDraft } from '../series/streams.ts';

/** How many of the last posts are told of. */
const mostAsked = 12;

/** What the last posts of a series do, which an editor may offer for the next one. */
export interface Habits {
  /** How many posts were asked. */
  readonly of: number;
  /** The keys of front matter, in the order of the last post that has them. */
  readonly keys: readonly LearnedKey[];
  /** The sections that more than half of them have, in their usual order. */
  readonly sections: readonly UsualSection[];
  /** The values that posts have under a key, the one of most posts first. */
  valuesOf(key: string): readonly UsualValue[];
}

interface UsualValue {
  readonly value: string;
  /** How many posts have it. */
  readonly count: number;
  readonly kind: KeyFact['kind'];
}

/** A section by the name that most posts use. */
interface UsualSection {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly depth: number;
  readonly count: number;
}

const noHabits: Habits = { of: 0, keys: [], sections: [], valuesOf: () => [] };
const known = new WeakMap<Series, Habits>();

/** What the posts before one have in common; computed once for a series. */
export function habitsOf(series: Series | null): Habits {
  if (series === null) return noHabits;
  const habits = known.get(series) ?? readHabits(lastPosts(series));
  known.set(series, habits);
  return habits;
}

function lastPosts({ posts, position }: Series): readonly PostFacts[] {
  const last: PostFacts[] = [];
  for (let at = position - 1; at >= 0 && last.length < mostAsked; at--) {
    if (!isDraft(posts[at]!)) last.unshift(posts[at]!);
  }
  return last;
}

function readHabits(posts: readonly PostFacts[]): Habits {
  return {
    of: posts.length,
    keys: learnKeys(posts),
    sections: usualSections(posts),
    valuesOf: (key) => usualValues(posts, key.toLowerCase()),
  };
}

function usualSections(posts: readonly PostFacts[]): UsualSection[] {
  const depths = new Map(
    posts.flatMap(({ sections }) => sections.map(({ value, depth }) => [plainName(value), depth] as const)),
  );
  return learnSections(posts)
    .filter(({ name, count, of }) => count > 1 && count * 2 > of && !name.includes(opaque))
    .map(({ name, aliases, count }) => ({ name, aliases, count, depth: depths.get(plainName(name)) ?? 2 }));
}

function usualValues(posts: readonly PostFacts[], key: string): UsualValue[] {
  const uses = new Map<string, { count: number; kind: KeyFact['kind'] }>();
  for (const { keys } of posts) {
    const own = keys.find(({ value }) => value.toLowerCase() === key);
    if (!own) continue;
    for (const value of new Set(own.values.filter((text) => text.trim() !== ''))) {
      uses.set(value, { count: (uses.get(value)?.count ?? 0) + 1, kind: own.kind });
    }
  }
  return [...uses].map(([value, use]) => ({ value, ...use })).sort((a, b) => b.count - a.count);
}
