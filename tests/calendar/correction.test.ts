import { expect, test } from 'vitest';
import { corrected, correctionsOf } from '../../src/calendar/correction.ts';
import { findMentions } from '../../src/calendar/mentions.ts';

const right = { unit: 'quarter', index: 2, count: 1, year: 2024 } as const;

/** The text with its first mention corrected to Q2 2024, or null where it cannot be. */
function correct(text: string): string | null {
  const [mention] = findMentions(text);
  const corrections = correctionsOf(mention!, text, right);
  return corrections && corrected(mention!, text, corrections);
}

test.each([
  ['in the first quarter of 2024', 'second quarter of 2024'],
  ['in the last quarter of 2023', 'second quarter of 2024'],
  ['the FOURTH QUARTER', 'SECOND QUARTER'],
  ['the Third Quarter', 'Second Quarter'],
  ['the 1st quarter', '2nd quarter'],
  ['Q1', 'Q2'],
  ['Q1’23', 'Q2’24'],
  ['2023-Q4', '2024-Q2'],
  ['4Q23', '2Q24'],
  ['Q2 2023', 'Q2 2024'],
])('%s → %s', (text, words) => expect(correct(text)).toBe(words));

test.each(['Q1–Q3 2024', 'March 2024', 'April, May and June 2023'])('%s has none', (text) => {
  expect(correct(text)).toBeNull();
});
