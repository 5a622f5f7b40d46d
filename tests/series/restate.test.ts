import { expect, test } from 'vitest';
import { dayOf } from '../../src/calendar/days.ts';
import { resolvePeriod } from '../../src/calendar/period.ts';
import { type Issue, readPeriod } from '../../src/series/issue.ts';
import { restated } from '../../src/series/restate.ts';

function issue(name: string, date: string | null, number: number | null = null): Issue {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  const period = resolvePeriod(readPeriod(name)!)!;
  return { period, day: date === null ? null : dayOf({ year: year!, month: month!, day: day! }), number };
}

const quarter = [issue('2024-Q3', '2024-10-15'), issue('2024-Q4', '2025-01-10')] as const;
const nextYear = [issue('2024-Q4', '2025-01-10'), issue('2025-Q1', '2025-04-10')] as const;
const month = [issue('2024-11', '2024-12-02'), issue('2024-12', '2025-01-02')] as const;
const pair = [issue('March–April 2024', null), issue('May–June 2024', null)] as const;
const week = [issue('2025-W09', '2025-02-26', 588), issue('2025-W10', '2025-03-05', 589)] as const;
const half = [issue('2024-H1', null), issue('2024-H2', null)] as const;

const table: readonly [from: string, step: readonly [Issue, Issue], to: string][] = [
  ['Q3 2024 Recap from Mira Oduya', quarter, 'Q4 2024 Recap from Mira Oduya'],
  [
    'What was done in July, August, and September of 2024.',
    quarter,
    'What was done in October, November, and December of 2024.',
  ],
  ['/news/q3-2024-recap/', quarter, '/news/q4-2024-recap/'],
  ['2024q3-roadmap', quarter, '2024q4-roadmap'],
  ['The third quarter of 2024', quarter, 'The fourth quarter of 2024'],
  ['Third quarter', quarter, 'Fourth quarter'],
  ['3. Quartal 2024', quarter, '4. Quartal 2024'],
  ['Quarter 3, 2024', quarter, 'Quarter 4, 2024'],
  ['Compared to Q3 2023', quarter, 'Compared to Q4 2023'],
  ['2024-10-15-news', quarter, '2025-01-10-news'],
  ['2024/10/15/news', quarter, '2025/01/10/news'],
  ['Q4 2024', nextYear, 'Q1 2025'],
  ['October–December 2024', nextYear, 'January–March 2025'],
  ['report-202411', month, 'report-202412'],
  ['11/2024', month, '12/2024'],
  ['November 2024', month, 'December 2024'],
  ['Nov. 2024', month, 'Dec. 2024'],
  ['nov-2024-update', month, 'dec-2024-update'],
  ['NOVEMBER', month, 'DECEMBER'],
  ['November’s news', month, 'December’s news'],
  ["november's", month, "december's"],
  ['March & April 2024', pair, 'May & June 2024'],
  ['This Week in Birds 588', week, 'This Week in Birds 589'],
  ['2025W09', week, '2025W10'],
  ['Week 09, 2025', week, 'Week 10, 2025'],
  ['H1 2024', half, 'H2 2024'],
  ['We may march on, 12 of us', month, 'We may march on, 12 of us'],
  ['Since 1999', quarter, 'Since 1999'],
];

test.each(table)('%s', (from, [before, after], to) => {
  expect(restated(from, before, after, ['en'])).toBe(to);
});

test.each([
  ['Bericht März 2024', 'Bericht Mai 2024'],
  ['bericht-april-2024', 'bericht-juni-2024'],
  ['Rückblick Apr. 2024', 'Rückblick Jun. 2024'],
  ['Report March 2024', 'Report May 2024'],
])('in a series in German, %s', (from, to) => {
  const [before, after] = pair;
  expect(restated(from, before, after, ['en', 'de'])).toBe(to);
});

test('a folder may be called after the year of the date', () => {
  const [before, after] = month;
  expect(restated('2024', before, after, ['en'], 'date')).toBe('2025');
  expect(restated('2024', before, after, ['en'], 'period')).toBe('2024');
});

test.each([
  ['2024-Q3', 'quarter 3 2024'],
  ['2024q3', 'quarter 3 2024'],
  ['Q3 2024', 'quarter 3 2024'],
  ['third quarter of 2024', 'quarter 3 2024'],
  ['2024-05', 'month 5 2024'],
  ['May 2024', 'month 5 2024'],
  ['2024-W23', 'week 23 2024'],
  ['W23 2024', 'week 23 2024'],
  ['2024-H1', 'half 1 2024'],
  ['2024', 'year 1 2024'],
  ['Q3', null],
  ['2024-Q5', null],
  ['2024-13', null],
  ['2025-W53', null],
  ['2024-05-07', null],
  ['next quarter', null],
  ['', null],
  ['Q3 2024 and more', null],
])('%j names %j', (text, expected) => {
  const named = readPeriod(text);
  expect(named && `${named.unit} ${named.index} ${named.year}`).toBe(expected);
});
