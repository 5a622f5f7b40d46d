import { isCasedAt, isLetterAt, isLetterOrNumberAt, isSpaceAt } from './characters.ts';
import type { PatternFrom } from './forms.ts';
import type { Pattern } from './pattern.ts';
import {
  ahead,
  anyOf,
  character,
  either,
  maybe,
  named,
  namedBefore,
  not,
  oneOf,
  sequence,
  space,
  times,
  where,
} from './pattern-parts.ts';
import { anyYear, dash, digit, monthNumber, noDigit, type Pieces, year } from './pieces.ts';

const dayNumber = oneOf(sequence(anyOf('0123'), digit), digit);
const noFraction = not(sequence(anyOf('./,'), digit));
/** Nothing that makes the number a part of a time, a decimal or a share. */
const afterDay = sequence(
  where((text, at) => !isLetterOrNumberAt(text, at) && !'_:%'.includes(text[at] ?? ' ')),
  noFraction,
);

/** The ways to write a date, in the order in which they are tried. */
export function dayForms({ month, namedMonth, mark, dayOfSpace, and, range }: Pieces): PatternFrom[] {
  const day = sequence(named('day', dayNumber), maybe(named('mark', mark)));
  const last = sequence(named('until', dayNumber), maybe(mark));
  const between = sequence(space, either(dash, named('and', and), range), space);
  // "May 10 and 3 others" names one day, "May 10 and 13" two.
  const noCount = ahead(dayNumber, maybe(mark), noDigit, not(sequence(maybe(space), where(isLetterAt))));
  const daysAfter = maybe(
    either(dash, sequence(between, noCount)),
    last,
    afterDay,
    not(sequence(space, month)),
  );
  const dayMonth = sequence(day, maybe(either(dash, between), last), space, dayOfSpace, namedMonth);
  const monthDay = sequence(namedMonth, space, day, afterDay, daysAfter);
  const comma = maybe(',');
  return [
    ['year', sequence(isoDay(''), maybe(space), either(dash, range), maybe(space), isoDay('2'))],
    ['year', isoDay('')],
    ['count', sequence(dayMonth, maybe(comma, space, year))],
    ['word', sequence(monthDay, maybe(comma, times(1, 2, space), year))],
    ['count', sequence(wordBefore, day, comma, space, year)],
    ['count', sequence(day, space, dayOfSpace, wordInPlace, comma, space, year)],
  ];
}

function isoDay(suffix: string): Pattern {
  return sequence(
    named(`year${suffix}`, anyYear),
    '-',
    named(`number${suffix}`, monthNumber),
    '-',
    named(`day${suffix}`, sequence(anyOf('0123'), digit)),
    noDigit,
  );
}

/** How many letters a word in the place of a month has, which may be one misspelt. */
const lettersOfWord = { least: 4, most: 11 };

const wordInPlace = named('wrong', times(lettersOfWord.least, lettersOfWord.most, character(isCasedAt)));

/** The same before the day, with its last letters where it is longer. */
const wordBefore = namedBefore('wrong', (text, at) => {
  if (!isSpaceAt(text, at - 1)) return null;
  const end = text[at - 2] === '.' ? at - 2 : at - 1;
  let start = end;
  while (end - start < lettersOfWord.most && isCasedAt(text, start - 1)) start--;
  return end - start < lettersOfWord.least ? null : { start, end };
});
