import { expect, test } from 'vitest';
import { learnPathNaming, learnTitleNaming, templateOf } from '../../src/series/learn-pattern.ts';
import { factsOfAll, post, titled } from './posts.ts';

test.each([
  ['Q2 2024 Recap', 'Q{quarter} {year} Recap'],
  ['2024Q2 Roadmap', '{year}Q{quarter} Roadmap'],
  ['q2-2024-recap', 'q{quarter}-{year}-recap'],
  ['H1 2024', 'H{half} {year}'],
  ['May 2024 update', '{Month} {year} update'],
  ['We may march in 2024', 'We may march in {year}'],
  ['may-2024', '{Month}-{year}'],
  ['Nov. 2024', '{Month}. {year}'],
  ['Report 09/2015', 'Report {month}/{year}'],
  ['report-201806-201807', 'report-{year}{month}-{year}{month}'],
  ['2024-05-07-news', '{date}-news'],
  ['This Week in Birds 512', 'This Week in Birds {number}'],
  ['Week 23, 2024', 'Week {week}, {year}'],
  ['2024W23', '{year}W{week}'],
  ['The second quarter of 2024', 'The {ordinal} quarter of {year}'],
  ['The second post', 'The second post'],
  ['Notes', 'Notes'],
  ['', ''],
])('%s is written after %s', (text, template) => {
  expect(templateOf(text, ['en']).join('')).toBe(template);
});

const quarters = [1, 2, 3, 4].map((quarter) => `Q${quarter} 2024`);

test.each<[string, readonly string[], string | null]>([
  ['alike', quarters.map((quarter) => `${quarter} Recap`), 'Q{quarter} {year} Recap'],
  [
    'other words at the end',
    ['rain', 'wind and sun', 'fog', 'snow'].map((word, i) => `${quarters[i]} in Birds: ${word}`),
    'Q{quarter} {year} in Birds: {any}',
  ],
  ['other words at the start', ['A', 'B', 'C'].map((word) => `${word} and the birds`), '{any} and the birds'],
  ['nothing in common', ['Spring', 'Storks are back', 'A cold month'], null],
  ['one word in common', ['News of rain', 'News of wind', 'News on fog'], null],
  ['a period and nothing else', quarters, 'Q{quarter} {year}'],
  ['no end is cut in a word', ['Short-Term Notes', 'Midterm Notes', 'Longterm Notes'], null],
  ['one of three departs', ['Q1 2024 Recap', 'Q2 2024 Recap', 'What a year'], null],
  [
    'one of ten departs',
    [...Array.from({ length: 9 }, (_, i) => `Notes ${i + 1}`), 'Ten!'],
    'Notes {number}',
  ],
])('titles: %s', (_, titles, pattern) => {
  expect(learnTitleNaming(titled(titles), ['en'])?.pattern ?? null).toBe(pattern);
});

test('who writes is no part of the title, one name or several', () => {
  const names = ['Mira Oduya', 'Ada Brook', 'Mira Oduya', 'Jon Vale'];
  const titles = quarters.map((quarter, i) => `${quarter} Recap from ${names[i]}`);
  const pattern = 'Q{quarter} {year} Recap from {author}';
  expect(
    learnTitleNaming(
      titled(titles, (i) => names[i]!),
      ['en'],
    ),
  ).toEqual({ pattern, count: 4, of: 4 });
  const same = quarters.map((quarter) => `${quarter} Recap from Ada Brook`);
  expect(
    learnTitleNaming(
      titled(same, () => 'Ada Brook'),
      ['en'],
    )?.pattern,
  ).toBe(pattern);
  expect(learnTitleNaming(titled(same), ['en'])?.pattern).toBe('Q{quarter} {year} Recap from Ada Brook');
});

test.each<[readonly string[], string | null]>([
  [['a/q1-2024-recap.md', 'a/q2-2024-recap.md'], 'q{quarter}-{year}-recap'],
  [['2024/q1/index.md', '2024/q2/index.md'], 'q{quarter}'],
  [['x/may-2024-news/index.md', 'x/june-2024-news/index.md'], '{Month}-{year}-news'],
  [
    ['2024-05-07-rain-report.md', '2024-06-07-fog-report.md', '2024-07-01-sun-report.md'],
    '{date}-{any}-report',
  ],
])('files %j', (paths, pattern) => {
  const facts = factsOfAll(paths.map((path) => post(path, 'title: X')));
  expect(learnPathNaming(facts, ['en'])?.pattern ?? null).toBe(pattern);
});
