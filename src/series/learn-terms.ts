import type { LanguageCode } from '../calendar/languages.ts';
import { findMentions } from '../calendar/mentions.ts';
import type { SpellingCounts } from '../document/spelling.ts';
import type { PostFacts } from './facts.ts';
import type { Agreement } from './learn.ts';

/** A term that an archive writes in one way, with the spellings that some posts have instead. */
export interface LearnedTerm extends Agreement {
  readonly term: string;
  readonly variants: readonly string[];
}

/** The English of an archive: how many words of those with two spellings are of its kind. */
export interface LearnedEnglish extends Agreement {
  readonly language: 'en-GB' | 'en-US';
}

/** A term is settled when this many uses in this many posts have it, and no more than one in ten departs. */
const fewestUses = 10;
const fewestPosts = 4;
const mostTerms = 20;

/**
 * The terms with capitals inside ("GitHub") that an archive writes in one way nearly always, and that some posts write
 * in another; most used first.
 */
export function learnTerms(posts: readonly PostFacts[]): LearnedTerm[] {
  const words = new Map<string, Map<string, { uses: number; posts: number }>>();
  for (const { terms } of posts) {
    for (const [word, count] of Object.entries(terms)) {
      const spellings = words.get(word.toLowerCase()) ?? new Map();
      const use = spellings.get(word) ?? { uses: 0, posts: 0 };
      spellings.set(word, { uses: use.uses + count, posts: use.posts + 1 });
      words.set(word.toLowerCase(), spellings);
    }
  }
  return [...words.values()]
    .flatMap((spellings) => settledTerm([...spellings]))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostTerms);
}

function settledTerm(
  spellings: readonly (readonly [string, { readonly uses: number; readonly posts: number }])[],
): LearnedTerm[] {
  // In capitals throughout, a word is shouted and not spelled.
  const spelled = spellings.filter(([word]) => word !== word.toUpperCase());
  const [best, ...others] = [...spelled].sort(([, a], [, b]) => b.uses - a.uses);
  if (best === undefined || others.length === 0 || !/^\p{Lu}\p{Ll}+\p{Lu}/u.test(best[0])) return [];
  const { uses, posts } = best[1];
  const departing = others.reduce((sum, [, use]) => sum + use.uses, 0);
  if (uses < fewestUses || posts < fewestPosts || departing * 10 > uses) return [];
  const variants = others.map(([word]) => word).sort();
  return [{ term: best[0], variants: variants.slice(0, 20), count: uses, of: uses + departing }];
}

/** British or American, where nearly all words that tell say so. */
export function learnEnglish(posts: readonly PostFacts[]): LearnedEnglish | null {
  let british = 0;
  let american = 0;
  for (const { spellings } of posts) {
    for (const pair of Object.values(spellings as SpellingCounts)) {
      british += pair?.[0] ?? 0;
      american += pair?.[1] ?? 0;
    }
  }
  const of = british + american;
  const count = Math.max(british, american);
  if (count < 20 || count < of * 0.97) return null;
  return { language: british > american ? 'en-GB' : 'en-US', count, of };
}

/** The language beside English that most titles name their periods in; null where English will do. */
export function learnLanguage(titles: readonly string[]): (Agreement & { readonly language: string }) | null {
  const periodsIn = (title: string, languages: readonly LanguageCode[]) =>
    findMentions(title.slice(0, 300), languages).filter(({ unit }) => unit !== 'year').length;
  const told = titles.filter((title) => periodsIn(title, ['en']) + periodsIn(title, ['de']) > 0);
  const count = told.filter((title) => periodsIn(title, ['en']) < periodsIn(title, ['de'])).length;
  // Four months are spelled alike in both.
  return count > 1 && count >= told.length * 0.4 ? { language: 'de', count, of: told.length } : null;
}
