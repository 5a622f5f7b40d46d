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

/** In how many earlier posts of the series each name stands. */
export function usualNames(series: Series | null): ReadonlyMap<string, number> {
  const usual = new Map<string, number>();
  for (const { names } of series?.earlier ?? [])
    for (const name of names) usual.set(name, (usual.get(name) ?? 0) + 1);
  return usual;
}

/** Names by what two spellings of one share: the first word and how many there are. */
export function byEnds(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key) ?? [];
    // A word that hundreds of names begin with is none of a person.
    if (group.length < 50) group.push(name);
    groups.set(key, group);
  }
  return groups;
}

function keyOf(name: string): string {
  const words = name.split(/[ -]/);
  return `${words[0]} ${words.length}`;
}

/** The names that differ from one by a slip. */
export function similar(name: string, groups: ReadonlyMap<string, readonly string[]>): string[] {
  return (groups.get(keyOf(name)) ?? []).filter((other) => isSlip(name, other));
}
