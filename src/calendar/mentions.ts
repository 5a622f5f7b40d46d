import { readDay } from './dated.ts';
import { type NamedPeriod, type PeriodUnit, runOf } from './period.ts';
import {
  afterMonth,
  afterVerb,
  beforeMonth,
  doubtfulMonths,
  finalWords,
  fiscalAfter,
  fiscalBefore,
  listJoint,
  monthNumbers,
  monthPattern,
  ordinalNumbers,
  ordinalPattern,
  rangeJoint,
  yearTail,
} from './words-en.ts';

/** A half-open stretch of the text that was searched, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type MentionForm = 'quarter' | 'ordinal-quarter' | 'month' | 'half' | 'year' | 'date' | 'run';

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
  /** The last day of a range of days, "September 10-13"; null where the date is one day. */
  readonly until: DayBound | null;
  /** What no calendar allows in the mention, with the words at fault. */
  readonly flaw: Flaw | null;
}

/** A day of a month; the year is null where none is written. */
export interface DatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A weekday by name; `index` is 1 for Monday to 7 for Sunday, as {@link weekdayOf} counts. */
export interface Weekday extends Span {
  readonly index: number;
}

export interface DayBound {
  readonly day: DatedDay;
  readonly weekday: Weekday | null;
}

/**
 * Why a mention is impossible: a day its month does not have, an ordinal spelt wrong ("30nd"), a month name
 * misspelt, a range that ends before it starts, one period twice in a list, months that are not those of the
 * quarter they stand beside.
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
}

// Marks that join what follows to a name, a price or a number are no edge.
const edge = '(?<![\\w\\u00C0-\\u024F$€£#@])';
const end = `(?![\\w\\u00C0-\\u024F]|-(?!mid-|q[1-4]|${monthPattern})\\p{L}|[.,]\\d)`;
const year = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
const laterYear = '(?:\\s?[-–/]\\s?(?<later>(?:20)?\\d\\d)(?![\\w-]))?';
const yearAfter = `(?:\\s?['’](?<short>\\d\\d)|(?:\\s{1,2}(?:of|in)\\s{1,2}|\\s?[,/-]?\\s{0,2})${year}${laterYear})`;
const yearBefore = `${year}\\s?[,/-]?\\s{0,2}`;
const month = `(?<month>${monthPattern})(?!\\w)(?:(?<=\\b\\w{3,4})(?<!may|june|july)\\.)?`;
const day = '(?<day>[0-3]?\\d)(?<suffix>st|nd|rd|th)?(?![\\w:%]|[./,]\\d)';
const upTo = '(?:[-–—/&](?<to>[1-4])(?!\\d))?';

const pattern = (source: string) => new RegExp(source + end, 'diuy');

/** In the order in which they are tried at one place. Every repetition in them is bounded. */
const forms: readonly (readonly [MentionForm, PeriodUnit, RegExp])[] = [
  ['date', 'month', pattern(`${year}-(?<number>0[1-9]|1[0-2])-(?<day>[0-3]\\d)`)],
  ['quarter', 'quarter', pattern(`${yearBefore}(?:Q|Quarter\\s)(?<number>[1-4])${upTo}`)],
  ['quarter', 'quarter', pattern(`(?:Q|Quarter\\s)(?<number>[1-4])${upTo}${yearAfter}`)],
  ['quarter', 'quarter', pattern(`(?:Q|Quarter\\s)(?<number>[1-4])${upTo}`)],
  ['quarter', 'quarter', pattern("(?<number>[1-4])Q['’]?(?<year>(?:20)?\\d\\d)")],
  [
    'ordinal-quarter',
    'quarter',
    pattern(
      `(?<ordinal>${ordinalPattern})(?:\\s(?:and|&|to)\\s(?<toOrdinal>${ordinalPattern}))?[\\s-](?:calendar\\s)?quarters?${yearAfter}?`,
    ),
  ],
  ['half', 'half', pattern(`(?:H(?<number>[12])|(?<ordinal>first|1st|second|2nd)\\shalf)${yearAfter}`)],
  ['half', 'half', pattern(`${yearBefore}H(?<number>[12])`)],
  ['date', 'month', pattern(`${day}\\s(?:of\\s)?${month}(?:,?\\s${year})?`)],
  [
    'date',
    'month',
    pattern(`${month}\\s${day}(?:\\s?[-–]\\s?(?<until>[0-3]?\\d)(?!\\d))?(?:,?\\s{1,2}${year})?`),
  ],
  [
    'month',
    'month',
    pattern(`(?:(?<number>0[1-9]|1[0-2])(?:[/-]|\\s(?:and|&)\\s))?(?<to>0[1-9]|1[0-2])/${year}`),
  ],
  ['month', 'month', pattern(`${month}${yearAfter}`)],
  ['month', 'month', pattern(month)],
  ['year', 'year', pattern(`${year}(?![-/]\\d)`)],
];

const trigger = new RegExp(`${edge}(?=\\d|q[1-4]|h[12]|quarter\\s|${ordinalPattern}|${monthPattern})`, 'giu');

