import { findMentions, type Mention } from '../calendar/mentions.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';

/** The periods that a text of a post names, in order. Each text is searched once, whoever asks. */
export function mentionsInText(text: MappedText): readonly Mention[] {
  return remembered(text, null);
}

const remembered = memoize((text: MappedText, _key: null) => findMentions(text.text));
