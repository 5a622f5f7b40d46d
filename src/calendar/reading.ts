import { isSpaceAt } from './characters.ts';
import { readDays } from './dated.ts';
import { type Form, startAt } from './forms.ts';
import type { Grammar } from './grammar.ts';
import type { Mention, Part } from './mentions.ts';
import { type Match, matchAt, matchToEnd, partOf, spanOf } from './pattern.ts';
import { readWindow } from './window.ts';

/**
 * The mention that begins at a place, by the first form that fits; null for none. `from` is where the text is
 * still free: no mention reaches back before it.
 */
export function readForm(text: string, at: number, from: number, grammar: Grammar): Mention | null {
  for (const form of grammar.forms[startAt(text, at)].beginningWith(text.charCodeAt(at))) {
    const match = matchAt(form.pattern, text, at);
    const mention = match === null ? null : readMatch(text, match, form, from, grammar);
    if (mention !== null) return mention;
  }
  return null;
}

function readMatch(
  text: string,
  match: Match,
  { form, unit }: Form,
  from: number,
  grammar: Grammar,
): Mention | null {
  const { start, end } = match;
  if (spanOf(match, 'day2') !== null) return readWindow(match);
  const part = (name: string) => partOf(match, name);
  const year = yearOf(part('year') ?? part('short'));
  const index = indexOf(match, year, grammar);
  const to = part('to') ?? part('toOrdinal');
  const last = to === undefined ? index : (numberOf(to, year, grammar) ?? index);
  if (index === null || last === null || last < index) return null;
  const count = countOf(match, grammar) ?? last - index + 1;
  const plain: Mention = {
    start,
    end,
    form: count > 1 && form !== 'date' ? 'run' : form,
    unit,
    index: spanOf(match, 'howMany') !== null && index === 4 ? 13 - count : index,
    count,
    year,
    ...(spanOf(match, 'fiscal') === null ? {} : { fiscal: true }),
    indexSpan: spanOf(match, 'number', 'ordinal', 'month', 'wrong', 'to'),
    yearSpan: spanOf(match, 'year', 'short'),
    laterYear: yearOf(part('later')),
    day: null,
    weekday: null,
    until: null,
    part: partBefore(text, start, unit, grammar),
    parts: [],
    flaw: null,
  };
  return form === 'date' ? readDays(text, match, plain, from, grammar) : plain;
}

/** A year of two digits is one of this century. */
function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function indexOf(match: Match, year: number | null, grammar: Grammar): number | null {
  // A word in the place of a month is looked at with its day.
  if (spanOf(match, 'wrong') !== null) return 1;
  const counter =
    partOf(match, 'number') ?? partOf(match, 'ordinal') ?? partOf(match, 'month') ?? partOf(match, 'to');
  return counter === undefined ? 1 : numberOf(counter, year, grammar);
}

function numberOf(counter: string, year: number | null, grammar: Grammar): number | null {
  const word = counter.toLowerCase();
  // "The last quarter" is the one before, the one reported or the fourth: only a year tells.
  if (grammar.finals.has(word)) return year === null ? null : 4;
  if (/^\d+$/.test(word)) return Number(word);
  return grammar.months.get(word) ?? grammar.ordinals.get(word) ?? null;
}

/** The number of months in "first three months", up to six. */
function countOf(match: Match, { numbers }: Grammar): number | null {
  const howMany = partOf(match, 'howMany');
  return howMany === undefined ? null : (numbers.get(howMany.toLowerCase()) ?? null);
}

/** No word that takes a part of a period is longer, articles included. */
const longestPart = 28;

function partBefore(text: string, start: number, unit: Mention['unit'], { context }: Grammar): Part | null {
  const from = Math.max(0, start - longestPart);
  // What takes a part of a period ends with white space or a dash.
  if (text[start - 1] !== '-' && !isSpaceAt(text, start - 1)) return null;
  const before = text.slice(from, start);
  const match =
    matchToEnd(context.part, before) ?? (unit === 'year' ? matchToEnd(context.season, before) : null);
  const names = ['early', 'middle', 'late', 'season'] as const;
  const which = names.find((name) => match !== null && spanOf(match, name) !== null);
  const span = match === null || which === undefined ? null : spanOf(match, which);
  return span === null || which === undefined
    ? null
    : { which, start: span.start + from, end: span.end + from };
}
