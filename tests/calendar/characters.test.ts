import { describe, expect, test } from 'vitest';
import {
  isCasedAt,
  isLetterAt,
  isLetterBefore,
  isLetterOrNumberAt,
  isLetterOrNumberBefore,
  isSmallAt,
  isSpaceAt,
} from '../../src/calendar/characters.ts';

const inText = (holds: (text: string, at: number) => boolean, shift: 0 | 1) => (character: string) =>
  holds(`-${character}-`, shift === 0 ? 1 : 1 + character.length);

describe('every character is of the kind that a pattern of Unicode says', () => {
  test.each([
    ['letter', inText(isLetterAt, 0), /^\p{L}$/u, 0x10ffff],
    ['letter before', inText(isLetterBefore, 1), /^\p{L}$/u, 0x10ffff],
    ['letter or number', inText(isLetterOrNumberAt, 0), /^[\p{L}\p{N}]$/u, 0x10ffff],
    ['letter or number before', inText(isLetterOrNumberBefore, 1), /^[\p{L}\p{N}]$/u, 0x10ffff],
    ['cased', inText(isCasedAt, 0), /^(?:\p{Lu}|\p{Ll})$/iu, 0xffff],
    ['small', inText(isSmallAt, 0), /^\p{Ll}$/u, 0xffff],
    ['white space', inText(isSpaceAt, 0), /^\s$/u, 0xffff],
  ] as const)('%s', (_, holds, pattern, last) => {
    const wrong: string[] = [];
    for (let point = 0; point <= last; point++) {
      const character = String.fromCodePoint(point);
      if (holds(character) !== pattern.test(character)) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('beyond the ends of a text nothing stands', () => {
    for (const holds of [isLetterAt, isLetterOrNumberAt, isCasedAt, isSmallAt, isSpaceAt])
      expect([holds('a', 1), holds('', 0), holds('a', -1)]).toEqual([false, false, false]);
    expect([isLetterBefore('a', 0), isLetterOrNumberBefore('1', 0)]).toEqual([false, false]);
  });
});
