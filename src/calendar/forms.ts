import { abbreviations, anyOf, type Language } from './language.ts';
import type { MentionForm } from './mentions.ts';
import type { PeriodUnit } from './period.ts';

/** One way of writing a period; `pattern` is sticky, and its named groups are what it says. */
export interface Form {
  readonly form: MentionForm;
  readonly unit: PeriodUnit;
  readonly pattern: RegExp;
}

/** Letters and marks that join what follows to a name, a price or a number are no edge. */
const edge = '(?<![\\p{L}\\p{N}_$€£#@]|\\d[.,])';
const year = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
const later = '(?:\\s?[-–/]\\s?(?<later>(?:20)?\\d\\d)(?![\\p{L}\\p{N}_-]))?';
const dayNumber = (name: string) => `(?<${name}>[0-3]?\\d)`;
/** Nothing that makes the number a part of a time, a decimal or a share. */
const afterDay = '(?![\\p{L}\\p{N}_:%]|[./,]\\d)';

/** Every form of a language, in the order in which they are tried at one place. Every repetition is bounded. */
export function buildForms(language: Language): Form[] {
  const pieces = piecesOf(language);
  const form = (form: MentionForm, unit: PeriodUnit, source: string): Form => ({
    form,
    unit,
    pattern: new RegExp(source + pieces.end, 'diuy'),
  });
  return [
    ...dayForms(pieces).map((source) => form('date', 'month', source)),
    ...weekForms(pieces).map((source) => form('week', 'week', source)),
    ...fiscalForms(pieces).map(([unit, source]) => form(unit === 'year' ? 'year' : 'quarter', unit, source)),
    ...quarterForms(pieces).map((source) => form('quarter', 'quarter', source)),
    form('ordinal-quarter', 'quarter', pieces.ordinalQuarter),
    ...monthsOfYear(pieces).map((source) => form('run', 'month', source)),
    ...halfForms(pieces).map((source) => form('half', 'half', source)),
    ...monthForms(pieces).map((source) => form('month', 'month', source)),
    form('year', 'year', `(?<!\\d/)${year}(?![-/]\\d)`),
  ];
}

/** Where any of the forms may begin. Most numbers of a text are years, days or quarters to no eye. */
export function startOfForms(language: Language): RegExp {
  const { month, ordinal, quarter, week, fiscal, mark } = piecesOf(language);
  const digits = `(?:19|20)\\d\\d(?!\\d)|20\\d{4}[-–]|[1-4]Q|[0-3]?\\d(?:${mark})?[-–—\\s,/]`;
  const words = `q[1-4]|h[12]|w\\d|${quarter}\\s|${week}\\s|${fiscal}|${ordinal}|${month}`;
  return new RegExp(`${edge}(?=${digits}|${words})`, 'giu');
}

function piecesOf(language: Language) {
  const { units } = language;
  const of = anyOf(language.of);
  const and = anyOf(language.and);
  const month = anyOf(language.months.flat());
  const ordinal = anyOf([...language.ordinals.flat(), ...language.finals]);
  const quarter = anyOf(units.quarter);
  const until = `\\s(?:${anyOf([...language.and, ...language.to])})\\s`;
  const articles = `(?:${anyOf(language.articles)}\\s)?`;
  const yearAfter = `(?:\\s?['’](?<short>\\d\\d)|(?:\\s{1,2}${of}\\s{1,2}|\\s?[,/-]?\\s{0,2})${year}${later})`;
  const short = abbreviations(language.months);
  return {
    month,
    /** A month with its dot, which only an abbreviation has. */
    namedMonth: `(?<month>${month})(?![\\p{L}\\p{N}_])(?:(?<=(?<!\\p{L})${anyOf(short)})\\.)?`,
    ordinal,
    quarter,
    week: anyOf(units.week),
    half: anyOf(units.half),
    fiscal: anyOf(language.fiscal),
    of,
    dayOf: anyOf(language.dayOf),
    and,
    articles,
    yearAfter,
    mark: anyOf(language.dayMarks.map(({ mark }) => mark)),
    range: anyOf(language.to),
    count: `(?<ordinal>${anyOf([...(language.ordinals[0] ?? []), ...language.finals])})\\s(?<howMany>${anyOf(language.numbers.flat())})\\s${anyOf(units.month)}`,
    ordinalQuarter: `(?<ordinal>${ordinal})(?:${until}(?<toOrdinal>${ordinal}))?[\\s-](?:calendar\\s)?${quarter}${yearAfter}?`,
    end: `(?![\\p{L}\\p{N}_]|-(?!mid-|q[1-4]|${month})\\p{L}|[.,]\\d)`,
  };
}

