import { lastStarting, type Range } from '../document/source.ts';
import type { ProtocolPosition, ProtocolRange } from '../reporters/lsp.ts';

/** How characters of a line are counted. */
export const encodings = ['utf-8', 'utf-16', 'utf-32'] as const;
export type Encoding = (typeof encodings)[number];

/** Translates offsets of one text (UTF-16, from its start) to places as the editor counts them, and back. */
export interface Positions {
  positionOf(offset: number): ProtocolPosition;
  rangeOf(range: Range): ProtocolRange;
  /** Places outside the text, or inside a character, count as the nearest one before them. */
  offsetOf(position: ProtocolPosition): number;
  offsetsOf(range: ProtocolRange): Range;
}

/** The encoding to speak: the first one that the client would like and the server can; UTF-16 where it says nothing. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  const known = (Array.isArray(offered) ? offered : []).find((name): name is Encoding =>
    (encodings as readonly string[]).includes(name),
  );
  return known ?? 'utf-16';
}

/** @param starts offsets at which the lines of the text start, ascending; what stands before the first has no place */
export function createPositions(text: string, starts: readonly number[], encoding: Encoding): Positions {
  const positionOf = (offset: number): ProtocolPosition => {
    const clamped = Math.max(starts[0]!, Math.min(offset, text.length));
    const line = lastStarting(starts, clamped);
    const start = starts[line]!;
    const character = encoding === 'utf-16' ? clamped - start : lengthIn(text, start, clamped, encoding);
    return { line, character };
  };
  const offsetOf = ({ line, character }: ProtocolPosition): number => {
    const row = whole(line);
    if (row < 0) return starts[0]!;
    if (row >= starts.length) return text.length;
    const start = starts[row]!;
    const end = lineEnd(text, start, starts[row + 1] ?? text.length);
    return offsetIn(text, start, end, Math.max(0, whole(character)), encoding);
  };
  return {
    positionOf,
    offsetOf,
    rangeOf: ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) }),
    offsetsOf: ({ start, end }) => {
      const [from, to] = [offsetOf(start), offsetOf(end)];
      return { start: Math.min(from, to), end: Math.max(from, to) };
    },
  };
}

/** What an editor counts, which only its errors make a fraction or no number. */
function whole(count: number): number {
  return Math.trunc(count) || 0;
}

/** Where a line ends that another one follows at `next`: before its line end. */
function lineEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}

function lengthIn(text: string, start: number, end: number, encoding: 'utf-8' | 'utf-32'): number {
  let length = 0;
  for (let at = start; at < end; at += widthAt(text, at)) length += unitsAt(text, at, encoding);
  return length;
}

function offsetIn(text: string, start: number, end: number, character: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return wholeCharacter(text, start, Math.min(start + character, end));
  let at = start;
  for (let left = character; at < end; at += widthAt(text, at)) {
    left -= unitsAt(text, at, encoding);
    if (left < 0) break;
  }
  return Math.min(at, end);
}

/** Between the halves of a character nothing can stand. */
function wholeCharacter(text: string, start: number, offset: number): number {
  const isInside = offset > start && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
  return isInside ? offset - 1 : offset;
}

/** UTF-16 units of the character at an offset. */
function widthAt(text: string, at: number): 1 | 2 {
  return isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
}

/** Units of the character at an offset; half a character counts as the replacement that it is written as. */
function unitsAt(text: string, at: number, encoding: 'utf-8' | 'utf-32'): number {
  if (encoding === 'utf-32') return 1;
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return widthAt(text, at) === 2 ? 4 : 3;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
