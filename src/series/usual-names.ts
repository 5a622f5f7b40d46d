import { isClose } from './close-names.ts';
import type { PostFacts } from './facts.ts';
import { changing } from './pattern.ts';
import { type Fault, placeOf } from './streams.ts';
import { missingAt } from './usual.ts';

/** Titles and file names that depart a little from the pattern that the last issues share. Posts in order. */
export function* patternFaults(posts: readonly PostFacts[]): Iterable<Fault<'title' | 'fileName'>> {
  const titles = posts.map(({ titlePattern }) => new Set(titlePattern === '' ? [] : [titlePattern]));
  const names = posts.map(({ pathPattern }) => new Set([pathPattern.name]));
  for (const [at, post] of posts.entries()) {
    yield* fault('title', post, titles, at);
    yield* fault('fileName', post, names, at);
  }
}

function* fault(
  message: 'title' | 'fileName',
  post: PostFacts,
  patterns: readonly ReadonlySet<string>[],
  at: number,
): Iterable<Fault<'title' | 'fileName'>> {
  if (post.stated.includes(message === 'title' ? 'title' : 'path')) return;
  const [own] = patterns[at]!;
  const [usual] = missingAt(patterns, at, 1);
  if (own === undefined || usual === undefined || !isClose(own, usual.value)) return;
  const { value, count, of } = usual;
  const data = { pattern: shown(own), usual: shown(value), count, of };
  yield { message, data, path: post.path, range: placeOf(post) };
}

/** A pattern as people would write it. */
function shown(pattern: string): string {
  return pattern.replaceAll(changing, '…');
}
