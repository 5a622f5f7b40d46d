import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, dayOf, daysInMonth } from '../../src/calendar/days.ts';
import {
  daysBetween,
  formatPeriod,
  holds,
  type NamedPeriod,
  namingsDiffer,
  type PeriodUnit,
  periodLength,
  periodOf,
  resolvePeriod,
  runOf,
  shiftPeriod,
  widened,
} from '../../src/calendar/period.ts';

const named = (unit: PeriodUnit, index: number, year: number | null, count = 1): NamedPeriod => ({
  unit,
  index,
  count,
  year,
});
const sizes = { week: 52, month: 12, quarter: 4, half: 2, year: 1 } as const;
const anyNamed = fc
  .record({
    unit: fc.constantFrom<PeriodUnit>('week', 'month', 'quarter', 'half', 'year'),
    part: fc.nat(51),
    count: fc.integer({ min: 1, max: 6 }),
    year: fc.integer({ min: 1900, max: 2100 }),
  })
  .map(({ unit, part, count, year }) => named(unit, (part % sizes[unit]) + 1, year, count));

describe('days', () => {
  test('a day and its civil date are inverse', () => {
    fc.assert(fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => dayOf(civilOf(day)) === day));
  });

  test('agree with the platform calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const { year, month, day: ofMonth } = civilOf(day);
        expect([year, month, ofMonth]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
      }),
    );
  });

  test.each([
    [2023, 28],
    [2024, 29],
    [1900, 28],
    [2000, 29],
  ])('February %i has %i days', (year, days) => expect(daysInMonth(year, 2)).toBe(days));
});

describe('periods', () => {
  test('a step forth and a step back lead to the same period', () => {
    fc.assert(
      fc.property(anyNamed, (period) => {
        expect(shiftPeriod(shiftPeriod(period, 1), -1)).toEqual(period);
      }),
    );
  });

  test('every day lies in exactly one quarter, whatever month the year starts in', () => {
    const day = fc.integer({
      min: dayOf({ year: 1990, month: 1, day: 1 }),
      max: dayOf({ year: 2060, month: 1, day: 1 }),
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (day, startMonth) => {
        const { year } = civilOf(day);
        const quarters = [year - 1, year].flatMap((year) =>
          [1, 2, 3, 4].map((index) => resolvePeriod(named('quarter', index, year), startMonth)!),
        );
        expect(quarters.filter(({ first, last }) => first <= day && day <= last)).toHaveLength(1);
      }),
    );
  });

  test('a period ends the day before the next one of its length begins', () => {
    fc.assert(
      fc.property(anyNamed, (period) => {
        const next = resolvePeriod(shiftPeriod(period, period.count))!;
        expect(resolvePeriod(period)!.last + 1).toBe(next.first);
      }),
    );
  });

  test.each([
    [named('quarter', 2, 2024), 1, '2024-04-01', '2024-06-30'],
    [named('quarter', 4, 2018), 2, '2018-11-01', '2019-01-31'],
    [named('half', 1, 2024), 1, '2024-01-01', '2024-06-30'],
    [named('month', 2, 2024), 1, '2024-02-01', '2024-02-29'],
    [named('month', 11, 2023, 3), 1, '2023-11-01', '2024-01-31'],
    [named('year', 1, 2024), 1, '2024-01-01', '2024-12-31'],
  ])('%j from month %i runs from %s to %s', (period, startMonth, first, last) => {
    const days = resolvePeriod(period, startMonth)!;
    const written = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    expect([written(days.first), written(days.last)]).toEqual([first, last]);
    expect(periodLength(days)).toBe(days.last - days.first + 1);
  });

  test('weeks are those of ISO 8601, also across New Year', () => {
    const nearNewYear = fc
      .record({ year: fc.integer({ min: 1950, max: 2100 }), offset: fc.integer({ min: -12, max: 12 }) })
      .map(({ year, offset }) => dayOf({ year, month: 1, day: 1 }) + offset);
    const anyDay = fc.integer({ min: -7_000, max: 47_000 });
    fc.assert(
      fc.property(fc.oneof(nearNewYear, anyDay), (day) => {
        const { year, month, day: ofMonth } = civilOf(day);
        const local = new Date(year, month - 1, ofMonth, 12);
        const week = periodOf(day, 'week');
        expect([week.year, week.index]).toEqual([getISOWeekYear(local), getISOWeek(local)]);
        expect(week.first <= day && day <= week.last && periodLength(week) === 7).toBe(true);
      }),
    );
  });

  test('the period of a day holds it, and is the one that its name resolves to', () => {
    const unit = fc.constantFrom<PeriodUnit>('week', 'month', 'quarter', 'half', 'year');
    const reporting = fc.record({
      startMonth: fc.integer({ min: 1, max: 12 }),
      namedAfter: fc.constantFrom('begin' as const, 'end' as const),
    });
    fc.assert(
      fc.property(unit, fc.integer({ min: -20_000, max: 60_000 }), reporting, (unit, day, reporting) => {
        const period = periodOf(day, unit, reporting);
        expect(holds(period, { first: day, last: day })).toBe(true);
        expect(resolvePeriod(period, reporting)).toEqual(period);
      }),
    );
  });

  test('neighbours are no days apart, and a period shares all its days with itself', () => {
    fc.assert(
      fc.property(anyNamed, (named) => {
        const period = resolvePeriod(named)!;
        expect(daysBetween(period, resolvePeriod(shiftPeriod(named, named.count))!)).toBe(0);
        expect(daysBetween(period, period)).toBe(-periodLength(period));
      }),
    );
  });

  test('a fiscal year is named after the year it begins or ends in', () => {
    const quarter = { ...named('quarter', 1, 2024), fiscal: true };
    const start = (namedAfter: 'begin' | 'end') =>
      civilOf(resolvePeriod(quarter, { startMonth: 10, namedAfter })!.first);
    expect(start('begin')).toEqual({ year: 2024, month: 10, day: 1 });
    expect(start('end')).toEqual({ year: 2023, month: 10, day: 1 });
    expect(resolvePeriod(quarter)).toBeNull();
  });

  test('without a year there are no days', () => expect(resolvePeriod(named('quarter', 2, null))).toBeNull());

  test.each([
    [named('quarter', 2, 2024), 'Q2 2024'],
    [named('quarter', 2, null), 'Q2'],
    [named('month', 4, 2024), 'April 2024'],
    [named('month', 4, 2024, 3), 'April–June 2024'],
    [named('quarter', 3, 2017, 2), 'Q3–Q4 2017'],
    [named('quarter', 3, 2019, 3), 'Q3 2019–Q1 2020'],
    [named('half', 1, 2024), 'H1 2024'],
    [named('week', 23, 2024), 'W23 2024'],
    [named('week', 52, 2020, 2), 'W52–W53 2020'],
    [{ ...named('quarter', 3, 2024), fiscal: true }, 'Q3 FY2024'],
    [named('year', 1, 2024), '2024'],
    [named('year', 1, 2023, 2), '2023–2024'],
  ])('%j is written %s', (period, text) => expect(formatPeriod(period)).toBe(text));
});

