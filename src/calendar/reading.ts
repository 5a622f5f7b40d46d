import { readDays } from './dated.ts';
import type { Form } from './forms.ts';
import type { Grammar } from './grammar.ts';
import { groupSpan } from './group-span.ts';
import type { Mention, Part, Span } from './mentions.ts';
import { readWindow } from './window.ts';

/**
 * The mention that begins at a place, by the first form that fits; null for none. `from` is where the text is
 * still free: no mention reaches back before it.
 */
export function readForm(text: string, at: number, from: number, grammar: Grammar): Mention | null {
  for (const form of grammar.forms) {
    form.pattern.lastIndex = at;
    const match = form.pattern.exec(text);
    const mention = match === null ? null : readMatch(text, match, form, from, grammar);
    if (mention !== null) return mention;
  }
  return null;
}

function readMatch(
  text: string,
  match: RegExpExecArray,
  { form, unit }: Form,
  from: number,
  grammar: Grammar,
): Mention | null {
  const groups = match.groups ?? {};
  if (groups.day2 !== undefined) return readWindow(match);
  const { start, end } = spanOfMatch(match);
  const year = yearOf(groups.year ?? groups.short);
  const index = indexOf(groups, year, grammar);
  const to = groups.to ?? groups.toOrdinal;
  const last = to === undefined ? index : (numberOf(to, year, grammar) ?? index);
  if (index === null || last === null || last < index) return null;
  const count = countOf(groups, grammar) ?? last - index + 1;
  const plain: Mention = {
    start,
    end,
    form: count > 1 && form !== 'date' ? 'run' : form,
    unit,
    index: groups.howMany !== undefined && index === 4 ? 13 - count : index,
    count,
    year,
    ...(groups.fiscal === undefined ? {} : { fiscal: true }),
    indexSpan: groupSpan(match, 'number', 'ordinal', 'month', 'wrong', 'to'),
    yearSpan: groupSpan(match, 'year', 'short'),
    laterYear: yearOf(groups.later),
    day: null,
    weekday: null,
    until: null,
    part: partBefore(text, start, unit, grammar),
    parts: [],
    flaw: null,
  };
  return form === 'date' ? readDays(text, match, plain, from, grammar) : plain;
}

function spanOfMatch(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** A year of two digits is one of this century. */
function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

type Groups = Readonly<Record<string, string | undefined>>;

function indexOf(groups: Groups, year: number | null, grammar: Grammar): number | null {
  // A word in the place of a month is looked at with its day.
  if (groups.wrong !== undefined) return 1;
  const counter = groups.number ?? groups.ordinal ?? groups.month ?? groups.to;
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
function countOf({ howMany }: Groups, { numbers }: Grammar): number | null {
  return howMany === undefined ? null : (numbers.get(howMany.toLowerCase()) ?? null);
}

/** No word that takes a part of a period is longer, articles included. */
const longestPart = 28;

function partBefore(text: string, start: number, unit: Mention['unit'], { context }: Grammar): Part | null {
  const from = Math.max(0, start - longestPart);
  const before = text.slice(from, start);
  const match = context.part.exec(before) ?? (unit === 'year' ? context.season.exec(before) : null);
  const names = ['early', 'middle', 'late', 'season'] as const;
  const which = names.find((name) => match?.groups?.[name] !== undefined);
  const span = match === null || which === undefined ? null : groupSpan(match, which);
  return span === null || which === undefined
    ? null
    : { which, start: span.start + from, end: span.end + from };
}
