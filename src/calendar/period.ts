import { civilOf, type Day, dayOf, weekdayOf } from './days.ts';

/** The units in which posts count their time. Weeks are those of ISO 8601: from Monday, the first holds 4 January. */
export type PeriodUnit = 'week' | 'month' | 'quarter' | 'half' | 'year';

/** How many of a unit make a year. Weeks: where no year is known; a year has 52 or 53. */
const perYear = { week: 52, month: 12, quarter: 4, half: 2, year: 1 } as const;

/**
 * What words say of a period: a run of `count` units that starts with the `index`th (1-based) of a year.
 * The year is null where the words leave it to the reader.
 */
export interface NamedPeriod {
  readonly unit: PeriodUnit;
  readonly index: number;
  readonly count: number;
  readonly year: number | null;
  /** Whether the words call the year fiscal; its months are known only from a configuration. */
  readonly fiscal?: boolean;
}

/** A period with its days. */
export interface Period extends NamedPeriod {
  readonly year: number;
  readonly first: Day;
  /** The last day, inclusive. */
  readonly last: Day;
}

/** The year in which quarters and halves are counted. */
export interface ReportingYear {
  /** The month (1–12) in which the first quarter begins. */
  readonly startMonth: number;
  /** Whether a year that runs over New Year is named after the one it begins in or the one it ends in. */
  readonly namedAfter: 'begin' | 'end';
}

/**
 * The days of a named period, or null where its year is not known. `reporting` says how quarters, halves and
 * years are counted, a number alone being the month they start in; weeks and months are always those of the
 * calendar. What is called fiscal has days only with a reporting year other than the calendar's.
 */
export function resolvePeriod(named: NamedPeriod, reporting: ReportingYear | number = 1): Period | null {
  const { year, unit } = named;
  if (year === null || (named.fiscal && reporting === 1)) return null;
  if (unit === 'week') return resolveWeeks(named, year);
  const length = 12 / perYear[unit];
  const from = year * 12 + (unit === 'month' ? 0 : offsetOf(reporting)) + (named.index - 1) * length;
  const to = from + named.count * length - 1;
  return { ...named, year, first: firstOfMonth(from), last: firstOfMonth(to + 1) - 1 };
}

/** Months from January of the year that names a reporting year to its start. */
function offsetOf(reporting: ReportingYear | number): number {
  if (typeof reporting === 'number') return reporting - 1;
  const { startMonth, namedAfter } = reporting;
  return startMonth - 1 - (namedAfter === 'end' && startMonth > 1 ? 12 : 0);
}

/** The first day of a month, counted from January of the year 0. */
function firstOfMonth(months: number): Day {
  return dayOf({ year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1, day: 1 });
}

function resolveWeeks(named: NamedPeriod, year: number): Period {
  const first = firstMonday(year) + (named.index - 1) * 7;
  return { ...named, year, first, last: first + named.count * 7 - 1 };
}

/** The Monday on which the first ISO week of a year begins. */
function firstMonday(year: number): Day {
  const day = dayOf({ year, month: 1, day: 4 });
  return day - weekdayOf(day) + 1;
}

/** The week, month, quarter, half or year that a day lies in. */
export function periodOf(day: Day, unit: PeriodUnit, reporting: ReportingYear | number = 1): Period {
  const { year, month } = civilOf(day);
  if (unit === 'week') {
    const weekYear = [year + 1, year].find((candidate) => firstMonday(candidate) <= day) ?? year - 1;
    const index = Math.floor((day - firstMonday(weekYear)) / 7) + 1;
    return resolveWeeks({ unit, index, count: 1, year: weekYear }, weekYear);
  }
  const months = year * 12 + month - 1 - (unit === 'month' ? 0 : offsetOf(reporting));
  const length = 12 / perYear[unit];
  const index = Math.floor((((months % 12) + 12) % 12) / length) + 1;
  const named: NamedPeriod = { unit, index, count: 1, year: Math.floor(months / 12) };
  return resolvePeriod(named, reporting) as Period;
}

/** Whether all days of one stretch of days lie in another. */
export function holds(outer: Pick<Period, 'first' | 'last'>, inner: Pick<Period, 'first' | 'last'>): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Days from the end of one stretch of days to the start of the other; negative by the days that they share. */
export function daysBetween(a: Pick<Period, 'first' | 'last'>, b: Pick<Period, 'first' | 'last'>): number {
  return Math.max(a.first, b.first) - Math.min(a.last, b.last) - 1;
}

