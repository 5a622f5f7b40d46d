import { expect, test } from 'vitest';
import { grammarFor, languagesOf } from '../../src/calendar/languages.ts';
import { misspeltMonth } from '../../src/calendar/spelling.ts';

test.each([
  [null, ['en']],
  ['en-US', ['en']],
  ['de-AT', ['en', 'de']],
  ['DE', ['en', 'de']],
  ['fr', ['en']],
  ['constructor', ['en']],
])('a post in %s is read with %j', (tag, languages) => expect(languagesOf(tag)).toEqual(languages));

test.each([
  ['Febuary', 2],
  ['Feburary', 2],
  ['Ocotber', 10],
  ['Septmber', 9],
  ['Agust', 8],
  ['Aprli', 4],
  ['Match', null],
  ['Oktober', null],
  ['February', null],
  ['Sept', null],
  ['Version', null],
])('%s misspells month %s', (word, month) => expect(misspeltMonth(word, grammarFor(['en']))).toBe(month));
