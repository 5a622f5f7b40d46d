import { civilOf, type Day, dayOf } from './days.ts';
import type { DatedDay, Mention } from './mentions.ts';
import { daysBetween, nameOf, type Period, type ReportingYear, resolvePeriod } from './period.ts';

/** What a post is about and when it appeared; either may be unknown. */
export interface TimeContext {
  readonly subject: Period | null;
  readonly published: Day | null;
  /** How quarters, halves and years are counted; the calendar's where it is left out. */
  readonly reporting?: ReportingYear | number;
}

/**
 * The days that a mention means. A missing year is that of the occurrence nearest to the subject period, else to
 * the publication date; null where neither is known. A date is narrowed to its day or days, under the name of its
 * month; a day that does not exist (see `flaw`) resolves to null.
 */
export function resolveMention(mention: Mention, context: TimeContext): Period | null {
  if (mention.year !== null) return inYear(mention, mention.year, context);
  const span = spanOfContext(context);
  if (span === null) return null;
  let best: Period | null = null;
  for (const year of yearsAround(span)) {
    const period = inYear(mention, year, context);
    if (period === null) continue;
    if (best === null || daysBetween(period, span) < daysBetween(best, span)) best = period;
  }
  return best;
}

type Days = Pick<Period, 'first' | 'last'>;

function spanOfContext({ subject, published }: TimeContext): Days | null {
  if (subject !== null) return subject;
  return published === null ? null : { first: published, last: published };
}

/** The later of two equally near years comes first, and wins. */
function yearsAround({ first, last }: Days): number[] {
  const from = civilOf(first).year;
  const to = civilOf(last).year;
  return Array.from({ length: Math.min(to - from, 50) + 3 }, (_, step) => to + 1 - step);
}

function inYear(mention: Mention, year: number, { reporting }: TimeContext): Period | null {
  const named = { ...nameOf(mention), year };
  if (mention.day === null) return resolvePeriod(named, reporting);
  const first = dayIn(mention.day, year);
  const last = mention.until === null ? first : dayIn(mention.until.day, mention.until.day.year ?? year);
  return first === null || last === null || last < first ? null : { ...named, first, last };
}

function dayIn({ month, day }: DatedDay, year: number): Day | null {
  const number = dayOf({ year, month, day });
  return civilOf(number).month === month ? number : null;
}
