import { civilOf, type Day, dayOf } from './days.ts';
import type { DatedDay, Mention } from './mentions.ts';
import { nameOf, type Period, resolvePeriod } from './period.ts';

/** What a post is about and when it appeared; either may be unknown. */
export interface TimeContext {
  readonly subject: Period | null;
  readonly published: Day | null;
}

/**
 * The days that a mention means. A missing year is that of the occurrence nearest to the subject period, else to
 * the publication date; null where neither is known. A date is narrowed to its day or days, under the name of its
 * month; a day that does not exist (see `flaw`) resolves to null.
 */
export function resolveMention(mention: Mention, context: TimeContext): Period | null {
  const span = spanOfContext(context);
  const years = mention.year !== null ? [mention.year] : span === null ? [] : yearsAround(span);
  const candidates = years.flatMap((year) => {
    const period = inYear(mention, year);
    return period === null ? [] : [period];
  });
  if (span === null) return candidates[0] ?? null;
  let best: Period | null = null;
  for (const period of candidates)
    if (best === null || gapBetween(period, span) < gapBetween(best, span)) best = period;
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

function inYear(mention: Mention, year: number): Period | null {
  const period = resolvePeriod({ ...nameOf(mention), year });
  if (mention.day === null || period === null) return period;
  const first = dayIn(mention.day, year);
  const last = mention.until === null ? first : dayIn(mention.until.day, year);
  return first === null || last === null || last < first ? null : { ...period, first, last };
}

function dayIn({ month, day }: DatedDay, year: number): Day | null {
  const number = dayOf({ year, month, day });
  return civilOf(number).month === month ? number : null;
}

/** Days between two stretches; negative by as much as they share, so that more in common is nearer. */
function gapBetween(a: Days, b: Days): number {
  return Math.max(a.first, b.first) - Math.min(a.last, b.last);
}
