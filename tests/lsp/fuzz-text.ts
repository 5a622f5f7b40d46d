import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol/node';

// What the protocol says of positions and changes, written down a second time: nothing here is the server's.

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The UTF-16 offset of a position. What lies behind a line's end is its end, and inside of a character its start. */
export function offsetAt(text: string, { line, character }: Position, encoding: Encoding): number {
  const starts = lineStarts(text);
  if (line >= starts.length) return text.length;
  const start = starts[line]!;
  const content = text.slice(start, starts[line + 1] ?? text.length).replace(/\r?\n$|\r$/, '');
  if (encoding === 'utf-16') return start + Math.min(character, content.length);
  let [offset, left] = [start, character];
  for (const one of content) {
    left -= unitsOf(one, encoding);
    if (left < 0) break;
    offset += one.length;
  }
  return offset;
}

/** The position of a UTF-16 offset. */
export function positionAt(text: string, offset: number, encoding: Encoding): Position {
  const starts = lineStarts(text);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: unitsOf(text.slice(starts[line], offset), encoding) };
}

export function rangeAt(text: string, start: number, end: number, encoding: Encoding): Range {
  return { start: positionAt(text, start, encoding), end: positionAt(text, end, encoding) };
}

/** Whether both ends of a range are places of a text. */
export function isInside(text: string, { start, end }: Range, encoding: Encoding): boolean {
  const [from, to] = [offsetAt(text, start, encoding), offsetAt(text, end, encoding)];
  const isExact = (position: Position, offset: number) => {
    const { line, character } = positionAt(text, offset, encoding);
    return line === position.line && character === position.character;
  };
  return from <= to && isExact(start, from) && isExact(end, to);
}

/** A text after one change of it. */
export function changed(text: string, change: TextDocumentContentChangeEvent, encoding: Encoding): string {
  if (!('range' in change)) return change.text;
  const { start, end } = change.range;
  return (
    text.slice(0, offsetAt(text, start, encoding)) + change.text + text.slice(offsetAt(text, end, encoding))
  );
}

/** A text after edits that are all meant for it as it is, in any order. */
export function edited(
  text: string,
  edits: readonly { readonly range: Range; readonly newText: string }[],
  encoding: Encoding,
): string {
  const placed = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start, encoding),
    end: offsetAt(text, range.end, encoding),
    newText,
  }));
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  let [result, from] = ['', 0];
  for (const { start, end, newText } of placed) {
    if (start < from) throw new Error(`edits overlap: ${JSON.stringify(edits)}`);
    result += text.slice(from, start) + newText;
    from = end;
  }
  return result + text.slice(from);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
}

function unitsOf(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return text.length;
  return encoding === 'utf-8' ? Buffer.byteLength(text) : [...text].length;
}
