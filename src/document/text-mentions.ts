import type { LanguageCode } from '../calendar/languages.ts';
import { findMentions, type Mention } from '../calendar/mentions.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';

/** The periods that a text of a post names, in order. Each text is searched once, whoever asks. */
export function mentionsInText(text: MappedText, languages: readonly LanguageCode[]): readonly Mention[] {
  return remembered(text, languages);
}

const remembered = memoize((text: MappedText, languages: readonly LanguageCode[]) =>
  findMentions(text.text, languages),
);
