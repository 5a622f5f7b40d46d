import { slugOf } from '../calendar/slug.ts';
import { memoizeText } from '../document/memo.ts';
import { otherSpelling } from '../document/spelling.ts';
import { isInflected, isMistyped } from './close-names.ts';
import type { PostFacts } from './facts.ts';
import { type Fault, placeOf } from './streams.ts';
import { mostAsked } from './usual.ts';

const fewestLetters = 5;

/** Words of a file name that are a letter away from what the title or most other file names say. Posts in order. */
export function* slipFaults(posts: readonly PostFacts[]): Iterable<Fault<'slip'>> {
  const known = new Set<string>();
  const words = posts.map(({ path }) => wordsOf(slugOf(path)));
  for (const [at, post] of posts.entries()) {
    const own = words[at]!;
    const name = slugOf(post.path);
    const title = wordsOfTitle(post.title?.value ?? '');
    const strange = post.stated.includes('path')
      ? []
      : [...own].filter((word) => !title.has(word) && !known.has(word));
    for (const word of strange) {
      const meant =
        meantBy(word, title, own) ??
        meantBy(word, wordsOfMost(words.slice(Math.max(0, at - mostAsked), at)), own);
      if (meant !== undefined)
        yield { message: 'slip', data: { word, meant, name }, path: post.path, range: placeOf(post) };
    }
    for (const word of own) known.add(word);
  }
}

/** The words that at least half of some names have, and two of them. */
function wordsOfMost(names: readonly ReadonlySet<string>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const name of names) for (const word of name) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > 1 && count * 2 >= names.length).map(([word]) => word),
  );
}

function meantBy(word: string, others: ReadonlySet<string>, own: ReadonlySet<string>): string | undefined {
  return [...others].find((other) => {
    if (Math.max(word.length, other.length) < fewestLetters || own.has(other)) return false;
    // Each English has its words, and a file may be named in another one than the title.
    return isMistyped(word, other) && !isInflected(word, other) && otherSpelling(word) !== other;
  });
}

/** The words of a name, as file names write them: small, without accents, and with ä and ae as one. */
const wordsOf = memoizeText((name): ReadonlySet<string> => new Set(plainOf(name).match(/\p{L}{4,}/gu)));

/** Those of a title, where a file name may leave out hyphens and apostrophes. */
const wordsOfTitle = memoizeText((title): ReadonlySet<string> => {
  const joined = plainOf(title).match(/(?<!\p{L})\p{L}+(?:[-'’]\p{L}+){1,3}/gu) ?? [];
  return new Set([...wordsOf(title), ...joined.map((words) => words.replace(/[-'’]/g, ''))]);
});

const folded: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd' };

function plainOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđ]/g, (letter) => folded[letter]!)
    .replace(/([aou])e/g, '$1');
}
