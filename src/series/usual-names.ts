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

/** Whether two patterns differ by the order of their words, or by one word that is missing, added or mistyped. */
function isClose(own: string, usual: string): boolean {
  const [a, b] = [wordsOf(own), wordsOf(usual)];
  if (b.length < 2 || Math.abs(a.length - b.length) > 1) return false;
  const left = without(a, b);
  const right = without(b, a);
  if (left.length + right.length <= 1) return true;
  return left.length === 1 && right.length === 1 && isMistyped(left[0]!, right[0]!);
}

function wordsOf(pattern: string): string[] {
  return pattern.match(/\{\}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Whether two words are one but for a letter that is missing, added, replaced or has changed places. */
export function isMistyped(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long || long.length - short.length > 1 || short.length < 4) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++;
  const [left, right] = [short.slice(head, short.length - tail), long.slice(head, long.length - tail)];
  return right.length <= 1 || (right.length === 2 && left === right[1]! + right[0]!);
}
