import { changeKeys } from '../document/periods.ts';
import type { KeyFact, PostFacts } from './facts.ts';
import { type Fault, inTheIssueBefore, placeOf } from './streams.ts';
import { missingAt } from './usual.ts';

/** Keys of front matter that the last issues have, or fill, and a post does not. Posts in order. */
export function* keyFaults(posts: readonly PostFacts[]): Iterable<Fault<'key' | 'empty'>> {
  const has = posts.map(({ keys }) => new Set(keys.filter(isTelling).map(nameOf)));
  const fills = posts.map(
    ({ keys }) => new Set(keys.filter((key) => isTelling(key) && !key.empty).map(nameOf)),
  );
  for (const [at, post] of posts.entries()) {
    if (post.keys.length === 0 || post.stated.includes('keys')) continue;
    yield* missingKeys(post, missingAt(has, at, 0), posts[at - 1]);
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
  before: PostFacts | undefined,
): Iterable<Fault<'key'>> {
  // A post without half of them is written otherwise.
  if (missing.length === 0 || before === undefined || missing.length * 2 > before.keys.length) return;
  for (const { value, count } of missing) {
    const { value: key, range } = before.keys.find((one) => nameOf(one) === value)!;
    const related = inTheIssueBefore(before, range);
    yield { message: 'key', data: { key, count }, path: post.path, range: placeOf(post), related };
  }
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
