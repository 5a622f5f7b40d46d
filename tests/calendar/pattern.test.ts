import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  begins,
  isAll,
  matchAt,
  matchToEnd,
  mayBeginWith,
  type Pattern,
} from '../../src/calendar/pattern.ts';
import {
  ahead,
  anyOf,
  either,
  maybe,
  named,
  not,
  sequence,
  space,
  times,
  words,
} from '../../src/calendar/pattern-parts.ts';

/** Patterns beside the regular expressions that mean the same. */
const table: [string, Pattern, string][] = [
  ['words, the longest first', words(['a', 'ab', 'abc']), '(?:abc|ab|a)'],
  ['a space in a word', words(['a b', 'a']), '(?:a\\sb|a)'],
  ['turning back to a shorter word', sequence(words(['a', 'ab']), 'bc'), '(?:ab|a)bc'],
  ['turning back from what may be there', sequence(maybe('a'), 'ab'), 'a?ab'],
  ['so many times', sequence(times(1, 3, words(['a', 'b'])), 'b', space), '[ab]{1,3}b\\s'],
  ['signs', sequence(words(['a']), maybe(anyOf('- ')), words(['b'])), 'a[- ]?b'],
  ['none is enough', sequence(times(0, 2, words(['a', 'ab'])), 'b'), '(?:ab|a){0,2}b'],
  ['one of two', sequence(either(words(['a']), sequence('a', 'b')), 'c'), '(?:a|ab)c'],
  ['what follows', sequence('a', ahead('b', maybe('c')), words(['b', 'c'])), 'a(?=bc?)[bc]'],
  ['what does not follow', sequence('a', not(words(['bc']), space), maybe('b')), 'a(?!bc|\\s)b?'],
  [
    'named parts',
    sequence(named('one', times(1, 2, words(['a', 'b', 'c']))), maybe(named('two', words(['a', 'b']))), 'c'),
    '(?<one>[abc]{1,2})(?<two>a|b)?c',
  ],
];

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', ' ', '\n', '-'), maxLength: 8 });

describe('a pattern matches as the regular expression does that means the same', () => {
  test.each(table)('%s', (_, pattern, source) => {
    const sticky = new RegExp(source, 'diy');
    fc.assert(
      fc.property(text, fc.nat(8), (text, at) => {
        sticky.lastIndex = at;
        const match = sticky.exec(text);
        const found = matchAt(pattern, text, at);
        expect(found && [found.start, found.end]).toEqual(match && match.indices![0]);
        if (found) expect(mayBeginWith(pattern, text.charCodeAt(at))).toBe(true);
        for (let part = found?.named; part; part = part.before)
          expect(match!.indices!.groups![part.name]).toEqual([part.start, part.end]);
        expect(begins(pattern, text)).toBe(new RegExp(`^(?:${source})`, 'i').test(text));
        expect(isAll(pattern, text)).toBe(new RegExp(`^(?:${source})$`, 'i').test(text));
        const last = new RegExp(`(?<![a-z])(?:${source})$`, 'i').exec(text);
        expect(matchToEnd(pattern, text)?.start).toBe(last?.index);
      }),
    );
  });
});
