import { describe, expect, test } from 'vitest';
import { isClose, isInflected, isMistyped, isReordered } from '../../src/series/close-names.ts';

describe('isClose', () => {
  test.each([
    ['{} harbor report', '{} harbour report'],
    ['report {} harbour', '{} harbour report'],
    ['{} report', '{} harbour report'],
    ['membreship', 'membership'],
    ['who are we', 'who we are'],
  ])('"%s" is nearly "%s"', (own, usual) => expect(isClose(own, usual)).toBe(true));

  test.each([
    ['{} harbour report', '{} harbour report'],
    ['{}: harbour report', '{} harbour report'],
    ['{} harbour report, delayed', '{} harbour report'],
    ['{} jetty report', '{} harbour report'],
    ['{}', '{} report'],
    ['the storm', '{} harbour report'],
  ])('"%s" is "%s" or another name', (own, usual) => expect(isClose(own, usual)).toBe(false));
});

test('isReordered takes no mistyped word', () => {
  expect(isReordered('{} harbor report', '{} harbour report')).toBe(false);
  expect(isReordered('harbour report {}', '{} harbour report')).toBe(true);
});

describe('isMistyped', () => {
  test.each([
    ['annuncement', 'announcement'],
    ['fuding', 'funding'],
    ['recieve', 'receive'],
    ['sort', 'short'],
    ['harbpur', 'harbour'],
  ])('%s for %s', (a, b) => {
    expect(isMistyped(a, b)).toBe(true);
    expect(isMistyped(b, a)).toBe(true);
  });

  test.each([
    ['boat', 'boat'],
    ['cat', 'cast'],
    ['funded', 'funding'],
    ['rust', 'rustup'],
    ['form', 'from the'],
  ])('%s and %s', (a, b) => expect(isMistyped(a, b)).toBe(false));
});

test('isInflected', () => {
  expect(isInflected('report', 'reports')).toBe(true);
  expect(isInflected('story', 'stories')).toBe(false);
  expect(isInflected('fuding', 'funding')).toBe(false);
});
