import { expect, test } from 'vitest';
import { civilOf, dayOf } from '../../src/calendar/days.ts';
import { findMentions } from '../../src/calendar/mentions.ts';
import { resolvePeriod } from '../../src/calendar/period.ts';
import { resolveMention, type TimeContext } from '../../src/calendar/resolve.ts';

const written = (day: number) => {
  const { year, month, day: ofMonth } = civilOf(day);
  return [year, month, ofMonth].map((part) => String(part).padStart(2, '0')).join('-');
};

function resolved(text: string, context: TimeContext): string | null {
  const period = resolveMention(findMentions(text)[0]!, context);
  return period && `${written(period.first)}/${written(period.last)}`;
}

const subject = resolvePeriod({ unit: 'quarter', index: 4, count: 1, year: 2023 });
const published = dayOf({ year: 2022, month: 7, day: 5 });

test.each([
  ['Q2 2024', '2024-04-01/2024-06-30'],
  ['in November', '2023-11-01/2023-11-30'],
  ['in January', '2024-01-01/2024-01-31'],
  ['on January 15', '2024-01-15/2024-01-15'],
  ['September 10-13', '2023-09-10/2023-09-13'],
  ['2021-07-01 - 2021-09-30', '2021-07-01/2021-09-30'],
  ['2020-12-20 - 2021-01-03', '2020-12-20/2021-01-03'],
  ['31 September 2023', null],
  ['FY24 Q3', null],
])('beside Q4 2023, %s is %s', (text, days) => {
  expect(resolved(text, { subject, published })).toBe(days);
});

test('without a subject the year is that nearest to the publication date, without either there is none', () => {
  expect(resolved('in November', { subject: null, published })).toBe('2022-11-01/2022-11-30');
  expect(resolved('in November', { subject: null, published: null })).toBeNull();
});

test('a fiscal quarter has days where the fiscal year is known', () => {
  const reporting = { startMonth: 7, namedAfter: 'end' } as const;
  expect(resolved('FY24 Q3', { subject, published, reporting })).toBe('2024-01-01/2024-03-31');
});
