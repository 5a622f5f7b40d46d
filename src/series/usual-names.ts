import { isClose, isReordered } from './close-names.ts';
import type { PostFacts } from './facts.ts';
import { changing } from './pattern.ts';
import { type Fault, placeOf } from './streams.ts';
import { missingAt } from './usual.ts';

/** Titles and file names that depart a little from the pattern that the last issues share. Posts in order. */
export function* patternFaults(
  posts: readonly PostFacts[],
): Iterable<Fault<'title' | 'titleCase' | 'fileName'>> {
  const titles = posts.map(({ titlePattern }) => new Set(titlePattern === '' ? [] : [titlePattern]));
  const names = posts.map(({ pathPattern }) => new Set([pathPattern.name]));
  const words = posts.map(({ title }) => new Set(wordsOf(title?.value ?? '')));
  for (const [at, post] of posts.entries()) {
    const ofTitle = post.stated.includes('title') ? [] : patternFault('title', post, titles, at);
    yield* ofTitle;
    // What is missing from both is said once.
    if (ofTitle.length === 0 && !post.stated.includes('path'))
      yield* patternFault('fileName', post, names, at);
    if (post.stated.includes('title')) continue;
    // Only in titles of one pattern does a word stand where it always stands.
    if (post.titlePattern === posts[at - 1]?.titlePattern) yield* caseFault(post, words, at);
  }
}

function patternFault(
  message: 'title' | 'fileName',
  post: PostFacts,
  patterns: readonly ReadonlySet<string>[],
  at: number,
): Fault<'title' | 'fileName'>[] {
  // Mistyped words of file names are found by themselves.
  const isAway = message === 'title' ? isClose : isReordered;
  const [own] = patterns[at]!;
  const [usual] = missingAt(patterns, at, 1);
  if (own === undefined || usual === undefined || !isAway(own, usual.value)) return [];
  const { value, count, of } = usual;
  const data = { pattern: shown(own), usual: shown(value), count, of };
  return [{ message, data, path: post.path, range: placeOf(post) }];
}

/** A word of the title that the last titles write with other capitals. */
function* caseFault(
  post: PostFacts,
  words: readonly ReadonlySet<string>[],
  at: number,
): Iterable<Fault<'titleCase'>> {
  for (const { value: usual, count, of } of missingAt(words, at, 0)) {
    const word = [...words[at]!].find((own) => own.toLowerCase() === usual.toLowerCase());
    if (word === undefined || word === word.toUpperCase()) continue;
    yield { message: 'titleCase', data: { word, usual, count, of }, path: post.path, range: placeOf(post) };
  }
}

function wordsOf(title: string): string[] {
  return title.match(/[\p{L}\p{M}]{3,}/gu) ?? [];
}

/** A pattern as people would write it. */
function shown(pattern: string): string {
  return pattern.replaceAll(changing, '…');
}
