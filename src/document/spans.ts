import { memoize } from './memo.ts';
import type { Mark, ProseBlock } from './model.ts';
import type { Range } from './source.ts';

// A paragraph may have as many links as words that are asked about: to look at each link for each word takes the square of both.

/** The first of some spans, in order of start, that holds all of a stretch; undefined for none. In O(log spans). */
export function spanAround<Span extends Range>(
  spans: readonly Span[],
  start: number,
  end: number,
): Span | undefined {
  const first = firstReaching(spans, end);
  return first !== undefined && first.start <= start ? first : undefined;
}

/** Whether one of some spans, in order of start, shares a character with a stretch. In O(log spans). */
export function meetsSpan(spans: readonly Range[], start: number, end: number): boolean {
  const first = firstReaching(spans, start + 1);
  return first !== undefined && first.start < end;
}

/** The stretches of a block that are struck out, in order of start. */
export const struckIn = memoize((block: ProseBlock, _: null): readonly Mark[] =>
  block.marks.filter(({ kind }) => kind === 'delete').sort((a, b) => a.start - b.start),
);

/** The first span that ends at an offset or behind it. */
function firstReaching<Span extends Range>(spans: readonly Span[], offset: number): Span | undefined {
  const ends = reached(spans, null);
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}

/** How far the spans up to each one reach. */
const reached = memoize((spans: readonly Range[], _: null): readonly number[] => {
  let furthest = 0;
  return spans.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
});
