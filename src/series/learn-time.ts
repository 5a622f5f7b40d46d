import { civilOf } from '../calendar/days.ts';
import { type Looks, looksOf } from '../calendar/looks.ts';
import type { PeriodUnit } from '../calendar/period.ts';
import { slugOf } from '../calendar/slug.ts';
import { statedIn } from '../calendar/subject.ts';
import type { PostFacts } from './facts.ts';
import type { Agreement } from './learn.ts';

/** What most posts of a series report on. */
export interface LearnedUnit extends Agreement {
  readonly unit: PeriodUnit;
  /** Whether the posts name it; else their dates tell. */
  readonly named: boolean;
}

/** Whether most posts look back or ahead. */
export interface LearnedLooks extends Agreement {
  readonly looks: Looks;
}

/** The first day on which posts appear, in days from the last day of their period. */
export interface LearnedWindow extends Agreement {
  readonly opens: number;
  readonly earliest: number;
  readonly median: number;
  readonly latest: number;
}

/** The month in which the first quarter of a series' year starts, and after which year that one is named. */
export interface LearnedCalendar extends Agreement {
  readonly startMonth: number;
  readonly namedAfter: 'begin' | 'end';
}

/** The least share of posts that must agree on what is written down for all. */
const enough = 0.9;
/** Fewer posts teach no window. */
const fewestLags = 6;

/** The days of each unit: the least and the most. */
const lengths: readonly (readonly [PeriodUnit, number, number])[] = [
  ['week', 7, 7],
  ['month', 28, 31],
  ['quarter', 88, 93],
  ['half', 180, 185],
  ['year', 364, 367],
];

/** The unit of a number of days; undefined for every other length. */
function unitOf(days: number): PeriodUnit | undefined {
  return lengths.find(([, least, most]) => days >= least && days <= most)?.[0];
}

/** The period that posts report on: the one they name, and where most name none, the one between their dates. */
export function learnUnit(posts: readonly PostFacts[]): LearnedUnit | null {
  const named = posts.flatMap(({ period }) =>
    period ? [unitOf(period.value.last - period.value.first + 1)] : [],
  );
  if (named.length >= posts.length / 2) return agreed(named, posts.length, true);
  const dates = posts.flatMap(({ date }) => (date ? [date.value] : [])).sort((a, b) => a - b);
  const steps = dates.slice(1).map((day, i) => nearUnit(day - dates[i]!));
  return agreed(steps, Math.max(0, posts.length - 1), false);
}

/** The unit that a step between two dates comes near; posts are not published on the day. */
function nearUnit(days: number): PeriodUnit | undefined {
  return lengths.find(([, least, most]) => days >= least * 0.8 && days <= most * 1.2)?.[0];
}

function agreed(units: readonly (PeriodUnit | undefined)[], of: number, named: boolean): LearnedUnit | null {
  const [unit, count] = lengths
    .map(([name]) => [name, units.filter((other) => other === name).length] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best));
  // Dates scatter more than names.
  return count > 1 && count >= of * (named ? enough : 0.75) ? { unit, named, count, of } : null;
}

/** Whether posts look back or ahead, by their titles and file names; null where too few tell, or they differ. */
export function learnLooks(posts: readonly PostFacts[]): LearnedLooks | null {
  const told = posts.map(({ title, path }) => looksOf(title?.value ?? '', slugOf(path)));
  for (const looks of ['back', 'ahead'] as const) {
    const count = told.filter((one) => one === looks).length;
    const others = told.filter((one) => one !== looks && one !== null).length;
    if (count >= posts.length * enough && others === 0) return { looks, count, of: posts.length };
  }
  return null;
}

/**
 * When posts appear. What lies half a period from the usual day is left out; should that be more than one post in ten,
 * there is no usual day.
 */
export function learnWindow(posts: readonly PostFacts[]): LearnedWindow | null {
  const lags = posts
    .flatMap(({ period, date }) =>
      period && date ? [{ lag: date.value - period.value.last, days: daysOf(period.value) }] : [],
    )
    .sort((a, b) => a.lag - b.lag);
  if (lags.length < fewestLags) return null;
  const median = lags[lags.length >> 1]!.lag;
  const usual = lags.filter(({ lag, days }) => median - lag <= days / 2);
  if (usual.length < lags.length * enough) return null;
  const [first] = usual;
  const slack = Math.max(2, Math.round(first!.days * 0.15));
  return {
    opens: first!.lag - slack,
    earliest: first!.lag,
    median,
    latest: usual.at(-1)!.lag,
    count: usual.length,
    of: posts.length,
  };
}

function daysOf({ first, last }: { readonly first: number; readonly last: number }): number {
  return last - first + 1;
}

/** The calendar in which posts count their quarters, where three or more say so and it is not the usual one. */
export function learnCalendar(posts: readonly PostFacts[]): LearnedCalendar | null {
  const starts = posts.flatMap(startOf);
  const own = starts.filter(({ startMonth }) => startMonth !== 1);
  const [first] = own;
  if (!first || own.length < 3 || own.length < starts.length * enough) return null;
  const same = own.every(
    ({ startMonth, namedAfter }) => startMonth === first.startMonth && namedAfter === first.namedAfter,
  );
  return same ? { ...first, count: own.length, of: posts.length } : null;
}

/** The month in which the first quarter of its year begins, by the quarter of a title and the days of the period. */
function startOf({ title, period }: PostFacts) {
  const stated = title && statedIn(title.value)?.named;
  if (period === null || stated?.unit !== 'quarter' || stated.count !== 1 || stated.year === null) return [];
  const { day, month, year } = civilOf(period.value.first);
  if (day !== 1) return [];
  const months = year * 12 + month - 1 - (stated.index - 1) * 3;
  const begins = Math.floor(months / 12);
  const namedAfter = begins === stated.year ? 'begin' : 'end';
  return [{ startMonth: (months % 12) + 1, namedAfter } as const];
}
