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
    'costs $2024',
    'version 2024.1',
    'code \uFFFC here',
    'fiscal Q3 2024',
    'fiscal year 2024 Q3',
    'Q3 FY24',
    'the Q3 of fiscal 2024',
    'FY2024 Q3',
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
])('takes linear time on many times %j', (piece) => {
  // Anything worse than linear takes minutes for half a megabyte.
  const start = performance.now();
  findMentions(piece.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(5_000);
});
