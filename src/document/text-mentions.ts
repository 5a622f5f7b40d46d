import type { LanguageCode } from '../calendar/languages.ts';
import { findMentions, type Mention } from '../calendar/mentions.ts';
import type { MappedText } from './mapped-text.ts';

interface Searched {
  readonly languages: readonly LanguageCode[];
  readonly mentions: readonly Mention[];
}

// A post has one list of languages, so that comparing the lists themselves is enough.
const known = new WeakMap<MappedText, Searched>();

/** The periods that a text of a post names, in order. Each text is searched once, whoever asks. */
export function mentionsInText(text: MappedText, languages: readonly LanguageCode[]): readonly Mention[] {
  const before = known.get(text);
  if (before?.languages === languages) return before.mentions;
  const mentions = findMentions(text.text, languages);
  known.set(text, { languages, mentions });
  return mentions;
}
