import type { Edit, Fix } from '../engine/rule.ts';
import { escapeSource } from './html-escape.ts';
import { messageHtml } from './html-why.ts';

// Characters of the text that are shown beside an edit, and of an edit itself.
const beside = 48;
const longestEdit = 600;

/** A repair as the text before and after it, with what goes and what comes marked. */
export function repairHtml({ title, safety, edits }: Fix, text: string): string {
  const pieces = pieced(edits, text);
  const before = pieces.map((piece) => pieceHtml(piece, 'del')).join('');
  const after = pieces.map((piece) => pieceHtml(piece, 'ins')).join('');
  const warning =
    safety === 'safe' ? '' : ' <em>It may change what the text says: read it before you use it.</em>';
  return (
    `<p class="do"><b>Repair:</b> ${messageHtml(title)}.${warning}</p>` +
    `<dl class="repair"><dt>Before</dt><dd>${before}</dd><dt>After</dt><dd>${after}</dd></dl>`
  );
}

/** A part of the text around edits: what stays, or what is replaced by what. */
type Piece = { readonly kept: string } | { readonly del: string; readonly ins: string };

/** The edits with the text around them; text far from any is left out. */
function pieced(edits: readonly Edit[], text: string): Piece[] {
  const pieces: Piece[] = [];
  let end: number | null = null;
  for (const { range, text: ins } of edits) {
    pieces.push({ kept: end === null ? leading(text, range.start) : between(text, end, range.start) });
    pieces.push({ del: text.slice(range.start, range.end), ins });
    end = range.end;
  }
  if (end !== null) pieces.push({ kept: trailing(text, end) });
  return pieces;
}

function between(text: string, end: number, start: number): string {
  if (start - end <= 2 * beside) return text.slice(end, start);
  return `${trailing(text, end)}\n${leading(text, start)}`;
}

/** What stands before an edit on its line. */
function leading(text: string, edge: number): string {
  const near = text.slice(Math.max(0, edge - beside), edge);
  const line = near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
  return line.length === beside ? `…${wholePairs(line)}` : line;
}

/** What stands behind an edit on its line. */
function trailing(text: string, edge: number): string {
  const near = text.slice(edge, edge + beside);
  const line = /^[^\r\n]*/.exec(near)![0];
  return line.length === beside ? `${wholePairs(line)}…` : line;
}

function pieceHtml(piece: Piece, side: 'del' | 'ins'): string {
  if ('kept' in piece) return escapeSource(unixEnds(piece.kept));
  const words = piece[side];
  if (words === '') return '';
  const shown =
    words.length > longestEdit
      ? `${wholePairs(words.slice(0, longestEdit / 2))} … ${wholePairs(words.slice(-longestEdit / 2))}`
      : words;
  // A line end alone would not be seen.
  return `<${side}>${escapeSource(unixEnds(shown).replaceAll('\n', '↵\n'))}</${side}>`;
}

function unixEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A piece of a text without the halves of the characters that were cut at its ends. */
function wholePairs(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
