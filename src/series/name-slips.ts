import { slugOf } from '../calendar/slug.ts';
import { isMistyped } from './close-names.ts';
import type { PostFacts } from './facts.ts';
import { type Fault, placeOf } from './streams.ts';

const fewestLetters = 5;

/** Words of a file name that are one letter away from what the title or the other file names say. Posts in order. */
export function* slipFaults(posts: readonly PostFacts[]): Iterable<Fault<'slip'>> {
  const known = new Map<string, number>();
  for (const post of posts) {
    const own = new Set(wordsOf(slugOf(post.path)));
    const title = new Set(wordsOf(post.title?.value ?? ''));
    for (const word of own) {
      if (title.has(word) || known.has(word)) continue;
      const meant = meantBy(word, title, own) ?? meantBy(word, usedTwice(known), own);
      if (meant === undefined) continue;
      yield {
        message: 'slip',
        data: { word, meant, name: slugOf(post.path) },
        path: post.path,
        range: placeOf(post),
      };
    }
    for (const word of own) known.set(word, (known.get(word) ?? 0) + 1);
  }
}

function usedTwice(known: ReadonlyMap<string, number>): Set<string> {
  return new Set([...known].filter(([, count]) => count > 1).map(([word]) => word));
}

function meantBy(word: string, others: ReadonlySet<string>, own: ReadonlySet<string>): string | undefined {
  return [...others].find(
    (other) =>
      Math.max(word.length, other.length) >= fewestLetters &&
      !own.has(other) &&
      isMistyped(word, other) &&
      !isInflected(word, other),
  );
}

/** Whether two words are forms of one: a letter more or less at the end, or another ending. */
function isInflected(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  return head >= Math.max(a.length, b.length) - 2 || head === 0;
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}
