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
    ['2024-05-07 12:00:00 +0200', '2024-05-07'],
    ['2024-05-07 12:00 +02', '2024-05-07'],
    ['2024-05-07T12:00:00.5-07:00', '2024-05-07'],
    ['2024-05-07 09:30 AM', '2024-05-07'],
    ['2024-05-07 9:30pm', '2024-05-07'],
    ['2024/5/7 10:00:00', '2024/5/7'],
    ['May 7 2024', 'May 7 2024'],
    ['MAY 7, 2024 10:00 AM', 'MAY 7, 2024'],
    ['Tuesday, May 7, 2024', 'May 7, 2024'],
    ['Tue, 07 May 2024 12:00:00 GMT', '07 May 2024'],
    ['Tues 7th May, 2024', '7th May, 2024'],
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
    '05.07.2024',
    '5-7-24',
    '20240507',
    '2024-127',
    '2024-W19-2',
    '2024-05-07-recap',
    '2024.05.07',
    '2024-05/07',
    'Smarch 7, 2024',
    'Noday, May 7, 2024',
    '2024-05-07 or later',
    'on 2024-05-07',
    `${' '.repeat(90)}2024-05-07`,
  ])('%j is no date', (text) => expect(parseWrittenDate(text)).toBeNull());

  test.each([
    ['2024-05-07T16:41:59Z', '16:41:59'],
    ['2024-05-07 16:41:59.25 +02', '16:41:59'],
    ['2024-05-07 16:41', null],
    ['2024-05-07', null],
  ])('the time of %s is %s', (text, time) => expect(parseWrittenDate(text)?.time).toBe(time));

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
