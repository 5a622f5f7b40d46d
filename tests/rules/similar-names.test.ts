import { describe, expect, it } from 'vitest';
import { similar, usualNames } from '../../src/rules/similar-names.ts';
import type { Series } from '../../src/series/facts.ts';

const post = (...names: string[]) => ({ names }) as unknown as Series['earlier'][number];
const posts = [post('Ann Abel', 'Bob Bell'), post('Ann Abel'), post('Ann Abel', 'Ann Ebert')];
const upTo = (count: number): Series => ({ name: 'news', earlier: posts.slice(0, count) });

describe('usualNames', () => {
  it('counts posts, as the series grows and from its beginning', () => {
    for (const [count, expected] of [
      [1, 1],
      [2, 2],
      [3, 3],
      [3, 3],
      [1, 1],
      [3, 3],
    ] as const)
      expect(usualNames(upTo(count)).counts.get('Ann Abel')).toBe(expected);
  });

  it('groups each name once', () => {
    const { groups } = usualNames(upTo(3));
    expect(groups.get('Ann 2')).toEqual(['Ann Abel', 'Ann Ebert']);
    expect(similar('Ann Ebort', groups)).toEqual(['Ann Ebert']);
  });

  it('knows none without a series', () => {
    expect(usualNames(null).counts.size).toBe(0);
    expect(usualNames(upTo(0)).groups.size).toBe(0);
  });
});
