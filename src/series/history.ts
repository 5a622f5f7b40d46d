import type { PostFacts, Series } from './facts.ts';

/** What of a post is looked up in its series: a function of this module or of a rule's, not one made anew. */
export type ValuesOf = (post: PostFacts) => Iterable<string>;

/** By value, the places of the posts that have it, ascending. */
type Index = ReadonlyMap<string, readonly number[]>;

const made = new WeakMap<readonly PostFacts[], Map<unknown, unknown>>();

/** What `make` makes of all posts of a series, made once for all of them. It must not depend on anything else. */
export function onceFor<T>({ posts }: Series, make: (posts: readonly PostFacts[]) => T): T {
  return remembered(posts, make, make);
}

function remembered<T>(
  posts: readonly PostFacts[],
  key: unknown,
  make: (posts: readonly PostFacts[]) => T,
): T {
  const known = made.get(posts) ?? new Map<unknown, unknown>();
  made.set(posts, known);
  if (!known.has(key)) known.set(key, make(posts));
  return known.get(key) as T;
}

/** The series of a post: those before it in `posts`, which are in order. Posts of one list share what is indexed. */
export function seriesBefore(
  name: string,
  posts: readonly PostFacts[],
  position: number,
  neighbours: Series | null = null,
): Series {
  let earlier: readonly PostFacts[] | undefined;
  return {
    name,
    posts,
    position,
    neighbours,
    get earlier() {
      earlier ??= posts.slice(0, position);
      return earlier;
    },
  };
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

/** The distinct values of the earlier posts, each with how many of them have it. */
export function* earlierValues(series: Series, valuesOf: ValuesOf): Iterable<readonly [string, number]> {
  for (const [value, places] of indexOf(series.posts, valuesOf)) {
    const count = countBelow(places, series.position);
    if (count > 0) yield [value, count];
  }
}

function indexOf(posts: readonly PostFacts[], valuesOf: ValuesOf): Index {
  return remembered(posts, valuesOf, () => indexPosts(posts, valuesOf));
}

function indexPosts(posts: readonly PostFacts[], valuesOf: ValuesOf): Index {
  const index = new Map<string, number[]>();
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
