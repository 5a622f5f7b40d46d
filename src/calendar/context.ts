import {
  isAsciiLetterAt,
  isLetterAt,
  isLetterBefore,
  isLetterOrNumberAt,
  isLetterOrNumberBefore,
} from './characters.ts';
import type { Language } from './language.ts';
import type { Pattern } from './pattern.ts';
import {
  ahead,
  anyOf,
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
import { digit } from './pieces.ts';

/** What may stand around a mention. `…Before` is matched at the end of the words before it, `…After` at the start of those after. */
export interface Context {
  readonly beforeMonth: Pattern;
  readonly afterMonth: Pattern;
  readonly afterVerb: Pattern;
  readonly fiscalBefore: Pattern;
  readonly fiscalAfter: Pattern;
  readonly releaseBefore: Pattern;
  readonly releaseAfter: Pattern;
  /** After "the first quarter", where it is one of something else than a year. */
  readonly notOfYear: Pattern;
  readonly ofYear: Pattern;
  readonly part: Pattern;
  readonly season: Pattern;
  readonly weekdayBefore: Pattern;
  readonly weekdayAfter: Pattern;
  /** What joins the ends of a range, and the items of a list. */
  readonly range: Pattern;
  readonly list: Pattern;
}

const letterEnds = where((text, at) => !isLetterBefore(text, at));
const wordEnds = where((text, at) => !isLetterOrNumberBefore(text, at));
const noLetter = where((text, at) => !isLetterAt(text, at));
const nameEnds = where(
  (text, at) => !isAsciiLetterAt(text, at - 1) && !'_-0123456789'.includes(text[at - 1] ?? ' '),
);
const spaceOrDash = either(space, words(['-']));

/** Makes the patterns of what stands around the mentions of a language. */
export function contextOf(language: Language): Context {
  const fiscal = words(language.fiscal);
  const releases = words(language.releases);
  const ofSpace = maybe(words(language.of), space);
  const articleSpace = maybe(words(language.articles), space);
  return {
    beforeMonth: sequence(wordEnds, words(language.beforeMonth), spaceOrDash),
    afterMonth: sequence(space, words([...language.afterMonth, ...language.and]), noLetter),
    afterVerb: sequence(space, words([...language.afterVerb, '\uFFFC']), noLetter),
    fiscalBefore: sequence(
      letterEnds,
      fiscal,
      maybe(anyOf("'’")),
      times(0, 2, sequence(digit, digit)),
      times(0, 2, either(spaceOrDash, words([',']))),
    ),
    fiscalAfter: sequence(maybe(','), maybe(space), ofSpace, articleSpace, fiscal),
    releaseBefore: sequence(letterEnds, releases, space),
    releaseAfter: sequence(space, releases, noLetter),
    notOfYear: sequence(space, words([...language.of, 'into', 'through']), noLetter),
    ofYear: sequence(space, ofSpace, words(language.years), noLetter),
    part: partOfPeriod(language),
    season: sequence(wordEnds, named('season', words(language.seasons)), maybe(','), space, ofSpace),
    ...weekdays(language),
    ...joints(language),
  };
}

function partOfPeriod({ articles, parts }: Language): Pattern {
  const articleSpace = maybe(words(articles), space);
  const which = (['early', 'middle', 'late'] as const).map((name) => named(name, words(parts[name])));
  return sequence(wordEnds, articleSpace, either(...which), spaceOrDash, articleSpace);
}

function weekdays(language: Language): Pick<Context, 'weekdayBefore' | 'weekdayAfter'> {
  const weekday = words(language.weekdays.flat());
  const joint = either(anyOf('-–&/'), words([...language.and, ...language.to]));
  const second = maybe(maybe(space), joint, maybe(space), named('second', weekday), maybe('.'));
  const open = sequence(space, '(');
  const nextDate = sequence(
    maybe(','),
    space,
    either(digit, sequence(words(language.months.flat()), noLetter)),
  );
  return {
    weekdayBefore: sequence(
      nameEnds,
      named('weekday', weekday),
      maybe('.'),
      second,
      either(sequence(maybe(','), space), open),
      maybe(words(language.articles), space),
    ),
    weekdayAfter: sequence(
      either(sequence(maybe(','), space), sequence(maybe(space), '(')),
      named('weekday', weekday),
      where((text, at) => !isLetterOrNumberAt(text, at) && text[at] !== '-'),
      not(nextDate),
    ),
  };
}

function joints(language: Language): Pick<Context, 'range' | 'list'> {
  const sign = sequence(anyOf('-–—'), maybe('mid-'));
  const middle = maybe(words(language.parts.middle), spaceOrDash);
  return {
    range: sequence(
      maybe(space),
      either(sign, sequence(words(language.to), ahead(space))),
      maybe(space),
      middle,
    ),
    list: either(
      sequence(maybe(space), anyOf('/&+'), maybe(space)),
      sequence(',', maybe(space)),
      sequence(maybe(','), space, words([...language.and, ...language.or]), space),
    ),
  };
}
