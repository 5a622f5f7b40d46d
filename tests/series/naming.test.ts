import { expect, test } from 'vitest';
import { fillingOf, namedPart, unknownPlaceholder } from '../../src/series/naming.ts';

const fits: readonly [pattern: string, text: string, filled: readonly string[]][] = [
  [
    'Q{quarter} {year} Recap from {author}',
    'Q3 2024 Recap from Mira Oduya',
    ['quarter 3', 'year 2024', 'author Mira Oduya'],
  ],
  ['{Month} {year} Status Update', 'September 2023 Status Update', ['Month September', 'year 2023']],
  ['{Month} {year} Status Update', 'Sept 2023 Status Update', ['Month Sept', 'year 2023']],
  ['{Month}-{Month}-{year}', 'july-august-2024', ['Month july', 'Month august', 'year 2024']],
  ['Letter, {Month} {year}', 'Letter, July and August 2024', ['Month July and August', 'year 2024']],
  ['{Month} {year}', 'July–August 2024', ['Month July–August', 'year 2024']],
  [
    '{Month} {year}',
    'October, November, and December 2024',
    ['Month October, November, and December', 'year 2024'],
  ],
  ['{year}-{month}', '2024-05', ['year 2024', 'month 05']],
  ['{date}-news', '2024-05-07-news', ['date 2024-05-07']],
  ['News #{number}', 'News #120', ['number 120']],
  ['{any}: Q{quarter}', 'A: B: Q1', ['any A: B', 'quarter 1']],
  ['{year}W{week}', '2024W07', ['year 2024', 'week 07']],
  ['H{half} {year}', 'H2 2024', ['half 2', 'year 2024']],
  ['The {ordinal} quarter', 'The second quarter', ['ordinal second']],
  ['{quarter}{year}', '22024', ['quarter 2', 'year 2024']],
  ['Plain words', 'Plain words', []],
  ['{any}{any}', 'ab', ['any a', 'any b']],
];

test.each(fits)('%s fits %s', (pattern, text, filled) => {
  const found = fillingOf(pattern, text, ['en']);
  expect(found?.map(({ placeholder, text: words }) => `${placeholder} ${words}`)).toEqual(filled);
});

test.each([
  ['Q{quarter} {year} Recap', 'Q3 2024 recap'],
  ['Q{quarter} {year} Recap', 'Q5 2024 Recap'],
  ['Q{quarter} {year} Recap', 'Q3 2024 Recap, continued'],
  ['Q{quarter} {year} Recap', 'The Q3 2024 Recap'],
  ['Q{quarter} {year} Recap from {author}', 'Q3 2024 Recap from '],
  ['{Month} {year}', 'Smarch 2024'],
  ['{Month} {year}', 'July and more 2024'],
  ['{Month} {year}', 'July August 2024'],
  ['{Month} {year}', 'März 2024'],
  ['{date}', '2024-05/07'],
  ['{any}', ''],
])('%s does not fit %s', (pattern, text) => {
  expect(fillingOf(pattern, text, ['en'])).toBeNull();
});

test('months are read in the language of the series', () => {
  expect(fillingOf('{Month} {year}', 'März 2024', ['en', 'de'])).toHaveLength(2);
});

test.each([
  ['q{quarter}-{year}-recap', 'content/q3-2024-recap.md', 'q3-2024-recap'],
  ['q{quarter}-{year}-recap', 'content/q3-2024-recap/index.md', 'q3-2024-recap'],
  ['q{quarter}-{year}-recap', 'content/q3-2024-recap/index.de.md', 'q3-2024-recap'],
  ['q{quarter}-{year}-recap', 'content/q3-2024-recap.pt-br.md', 'q3-2024-recap'],
  ['{year}/q{quarter}', 'content/2024/q3.md', '2024/q3'],
  ['{year}/q{quarter}', 'q3.md', 'q3'],
])('the pattern %s speaks of %s as %s', (pattern, path, part) => {
  expect(namedPart(pattern, path)).toBe(part);
});

test.each([
  ['Q{quarter} {year}', null],
  ['Q{quater} {year}', 'quater'],
  ['{}', ''],
  ['{ {quarter}', null],
])('what stands in braces in %s', (pattern, unknown) => {
  expect(unknownPlaceholder(pattern)).toBe(unknown);
});

test('hostile patterns take no longer than others', () => {
  const start = performance.now();
  for (let i = 0; i < 50; i++)
    expect(fillingOf('{any} {number}'.repeat(14), 'a 1 '.repeat(100), ['en'])).toBeNull();
  expect(performance.now() - start).toBeLessThan(3_000);
});
