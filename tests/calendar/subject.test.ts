import { describe, expect, test } from 'vitest';
import { civilOf } from '../../src/calendar/days.ts';
import { formatPeriod } from '../../src/calendar/period.ts';
import { chooseSubject, type Evidence, type EvidenceSource, statedIn } from '../../src/calendar/subject.ts';

describe('statedIn', () => {
  test.each([
    ['Q2 2024 Recap', 'Q2 2024'],
    ['Second Quarter Report 2024', 'Q2 2024'],
    ['From Q2 2018 To Q2 2019 - 1 Year Progress Report', 'Q2 2018–Q2 2019'],
    ['A review of our activities in April, May, and June of 2024.', 'April–June 2024'],
    ['Q2 of 2018 (May-July)', 'Q2 2018'],
    ['March Update', 'March'],
    ['2023 in review', '2023'],
    ['Q4 2023 Recap: a look back at 2023', 'Q4 2023'],
  ])('%s: %s', (text, period) => expect(formatPeriod(statedIn(text)!.named)).toBe(period));

  test.each([
    'July 2025 Short-Term Q2 Project Updates',
    'December Q3 2025 Project Updates',
    'First Quarter Report and Second Quarter Goals',
    'March 2023 Report: Jan. and Feb. Updates',
    'Goals for the First Quarter of the GSoC 2011',
    'RustConf 2024 Recap',
    'Annual report 2024',
    'Thanks',
  ])('nothing: %s', (text) => expect(statedIn(text)).toBeNull());
});

const piece = (source: EvidenceSource, text: string): Evidence<string> => ({
  source,
  place: text,
  ...statedIn(text)!,
});

describe('chooseSubject', () => {
  test('the title wins over a lone file name, but is in doubt', () => {
    const subject = chooseSubject([piece('title', 'Q1 2024'), piece('path', 'Q2 2024')], 1)!;
    expect(formatPeriod(subject.named)).toBe('Q1 2024');
    expect(subject.contested).toBe(true);
  });

  test('file name and description outvote the title', () => {
    const evidence = [
      piece('title', 'Q1 2024'),
      piece('path', 'Q2 2024'),
      piece('description', 'April–June 2024'),
    ];
    const subject = chooseSubject(evidence, 1)!;
    expect(formatPeriod(subject.named)).toBe('Q2 2024');
    expect(subject.against.map(({ source }) => source)).toEqual(['title']);
  });

  test('a year that the title leaves open comes from elsewhere', () => {
    const subject = chooseSubject([piece('title', 'Q2 Recap'), piece('path', 'Q2 2024')], 1)!;
    expect(formatPeriod(subject.named)).toBe('Q2 2024');
    expect(subject.contested).toBe(false);
  });

  test('months beside the quarter give a series its own days', () => {
    const subject = chooseSubject([piece('title', 'Q2 2018'), piece('intro', 'Q2 of 2018 (May-July)')], 1)!;
    expect(subject.ownCalendar).toBe(true);
    expect(civilOf(subject.period!.last)).toEqual({ year: 2018, month: 7, day: 31 });
  });

  test('the months of the calendar are no calendar of its own', () => {
    expect(chooseSubject([piece('title', 'Q2 2024 (April–June)')], 1)!.ownCalendar).toBe(false);
  });

  test('a configured start moves the quarter', () => {
    const subject = chooseSubject([piece('title', 'Q1 2024')], 2)!;
    expect(civilOf(subject.period!.first)).toEqual({ year: 2024, month: 2, day: 1 });
  });

  test('a tag or a picture alone is no evidence, nor is nothing', () => {
    expect(chooseSubject([piece('tag', 'Q1 2024')], 1)).toBeNull();
    expect(chooseSubject([], 1)).toBeNull();
  });
});
