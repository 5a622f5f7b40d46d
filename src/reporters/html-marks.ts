import type { Range } from '../document/source.ts';

/** What a mark must know of a finding. */
export interface Marked {
  readonly range: Range;
  readonly severity: 'error' | 'warn';
}

/**
 * A stretch of a text over which the same findings hold. The stretches of a text follow one another without a gap; one
 * that is empty is the place of findings that cover nothing.
 */
export interface Stretch extends Range {
  /** Indexes of the findings that begin here. */
  readonly opens: readonly number[];
  /** Index of the finding that began last of those that cover it; null where none does. */
  readonly innermost: number | null;
  /** How many findings cover it. */
  readonly depth: number;
  /** The worst severity of those; null where there are none. */
  readonly severity: 'error' | 'warn' | null;
}

/**
 * Cuts a text where findings begin and end. In O(n log n) for n findings, however they overlap.
 *
 * @param marked in any order; ranges that leave the text or cut a surrogate pair are brought into line
 */
export function stretchesOf(text: string, marked: readonly Marked[]): Stretch[] {
  const ranges = marked.map(({ range }) => snapped(text, range));
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  const beginning = indexesBy(ranges, 'start');
  const ending = indexesBy(ranges, 'end');
  const cover = createCover(ranges, marked);
  const stretches: Stretch[] = [];
  for (const [place, start] of cuts.entries()) {
    const begun = beginning.get(start) ?? [];
    const points = begun.filter((index) => ranges[index]!.end === start);
    if (points.length > 0) stretches.push(pointAt(start, points, marked));
    for (const index of ending.get(start) ?? []) if (ranges[index]!.start < start) cover.leave(index);
    const opens = begun.filter((index) => ranges[index]!.end > start);
    // The longer ones first, so that the innermost is the shortest.
    opens.sort((a, b) => ranges[b]!.end - ranges[a]!.end);
    for (const index of opens) cover.enter(index);
    const end = cuts[place + 1];
    if (end !== undefined) stretches.push({ start, end, opens, ...cover.now(start) });
  }
  return stretches;
}

/** Which findings cover the place that a walk through the text has reached. */
function createCover(ranges: readonly Range[], marked: readonly Marked[]) {
  // Those that have ended leave the stack when they come to its top.
  const stack: number[] = [];
  let depth = 0;
  let errors = 0;
  const count = (index: number, by: number) => {
    depth += by;
    if (marked[index]!.severity === 'error') errors += by;
  };
  return {
    enter(index: number): void {
      stack.push(index);
      count(index, 1);
    },
    leave: (index: number): void => count(index, -1),
    now(offset: number): Pick<Stretch, 'innermost' | 'depth' | 'severity'> {
      while (stack.length > 0 && ranges[stack.at(-1)!]!.end <= offset) stack.pop();
      const severity = depth === 0 ? null : errors > 0 ? 'error' : 'warn';
      return { innermost: stack.at(-1) ?? null, depth, severity };
    },
  };
}

function pointAt(offset: number, points: readonly number[], marked: readonly Marked[]): Stretch {
  const severity = points.some((index) => marked[index]!.severity === 'error') ? 'error' : 'warn';
  return { start: offset, end: offset, opens: points, innermost: points[0]!, depth: points.length, severity };
}

function indexesBy(ranges: readonly Range[], key: 'start' | 'end'): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [index, range] of ranges.entries()) {
    const group = groups.get(range[key]);
    if (group) group.push(index);
    else groups.set(range[key], [index]);
  }
  return groups;
}

function snapped(text: string, { start, end }: Range): Range {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  const first = cutsPair(text, from) ? from - 1 : from;
  return { start: first, end: to > first && cutsPair(text, to) ? to + 1 : to };
}

function cutsPair(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset));
}