/**
 * All mentions of periods in a text, in order, runs joined ("April, May, and June of 2024" is one).
 * Linear: one scan stops where a mention may begin, and what is tried there is bounded.
 */
export function findMentions(text: string): Mention[] {
  const found: Mention[] = [];
  trigger.lastIndex = 0;
  for (let hit = trigger.exec(text); hit !== null; hit = trigger.exec(text)) {
    const mention = mentionAt(text, hit.index);
    trigger.lastIndex = mention === null ? hit.index + 1 : mention.end;
    if (mention === null) continue;
    const joined = joinedTo(found.at(-1), mention, text);
    if (joined === null) found.push(mention);
    else found[found.length - 1] = joined;
  }
  return found.filter((mention) => standsFor(text, mention));
}

function mentionAt(text: string, at: number): Mention | null {
  for (const [form, unit, pattern] of forms) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const mention = match === null ? null : readMention(text, match, form, unit);
    if (mention !== null) return mention;
  }
  return null;
}

function readMention(
  text: string,
  match: RegExpExecArray,
  form: MentionForm,
  unit: PeriodUnit,
): Mention | null {
  const groups = match.groups ?? {};
  const end = match.index + match[0].length;
  const year = yearOf(groups.year ?? groups.short);
  const counter = groups.number ?? groups.ordinal ?? groups.month ?? groups.to;
  const index = counter === undefined ? 1 : numberOf(counter, year);
  if (
    index === null ||
    (form === 'ordinal-quarter' && year === null && !yearTail.test(text.slice(end, end + 24)))
  ) {
    return null;
  }
  const dated = readDay(text, match, index, year);
  if (form === 'date' && dated.day === null) return null;
  const to = numberOf(groups.to ?? groups.toOrdinal ?? '', year) ?? index;
  if (to < index) return null;
  return {
    start: match.index,
    end,
    form: to > index ? 'run' : form,
    unit,
    index,
    count: to - index + 1,
    year,
    indexSpan: groupSpan(match, 'number', 'ordinal', 'month', 'to'),
    yearSpan: groupSpan(match, 'year', 'short'),
    laterYear: yearOf(groups.later),
    ...dated,
  };
}

function groupSpan(match: RegExpExecArray, ...names: string[]): Span | null {
  for (const name of names) {
    const span = match.indices?.groups?.[name];
    if (span !== undefined) return { start: span[0], end: span[1] };
  }
  return null;
}

function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function numberOf(counter: string, year: number | null): number | null {
  const word = counter.toLowerCase();
  // "The last quarter" is the one before, the one reported or the fourth: only a year tells.
  if (finalWords.has(word)) return year === null ? null : 4;
  return monthNumbers.get(word) ?? ordinalNumbers.get(word) ?? (/^\d+$/.test(word) ? Number(word) : null);
}

function joinedTo(before: Mention | undefined, next: Mention, text: string): Mention | null {
  if (before === undefined || before.form === 'date' || next.form === 'date') return null;
  const gap = text.slice(before.end, next.start);
  if (gap.length > 14) return null;
  const range = rangeJoint.test(gap);
  if (!range && !listJoint.test(gap)) return null;
  const end = next.index < before.index && next.laterYear !== null ? { ...next, year: next.laterYear } : next;
  const run = runOf(before, end, !range);
  return run && { ...next, ...run, start: before.start, form: 'run', indexSpan: before.indexSpan };
}

/** Whether the words really stand for a period, by what is around them. */
function standsFor(text: string, mention: Mention): boolean {
  const before = text.slice(Math.max(0, mention.start - 14), mention.start);
  if (/[\w.][-._]$/.test(before) && !/\bmid-$/i.test(before)) return false;
  if (fiscalBefore.test(before) || fiscalAfter.test(text.slice(mention.end, mention.end + 12))) return false;
  if (mention.yearSpan !== null || mention.form === 'date') {
    return mention.yearSpan !== null || mention.unit !== 'month' || isCapital(text, mention);
  }
  if (mention.unit === 'month') return isCapital(text, mention) && isMonth(text, mention, before);
  // "Q1: How did you …" numbers questions.
  return !(
    mention.form === 'quarter' &&
    /(?:^|\n)\W*$/.test(before) &&
    /^[:.)]/.test(text.slice(mention.end))
  );
}

function isCapital(text: string, { indexSpan }: Mention): boolean {
  return indexSpan !== null && !/[a-z]/.test(text.charAt(indexSpan.start));
}

/** Whether a month name without day or year is a month and no name of a person, verb or auxiliary. */
function isMonth(text: string, mention: Mention, before: string): boolean {
  if (mention.count > 1 || beforeMonth.test(before)) return true;
  const word = text.slice(mention.start, mention.end).toLowerCase();
  if (word.length <= 4 && !word.endsWith('.') && !['may', 'june', 'july'].includes(word)) return false;
  if (!doubtfulMonths.has(word)) return true;
  const after = text.slice(mention.end, mention.end + 12);
  return afterMonth.test(after) || (!afterVerb.test(after) && !/^\s[a-z]/.test(after));
}
