import { changeKeys } from '../document/periods.ts';
import { isInflected, isMistyped } from './close-names.ts';
import type { KeyFact, PostFacts } from './facts.ts';
import { type Fault, inTheIssueBefore, placeOf } from './streams.ts';
import { missingAt, mostAsked } from './usual.ts';

/** Keys of front matter that the last issues have, or fill, and a post does not. Posts in order. */
export function* keyFaults(posts: readonly PostFacts[]): Iterable<Fault<'key' | 'empty'>> {
  const has = posts.map(({ keys }) => new Set(keys.filter(isTelling).map(nameOf)));
  const fills = posts.map(
    ({ keys }) => new Set(keys.filter((key) => isTelling(key) && !key.empty).map(nameOf)),
  );
  for (const [at, post] of posts.entries()) {
    if (post.keys.length === 0 || post.stated.includes('keys')) continue;
    yield* missingKeys(post, missingAt(has, at, 0), posts.slice(Math.max(0, at - mostAsked), at));
    for (const { value, count } of missingAt(fills, at, 0)) {
      const key = post.keys.find((one) => nameOf(one) === value);
      if (key) yield { message: 'empty', data: { key: key.value, count }, path: post.path, range: key.range };
    }
  }
}

type Missing = ReturnType<typeof missingAt>;

function* missingKeys(
  post: PostFacts,
  missing: Missing,
  asked: readonly PostFacts[],
): Iterable<Fault<'key'>> {
  const before = asked.at(-1);
  // A post without half of them is written otherwise.
  if (missing.length === 0 || before === undefined || missing.length * 2 > before.keys.length) return;
  const added = newKeys(post, asked);
  for (const { value, count } of missing) {
    if (isToldByTitles(value, asked) || added.some((other) => standsFor(other, value))) continue;
    const { value: key, range } = before.keys.find((one) => nameOf(one) === value)!;
    const related = inTheIssueBefore(before, range);
    yield { message: 'key', data: { key, count }, path: post.path, range: placeOf(post), related };
  }
}

function newKeys({ keys }: PostFacts, asked: readonly PostFacts[]): string[] {
  const known = new Set(asked.flatMap((one) => one.keys.map(nameOf)));
  return keys.map(nameOf).filter((name) => !known.has(name));
}

/** Whether a new key may be what a missing one is called now: any that is no slip of it. */
function standsFor(name: string, missing: string): boolean {
  return !isMistyped(name, missing) || isInflected(name, missing);
}

/** Whether a key says of most posts what their titles say as well: a guest, a place. There may be none for once. */
function isToldByTitles(name: string, asked: readonly PostFacts[]): boolean {
  const told = asked.flatMap(({ keys, titlePattern }) => {
    const value = keys.find((key) => nameOf(key) === name)?.values[0]?.toLowerCase() ?? '';
    return /\p{L}/u.test(value) && value !== titlePattern && titlePattern.includes(value) ? [value] : [];
  });
  return told.length * 2 > asked.length && new Set(told).size * 2 > told.length;
}

/** Whether the lack of a key would matter: a flag that is left out is off, and what programs write is not the writer's. */
function isTelling({ value, kind }: KeyFact): boolean {
  const name = value.toLowerCase().replace(/[_-]/g, '');
  return kind !== 'boolean' && !changeKeys.has(name) && !withoutMeaning.test(name);
}

const withoutMeaning = /^(?:aliases|redirectfrom|redirects|weight|order)$|hash|uuid|guid/;

function nameOf({ value }: KeyFact): string {
  return value.toLowerCase();
}
