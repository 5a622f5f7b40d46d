import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/calendar/mentions.ts';
import { formatPeriod } from '../../src/calendar/period.ts';

/** Mentions as `words = period`. */
function read(text: string): string[] {
  return findMentions(text).map(
    (mention) => `${text.slice(mention.start, mention.end)} = ${formatPeriod(mention)}`,
  );
}

describe('quarters, halves and years', () => {
  test.each([
    ['Q2 2024', 'Q2 2024'],
    ['Q2 of 2024', 'Q2 2024'],
    ['2024 Q2', 'Q2 2024'],
    ['2024Q2', 'Q2 2024'],
    ['2024-Q2', 'Q2 2024'],
    ['Q2’24', 'Q2 2024'],
    ['2Q24', 'Q2 2024'],
    ['4Q2020', 'Q4 2020'],
    ['Q2/2011', 'Q2 2011'],
    ['Q4, 2025', 'Q4 2025'],
    ['2023, Quarter 1', 'Q1 2023'],
    ['Q4 of 2018/19', 'Q4 2018'],
    ['first quarter of 2024', 'Q1 2024'],
    ['1st quarter', 'Q1'],
    ['Fourth Quarter', 'Q4'],
    ['last quarter of 2020', 'Q4 2020'],
    ['H1 2024', 'H1 2024'],
    ['second half of 2023', 'H2 2023'],
    ['2024', '2024'],
  ])('%s', (words, period) => expect(read(`See ${words}.`)).toEqual([`${words} = ${period}`]));
});

describe('fiscal years, windows, weeks and months of a year', () => {
  test.each([
    ['FY24 Q3', 'Q3 FY2024'],
    ['fiscal Q3 2024', 'Q3 FY2024'],
    ['Q3 of fiscal 2024', 'Q3 FY2024'],
    ['third quarter of fiscal year 2024', 'Q3 FY2024'],
    ['FY2024', 'FY2024'],
    ['2021-07-01 - 2021-09-30', 'July–September 2021'],
    ['201806-201807', 'June–July 2018'],
    ['week 23 of 2024', 'W23 2024'],
    ['2024-W23', 'W23 2024'],
    ['first three months of 2022', 'January–March 2022'],
    ['last two months of 2021', 'November–December 2021'],
  ])('%s', (words, period) => expect(read(`See ${words}.`)).toEqual([`${words} = ${period}`]));
});

describe('months and dates', () => {
  test.each([
    ['April 2024', 'April 2024'],
    ['may 2024', 'May 2024'],
    ['Sept. 2024', 'September 2024'],
    ['02/2015', 'February 2015'],
    ['July 15', 'July'],
    ['15 July 2024', 'July 2024'],
    ['September 10-13', 'September'],
    ['2024-05-07', 'May 2024'],
    ['March', 'March'],
    ['May', 'May'],
  ])('%s', (words, period) => expect(read(`Since ${words} we`)).toEqual([`${words} = ${period}`]));
});

describe('runs', () => {
  test.each([
    ['Q2-4', 'Q2–Q4'],
    ['Q1–Q3', 'Q1–Q3'],
    ['Q1 and Q2', 'Q1–Q2'],
    ['Q3 & Q4 2017', 'Q3–Q4 2017'],
    ['Q2 2018 To Q2 2019', 'Q2 2018–Q2 2019'],
    ['first and second quarters of 2024', 'Q1–Q2 2024'],
    ['April, May, and June of 2024', 'April–June 2024'],
    ['April-June 2024', 'April–June 2024'],
    ['October, November, and December of 2023', 'October–December 2023'],
    ['Jan./Feb. 2025', 'January–February 2025'],
    ['Mar/Apr/May 2016', 'March–May 2016'],
    ['December 2021 & January 2022', 'December 2021–January 2022'],
    ['December and January 2022-2023', 'December 2022–January 2023'],
    ['03 and 04/2019', 'March–April 2019'],
    ['August-mid-November', 'August–November'],
  ])('%s', (words, period) => expect(read(`See ${words}.`)).toEqual([`${words} = ${period}`]));

  test('quarters that are no neighbours are listed apart', () => {
    expect(read('Q1, Q3 and Q4')).toEqual(['Q1 = Q1', 'Q3 and Q4 = Q3–Q4']);
  });
});

