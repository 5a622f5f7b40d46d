import type { PostFacts, Series } from './facts.ts';

/** What of a post is looked up in its series: a function of this module or of a rule's, not one made anew. */
export type ValuesOf = (post: PostFacts) => Iterable<string>;

/** By value, the places of the posts that have it, ascending. */
type Index = ReadonlyMap<string, readonly number[]>;

const made = new WeakMap<readonly PostFacts[], Map<unknown, unknown>>();

/** What `make` makes of all posts of a series, made once for all of them. It must not depend on anything else. */
export function onceFor<T>({ posts }: Series, make: (posts: readonly PostFacts[]) => T): T {
  const known = made.get(posts) ?? new Map<unknown, unknown>();
  made.set(posts, known);
  if (!known.has(make)) known.set(make, make(posts));
  return known.get(make) as T;
}

/** The series of a post: those before it in `posts`, which are in order. Posts of one list share what is indexed. */
export function seriesBefore(
  name: string,
  posts: readonly PostFacts[],
  position: number,
  neighbours: Series | null = null,
): Series {
  return new SeriesBefore(name, posts, position, neighbours);
}

/** A class, because object literals with getters share no shape. */
class SeriesBefore implements Series {
  readonly name: string;
  readonly posts: readonly PostFacts[];
  readonly position: number;
  readonly neighbours: Series | null;
  #earlier?: readonly PostFacts[];

  constructor(name: string, posts: readonly PostFacts[], position: number, neighbours: Series | null) {
    this.name = name;
    this.posts = posts;
    this.position = position;
    this.neighbours = neighbours;
  }

  get earlier(): readonly PostFacts[] {
    this.#earlier ??= this.posts.slice(0, this.position);
    return this.#earlier;
  }
}

/** How many of the earlier posts have a value. In O(log posts) once the series is indexed. */
export function earlierWith(series: Series, valuesOf: ValuesOf, value: string): number {
  const places = indexOf(series.posts, valuesOf).get(value);
  return places === undefined ? 0 : countBelow(places, series.position);
}

/** The last of the earlier posts that has a value; null where none has it. */
export function lastWith(series: Series, valuesOf: ValuesOf, value: string): PostFacts | null {
  const places = indexOf(series.posts, valuesOf).get(value) ?? [];
  const count = countBelow(places, series.position);
  return count === 0 ? null : series.posts[places[count - 1]!]!;
}

/** The distinct values of the earlier posts, in no order, each with how many of them have it. */
export function* earlierValues(series: Series, valuesOf: ValuesOf): Iterable<readonly [string, number]> {
  for (const [value, places] of indexOf(series.posts, valuesOf)) {
    const count = countBelow(places, series.position);
    if (count > 0) yield [value, count];
  }
}

/** The posts of a series, earlier and later ones, that have a value; in order. */
export function postsWith({ posts }: Series, valuesOf: ValuesOf, value: string): readonly PostFacts[] {
  return (indexOf(posts, valuesOf).get(value) ?? []).map((place) => posts[place]!);
}

/** A list of posts that is indexed. */
interface Indexed {
  readonly posts: readonly PostFacts[];
  readonly index: Map<string, number[]>;
}

/** As many lists stay indexed: the series and the neighbours of a post or two. */
const mostIndexed = 4;
/** A list that departs from an indexed one in as many posts takes its index over. */
const mostReplaced = 8;

/** The lists that were asked about last, the last one first. */
const indexed = new WeakMap<ValuesOf, readonly Indexed[]>();

/**
 * In an editor one post of hundreds changes at a time, and its series is another list with each change. So an index is
 * handed on: it belongs to one list only, and a list that has lost its own is indexed anew.
 */
function indexOf(posts: readonly PostFacts[], valuesOf: ValuesOf): Index {
  const known = indexed.get(valuesOf) ?? [];
  if (known[0]?.posts === posts) return known[0].index;
  const used =
    known.find((one) => one.posts === posts) ?? known.find((one) => replacedIn(one.posts, posts) !== null);
  const index = used ? handedOn(used, posts, valuesOf) : indexPosts(posts, valuesOf);
  const others = known.filter((one) => one !== used).slice(0, mostIndexed - 1);
  indexed.set(valuesOf, [{ posts, index }, ...others]);
  return index;
}

/** The places in which two lists differ; null where they are lists of other posts. */
function replacedIn(before: readonly PostFacts[], after: readonly PostFacts[]): number[] | null {
  if (before.length !== after.length) return null;
  const places: number[] = [];
  for (const [place, post] of after.entries()) {
    if (before[place] === post) continue;
    if (places.length === mostReplaced) return null;
    places.push(place);
  }
  return places;
}

function handedOn(
  { posts: before, index }: Indexed,
  after: readonly PostFacts[],
  valuesOf: ValuesOf,
): Indexed['index'] {
  for (const place of replacedIn(before, after) ?? []) {
    for (const value of valuesOf(before[place]!)) takeOut(index, value, place);
    for (const value of valuesOf(after[place]!)) putIn(index, value, place);
  }
  return index;
}

function takeOut(index: Indexed['index'], value: string, place: number): void {
  const places = index.get(value) ?? [];
  const at = places.indexOf(place);
  if (at >= 0) places.splice(at, 1);
  if (places.length === 0) index.delete(value);
}

function putIn(index: Indexed['index'], value: string, place: number): void {
  const places = index.get(value);
  if (places === undefined) index.set(value, [place]);
  else if (!places.includes(place)) places.splice(countBelow(places, place), 0, place);
}

function indexPosts(posts: readonly PostFacts[], valuesOf: ValuesOf): Indexed['index'] {
  const index: Indexed['index'] = new Map();
  for (const [place, post] of posts.entries()) {
    for (const value of valuesOf(post)) {
      const places = index.get(value);
      if (places === undefined) index.set(value, [place]);
      else if (places.at(-1) !== place) places.push(place);
    }
  }
  return index;
}

/** How many of ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
