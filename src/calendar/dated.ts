import { isSmallAt, isSpaceAt } from './characters.ts';
import { dayExists } from './days.ts';
import type { Grammar } from './grammar.ts';
import type { DatedDay, DayBound, Flaw, Mention, Span, Weekday } from './mentions.ts';
import { type Match, matchAt, matchToEnd, partOf, spanOf } from './pattern.ts';
import { misspeltMonth } from './spelling.ts';

/**
 * Adds to a mention what its match says of days (groups `day`, `mark` and `until`, and `wrong` for a word in the
 * place of a month), and the weekdays around it. Null where it is no date after all: "July 0", "Windows 7, 2009".
 */
export function readDays(
  text: string,
  match: Match,
  plain: Mention,
  from: number,
  grammar: Grammar,
): Mention | null {
  const written = spanOf(match, 'day');
  const wrong = spanOf(match, 'wrong');
  const month = wrong === null ? plain.index : misspeltMonth(text.slice(wrong.start, wrong.end), grammar);
  if (written === null || month === null || (wrong !== null && wrong.start < from)) return null;
  const day = { year: plain.year, month, day: Number(partOf(match, 'day')) };
  const last = spanOf(match, 'until');
  const lastDay = last === null ? null : { ...day, day: Number(partOf(match, 'until')) };
  if (day.day === 0 || lastDay?.day === 0) return null;
  const start = Math.min(plain.start, wrong?.start ?? plain.start);
  const [weekday, lastWeekday] = weekdaysBeside(text, start, plain.end, grammar);
  const flaw: Flaw | null =
    wrong === null
      ? flawOf(match, day, written, lastDay, grammar)
      : { kind: 'month-spelling', ...wrong, other: null };
  return {
    ...plain,
    start,
    index: month,
    day,
    weekday,
    until: lastDay && boundOf(lastDay, lastWeekday),
    flaw,
  };
}

function boundOf(day: DatedDay, weekday: Weekday | null): DayBound {
  return { day, weekday };
}

function flawOf(
  match: Match,
  day: DatedDay,
  written: Span,
  lastDay: DatedDay | null,
  grammar: Grammar,
): Flaw | null {
  if (!dayExists(day)) return { kind: 'no-such-day', ...written, other: null };
  const until = spanOf(match, 'until');
  if (lastDay !== null && until !== null) {
    if (!dayExists(lastDay)) return { kind: 'no-such-day', ...until, other: null };
    const list = spanOf(match, 'and') !== null;
    if (lastDay.day < day.day && !list) return { kind: 'reversed-range', ...until, other: written };
  }
  const mark = spanOf(match, 'mark');
  if (mark === null || carries(partOf(match, 'mark') ?? '', day.day, grammar)) return null;
  return { kind: 'ordinal-suffix', start: written.start, end: mark.end, other: null };
}

/** Whether a day is written with a mark: the 1st, the 2nd, the 11th. */
function carries(mark: string, day: number, { dayMarks }: Grammar): boolean {
  return dayMarks.some((row) => {
    if (row.mark !== mark.toLowerCase()) return false;
    return row.days === null ? !dayMarks.some(({ days }) => days?.includes(day)) : row.days.includes(day);
  });
}

/** No two weekdays with what joins them are longer. */
const longestWeekdays = 34;

/** The weekday of the first day, and that of the last where two are written: "Saturday & Sunday July 26 & 27". */
function weekdaysBeside(
  text: string,
  start: number,
  end: number,
  { context, weekdays }: Grammar,
): [Weekday | null, Weekday | null] {
  const from = Math.max(0, start - longestWeekdays);
  // Before the day, weekdays end with white space or a bracket; after it, that or a comma comes first.
  const before = maySeparate(text, start - 1)
    ? matchToEnd(context.weekdayBefore, text.slice(from, start))
    : null;
  const after = before === null && (text[end] === ',' || maySeparate(text, end));
  const match = after ? matchAt(context.weekdayAfter, text.slice(end, end + longestWeekdays), 0) : before;
  const offset = before === null ? end : from;
  const read = (name: string): Weekday | null => {
    const span = match && spanOf(match, name);
    const word = (match && partOf(match, name)) ?? '';
    const index = weekdays.get(word.toLowerCase());
    // "sun" and "wed" are words.
    if (span === null || index === undefined || isSmallAt(word, 0)) return null;
    return { index, start: span.start + offset, end: span.end + offset };
  };
  return [read('weekday'), read('second')];
}

function maySeparate(text: string, at: number): boolean {
  return text[at] === '(' || isSpaceAt(text, at);
}