/** The naming alone, of anything that names a period. */
export function nameOf({ unit, index, count, year, fiscal }: NamedPeriod): NamedPeriod {
  return fiscal ? { unit, index, count, year, fiscal } : { unit, index, count, year };
}

/** The run of the same length that begins `by` units later (earlier, where negative). */
export function shiftPeriod(named: NamedPeriod, by: number): NamedPeriod {
  if (named.unit === 'week' && named.year !== null) {
    const { index, year } = periodOf(resolveWeeks(named, named.year).first + by * 7, 'week');
    return { ...named, index, year };
  }
  const size = perYear[named.unit];
  const position = (named.year ?? 0) * size + named.index - 1 + by;
  const index = (((position % size) + size) % size) + 1;
  return { ...named, index, year: named.year === null ? null : Math.floor(position / size) };
}

/** Number of days of a period. */
export function periodLength(period: Period): number {
  return period.last - period.first + 1;
}

/**
 * The run from `first` to `last`, or null where they make none: other units, or an end before the start.
 * A year that only one of them names holds for both; the run may cross into the next year.
 * With `list`, only neighbours make a run ("April and May", not "April and July").
 */
export function runOf(first: NamedPeriod, last: NamedPeriod, list: boolean): NamedPeriod | null {
  if (first.unit !== last.unit || first.unit === 'year' || first.unit === 'week') return null;
  if (first.fiscal !== last.fiscal) return null;
  const size = perYear[first.unit];
  const steps =
    first.year !== null && last.year !== null
      ? (last.year - first.year) * size + last.index - first.index
      : (last.index - first.index + size) % size;
  if (steps <= 0 || (list && steps !== first.count)) return null;
  const wraps = first.index + steps > size ? 1 : 0;
  const year = first.year ?? (last.year === null ? null : last.year - wraps);
  return nameOf({ ...first, count: steps + last.count, year });
}

/**
 * The same period in the unit that its readers compare it in: three months that are a calendar quarter become
 * that quarter, six that are a half that half. Anything else stays as it is.
 */
export function widened(named: NamedPeriod): NamedPeriod {
  const unit =
    named.unit === 'month' ? ({ 3: 'quarter', 6: 'half' } as const)[named.count as 3 | 6] : undefined;
  if (unit === undefined || (named.index - 1) % named.count !== 0) return named;
  return { unit, index: (named.index - 1) / named.count + 1, count: 1, year: named.year };
}

/**
 * Whether two namings of one unit cannot mean the same: they share no unit. A year that is left open agrees
 * with any. Null where the units differ, or only one of them is fiscal, so that nothing can be said.
 */
export function namingsDiffer(a: NamedPeriod, b: NamedPeriod): boolean | null {
  if (a.unit !== b.unit || a.fiscal !== b.fiscal) return null;
  const size = perYear[a.unit];
  const open = a.year === null || b.year === null;
  const distance = (open ? 0 : (b.year - a.year) * size) + b.index - a.index;
  const meets = (gap: number) => gap < a.count && -gap < b.count;
  return open ? ![distance - size, distance, distance + size].some(meets) : !meets(distance);
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** A period as a reader writes it: "Q2 2024", "April–June 2024", "H1 2024", "Q4 2019–Q1 2020", "Q3 FY2024", "2024". */
export function formatPeriod(named: NamedPeriod): string {
  const end = shiftPeriod({ ...named, count: 1 }, named.count - 1);
  const start = yearName(named);
  if (named.unit === 'year') return named.count === 1 ? start : `${start}–${yearName(end)}`;
  if (named.count === 1) return `${unitName(named)} ${start}`.trim();
  const first = named.year === end.year ? unitName(named) : `${unitName(named)} ${start}`;
  return `${first}–${unitName(end)} ${yearName(end)}`.trim();
}

function yearName({ year, fiscal }: NamedPeriod): string {
  return `${fiscal ? 'FY' : ''}${year ?? ''}`;
}

function unitName({ unit, index }: NamedPeriod): string {
  if (unit === 'month') return monthNames[index - 1] ?? '';
  if (unit === 'week') return `W${index}`;
  return `${unit === 'quarter' ? 'Q' : 'H'}${index}`;
}
