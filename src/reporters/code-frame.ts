import type { LineIndex, Range } from '../document/source.ts';
import { type Cell, cellsOf, columnsOf } from './terminal-cells.ts';

/** A row of a frame, without what stands left of it. */
export interface FrameRow {
  /** Number of the line, or nothing. */
  readonly label: string;
  readonly text: string;
  /** Whether it is the row of marks below a line. */
  readonly isMark: boolean;
}

// Columns. A paragraph is often one line: its place is shown, and some of what is before.
const widest = 100;
const before = 30;
// No cell that is shown begins further away than this many characters, but for heaps of marks.
const reach = 2 * widest;
const mostLines = 5;

/**
 * Shows a place in a text: its lines, each with marks below exactly the characters that belong to it, in the columns of a
 * terminal. Long lines are cut around the place; of more than five lines, the first three and the last are shown.
 *
 * @param mark one character
 */
export function codeFrame(text: string, lines: LineIndex, range: Range, mark: string): FrameRow[] {
  const first = lines.pointAt(range.start).line;
  const last = lastLine(lines, range);
  const rows = (line: number) => {
    const whole = visibleLine(text, line, lines);
    const marked = markedPart(text, whole, range);
    // Behind the first line, one that is blank has nothing to point at.
    const marks = line > first && marked.start === marked.end ? '' : mark;
    return lineRows(text, line, whole, marked, marks);
  };
  if (last - first < mostLines)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap(rows);
  const gap = { label: '', text: '…', isMark: false };
  return [...[first, first + 1, first + 2].flatMap(rows), gap, ...rows(last)];
}

/** The end of a line belongs to the line. */
function lastLine(lines: LineIndex, { start, end }: Range): number {
  const { line } = lines.pointAt(end);
  return end > start && lines.starts[line - 1] === end ? line - 1 : line;
}

function lineRows(text: string, line: number, whole: Range, marked: Range, mark: string): FrameRow[] {
  const { shown, offset, columns } = cutAround(text, whole, marked);
  const source = { label: String(line), text: shown, isMark: false };
  if (mark === '') return [source];
  return [source, { label: '', text: ' '.repeat(offset) + mark.repeat(columns), isMark: true }];
}

/** A byte-order mark has no column. */
function visibleLine(text: string, line: number, lines: LineIndex): Range {
  const { start, end } = lines.lineRange(line);
  return { start: start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start, end };
}

/** What of a range is in a line; in lines after its first, without the indentation. */
function markedPart(text: string, line: Range, range: Range): Range {
  const indentation = text.slice(line.start, Math.min(line.end, line.start + reach)).search(/\S|$/);
  const from = range.start < line.start ? line.start + indentation : range.start;
  const start = Math.min(from, line.end);
  return { start, end: Math.max(start, Math.min(range.end, line.end)) };
}

/** What is shown of a line, and at which column the marks start and how many there are. */
function cutAround(text: string, line: Range, marked: Range) {
  const near = {
    start: wholeCharacter(text, Math.max(line.start, marked.start - reach)),
    end: wholeCharacter(text, Math.min(line.end, marked.start + reach)),
  };
  const cells = cellsOf(text, near, marked);
  // A place may start within a sign, at one of its marks, and may be empty.
  const atEnd = marked.start >= near.end;
  const first = atEnd ? cells.length : cells.findLastIndex(({ start }) => start <= marked.start);
  const length = cells.slice(first).filter(({ start }) => start < marked.end).length;
  const { from, to } = windowOf(cells, first);
  const cutLeft = from > 0 || near.start > line.start ? '…' : '';
  const cutRight = to < cells.length || near.end < line.end ? '…' : '';
  const middle = cells.slice(from, to).map(({ shown }) => shown);
  return {
    shown: cutLeft + middle.join('') + cutRight,
    offset: cutLeft.length + columnsOf(cells.slice(from, first)),
    columns: Math.max(1, columnsOf(cells.slice(first, Math.min(first + length, to)))),
  };
}

/** Which cells fit: some before a place, then those from it on, then more before. */
function windowOf(cells: readonly Cell[], place: number): { from: number; to: number } {
  let [from, to, columns] = [place, place, 0];
  const takeLeft = (most: number) => {
    while (from > 0 && columns + cells[from - 1]!.columns <= most) columns += cells[--from]!.columns;
  };
  takeLeft(before);
  while (to < cells.length && columns + cells[to]!.columns <= widest) columns += cells[to++]!.columns;
  takeLeft(widest);
  return { from, to };
}

/** An offset that does not split a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const around = text.slice(Math.max(0, offset - 1), offset + 1);
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(around) ? offset - 1 : offset;
}
