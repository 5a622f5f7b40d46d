import type { LanguageCode } from '../calendar/languages.ts';
import { findMentions, type Mention } from '../calendar/mentions.ts';
import type { MappedText } from './mapped-text.ts';
import { memoizeText } from './memo.ts';

type Search = (text: string) => readonly Mention[];

// There is one list for each language that a post may be written in.
const searches = new WeakMap<readonly LanguageCode[], Search>();

/** The periods that a text of a post names, in order. Each text is searched once, whoever asks. */
export function mentionsInText(
  { text }: Pick<MappedText, 'text'>,
  languages: readonly LanguageCode[],
): readonly Mention[] {
  let search = searches.get(languages);
  if (search === undefined) {
    search = memoizeText((searched) => findMentions(searched, languages));
    searches.set(languages, search);
  }
  return search(text);
}
