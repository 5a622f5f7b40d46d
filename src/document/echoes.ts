import { findMentions, type Mention } from '../calendar/mentions.ts';
import type { Document } from './document.ts';
import { descriptionKeys } from './front-matter.ts';
import type { MappedText } from './mapped-text.ts';
import { introOf } from './prose-periods.ts';

/** A day that the introduction names in the same words in which the description names another. */
export interface Echo {
  readonly intro: DatedWords;
  readonly description: DatedWords;
}

export interface DatedWords {
  readonly text: MappedText;
  readonly mention: Mention;
}

/**
 * Pairs of days that differ after the same four words: "applications are open until". Where the
 * introduction names the day of the description as well, both are meant; a weekday beside one decides elsewhere.
 */
export function echoesOf(document: Document): Echo[] {
  const values = descriptionKeys.flatMap((key) => document.frontMatter?.get(key)?.value ?? []);
  const described = new Map(
    values.flatMap((value) => datedWordsIn(document, value)).map((words) => [frameOf(words), words]),
  );
  if (described.size === 0) return [];
  const told = introOf(document).flatMap((block) => datedWordsIn(document, block));
  return told.flatMap((intro) => {
    const description = described.get(frameOf(intro));
    if (description === undefined) return [];
    const repeated = told.some(({ mention }) => !differ(mention, description.mention));
    return repeated ? [] : [{ intro, description }];
  });
}

function datedWordsIn(document: Document, text: MappedText): DatedWords[] {
  return findMentions(text.text, document.languages)
    .filter(({ day, weekday }) => day !== null && weekday === null)
    .map((mention) => ({ text, mention }))
    .filter((words) => frameOf(words).split(' ').length === frameLength);
}

const frameLength = 4;

/** The words before a day, as many as show that two sentences are one. */
function frameOf({ text, mention }: DatedWords): string {
  const before = text.text.slice(Math.max(0, mention.start - 80), mention.start).toLowerCase();
  return (before.match(/[\p{L}\p{N}]+/gu) ?? []).slice(-frameLength).join(' ');
}

function differ({ day: a }: Mention, { day: b }: Mention): boolean {
  return a !== null && b !== null && (a.month !== b.month || a.day !== b.day);
}