describe('no mentions', () => {
  test.each([
    'in the last quarter',
    'the H2 database',
    'You may see it.',
    'May I ask?',
    'They march on.',
    'an august body',
    'Jan is here.',
    'MCQ2',
    'q2022-18',
    'Q&A',
    'Q1: How did you hear of us?',
    'a quarter of the respondents',
    'the first quarter of the project',
    'the third quarter of the game',
    'first half of the talk',
    'tidymodels-2022-q4',
    'see “Q2 2023 Recap” there',
    'the 2024Q1 branch',
    'on 05/07/2024',
    'week 3 of the course',
    'costs $2024',
    'version 2024.1',
    'code \uFFFC here',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

test('spans tell what counts and where the year stands', () => {
  const text = 'During the first quarter of 2024, we';
  const [mention] = findMentions(text);
  const at = (span: { start: number; end: number } | null | undefined) =>
    span && text.slice(span.start, span.end);
  expect([at(mention), at(mention?.indexSpan), at(mention?.yearSpan)]).toEqual([
    'first quarter of 2024',
    'first',
    '2024',
  ]);
});

/** The day, weekdays and flaw of the first mention that has a day. */
function readDay(text: string): string {
  const mention = findMentions(text).find(({ day, flaw }) => day !== null || flaw !== null)!;
  const { day, weekday, until, flaw } = mention;
  const days = [day?.day, until?.day.day].filter((number) => number !== undefined).join('-');
  const weekdays = [weekday?.index, until?.weekday?.index].filter((index) => index !== undefined).join('-');
  return `${days} ${weekdays} ${flaw === null ? '' : `${flaw.kind} ${text.slice(flaw.start, flaw.end)}`}`.trim();
}

describe('days, weekdays and what is impossible', () => {
  test.each([
    ['Wednesday, May 21', '21 3'],
    ['Saturday & Sunday July 26 & 27', '26-27 6-7'],
    ['Friday–Sunday, September 10–12, 2021', '10-12 5-7'],
    ['May 7 (Tuesday)', '7 2'],
    ['May 6, Thursday May 9', '6'],
    ['10-13 September', '10-13'],
    ['May 10 and 3 others', '10'],
    ['May 7 - 3 new members', '7'],
    ['June 30-1 July', '30'],
    ['31 September', '31  no-such-day 31'],
    ['2022-02-29', '29  no-such-day 29'],
    ['30nd May', '30  ordinal-suffix 30nd'],
    ['May 11st', '11  ordinal-suffix 11st'],
    ['Febuary 3, 2024', '3  month-spelling Febuary'],
    ['3 Ocotber 2024', '3  month-spelling Ocotber'],
    ['July 15-3', '15-3  reversed-range 3'],
    ['2021-07-01 – 2021-06-30', '1-30  reversed-range 2021-06-30'],
  ])('%s: %s', (text, reading) => expect(readDay(text)).toBe(reading));

  const flawOf = (text: string) =>
    findMentions(text).flatMap(({ flaw }) => (flaw === null ? [] : [flaw.kind]));

  test.each([
    ['July 15 – July 3', 'reversed-range'],
    ['Q3 2024–Q1 2024', 'reversed-range'],
    ['Q1, Q2 and Q2', 'listed-twice'],
    ['Q2 and Q2 2024', 'listed-twice'],
    ['Q2 2024 (January–March)', 'other-months'],
    ['April–June (Q1)', 'other-months'],
  ])('%s: %s', (text, kind) => expect(flawOf(text)).toEqual([kind]));

  test.each([
    'Q2 2023 and Q2 2024',
    'Q2 (April–June)',
    'Q4–Q1 2024',
    'December 28 – January 3',
    'Match 12, 2024',
    '5 Oktober 2024',
    'Windows 7, 2009',
    'the 1st, 2nd, 3rd and 11th May',
  ])('nothing: %s', (text) => expect(flawOf(text)).toEqual([]));
});

describe('parts', () => {
  test.each([
    ['early 2022', 'early', 'early'],
    ['at the end of 2023', 'late', 'end of'],
    ['mid-August', 'middle', 'mid'],
    ['in the summer of 2024', 'season', 'summer'],
  ])('%s', (text, which, words) => {
    const [mention] = findMentions(text);
    expect(mention?.part?.which).toBe(which);
    expect(text.slice(mention!.part!.start, mention!.part!.end)).toBe(words);
  });
});

test('the year at the end of a list holds for its items', () => {
  expect(read('Q1 and Q3 2024')).toEqual(['Q1 = Q1 2024', 'Q3 2024 = Q3 2024']);
  expect(findMentions('April, May, and June of 2024')[0]?.parts).toHaveLength(3);
});

describe('German, where it is asked for', () => {
  test.each([
    ['zweiten Quartal 2024', 'Q2 2024'],
    ['2. Quartal 2024', 'Q2 2024'],
    ['Quartal 2/2024', 'Q2 2024'],
    ['April bis Juni 2024', 'April–June 2024'],
    ['7. Mai 2024', 'May 2024'],
    ['10.–13. September', 'September'],
    ['erstes Halbjahr 2024', 'H1 2024'],
    ['KW 23/2024', 'W23 2024'],
    ['ersten drei Monate 2022', 'January–March 2022'],
    ['Geschäftsjahr 2024', 'FY2024'],
    ['second quarter of 2024', 'Q2 2024'],
  ])('%s', (words, period) => {
    const text = `Im ${words}.`;
    const found = findMentions(text, ['en', 'de']);
    expect(
      found.map((mention) => `${text.slice(mention.start, mention.end)} = ${formatPeriod(mention)}`),
    ).toEqual([`${words} = ${period}`]);
  });

  test('without it, German words are none', () => expect(read('im zweiten Quartal, im Mai')).toEqual([]));
});

test('mentions are ordered, apart and inside the text, whatever the text', () => {
  const words = [
    'Q',
    '2',
    '2024',
    'April',
    'May',
    '-',
    '–',
    ' ',
    ',',
    'and',
    'of',
    'first',
    'quarter',
    'H1',
    '/',
    '\uFFFC',
    '’',
    '.',
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 40 });
  fc.assert(
    fc.property(
      text.map((pieces) => pieces.join('')),
      (text) => {
        let last = 0;
        for (const { start, end, index, count } of findMentions(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Math.min(index, count)).toBeGreaterThanOrEqual(1);
          last = end;
        }
      },
    ),
  );
});

test.each([
  'Q1 ',
  'April, ',
  '2024 ',
  'first ',
  '1 ',
  'in the ',
  '"Q',
  'May 1-',
  'Abcdefgh 1, ',
  'Saturday & ',
  '2024-01-01 - ',
])('takes linear time on many times %j', { timeout: 60_000 }, (piece) => {
  // Anything worse than linear takes minutes for a megabyte.
  const start = performance.now();
  findMentions(piece.repeat(1_000_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('takes linear time on eight megabytes', { timeout: 120_000 }, () => {
  const text = 'Q1 2024-01 March, 1 first FY2 May 31st '.repeat(200_000);
  expect(findMentions(text).length).toBeGreaterThan(200_000);
});
