import { daysInMonth } from './days.ts';
import type { DatedDay, Flaw, Mention, Span, Weekday } from './mentions.ts';
import { weekdayNumbers, weekdayPattern } from './weekdays-en.ts';

type Dated = Pick<Mention, 'day' | 'weekday' | 'until' | 'flaw'>;

const undated: Dated = { day: null, weekday: null, until: null, flaw: null };

/** What a match says of days: groups `day`, `suffix` and `until`, and the weekday that stands around it. */
export function readDay(text: string, match: RegExpExecArray, month: number, year: number | null): Dated {
  const written = spanOf(match, 'day');
  if (written === null) return undated;
  const day = { year, month, day: Number(match.groups?.day) };
  const until = spanOf(match, 'until');
  const lastDay = until === null ? null : { ...day, day: Number(match.groups?.until) };
  // "July 0" is a number, no misprint of a day.
  if (day.day === 0 || lastDay?.day === 0) return undated;
  return {
    day,
    weekday: weekdayBeside(text, match.index, match.index + match[0].length),
    until: lastDay && { day: lastDay, weekday: null },
    flaw: flawOf(match, day, written, lastDay, until),
  };
}

function flawOf(
  match: RegExpExecArray,
  day: DatedDay,
  written: Span,
  lastDay: DatedDay | null,
  until: Span | null,
): Flaw | null {
  if (!exists(day)) return { kind: 'no-such-day', ...written };
  if (lastDay !== null && until !== null) {
    if (!exists(lastDay)) return { kind: 'no-such-day', ...until };
    if (lastDay.day < day.day) return { kind: 'reversed-range', start: written.start, end: until.end };
  }
  const suffix = spanOf(match, 'suffix');
  if (suffix === null || match.groups?.suffix?.toLowerCase() === suffixOf(day.day)) return null;
  return { kind: 'ordinal-suffix', start: written.start, end: suffix.end };
}

/** Whether the calendar has the day; without a year, in some year. */
function exists({ year, month, day }: DatedDay): boolean {
  return day >= 1 && day <= daysInMonth(year ?? 2024, month);
}

function suffixOf(day: number): string {
  if (day > 10 && day < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

const weekdayBefore = new RegExp(
  `(?<![\\w-])(?<weekday>${weekdayPattern})(?:,?\\s|\\s\\()(?:the\\s)?$`,
  'di',
);
const weekdayAfter = new RegExp(`^(?:,?\\s|\\s?\\()(?<weekday>${weekdayPattern})(?![\\w-])`, 'di');

function weekdayBeside(text: string, start: number, end: number): Weekday | null {
  const from = Math.max(0, start - 18);
  const before = weekdayBefore.exec(text.slice(from, start));
  const match = before ?? weekdayAfter.exec(text.slice(end, end + 18));
  const span = match === null ? null : spanOf(match, 'weekday');
  const index = weekdayNumbers.get(match?.groups?.weekday?.toLowerCase().replace('.', '') ?? '');
  if (span === null || index === undefined) return null;
  const offset = before === null ? end : from;
  return { index, start: span.start + offset, end: span.end + offset };
}

function spanOf(match: RegExpExecArray, name: string): Span | null {
  const span = match.indices?.groups?.[name];
  return span === undefined ? null : { start: span[0], end: span[1] };
}
