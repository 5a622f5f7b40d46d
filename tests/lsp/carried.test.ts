import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftBetween } from '../../src/lsp/carried.ts';

test.each([
  ['abcdef', 'abXcdef', 'cd', 'cd'],
  ['abcdef', 'cdef', 'cd', 'cd'],
  ['abcdef', 'abcdefX', 'cd', 'cd'],
  ['abcdef', 'abcXdef', 'cd', null],
  ['abcdef', 'abef', 'cd', null],
  ['aaaa', 'aaaaa', 'aa', 'aa'],
  ['', 'x', '', ''],
])('in %j, which becomes %j, %j is %j', (before, after, part, then) => {
  const start = before.indexOf(part);
  const range = shiftBetween(before, after)({ start, end: start + part.length });
  expect(range && after.slice(range.start, range.end)).toBe(then);
});

test('what is carried over is the same text', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀'), maxLength: 30 });
  fc.assert(
    fc.property(texts, texts, texts, fc.nat(), fc.nat(), (head, tail, inserted, a, b) => {
      const before = head + tail;
      const after = head + inserted + tail;
      const [start, end] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const range = shiftBetween(before, after)({ start, end });
      if (range) expect(after.slice(range.start, range.end)).toBe(before.slice(start, end));
    }),
  );
});
