import { describe, expect, test } from 'vitest';
import { missingAt } from '../../src/series/usual.ts';

/** Posts by what each has, one letter for each thing. */
const posts = (...all: string[]) => all.map((one) => new Set(one));
/** What the last of the posts leaves out, as "value count/of". */
const missing = (all: readonly ReadonlySet<string>[], exceptions = 0, at = all.length - 1) =>
  missingAt(all, at, exceptions).map(({ value, count, of }) => `${value} ${count}/${of}`);

describe('missingAt', () => {
  test('what the last six have', () => {
    expect(missing(posts('a', 'a', 'a', 'a', 'a', 'a', ''))).toEqual(['a 6/6']);
    expect(missing(posts('a', 'a', 'a', 'a', 'a', ''))).toEqual([]);
  });

  test('no more than the last eight are asked', () => {
    expect(missing(posts('', '', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', ''))).toEqual(['a 8/8']);
    expect(missing(posts('', 'a', 'a', 'a', 'a', 'a', 'a', 'a', ''))).toEqual([]);
  });

  test('exceptions, but never in the last one or below six', () => {
    const once = posts('a', 'a', '', 'a', 'a', 'a', 'a', 'a', '');
    expect(missing(once, 1)).toEqual(['a 7/8']);
    expect(missing(posts('a', 'a', 'a', 'a', 'a', 'a', 'a', '', ''), 1)).toEqual([]);
    expect(missing(posts('a', '', 'a', 'a', 'a', 'a', ''), 1)).toEqual([]);
  });

  test('what the next ones leave out as well is a new custom', () => {
    const six = ['a', 'a', 'a', 'a', 'a', 'a'];
    expect(missing(posts(...six, '', ''), 0, 6)).toEqual([]);
    expect(missing(posts(...six, '', '', 'a'), 0, 6)).toEqual(['a 6/6']);
    expect(missing(posts(...six, '', 'a', ''), 0, 6)).toEqual(['a 6/6']);
  });
});
