import { expect, test } from 'vitest';
import { nearest } from '../../src/config/nearest.ts';

test.each([
  ['a letter is missing', 'no-nbp', 'no-nbsp'],
  ['two letters have changed places', 'no-nbps', 'no-nbsp'],
  ['it goes on', 'no-nbsp-here', 'no-nbsp'],
  ['too much differs', 'entirely', null],
])('%s', (_, word, meant) => expect(nearest(word, ['jsn', 'no-nbsp'])).toBe(meant));

/** CPU milliseconds. */
function costOf(work: () => unknown): number {
  const { user, system } = process.cpuUsage();
  work();
  const after = process.cpuUsage();
  return (after.user + after.system - user - system) / 1000;
}

const candidates = Array.from({ length: 100 }, (_, index) => `some-name-${index}`);

test('a word of a megabyte is near to nothing, at no cost', () => {
  const word = `json${'x'.repeat(1_000_000)}`;
  expect(nearest(word, ['json'])).toBeNull();
  expect(costOf(() => Array.from({ length: 1_000 }, () => nearest(word, candidates)))).toBeLessThan(1_000);
});

test('of very many candidates the first 500 are compared', () => {
  const names = Array.from({ length: 500 }, (_, index) => `name-${index}`);
  expect(nearest('another', [...names.slice(1), 'anothr'])).toBe('anothr');
  expect(nearest('another', [...names, 'anothr'])).toBeNull();
});
