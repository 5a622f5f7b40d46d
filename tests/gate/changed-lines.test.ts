import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedLines } from '../../src/gate/changed-lines.ts';

/** The 1-based lines of a text that a change touches. */
function changed(before: string, after: string): number[] {
  const touches = changedLines(before, after);
  let start = 0;
  return after.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const range = { start, end: start + line.length };
    start = range.end + (after.startsWith('\r\n', range.end) ? 2 : 1);
    return touches(range) ? [index + 1] : [];
  });
}

describe('changed lines', () => {
  test.each<[string, string, string, number[]]>([
    ['an equal text', 'a\nb\n', 'a\nb\n', []],
    ['an added line', 'a\nb\n', 'a\nx\nb\n', [2]],
    ['a modified line', 'a\nb\nc\n', 'a\nB\nc\n', [2]],
    ['a deleted line', 'a\nb\nc\n', 'a\nc\n', []],
    ['other line ends', 'a\nb\nc', 'a\r\nb\rc', []],
    ['a new last line without its end', 'a\n', 'a\nb', [2]],
    ['everything, from nothing', '', 'a\nb', [1, 2]],
    ['a byte order mark', 'a\nb', '\uFEFFa\nb', [1]],
  ])('%s', (_, before, after, lines) => expect(changed(before, after)).toEqual(lines));

  test('a finding over several lines touches each of them', () => {
    const touches = changedLines('a\nb\nc\nd', 'a\nb\nX\nd');
    expect(touches({ start: 0, end: 4 })).toBe(false);
    expect(touches({ start: 0, end: 5 })).toBe(true);
    expect(touches({ start: 4, end: 4 })).toBe(true);
    expect(touches({ start: 5, end: 6 })).toBe(true);
    expect(touches({ start: 6, end: 6 })).toBe(false);
  });

  test('what stays is a part of the earlier text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = new Set(changed(before.join('\n'), after.join('\n')));
        const left = (after.length === 0 ? [''] : after).filter((_, index) => !lines.has(index + 1));
        let from = 0;
        const old = before.length === 0 ? [''] : before;
        for (const line of left) {
          const at = old.indexOf(line, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + 1;
        }
      }),
    );
  });

  test('a long text that was written anew is changed in all lines', () => {
    const text = (word: string) => Array.from({ length: 4_000 }, (_, i) => `${word} ${i}`).join('\n');
    expect(changed(text('old'), text('new'))).toHaveLength(4_000);
  });
});
