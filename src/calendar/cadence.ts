import type { Span } from './mentions.ts';
import { cadenceUnits, ownCadence } from './words-en.ts';

export type CadenceUnit = 'week' | 'month' | 'quarter' | 'half' | 'year';

/** Where a post names its own rhythm: the words from the adjective to the noun, "monthly report". */
export interface CadenceMention extends Span {
  readonly word: string;
  readonly unit: CadenceUnit;
}

// Short, and met by few texts: how all adjectives of a rhythm end, before a noun.
const cadenceWords = /(?:ly|annual) /i;

/** Finds where a post calls itself weekly, monthly, quarterly and so on; other posts' rhythms do not count. */
export function findOwnCadence(text: string): CadenceMention[] {
  if (!cadenceWords.test(text)) return [];
  return [...text.matchAll(ownCadence)].flatMap((match) => {
    const word = match[1] ?? '';
    const unit = cadenceUnits.get(word.toLowerCase());
    const end = match.index + match[0].length;
    return unit === undefined ? [] : [{ start: match.index + match[0].lastIndexOf(word), end, word, unit }];
  });
}

/** The adjective of a rhythm: "quarterly". */
export function cadenceWord(unit: CadenceUnit): string {
  return [...cadenceUnits].find(([, stands]) => stands === unit)?.[0] ?? '';
}
