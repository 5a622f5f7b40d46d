import { hostOf, registeredDomain } from './host.ts';

/** As much of an earlier post as is asked: its link targets. */
interface Linking {
  readonly links: readonly { readonly value: string }[];
}

interface Indexed {
  readonly posts: readonly Linking[];
  /** For each domain the places, in order, of the posts that link it. */
  readonly places: Map<string, number[]>;
}

// Each post of a series is given the ones before it: what was read for one is the beginning for the next.
const known = new WeakMap<Linking, Indexed>();

/** The registered domains that posts link, each with the places of those posts, ascending. */
export function linkedDomains(posts: readonly Linking[]): ReadonlyMap<string, readonly number[]> {
  const first = posts[0];
  if (first === undefined) return new Map();
  const before = known.get(first);
  const isGrown =
    before !== undefined &&
    before.posts.length <= posts.length &&
    before.posts.at(-1) === posts[before.posts.length - 1];
  if (before && isGrown && before.posts.length === posts.length) return before.places;
  const places = isGrown ? before.places : new Map<string, number[]>();
  for (let i = isGrown ? before.posts.length : 0; i < posts.length; i++) addPost(places, posts[i]!, i);
  known.set(first, { posts: [...posts], places });
  return places;
}

function addPost(places: Map<string, number[]>, { links }: Linking, place: number): void {
  for (const { value } of links) {
    const host = hostOf(value);
    const domain = host && registeredDomain(host.name);
    if (!domain) continue;
    const list = places.get(domain) ?? [];
    if (list.at(-1) !== place) list.push(place);
    places.set(domain, list);
  }
}
