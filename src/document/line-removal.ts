import type { Range } from './source.ts';

// What ends the paragraph before it, other than a list item.
const block = /^(?:#|<(?:p|h[1-6]|ul|ol|blockquote)\b)/i;

/**
 * How to delete what stands alone on its line: with the line, and with one of the blank lines that it parts. Where text
 * would run on from the line above to the one below, an empty line stays. Null where something else stands on the line.
 */
export function lineRemoval(source: string, range: Range): { range: Range; text: '' } | null {
  // Before a tag, `>` may be the end of another one.
  const space = source[range.start] === '#' ? /[ \t>]/ : /[ \t]/;
  const start = back(source, range.start, space);
  const end = restOfLine(source, range.end, /[ \t]/);
  if (start === null || end === null) return null;
  const above = blankAbove(source, start, space);
  const below = restOfLine(source, end, space);
  if (above !== null && below !== null) {
    // At the end of the post there is no line below to go.
    const span = end === source.length ? { start: above, end } : { start, end: below };
    return { range: span, text: '' };
  }
  if (above === null && below === null && wouldJoin(source, range, start, end)) return { range, text: '' };
  return { range: { start, end }, text: '' };
}

/** The start of the line, where nothing but space stands between it and a place. */
function back(source: string, from: number, space: RegExp): number | null {
  let at = from;
  while (space.test(source[at - 1] ?? '')) at--;
  return isLineStart(source, at) ? at : null;
}

/** The start of the next line, or the end of the post, where nothing but space stands before it. */
function restOfLine(source: string, from: number, space: RegExp): number | null {
  let at = from;
  while (space.test(source[at] ?? '')) at++;
  if (at === source.length) return at;
  if (source[at] === '\r') return source[at + 1] === '\n' ? at + 2 : at + 1;
  return source[at] === '\n' ? at + 1 : null;
}

function isLineStart(source: string, at: number): boolean {
  return at === 0 || /[\r\n\uFEFF]/.test(source[at - 1]!);
}

/** The start of the line above where that one is blank; the start of the post counts as such. */
function blankAbove(source: string, start: number, space: RegExp): number | null {
  if (start === 0 || source[start - 1] === '\uFEFF') return start;
  const end = source[start - 1] === '\n' && source[start - 2] === '\r' ? start - 2 : start - 1;
  return back(source, end, space);
}

/** Tags part what stands before and behind them by themselves. */
function wouldJoin(source: string, range: Range, start: number, end: number): boolean {
  if (!block.test(source.slice(range.start, range.end))) return false;
  const below = source.slice(end, end + 200).trimStart();
  return (
    !source
      .slice(Math.max(0, start - 200), start)
      .trimEnd()
      .endsWith('>') && !below.startsWith('<')
  );
}
