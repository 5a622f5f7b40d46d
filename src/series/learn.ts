import { likeness, plainName } from '../document/names.ts';
import type { KeyFact, PostFacts } from './facts.ts';

/** How many of the posts that were looked at agree. */
export interface Agreement {
  readonly count: number;
  readonly of: number;
}

/** A section that posts of a series share, by the name that most of them use. */
export interface LearnedSection extends Agreement {
  readonly name: string;
  /** Other names under which some posts have it. */
  readonly aliases: readonly string[];
}

/** A front-matter key that posts of a series share. */
export interface LearnedKey extends Agreement {
  readonly key: string;
  readonly kind: KeyFact['kind'];
  /** In how many of the posts that have it a value stands. */
  readonly filled: number;
}

/**
 * The sections of posts, in the order in which most of them have them, the first post's order deciding where they differ.
 * Sections whose names are alike and never stand in one post together are one. Linear in the sections of all posts.
 */
export function learnSections(posts: readonly PostFacts[]): LearnedSection[] {
  const known = new Map<string, SectionUse>();
  posts.forEach((post, index) => {
    post.sections.forEach(({ value }, position) => {
      const plain = plainName(value);
      if (plain === '') return;
      const use = known.get(plain) ?? { plain, names: new Map(), posts: new Set(), position: 0 };
      use.names.set(value, (use.names.get(value) ?? 0) + 1);
      if (!use.posts.has(index)) use.position += position / Math.max(1, post.sections.length);
      use.posts.add(index);
      known.set(plain, use);
    });
  });
  return joinAliases([...known.values()])
    .sort((a, b) => a.position / a.posts.size - b.position / b.posts.size)
    .map(({ names, posts: users, aliases }) => ({
      name: mostUsed(names),
      aliases,
      count: users.size,
      of: posts.length,
    }));
}

interface SectionUse {
  readonly plain: string;
  /** How it is written, with the number of times. */
  readonly names: Map<string, number>;
  /** Indexes of the posts that have it. */
  readonly posts: Set<number>;
  /** Sum of its places, each from 0 (first section) to 1 (last). */
  position: number;
}

/** The most names that are compared with each other; a section in fewer posts than these is no usual one. */
const mostNames = 60;
/** From here on two names are taken for one; names with all their telling words in common are at 1. */
const alikeFrom = 0.99;

function joinAliases(uses: readonly SectionUse[]): (SectionUse & { readonly aliases: readonly string[] })[] {
  const byUse = [...uses].sort((a, b) => b.posts.size - a.posts.size).slice(0, mostNames);
  const joined: (SectionUse & { aliases: string[] })[] = [];
  for (const use of byUse) {
    const same = joined.find(
      (other) =>
        likeness(other.plain, use.plain) >= alikeFrom &&
        ![...use.posts].some((post) => other.posts.has(post)),
    );
    if (!same) {
      joined.push({ ...use, posts: new Set(use.posts), aliases: [] });
      continue;
    }
    for (const post of use.posts) same.posts.add(post);
    same.aliases.push(mostUsed(use.names));
    same.position += use.position;
  }
  return joined;
}

/** The top-level front-matter keys of posts, in the order of the last post that has them. */
export function learnKeys(posts: readonly PostFacts[]): LearnedKey[] {
  const uses = new Map<string, { kinds: Map<KeyFact['kind'], number>; count: number; filled: number }>();
  for (const { keys } of posts) {
    for (const { value, kind, empty } of keys) {
      const use = uses.get(value) ?? { kinds: new Map(), count: 0, filled: 0 };
      use.count++;
      if (!empty) use.filled++;
      if (!empty) use.kinds.set(kind, (use.kinds.get(kind) ?? 0) + 1);
      // Set anew, so that the keys end in the order of the last post.
      uses.delete(value);
      uses.set(value, use);
    }
  }
  return [...uses].map(([key, { kinds, count, filled }]) => ({
    key,
    kind: mostUsed(kinds, 'string'),
    filled,
    count,
    of: posts.length,
  }));
}

function mostUsed<T>(uses: ReadonlyMap<T, number>, otherwise?: T): T {
  let best: [T | undefined, number] = [otherwise, 0];
  for (const [value, count] of uses) if (count > best[1]) best = [value, count];
  return best[0] as T;
}
