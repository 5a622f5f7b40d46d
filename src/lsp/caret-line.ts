import type { LineIndex, Range } from '../document/source.ts';

/** The line that a caret stands in. */
export interface CaretLine extends Range {
  /** 1-based. */
  readonly number: number;
  /** UTF-16 offset in the text. */
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

// Nobody writes keys, headings and comments in a line of this length.
const longest = 2_000;

/** The line around an offset; null where it is too long for what people write by hand. */
export function caretLine(source: string, lines: LineIndex, offset: number): CaretLine | null {
  const { line: number } = lines.pointAt(offset);
  const { start, end } = lines.lineRange(number);
  if (end - start > longest || offset < start || offset > end) return null;
  const visible = source.charCodeAt(start) === 0xfeff ? start + 1 : start;
  const before = source.slice(Math.min(visible, offset), offset);
  return { start, end, number, offset, before, after: source.slice(offset, end) };
}

/** The range of a word around a caret: what of it stands before, and the characters of its kind behind. */
export function wordAround({ offset, after }: CaretLine, typed: string, kind: RegExp): Range {
  return { start: offset - typed.length, end: offset + (kind.exec(after)?.[0].length ?? 0) };
}
