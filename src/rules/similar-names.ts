import type { Document } from '../document/document.ts';
import { isSlip, type ProperName } from '../document/proper-names.ts';
import type { Series } from '../series/facts.ts';

/** The rarer spelling is wrong; of two equal ones the one that no address has, else the later one. */
export function yields(
  document: Document,
  name: ProperName,
  other: ProperName,
  usual: ReadonlyMap<string, number>,
): boolean {
  // Spelled twice and more on both sides, they are two.
  if (name.count > 1 && other.count > 1) return false;
  const [own, theirs] = [usual.get(name.name) ?? 0, usual.get(other.name) ?? 0];
  if (own !== theirs) return own < theirs;
  if (name.count !== other.count) return name.count < other.count;
  const [isKnown, isOtherKnown] = [isAddressed(document, name), isAddressed(document, other)];
  if (isKnown !== isOtherKnown) return isOtherKnown;
  return (
    name.text.sourceRange(name.start, name.start).start >
    other.text.sourceRange(other.start, other.start).start
  );
}

/** Whether some link of the post carries the name in its address. */
function isAddressed({ links }: Document, { name }: ProperName): boolean {
  const slug = name.toLowerCase().replace(/ /g, '-');
  return links.some(({ url }) => url.toLowerCase().includes(slug));
}

/** The names of earlier posts. */
export interface UsualNames {
  /** In how many posts each name stands. */
  readonly counts: Map<string, number>;
  readonly groups: Map<string, string[]>;
}

interface Known extends UsualNames {
  readonly posts: Series['earlier'];
}

// Each post of a series is given the ones before it: what was read for one is the beginning for the next.
const known = new WeakMap<Series['earlier'][number], Known>();

/** The names of the earlier posts of the series; what is returned grows with the next call for the same series. */
export function usualNames(series: Series | null): UsualNames {
  const posts = series?.earlier ?? [];
  const [first] = posts;
  if (first === undefined) return { counts: new Map(), groups: new Map() };
  const before = known.get(first);
  const isGrown =
    before !== undefined &&
    before.posts.length <= posts.length &&
    before.posts.at(-1) === posts[before.posts.length - 1];
  const { counts, groups } = isGrown ? before : { counts: new Map<string, number>(), groups: new Map() };
  for (const { names } of posts.slice(isGrown ? before.posts.length : 0))
    for (const name of names) {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      if (count === 0) addName(groups, name);
    }
  known.set(first, { posts: [...posts], counts, groups });
  return { counts, groups };
}

/** Names by what two spellings of one share: the first word and how many there are. */
export function byEnds(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) addName(groups, name);
  return groups;
}

function addName(groups: Map<string, string[]>, name: string): void {
  const key = keyOf(name);
  const group = groups.get(key) ?? [];
  // A word that hundreds of names begin with is none of a person.
  if (group.length < 50) group.push(name);
  groups.set(key, group);
}

function keyOf(name: string): string {
  const words = name.split(/[ -]/);
  return `${words[0]} ${words.length}`;
}

/** The names that differ from one by a slip. */
export function similar(name: string, groups: ReadonlyMap<string, readonly string[]>): string[] {
  return (groups.get(keyOf(name)) ?? []).filter((other) => isSlip(name, other));
}
