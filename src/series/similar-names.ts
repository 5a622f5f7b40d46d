import type { Document } from '../document/document.ts';
import { memoize } from '../document/memo.ts';
import { isSlip, isSwapped, type ProperName } from '../document/proper-names.ts';
import type { PostFacts, Series } from './facts.ts';
import { earlierWith, onceFor, postsWith } from './history.ts';

/** The rarer spelling is wrong; of two equal ones the one that no address has, else the later one. */
export function yields(
  document: Document,
  name: ProperName,
  other: ProperName,
  series: Series | null,
): boolean {
  // Spelled twice and more on both sides, they are two.
  if (name.count > 1 && other.count > 1) return false;
  const [own, theirs] = [usesBefore(series, name.name), usesBefore(series, other.name)];
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
function isAddressed({ links }: Pick<Document, 'links'>, { name }: ProperName): boolean {
  const slug = name.toLowerCase().replace(/ /g, '-');
  return links.some(({ url }) => url.toLowerCase().includes(slug));
}

/** The same of a link to another page; one to a heading of the post says what the heading says. */
export function isAddressedElsewhere({ links }: Document, name: ProperName): boolean {
  return isAddressed({ links: links.filter(({ url }) => !url.startsWith('#')) }, name);
}

/** In how many earlier posts a name stands: of the series and, as people appear in several, of those beside it. */
export function usesBefore(series: Series | null, name: string): number {
  return series === null ? 0 : usesIn(series.neighbours ?? series, name);
}

function usesIn(series: Series, name: string): number {
  return earlierWith(series, namesIn, name);
}

/** The names of the earlier posts that differ from one by a slip and stand in more than twice as many posts. */
export function usualSpellings(series: Series | null, name: string): readonly string[] {
  return series === null ? none : usualIn(series.neighbours ?? series, name, keyOf(name));
}

function usualIn(series: Series, name: string, key: string): readonly string[] {
  // A post that has a name has its key: where few have the key, no name with it is usual. Nearly always it ends here.
  const most = earlierWith(series, endsIn, key);
  if (most <= 2) return none;
  const uses = usesIn(series, name);
  const enough = 2 * (uses + 1);
  if (uses > 1 || most <= enough) return none;
  return likeEnds(series, key).filter((other) => isSlip(name, other) && usesIn(series, other) > enough);
}

const none: readonly never[] = [];

/** Names of all posts that share what two spellings of one name share. */
function likeEnds(series: Series, key: string): readonly string[] {
  const groups = onceFor(series, noGroups);
  const group = groups.get(key) ?? alikeIn(series, key);
  groups.set(key, group);
  return group;
}

/** Filled as names are asked about: in an editor those of one post are, in a run all. */
function noGroups(): Map<string, readonly string[]> {
  return new Map();
}

function alikeIn(series: Series, key: string): readonly string[] {
  const names = new Set<string>();
  for (const post of postsWith(series, endsIn, key)) {
    for (const other of namesByEnds(post, null).get(key) ?? []) names.add(other);
    // A word that hundreds of names begin with is none of a person.
    if (names.size >= mostAlike) break;
  }
  return [...names].slice(0, mostAlike);
}

function namesIn({ names }: PostFacts): readonly string[] {
  return Object.keys(names);
}

const namesByEnds = memoize((post: PostFacts, _: null) => byEnds(namesIn(post)));

function endsIn(post: PostFacts): Iterable<string> {
  return namesByEnds(post, null).keys();
}

/** Names that begin with one word are compared up to there. */
const mostAlike = 50;

/** Names by what two spellings of one share: the first word and how many there are. */
export function byEnds(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  return groups;
}

function keyOf(name: string): string {
  let end = name.length;
  let words = 1;
  for (let at = 0; at < name.length; at++) {
    if (!isGap(name.charCodeAt(at))) continue;
    words++;
    if (end === name.length) end = at;
  }
  return `${name.slice(0, end)} ${words}`;
}

/** Whether a character, a space or hyphen, stands between two words of a name. */
function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d;
}

/** Whether an earlier post spells a name of a post otherwise, or tells which of two spellings is the usual one. */
export function isSpelledOtherwise(post: PostFacts, series: Series): boolean {
  const groups = namesByEnds(post, null);
  if (haveLikes(groups, series)) return true;
  const counted: CountedName[] = [];
  for (const name of namesIn(post)) counted.push({ name, count: post.names[name]! });
  const people = pairsByLastName(counted);
  return people.size > 0 && counted.some((name) => usualFirstName(name, people) !== undefined);
}

/** Whether there may be something to say of a name: it has a usual spelling, or a similar name stands in the post. */
export function haveLikes(groups: ReadonlyMap<string, readonly string[]>, series: Series | null): boolean {
  const all = series && (series.neighbours ?? series);
  for (const [key, names] of groups) {
    for (const name of names) {
      if (names.length > 1 && slipsAmong(name, names).length > 0) return true;
      if (all !== null && usualIn(all, name, key).length > 0) return true;
    }
  }
  return false;
}

/** The names that differ from one by a slip. */
export function similar(name: string, groups: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return slipsAmong(name, groups.get(keyOf(name)) ?? none);
}

function slipsAmong(name: string, names: readonly string[]): readonly string[] {
  let found: string[] | null = null;
  const most = Math.min(names.length, mostAlike);
  for (let at = 0; at < most; at++) {
    const other = names[at]!;
    if (!isSlip(name, other)) continue;
    found ??= [];
    found.push(other);
  }
  return found ?? none;
}

/** A name, and how often a post writes it so. */
type CountedName = Pick<ProperName, 'name' | 'count'>;

/** The people of a post who share their last name with just one other that stands there more than once, by that name. */
export function pairsByLastName<T extends CountedName>(names: readonly T[]): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const name of names) {
    const gap = name.name.indexOf(' ');
    if (gap < 0 || name.name.length - gap < 6 || name.name.includes(' ', gap + 1)) continue;
    const last = name.name.slice(gap + 1);
    const group = groups.get(last);
    // Three and more who share a last name show that it is no rare one.
    if (group === undefined) groups.set(last, [name]);
    else if (group.length < 3) group.push(name);
  }
  for (const [last, group] of groups)
    if (group.length !== 2 || !group.some(({ count }) => count > 1)) groups.delete(last);
  return groups;
}

/** The name that this one, which stands there once, is with two letters of the first name swapped. */
export function usualFirstName<T extends CountedName>(
  name: T,
  pairs: ReadonlyMap<string, readonly T[]>,
): T | undefined {
  if (name.count > 1 || pairs.size === 0) return undefined;
  const [first, last = ''] = name.name.split(' ', 2);
  return pairs.get(last)?.find((other) => other.count > 1 && isSwapped(first!, other.name.split(' ', 1)[0]!));
}
