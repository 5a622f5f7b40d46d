import type { RootContent } from 'mdast';
import type { Document } from './document.ts';
import type { ProseBlock } from './model.ts';
import { firstFrom, type Range } from './source.ts';

/** What to delete so that a paragraph of nothing but white space and formatting is gone; null where it has to stay. */
export function emptyParagraph(document: Document, block: ProseBlock): Range | null {
  const written = document.source.slice(block.range.start, block.range.end);
  const isPlain = /^(?:[\s*_]|&[A-Za-z0-9#]{1,32};|<br ?\/?>)*$/i.test(written);
  if (block.kind !== 'paragraph' || !isPlain) return null;
  return block.html ? htmlParagraph(document, block) : linesOfParagraph(document, block);
}

/**
 * The lines to delete so that a top-level paragraph is gone and no blank line is left doubled. Null where it
 * stands deeper, or keeps two lists apart.
 */
function linesOfParagraph({ tree, source, lines }: Document, { node, range }: ProseBlock): Range | null {
  const i = childAt(tree.children, range.start);
  const [previous, next] = [tree.children[i - 1], tree.children[i + 1]];
  if (tree.children[i] !== node || (previous && next && wouldJoin(previous, next))) return null;
  const first = lines.pointAt(range.start).line;
  const last = lines.pointAt(range.end).line;
  const isBlank = (line: number) => {
    const { start, end } = lines.lineRange(line);
    return line >= 1 && line <= lines.starts.length && /^[ \t]*$/.test(source.slice(start, end));
  };
  const start = first === 1 ? range.start : lines.starts[first - 1]!;
  const end = lines.starts[last] ?? source.length;
  if (end === source.length && isBlank(first - 1)) {
    // The file ends as it did before: with a line end or without one.
    const keeps = lines.starts.length > last;
    return { start: keeps ? lines.starts[first - 2]! : lines.lineRange(first - 2).end, end };
  }
  const doubled = isBlank(last + 1) && (first === 1 || isBlank(first - 1));
  return { start, end: doubled ? (lines.starts[last + 1] ?? source.length) : end };
}

/**
 * What to delete so that a paragraph of raw HTML is gone with its tags, and with its line where nothing else stands
 * there. Null where no `<p>` frames it, or where it is a block of its own that cannot go.
 */
function htmlParagraph(document: Document, block: ProseBlock): Range | null {
  const { source, lines } = document;
  const next = firstFrom(document.tags, block.range.end);
  const last = document.tags[next];
  const first = document.tags[firstFrom(document.tags, block.range.start) - 1];
  if (first?.range.end !== block.range.start || last?.range.start !== block.range.end) return null;
  if (first?.kind !== 'start' || first.name !== 'p' || last?.kind !== 'end' || last.name !== 'p') return null;
  const whole = { start: first.range.start, end: last.range.end };
  const node = block.node.position;
  if (source.slice(node?.start.offset, node?.end.offset).trim() === source.slice(whole.start, whole.end))
    return linesOfParagraph(document, { ...block, range: whole });
  const { line } = lines.pointAt(whole.start);
  const { start, end } = lines.lineRange(line);
  const isAlone = source.slice(start, end).trim() === source.slice(whole.start, whole.end);
  const isInside = start > (node?.start.offset ?? 0) && line < lines.starts.length;
  return isAlone && isInside ? { start, end: lines.starts[line]! } : whole;
}

function childAt(children: readonly RootContent[], offset: number): number {
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((children[middle]!.position?.start.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a block would become part of the list before it, were nothing between. */
function wouldJoin(previous: RootContent, next: RootContent): boolean {
  if (previous.type !== 'list' && previous.type !== 'footnoteDefinition') return false;
  return next.type === 'list' || next.type === 'code' || (next.position?.start.column ?? 1) > 1;
}
