import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '../../src/engine/compose.ts';
import { applyEdits } from '../../src/engine/fix.ts';
import type { Edit } from '../../src/engine/rule.ts';

type Short = [start: number, end: number, text: string];
const long = ([start, end, text]: Short): Edit => ({ range: { start, end }, text });
const short = ({ range, text }: Edit): Short => [range.start, range.end, text];

test.each<[string, Short[], Short[], Short[]]>([
  ['nothing and something', [], [[1, 2, 'X']], [[1, 2, 'X']]],
  ['something and nothing', [[1, 2, 'X']], [], [[1, 2, 'X']]],
  [
    'places far apart',
    [[4, 5, 'XYZ']],
    [
      [0, 1, ''],
      [9, 9, '!'],
    ],
    [
      [0, 1, ''],
      [4, 5, 'XYZ'],
      [7, 7, '!'],
    ],
  ],
  ['a change of what came in', [[1, 1, 'abc']], [[2, 3, 'X']], [[1, 1, 'aXc']]],
  ['what came in and goes again', [[1, 1, 'abc']], [[1, 4, '']], []],
  ['what reaches over an edge of it', [[1, 2, 'abc']], [[3, 5, '-']], [[1, 3, 'ab-']]],
  ['edits that touch', [[1, 2, '']], [[1, 2, '']], [[1, 3, '']]],
])('composes %s', (_name, first, second, expected) => {
  expect(composeEdits(first.map(long), second.map(long)).map(short)).toEqual(expected);
});

/** Edits of a text, made of numbers that say where and how long. */
function editsIn(text: string, cuts: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  for (const [gap, length, inserted] of cuts) {
    const start = from + gap;
    const end = start + length;
    if (end > text.length) break;
    edits.push({ range: { start, end }, text: inserted });
    // Two insertions at one place have no order of their own.
    from = end + 1;
  }
  return edits;
}

const cuts = fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.string({ maxLength: 4, unit: 'binary' })));

test('does at once what the two do one after the other', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), cuts, cuts, (text, one, two) => {
      const first = editsIn(text, one);
      const between = applyEdits(text, first);
      const second = editsIn(between, two);
      const composed = composeEdits(first, second);
      expect(applyEdits(text, composed)).toBe(applyEdits(between, second));
      for (const [index, { range }] of composed.entries()) {
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        if (index > 0) expect(range.start).toBeGreaterThan(composed[index - 1]!.range.end);
      }
    }),
    { numRuns: 2_000 },
  );
});
