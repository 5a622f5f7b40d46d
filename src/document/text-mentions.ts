import { grammarFor, type LanguageCode } from '../calendar/languages.ts';
import { findMentions, type Mention } from '../calendar/mentions.ts';
import type { Document } from './document.ts';
import { blocksWith } from './joined-texts.ts';
import { memoize, memoizeText } from './memo.ts';
import type { ProseBlock } from './model.ts';

type Search = (text: string) => readonly Mention[];

// There is one list for each language that a post may be written in.
const searches = new WeakMap<readonly LanguageCode[], Search>();

/** The periods that a text names, in order. Each text is searched once, whoever asks. */
export function mentionsInText(text: string, languages: readonly LanguageCode[]): readonly Mention[] {
  let search = searches.get(languages);
  if (search === undefined) {
    search = memoizeText((searched) => findMentions(searched, languages));
    searches.set(languages, search);
  }
  return search(text);
}

/**
 * The blocks of a post that may name a period, in source order: a mention begins where the trigger of its language finds
 * something, in a block alone as among others, for it looks back at one sign and needs no end of the text.
 */
export const blocksWithTimes = memoize(
  (document: Document, _: null): ReadonlySet<ProseBlock> =>
    new Set(blocksWith(document, grammarFor(document.languages).trigger)),
  'dates',
);

/** The periods that a block of a post names, in order. */
export function mentionsInBlock(document: Document, block: ProseBlock): readonly Mention[] {
  return blocksWithTimes(document, null).has(block) ? mentionsInText(block.text, document.languages) : none;
}

const none: readonly Mention[] = [];
