import { isDigitAt, isLetterAt, isLetterOrNumberAt } from './characters.ts';
import { abbreviations, type Language } from './language.ts';
import type { Pattern } from './pattern.ts';
import {
  anyOf,
  character,
  either,
  maybe,
  named,
  not,
  oneOf,
  sequence,
  space,
  times,
  where,
  words,
} from './pattern-parts.ts';

export const digit = character(isDigitAt, '0123456789');
export const noDigit = where((text, at) => !isDigitAt(text, at));
const afterWord = where((text, at) => !isLetterOrNumberAt(text, at) && text[at] !== '_');
export const dash = anyOf('-–—');
const twoDigits = sequence(digit, digit);
export const anyYear = sequence(words(['19', '20']), twoDigits);
export const year = sequence(named('year', anyYear), noDigit);
export const yearOrShort = oneOf(sequence('20', twoDigits), twoDigits);
const later = maybe(
  maybe(space),
  anyOf('-–/'),
  maybe(space),
  named('later', yearOrShort),
  where((text, at) => !isLetterOrNumberAt(text, at) && text[at] !== '_' && text[at] !== '-'),
);
export const oneToFour = anyOf('1234');
export const monthNumber = oneOf(sequence('0', anyOf('123456789')), sequence('1', anyOf('012')));
export const beforeCount = sequence(maybe(space), maybe(anyOf(',/-')), times(0, 2, space));

/** What the forms of a language are made of. */
export function piecesOf(language: Language) {
  const { units } = language;
  const of = words(language.of);
  const and = words(language.and);
  const month = words(language.months.flat());
  const short = abbreviations(language.months);
  const ordinal = words([...language.ordinals.flat(), ...language.finals]);
  const quarter = words(units.quarter);
  const articles = maybe(words(language.articles), space);
  const mark = words(language.dayMarks.map(({ mark }) => mark));
  const yearAfter = either(
    sequence(maybe(space), anyOf("'’"), named('short', twoDigits)),
    sequence(either(sequence(times(1, 2, space), of, times(1, 2, space)), beforeCount), year, later),
  );
  return {
    month,
    /** A month with its dot, which only an abbreviation has. */
    namedMonth: either(
      sequence(named('month', words(short)), afterWord, maybe('.')),
      sequence(named('month', month), afterWord),
    ),
    ordinal,
    quarter,
    week: words(units.week),
    half: words(units.half),
    fiscal: named('fiscal', words(language.fiscal)),
    ofSpace: maybe(of, space),
    dayOfSpace: maybe(words(language.dayOf), space),
    and,
    articles,
    yearAfter,
    mark,
    range: words(language.to),
    count: sequence(
      named('ordinal', words([...(language.ordinals[0] ?? []), ...language.finals])),
      space,
      named('howMany', words(language.numbers.flat())),
      space,
      words(units.month),
    ),
    ordinalQuarter: sequence(
      named('ordinal', ordinal),
      maybe(space, words([...language.and, ...language.to]), space, named('toOrdinal', ordinal)),
      either(space, words(['-'])),
      maybe('calendar', space),
      quarter,
      maybe(yearAfter),
    ),
    end: endOfForms(month),
  };
}

export type Pieces = ReturnType<typeof piecesOf>;

/** What may not follow: the rest of a word or a number. What a dash joins may be another mention. */
function endOfForms(month: Pattern): Pattern {
  const joined = either(words(['mid-']), sequence('q', oneToFour), month);
  return sequence(
    afterWord,
    not(sequence('-', not(joined), where(isLetterAt)), sequence(anyOf('.,'), digit)),
  );
}
