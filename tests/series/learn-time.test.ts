import { expect, test } from 'vitest';
import { learnCalendar, learnLooks, learnUnit, learnWindow } from '../../src/series/learn-time.ts';
import { factsOfAll, post, titled } from './posts.ts';

const quarters = (count: number) =>
  Array.from({ length: count }, (_, i) => `Q${(i % 4) + 1} ${2022 + Math.floor(i / 4)}`);

/** Recaps of successive months of 2024, each dated so many days into the month after. */
function dated(days: readonly number[]) {
  return factsOfAll(
    days.map((day, i) => {
      const date = new Date(Date.UTC(2024, i + 1, day)).toISOString().slice(0, 10);
      return post(
        `${i}.md`,
        `title: Report 2024-${String(i + 1).padStart(2, '0')}\nmonth: ${i + 1}\nyear: 2024\ndate: ${date}`,
      );
    }),
  );
}

test.each<[string, readonly string[], string | null]>([
  ['quarters', quarters(5), 'quarter 5 of 5'],
  ['months', ['May 2024', 'June 2024', 'July 2024'], 'month 3 of 3'],
  ['one of three is longer', ['May 2024', 'June 2024', 'July and August 2024'], null],
  ['halves', ['H1 2023', 'H2 2023', 'H1 2024'], 'half 3 of 3'],
  ['no period and no date', ['Spring', 'Storks'], null],
])('what posts report on: %s', (_, titles, expected) => {
  const unit = learnUnit(titled(titles));
  expect(unit && `${unit.unit} ${unit.count} of ${unit.of}`).toBe(expected);
});

test.each<[string, readonly string[], string | null]>([
  ['weekly', ['01-03', '01-10', '01-17', '01-25', '02-01'], 'week'],
  ['monthly', ['01-03', '02-01', '03-05', '04-02'], 'month'],
  ['with a pause', ['01-03', '02-01', '03-05', '04-02', '05-03', '08-01'], 'month'],
  ['now and then', ['01-03', '01-29', '04-05', '04-12'], null],
  ['one', ['01-03'], null],
])('dates tell where no period is named: %s', (_, days, unit) => {
  const facts = factsOfAll(days.map((day, i) => post(`${i}.md`, `title: Notes\ndate: 2024-${day}`)));
  expect(learnUnit(facts)?.unit ?? null).toBe(unit);
});

test.each<[readonly string[], string | null]>([
  [quarters(4).map((quarter) => `${quarter} Recap`), 'back'],
  [quarters(4).map((quarter) => `${quarter} Roadmap`), 'ahead'],
  [quarters(4).map((quarter) => `${quarter} in Birds`), null],
  [[...quarters(9).map((quarter) => `${quarter} Recap`), 'Roadmap for Q1 2025'], null],
])('direction of %j', (titles, looks) => {
  expect(learnLooks(titled(titles))?.looks ?? null).toBe(looks);
});

test.each<[string, readonly number[], readonly number[] | null]>([
  ['six are enough', [3, 5, 4, 8, 5, 6], [-2, 3, 8]],
  ['five are too few', [3, 5, 4, 8, 5], null],
  ['late ones do not matter', [3, 5, 4, 8, 5, 60], [-2, 3, 60]],
  ['one that is far too early is left out', [5, 5, 5, 5, 5, 5, 5, 5, 5, -20], [0, 5, 5]],
  ['two are no usual day', [5, 5, 5, 5, 5, 5, 5, 5, -20, -20], null],
])('window: %s', (_, days, expected) => {
  const window = learnWindow(dated(days));
  expect(window && [window.opens, window.earliest, window.latest]).toEqual(expected);
});

test('a calendar of their own', () => {
  const own = (quarter: number, months: string) => `Q${quarter} 2024 (${months} 2024) Recap`;
  const facts = titled([own(1, 'February-April'), own(2, 'May-July'), own(3, 'August-October')]);
  expect(learnCalendar(facts)).toMatchObject({ startMonth: 2, namedAfter: 'begin', count: 3 });
  expect(learnCalendar(facts.slice(1))).toBeNull();
  expect(learnCalendar(titled(quarters(6)))).toBeNull();
  expect(learnCalendar([...facts, ...titled(quarters(3))])).toBeNull();
});
