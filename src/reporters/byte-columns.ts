import type { LineIndex, Point } from '../document/source.ts';

// UTF-16 units between two known counts: few enough to count again, many enough to keep none of a usual post.
const stride = 1024;

/**
 * Answers where an offset is, columns counted in UTF-8 bytes from 1. The bytes of a BOM count: whoever takes bytes cuts
 * the line as it is on the disk. An answer costs the same wherever the offset is, so that a long line stays cheap.
 */
export function byteColumns(text: string, lines: LineIndex): (offset: number) => Point {
  const known = countsOf(text);
  const bytesBefore = (offset: number): number => {
    const block = Math.floor(offset / stride);
    return known[block]! + bytesBetween(text, block * stride, offset);
  };
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, text.length));
    const { line } = lines.pointAt(inside);
    return { line, column: bytesBefore(inside) - bytesBefore(lines.starts[line - 1]!) + 1 };
  };
}

/** The bytes before every block of the text. */
function countsOf(text: string): readonly number[] {
  const counts = [0];
  for (let start = 0; start + stride <= text.length; start += stride) {
    counts.push(counts.at(-1)! + bytesBetween(text, start, start + stride));
  }
  return counts;
}

/** Each half of a surrogate pair counts two of its four bytes: sums are right wherever a block ends. */
function bytesBetween(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
