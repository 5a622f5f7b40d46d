import { type Day, dayOf, daysInMonth } from './days.ts';

/** The units in which posts count their time. */
export type PeriodUnit = 'month' | 'quarter' | 'half' | 'year';

/** How many of a unit make a year, and how many months make one of it. */
const perYear = { month: 12, quarter: 4, half: 2, year: 1 } as const;

/**
 * What words say of a period: a run of `count` units that starts with the `index`th (1-based) of a year.
 * The year is null where the words leave it to the reader.
 */
export interface NamedPeriod {
  readonly unit: PeriodUnit;
  readonly index: number;
  readonly count: number;
  readonly year: number | null;
}

/** A period with its days. */
export interface Period extends NamedPeriod {
  readonly year: number;
  readonly first: Day;
  /** The last day, inclusive. */
  readonly last: Day;
}

/**
 * The days of a named period, or null where its year is not known. `startMonth` (1–12) is the month in which
 * the first quarter and half of a year begin; a year is named after the one it begins in. Months are always
 * calendar months.
 */
export function resolvePeriod(named: NamedPeriod, startMonth = 1): Period | null {
  if (named.year === null) return null;
  const length = 12 / perYear[named.unit];
  const offset = named.unit === 'month' ? 0 : startMonth - 1;
  const from = named.year * 12 + offset + (named.index - 1) * length;
  const to = from + named.count * length - 1;
  const last = civilMonth(to);
  return {
    ...named,
    year: named.year,
    first: dayOf({ ...civilMonth(from), day: 1 }),
    last: dayOf({ ...last, day: daysInMonth(last.year, last.month) }),
  };
}

function civilMonth(months: number): { year: number; month: number } {
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** The naming alone, of anything that names a period. */
export function nameOf({ unit, index, count, year }: NamedPeriod): NamedPeriod {
  return { unit, index, count, year };
}

/** The run of the same length that begins `by` units later (earlier, where negative). */
export function shiftPeriod(named: NamedPeriod, by: number): NamedPeriod {
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
  if (first.unit !== last.unit || first.unit === 'year') return null;
  const size = perYear[first.unit];
  const steps =
    first.year !== null && last.year !== null
      ? (last.year - first.year) * size + last.index - first.index
      : (last.index - first.index + size) % size;
  if (steps <= 0 || (list && steps !== first.count)) return null;
  const wraps = first.index + steps > size ? 1 : 0;
  const year = first.year ?? (last.year === null ? null : last.year - wraps);
  return { unit: first.unit, index: first.index, count: steps + last.count, year };
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
 * with any. Null where the units differ, so that nothing can be said.
 */
export function namingsDiffer(a: NamedPeriod, b: NamedPeriod): boolean | null {
  if (a.unit !== b.unit) return null;
  const size = perYear[a.unit];
  const open = a.year === null || b.year === null;
  const distance = (open ? 0 : (b.year - a.year) * size) + b.index - a.index;
  const meets = (gap: number) => gap < a.count && -gap < b.count;
  return open ? ![distance - size, distance, distance + size].some(meets) : !meets(distance);
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** A period as a reader writes it: "Q2 2024", "April–June 2024", "H1 2024", "Q4 2019–Q1 2020", "2024". */
export function formatPeriod(named: NamedPeriod): string {
  const end = shiftPeriod({ ...named, count: 1 }, named.count - 1);
  const year = named.year === null ? '' : ` ${named.year}`;
  if (named.unit === 'year') return named.count === 1 ? year.trim() : `${named.year}–${end.year}`;
  if (named.count === 1) return unitName(named) + year;
  const startYear = named.year === end.year ? '' : year;
  const endYear = end.year === null ? '' : ` ${end.year}`;
  return `${unitName(named)}${startYear}–${unitName(end)}${endYear}`;
}

function unitName({ unit, index }: NamedPeriod): string {
  if (unit === 'month') return monthNames[index - 1] ?? '';
  return `${unit === 'quarter' ? 'Q' : 'H'}${index}`;
}
