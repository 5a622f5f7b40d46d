import { isDigitAt, isLetterOrNumberBefore, isSpaceAt } from './characters.ts';
import { dayForms } from './day-forms.ts';
import { anyOf as anySource, type Language } from './language.ts';
import type { MentionForm } from './mentions.ts';
import { mayBeginWith, type Pattern } from './pattern.ts';
import {
  anyOf,
  character,
  either,
  maybe,
  named,
  not,
  sequence,
  space,
  times,
  where,
  words,
} from './pattern-parts.ts';
import type { PeriodUnit } from './period.ts';
import {
  beforeCount,
  digit,
  monthNumber,
  noDigit,
  oneToFour,
  type Pieces,
  piecesOf,
  year,
  yearOrShort,
} from './pieces.ts';

/** One way of writing a period; the named parts of `pattern` are what it says. */
export interface Form {
  readonly form: MentionForm;
  readonly unit: PeriodUnit;
  readonly pattern: Pattern;
}

/** Whether what stands at a place is no part of a name, a price or a number. */
export function mayBegin(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if (before === ' ') return true;
  if ('_$€£#@'.includes(before) || isLetterOrNumberBefore(text, at)) return false;
  return !((before === '.' || before === ',') && isDigitAt(text, at - 2));
}

/** What stands where a mention begins: a year or a longer number, one or two digits, anything else. */
export type Start = 'year' | 'count' | 'word';

/** How a form begins; an ordinal is a word ("first") or begins with a count ("1st"). */
type Begins = Start | 'ordinal';
export type PatternFrom = readonly [Begins, Pattern];

/** What stands at a place where a mention may begin. */
export function startAt(text: string, at: number): Start {
  if (!isDigitAt(text, at)) return 'word';
  return isDigitAt(text, at + 1) && isDigitAt(text, at + 2) ? 'year' : 'count';
}

/** The forms to try at a place by what stands there, in order. */
export class Forms {
  readonly #all: readonly Form[];
  readonly #byFirst = new Map<number, readonly Form[]>();

  constructor(all: readonly Form[]) {
    this.#all = all;
  }

  /** Those that may begin with a character, by its code: others would not match. */
  beginningWith(code: number): readonly Form[] {
    let forms = this.#byFirst.get(code);
    if (forms === undefined) {
      forms = this.#all.filter(({ pattern }) => mayBeginWith(pattern, code));
      this.#byFirst.set(code, forms);
    }
    return forms;
  }
}

/** Every form of a language by how it begins, in the order in which they are tried at one place. Every repetition is bounded. */
export function buildForms(language: Language): Readonly<Record<Start, Forms>> {
  const pieces = piecesOf(language);
  const { ordinalQuarter, count, yearAfter, end } = pieces;
  const forms: Record<Start, Form[]> = { year: [], count: [], word: [] };
  const add = (form: MentionForm, unit: PeriodUnit, patterns: readonly PatternFrom[]) => {
    for (const [begins, pattern] of patterns)
      for (const start of begins === 'ordinal' ? (['count', 'word'] as const) : [begins])
        forms[start].push({ form, unit, pattern: sequence(pattern, end) });
  };
  add('date', 'month', dayForms(pieces));
  add('week', 'week', weekForms(pieces));
  add('quarter', 'quarter', fiscalForms(pieces));
  add('year', 'year', [['word', fiscalYear(pieces)]]);
  add('quarter', 'quarter', quarterForms(pieces));
  add('ordinal-quarter', 'quarter', [['ordinal', ordinalQuarter]]);
  add('run', 'month', [['ordinal', sequence(count, yearAfter)]]);
  add('half', 'half', halfForms(pieces));
  add('month', 'month', monthForms(pieces));
  add('year', 'year', [['year', sequence(noPartOfDate, year, not(sequence(anyOf('-/'), digit)))]]);
  const { year: ofYear, count: ofCount, word } = forms;
  return { year: new Forms(ofYear), count: new Forms(ofCount), word: new Forms(word) };
}

/**
 * Finds where any of the forms may begin, see {@link mayBegin}. Most numbers of a text are years, days or quarters to no
 * eye.
 */
