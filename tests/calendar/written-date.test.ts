import { describe, expect, test } from 'vitest';
import { dateInPath, formatDate, parseWrittenDate } from '../../src/calendar/written-date.ts';

describe('parseWrittenDate', () => {
  test.each([
    ['2024-05-07', '2024-05-07'],
    ['2024-05-07T12:00:00Z', '2024-05-07'],
    ['2024-05-07 12:00', '2024-05-07'],
    ['2024-05-07T23:59:59.123456+12:00', '2024-05-07'],
    ['2018-03-09 15:01 UTC', '2018-03-09'],
    ['2024-5-7', '2024-5-7'],
    ['2024/05/07', '2024/05/07'],
    ['May 7, 2024', 'May 7, 2024'],
    ['Sept. 7th 2024', 'Sept. 7th 2024'],
    ['7 May 2024', '7 May 2024'],
    [' 2024-05-07 ', '2024-05-07'],
  ])('reads %j', (text, date) => {
    const written = parseWrittenDate(text)!;
    expect(text.slice(written.start, written.end)).toBe(date);
    expect(written.exists).toBe(true);
    expect(written.date.day).toBe(text.startsWith('2018') ? 9 : 7);
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    'September 31, 2024',
  ])('%s is no day', (text) => {
    expect(parseWrittenDate(text)?.exists).toBe(false);
  });

  test.each([
    '',
    '2024',
    'May 2024',
    '05/07/2024',
    '2024-05-07 or later',
    'on 2024-05-07',
    `${' '.repeat(90)}2024-05-07`,
  ])('%j is no date', (text) => expect(parseWrittenDate(text)).toBeNull());

  test('the day is the one written, whatever the zone', () => {
    expect(parseWrittenDate('2024-07-01T00:30:00+12:00')?.date).toEqual({ year: 2024, month: 7, day: 1 });
  });
});

test.each([
  ['posts/2024-05-07-recap.md', '7 May 2024'],
  ['2024/05/07/recap.md', '7 May 2024'],
  ['reports/2017-04-03_march_2017.md', '3 April 2017'],
  ['2017-04-31_report.md', null],
  ['report-202405071.md', null],
  ['q2-2024-recap.md', null],
])('the date in %s is %s', (path, date) => {
  const found = dateInPath(path);
  expect(found && formatDate(found)).toBe(date);
});