describe('runs', () => {
  test.each([
    [named('quarter', 3, 2019), named('quarter', 1, 2020), false, named('quarter', 3, 2019, 3)],
    [named('month', 12, null), named('month', 1, 2023), true, named('month', 12, 2022, 2)],
    [named('month', 4, null), named('month', 6, null), false, named('month', 4, null, 3)],
    [named('month', 4, null), named('month', 6, null), true, null],
    [named('quarter', 1, 2024), named('quarter', 1, 2024), false, null],
    [named('quarter', 3, 2024), named('quarter', 1, 2024), false, null],
    [named('quarter', 1, 2024), named('month', 6, 2024), false, null],
  ])('%j to %j (list: %s) is %j', (first, last, list, run) => expect(runOf(first, last, list)).toEqual(run));

  test.each([
    [named('month', 4, 2024, 3), named('quarter', 2, 2024)],
    [named('month', 7, 2024, 6), named('half', 2, 2024)],
    [named('month', 5, 2024, 3), named('month', 5, 2024, 3)],
    [named('month', 4, 2024), named('month', 4, 2024)],
  ])('%j reads as %j', (run, wider) => expect(widened(run)).toEqual(wider));
});

describe('namings', () => {
  test.each([
    [named('quarter', 2, 2024), named('quarter', 2, null), false],
    [named('quarter', 2, 2024), named('quarter', 1, null), true],
    [named('quarter', 2, 2024), named('quarter', 2, 2023), true],
    [named('quarter', 3, 2019, 3), named('quarter', 1, null), false],
    [named('quarter', 3, 2017, 2), named('quarter', 4, 2017), false],
    [named('quarter', 2, 2024), named('month', 4, 2024), null],
    [named('month', 12, null), named('month', 1, null), true],
  ])('%j and %j differ: %s', (a, b, differ) => {
    expect(namingsDiffer(a, b)).toBe(differ);
    expect(namingsDiffer(b, a)).toBe(differ);
  });
});
