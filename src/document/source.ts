/**
 * A half-open stretch of a file's text: UTF-16 offsets from the start of the file, a BOM counted,
 * `end` exclusive.
 */
export interface Range {
  /** Offset of the first UTF-16 unit. */
  readonly start: number;
  /** Offset behind the last one. */
  readonly end: number;
}

/** Line and column as editors show them: both 1-based, columns in UTF-16 units. */
export interface Point {
  /** 1 is the first. */
  readonly line: number;
  /** 1 is the first; UTF-16 units. */
  readonly column: number;
}

/** Translates offsets of one text to lines and columns and back. Line ends are LF, CRLF and lone CR. */
export interface LineIndex {
  /** Offsets at which the lines start, ascending; the first is 0. */
  readonly starts: readonly number[];
  /**
   * Point of an offset, in O(log lines). A BOM has no column of its own: editors hide it, so the first
   * visible character of the file stands in column 1. Offsets outside the text are clamped.
   */
  pointAt(offset: number): Point;
  /** Range of a 1-based line without its line end. */
  lineRange(line: number): Range;
}

/** Builds the line index of a text in one pass. */
export function indexLines(text: string): LineIndex {
  const starts = lineStarts(text);
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return {
    starts,
    pointAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lastStarting(starts, clamped);
      const hidden = line === 0 ? bom : 0;
      return { line: line + 1, column: Math.max(1, clamped - starts[line]! - hidden + 1) };
    },
    lineRange(line) {
      const start = starts[line - 1] ?? text.length;
      let end = starts[line] ?? text.length;
      if (end > start && text.charCodeAt(end - 1) === 10) end--;
      if (end > start && text.charCodeAt(end - 1) === 13) end--;
      return { start, end };
    },
  };
}

/**
 * The number, from 0, of the last of some lines or texts that starts at an offset or before it; `from` before all of them, and
 * none before that is looked at. In O(log starts).
 *
 * @param starts ascending offsets
 */
export function lastStarting(starts: readonly number[], offset: number, from = 0): number {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    // Looking for one character is far faster than looking at each.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Whether two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies in `outer`; equal ranges do. */
export function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Ranges that can be asked, in logarithmic time, whether one of them overlaps another range. */
export interface RangeSet {
  overlaps(range: Range): boolean;
}

/** Makes a set of ranges in any order. */
export function rangeSet(ranges: readonly Range[]): RangeSet {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return {
    overlaps(range) {
      let low = 0;
      let high = merged.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (merged[middle]!.end <= range.start) low = middle + 1;
        else high = middle;
      }
      const first = merged[low];
      return first !== undefined && overlaps(first, range);
    },
  };
}

/** The line that starts at `start`, without its end. */
export function lineAt(source: string, start: number): Range {
  let end = start;
  while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++;
  return { start, end };
}

/** Where the next line starts behind the end of one. */
export function nextLineStart(source: string, lineEnd: number): number {
  return source.startsWith('\r\n', lineEnd) ? lineEnd + 2 : Math.min(source.length, lineEnd + 1);
}

/** The place of the first item that starts at an offset or behind it, of items in order of start; their number for none. */
export function firstFrom(items: readonly { readonly range: Range }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.range.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