type Pieces = ReturnType<typeof piecesOf>;

function dayForms({ month, namedMonth, mark, dayOf, and, range }: Pieces): string[] {
  const day = `${dayNumber('day')}(?<mark>${mark})?`;
  const last = `${dayNumber('until')}(?:${mark})?`;
  const between = `\\s(?:[-–—]|(?<and>${and})|${range})\\s`;
  // "May 10 and 3 others" names one day, "May 10 and 13" two.
  const noCount = `(?=[0-3]?\\d(?:${mark})?(?!\\d|\\s?\\p{L}))`;
  const word = '(?<wrong>\\p{Lu}\\p{Ll}{3,10})';
  return [
    `${isoDay('')}\\s?(?:[-–—]|${range})\\s?${isoDay('2')}`,
    isoDay(''),
    `${day}(?:(?:[-–—]|${between})${last})?\\s(?:${dayOf}\\s)?${namedMonth}(?:,?\\s${year})?`,
    `${namedMonth}\\s${day}${afterDay}(?:(?:[-–—]|${between}${noCount})${last}${afterDay}(?!\\s${month}))?(?:,?\\s{1,2}${year})?`,
    `(?<=${word}\\.?\\s)${day},?\\s${year}`,
    `${day}\\s(?:${dayOf}\\s)?${word},?\\s${year}`,
  ];
}

function isoDay(suffix: string): string {
  return `(?<year${suffix}>(?:19|20)\\d\\d)-(?<number${suffix}>0[1-9]|1[0-2])-(?<day${suffix}>[0-3]\\d)(?!\\d)`;
}

function weekForms({ week, of, articles }: Pieces): string[] {
  const number = '(?<number>[0-5]?\\d)';
  return [
    `${year}-?W(?<number>[0-5]\\d)`,
    `(?:${week}\\s|W)${number}(?:,?\\s(?:${of}\\s)?${articles}|/)${year}`,
  ];
}

function fiscalForms({ fiscal, of, ordinal, quarter, articles }: Pieces): ['quarter' | 'year', string][] {
  const year = "['’]?(?<year>(?:20)?\\d\\d)(?:[-–/](?<later>(?:20)?\\d\\d))?(?!\\d)";
  const count = `(?:Q(?<number>[1-4])|(?<ordinal>${ordinal})\\s${quarter})`;
  return [
    ['quarter', `(?<fiscal>${fiscal})\\s?${year}[\\s,-]{0,2}${count}`],
    ['quarter', `${count}[\\s,]{1,2}(?:${of}\\s)?${articles}(?<fiscal>${fiscal})\\s?${year}`],
    ['quarter', `(?<fiscal>${fiscal})\\s${count}(?:\\s(?:${of}\\s)?${year})?`],
    ['year', `(?<fiscal>${fiscal})\\s?${year}`],
  ];
}

function quarterForms({ quarter, yearAfter }: Pieces): string[] {
  const one = `(?:Q|${quarter}\\s)(?<number>[1-4])(?:[-–—/&](?<to>[1-4])(?!\\d))?`;
  return [
    `${year}\\s?[,/-]?\\s{0,2}${one}`,
    `${one}${yearAfter}`,
    one,
    "(?<number>[1-4])Q['’]?(?<year>(?:20)?\\d\\d)",
  ];
}

/** "the first three months of 2022" */
function monthsOfYear({ count, yearAfter }: Pieces): string[] {
  return [`${count}${yearAfter}`];
}

function halfForms({ ordinal, half, yearAfter }: Pieces): string[] {
  return [
    `(?:H(?<number>[12])|(?<ordinal>${ordinal})\\s${half})${yearAfter}`,
    `${year}\\s?[,/-]?\\s{0,2}H(?<number>[12])`,
  ];
}

function monthForms({ namedMonth, yearAfter, and }: Pieces): string[] {
  const number = '0[1-9]|1[0-2]';
  return [
    `(?<!\\d/)(?:(?<number>${number})(?:-|\\s${and}\\s))?(?<to>${number})/${year}`,
    `(?<year>20\\d\\d)(?<number>${number})[-–](?<year2>20\\d\\d)(?<to>${number})`,
    `${namedMonth}${yearAfter}`,
    namedMonth,
  ];
}
