import { dayExists, daysInMonth } from './days.ts';
import type { DatedDay, Flaw, Mention } from './mentions.ts';
import { type Match, partOf, spanOf } from './pattern.ts';

/**
 * Two ISO days with a dash between them: the months from the first to the last where they bound whole ones, else
 * a range of days under the name of the month it starts in.
 */
export function readWindow(match: Match): Mention | null {
  const part = (name: string) => partOf(match, name);
  const first = dayIn(part('year'), part('number'), part('day'));
  const last = dayIn(part('year2'), part('number2'), part('day2'));
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  const flaw = flawOf(match, first, last);
  const whole = flaw === null && first.day === 1 && last.day === daysInMonth(last.year, last.month);
  return {
    start: match.start,
    end: match.end,
    form: whole ? 'window' : 'date',
    unit: 'month',
    index: first.month,
    count: whole ? months : 1,
    year: first.year,
    indexSpan: spanOf(match, 'number'),
    yearSpan: spanOf(match, 'year'),
    laterYear: last.year === first.year ? null : last.year,
    day: first,
    weekday: null,
    until: { day: last, weekday: null },
    part: null,
    parts: [],
    flaw,
  };
}

function dayIn(year?: string, month?: string, day?: string): DatedDay & { year: number } {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function flawOf(match: Match, first: DatedDay, last: DatedDay): Flaw | null {
  const [start, end] = [spanOf(match, 'day'), spanOf(match, 'day2')];
  if (start === null || end === null) return null;
  if (!dayExists(first)) return { kind: 'no-such-day', ...start, other: null };
  if (!dayExists(last)) return { kind: 'no-such-day', ...end, other: null };
  if (order(first) <= order(last)) return null;
  const from = spanOf(match, 'year');
  const to = spanOf(match, 'year2');
  if (from === null || to === null) return null;
  return {
    kind: 'reversed-range',
    start: to.start,
    end: end.end,
    other: { start: from.start, end: start.end },
  };
}

/** A number that grows with the day of dates in known years. */
function order({ year, month, day }: DatedDay): number {
  return ((year ?? 0) * 12 + month) * 32 + day;
}
