import { grammarFor } from '../calendar/languages.ts';
import { misspeltMonth } from '../calendar/spelling.ts';
import type { Document } from './document.ts';
import { blocksWith } from './joined-texts.ts';
import { matchesIn } from './matches.ts';
import type { ProseBlock } from './model.ts';
import { meetsSpan } from './spans.ts';
import { isQuoted } from './spelling.ts';

/** A misspelt month beside a day, without a year: "Febuary 3". */
export interface MisspeltMonth {
  readonly block: ProseBlock;
  /** Offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly month: number;
}

// The beginnings of the months with seven letters and more (shorter ones are a slip away from other words) and their ends
// in English: months that end otherwise are another language's, or many.
const candidate =
  /(?<![\p{L}\p{N}_@#.-])(?:Ja|Je|Jn|Fe|Fb|Fr|Se|Sp|St|Oc|Ot|No|Nv|De|Dc)\p{Ll}{4,9}(?<=y|[^a]r)(?![\p{L}\p{N}_-])/gu;
// Cheap, and met by few texts: the day, and how such a word begins and ends.
const mayMisspell = /(?:Ja|Je|Jn|Fe|Fb|Fr|Se|Sp|St|Oc|Ot|No|Nv|De|Dc)\S{3,8}[yr]/g;
const dayBefore = /(?<![\p{L}\p{N}.,:/$€£#-])(?:[12]?\d|3[01])(?:st|nd|rd|th)?\s(?:of\s)?$/u;
const dayBehind = /^\s(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\p{L}\p{N}_:%-]|[.,]\d)/u;
const yearBehind = /^(?:\s\d{1,2}(?:st|nd|rd|th)?)?,?\s(?:19|20)\d\d/;

/** Misspelt months of days without a year, outside links and quotations. Dates with a year are mentions. */
export function* misspeltMonths(document: Document): Iterable<MisspeltMonth> {
  const grammar = grammarFor(document.languages);
  for (const block of blocksWith(document, mayMisspell)) {
    if (block.inQuote || !/\d/.test(block.text)) continue;
    for (const { 0: word, index: start } of matchesIn(block.text, candidate)) {
      const end = start + word.length;
      const before = block.text.slice(Math.max(0, start - 12), start);
      const behind = block.text.slice(end, end + 16);
      if (!(dayBefore.test(before) || dayBehind.test(behind)) || yearBehind.test(behind)) continue;
      const month = misspeltMonth(word, grammar, 1);
      if (month === null || meetsSpan(block.links, start, end)) continue;
      if (!isQuoted(block.text, start, end)) yield { block, start, end, month };
    }
  }
}