export function startOfForms({ months, ordinals, finals, units, fiscal, dayMarks }: Language): RegExp {
  const marks = anySource(dayMarks.map(({ mark }) => mark));
  const digits = `(?:19|20)\\d\\d(?!\\d)|20\\d{4}[-–]|[1-4]Q|[0-3]?\\d(?:${marks})?[-–—\\s,/]`;
  const alone = anySource([...fiscal, ...ordinals.flat(), ...finals, ...months.flat()]);
  const counted = anySource([...units.quarter, ...units.week]);
  return new RegExp(`(?<![\\w$€£#@])(?=${digits}|q[1-4]|h[12]|w\\d|${counted}\\s|${alone})`, 'gi');
}

function weekForms({ week, ofSpace, articles }: Pieces): PatternFrom[] {
  const number = named('number', sequence(maybe(anyOf('012345')), digit));
  const joint = either(sequence(maybe(','), space, ofSpace, articles), words(['/']));
  const isoNumber = named('number', sequence(anyOf('012345'), digit));
  return [
    ['year', sequence(year, maybe('-'), 'w', isoNumber)],
    ['word', sequence(either(sequence(week, space), words(['w'])), number, joint, year)],
  ];
}

/** The number of a fiscal year, which may have two. */
const fiscalNumber = sequence(
  maybe(anyOf("'’")),
  named('year', yearOrShort),
  maybe(anyOf('-–/'), named('later', yearOrShort)),
  noDigit,
);

function fiscalYear({ fiscal }: Pieces): Pattern {
  return sequence(fiscal, maybe(space), fiscalNumber);
}

function fiscalForms(pieces: Pieces): PatternFrom[] {
  const { fiscal, ofSpace, ordinal, quarter, articles } = pieces;
  const ofYear = fiscalYear(pieces);
  const count = either(
    sequence('q', named('number', oneToFour)),
    sequence(named('ordinal', ordinal), space, quarter),
  );
  const comma = character((text, at) => text[at] === ',' || isSpaceAt(text, at));
  const commaOrDash = either(comma, words(['-']));
  return [
    ['word', sequence(ofYear, times(0, 2, commaOrDash), count)],
    ['ordinal', sequence(count, times(1, 2, comma), ofSpace, articles, ofYear)],
    ['word', sequence(fiscal, space, count, maybe(space, ofSpace, fiscalNumber))],
  ];
}

function quarterForms({ quarter, yearAfter }: Pieces): PatternFrom[] {
  const one = sequence(
    either(words(['q']), sequence(quarter, space)),
    named('number', oneToFour),
    maybe(anyOf('-–—/&'), named('to', oneToFour), noDigit),
  );
  return [
    ['year', sequence(year, beforeCount, one)],
    ['word', sequence(one, yearAfter)],
    ['word', one],
    ['count', sequence(named('number', oneToFour), 'q', maybe(anyOf("'’")), named('year', yearOrShort))],
  ];
}

function halfForms({ ordinal, half, yearAfter }: Pieces): PatternFrom[] {
  const number = named('number', anyOf('12'));
  const one = either(sequence('h', number), sequence(named('ordinal', ordinal), space, half));
  return [
    ['ordinal', sequence(one, yearAfter)],
    ['year', sequence(year, beforeCount, 'h', number)],
  ];
}

/** What follows a day and a dash is the year of a date in numbers. */
const noPartOfDate = where((text, at) => text[at - 1] !== '/' || !isDigitAt(text, at - 2));

function monthForms({ namedMonth, yearAfter, and }: Pieces): PatternFrom[] {
  const from = maybe(named('number', monthNumber), either(words(['-']), sequence(space, and, space)));
  const yearOf = (name: string) => named(name, sequence('20', digit, digit));
  const to = named('to', monthNumber);
  return [
    ['count', sequence(noPartOfDate, from, to, '/', year)],
    ['year', sequence(yearOf('year'), named('number', monthNumber), anyOf('-–'), yearOf('year2'), to)],
    ['word', sequence(namedMonth, yearAfter)],
    ['word', namedMonth],
  ];
}
