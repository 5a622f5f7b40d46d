import { describe, expect, it } from 'vitest';
import type { PostFacts } from '../../src/series/facts.ts';
import { seriesBefore } from '../../src/series/history.ts';
import { usesBefore, usualSpellings } from '../../src/series/similar-names.ts';

const post = (...names: string[]) =>
  ({ names: Object.fromEntries(names.map((name) => [name, 1])) }) as unknown as PostFacts;
const posts = [
  post('Ann Abel', 'Ann Ebert'),
  post('Ann Ebert'),
  post('Ann Ebert', 'Ann Abel'),
  post('Ann Ebort'),
];
const upTo = (position: number) => seriesBefore('news', posts, position);

describe('names of earlier posts', () => {
  it.each([
    [0, 0],
    [1, 1],
    [3, 2],
    [1, 1],
    [4, 2],
  ])('before post %i, %i have the name', (position, uses) => {
    expect(usesBefore(upTo(position), 'Ann Abel')).toBe(uses);
  });

  it('a spelling is usual where more than twice as many posts have it', () => {
    expect(usualSpellings(upTo(2), 'Ann Ebort')).toEqual([]);
    expect(usualSpellings(upTo(3), 'Ann Ebort')).toEqual(['Ann Ebert']);
    expect(usualSpellings(upTo(3), 'Ann Ebert')).toEqual([]);
    expect(usualSpellings(null, 'Ann Ebort')).toEqual([]);
  });
});
