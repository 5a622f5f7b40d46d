import { english } from './english.ts';
import { german } from './german.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { type Language, mergeLanguages } from './language.ts';

const tables = { en: english, de: german } satisfies Record<string, Language>;

/** A language that mentions can be read in. */
export type LanguageCode = keyof typeof tables;

/** English alone, as posts are read where nothing is configured. */
export const defaultLanguages: readonly LanguageCode[] = ['en'];

const grammars = new Map<string, Grammar>();

/** The grammar of one language or of several together, made once. */
export function grammarFor(languages: readonly LanguageCode[]): Grammar {
  const key = languages.join();
  const known = grammars.get(key);
  if (known !== undefined) return known;
  const [first = 'en', ...others] = languages;
  const merged = others.reduce<Language>((all, code) => mergeLanguages(all, tables[code]), tables[first]);
  const grammar = grammarOf(merged);
  grammars.set(key, grammar);
  return grammar;
}

/** The months of each language, the one that a series is configured in before English; each with its names, longest first. */
export function monthTables(languages: readonly LanguageCode[]): readonly Language['months'][] {
  return languages.map((code) => tables[code].months).reverse();
}

const lists: Readonly<Record<LanguageCode, readonly LanguageCode[]>> = {
  en: defaultLanguages,
  de: ['en', 'de'],
};

/** The languages to read a post in that is configured as `tag` ("de-AT"): that one and English. One list for each. */
export function languagesOf(tag: string | null): readonly LanguageCode[] {
  const code = tag?.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(lists, code) ? lists[code as LanguageCode] : defaultLanguages;
}
