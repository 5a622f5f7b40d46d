import { mayBegin } from './forms.ts';
import { joinMentions } from './joined.ts';
import { defaultLanguages, grammarFor, type LanguageCode } from './languages.ts';
import type { NamedPeriod } from './period.ts';
import { quotedTitles } from './quoted.ts';
import { readForm } from './reading.ts';
import { standsFor } from './standing.ts';

/** A half-open stretch of the text that was searched, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a mention is written. A `window` is two ISO days that bound whole months. */
export type MentionForm =
  | 'week'
  | 'quarter'
  | 'ordinal-quarter'
  | 'month'
  | 'half'
  | 'year'
  | 'date'
  | 'run'
  | 'window';

/** Words that name a period. A date is a mention of its month. */
export interface Mention extends NamedPeriod, Span {
  readonly form: MentionForm;
  /** What counts the (first) unit: "first", the "2" of "Q2", "April"; null for years. */
  readonly indexSpan: Span | null;
  /** Where the year stands; null where none is written. */
  readonly yearSpan: Span | null;
  /** The later year of "2018/19" and "2022-2023". */
  readonly laterYear: number | null;
  /** The day of a date, as written: it may not exist, see `flaw`; null for anything but a date. */
  readonly day: DatedDay | null;
  /** The weekday beside a date; its span lies outside that of the mention. */
  readonly weekday: Weekday | null;
  /** The last day of a range or pair of days, "September 10-13"; null where the date is one day. */
  readonly until: DayBound | null;
  /** "early", "end of", "summer": the words before the mention that take a part of it, outside its span. */
  readonly part: Part | null;
  /** The mentions that were joined to this one: the items of a list, the ends of a range. Empty for one alone. */
  readonly parts: readonly Mention[];
  /** What no calendar allows in the mention, with the words at fault. */
  readonly flaw: Flaw | null;
}

/** A day of a month; the year is null where none is written. */
export interface DatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A weekday by name; `index` is 1 for Monday to 7 for Sunday, as `weekdayOf` counts. */
export interface Weekday extends Span {
  readonly index: number;
}

export interface DayBound {
  readonly day: DatedDay;
  readonly weekday: Weekday | null;
}

/** A part of a period. The days of a season are not known: they depend on where it is one. */
export interface Part extends Span {
  readonly which: 'early' | 'middle' | 'late' | 'season';
}

/**
 * Why a mention is impossible: a day its month does not have, an ordinal spelt wrong ("30nd"), a month name
 * misspelt, a range that ends before it starts, one quarter twice in a list, months that are not those that the
 * calendar counts to the quarter they stand beside (a series may count others).
 */
export type FlawKind =
  | 'no-such-day'
  | 'ordinal-suffix'
  | 'month-spelling'
  | 'reversed-range'
  | 'listed-twice'
  | 'other-months';

export interface Flaw extends Span {
  readonly kind: FlawKind;
  /** The words that it contradicts, where they are others: the start of the range, the quarter of the months. */
  readonly other: Span | null;
}

/**
 * All mentions of periods in a text, in order, runs joined ("April, May, and June of 2024" is one). Titles in
 * quotation marks are left out. Linear: one scan stops where a mention may begin, and what is tried there is
 * bounded.
 */
export function findMentions(text: string, languages: readonly LanguageCode[] = defaultLanguages): Mention[] {
  const grammar = grammarFor(languages);
  const { trigger } = grammar;
  const found: Mention[] = [];
  let free = 0;
  trigger.lastIndex = 0;
  while (trigger.test(text)) {
    // The trigger takes no characters: it ends where it has found something.
    const at = trigger.lastIndex;
    const mention = mayBegin(text, at) ? readForm(text, at, free, grammar) : null;
    trigger.lastIndex = mention === null ? at + 1 : mention.end;
    if (mention === null) continue;
    free = mention.end;
    found.push(mention);
  }
  if (found.length === 0) return found;
  const titles = quotedTitles(text);
  const standing = found.filter((mention) => !titles.hold(mention));
  const joined = joinMentions(text, standing, grammar);
  return joined.filter((mention, index) => standsFor(text, mention, joined[index - 1]?.end ?? 0, grammar));
}
