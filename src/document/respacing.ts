import type { Nodes, RootContent } from 'mdast';
import type { Document } from './document.ts';
import type { Gap, GapRun } from './gaps.ts';
import type { ProseBlock, Tag } from './model.ts';
import type { Range } from './source.ts';

/** Text to put in the place of a range. */
export interface Replacement {
  readonly range: Range;
  readonly text: string;
}

// What opens a list, quote, heading, code block, table or definition where it begins a line. Emphasis and links
// do not.
const opener = /(?![*_]{1,3}[^\s*_]|\[[^\]\n]{0,200}\]\()(?:[-+*>#=~`|<:[_]|\d{1,9}[.)])/y;
// A line of nothing but these is a list mark, a rule, a heading mark …, the label of a definition, or a tag.
const markLine = /^(?:[-+*_=~`#|: \t]+|\d{1,9}[.)]|\[[^\]]*\]:|<[^<>]*>)$/;
const spacesAtLineEnd = /[ \t]*(?=[\r\n]|$)/y;

/**
 * Tells how to write the gaps of a block with plain spaces or, where none is needed, without. Null where that
 * would change what the Markdown means.
 *
 * @param block null for raw HTML, in which white space has no meaning
 */
export function respacer(source: string, block: ProseBlock | null): (gap: Gap) => Replacement[] | null {
  let known: Edges | undefined;
  const mayChange = (run: GapRun): boolean => {
    if (block === null) return true;
    known ??= emphasisEdges(block.node, source);
    return mayTouch(source, run, block.kind, known);
  };
  return (gap) => {
    const runs = gap.runs.filter(({ hasNoBreakSpace }) => hasNoBreakSpace);
    if (!runs.every(mayChange)) return null;
    if (gap.before === '' || gap.after === '' || gap.hasLineEnd || runs.length < gap.runs.length) {
      const removals = runs.map((run) => removal(gap, run, source, block));
      return removals.some((one) => one === null) ? null : (removals as Replacement[]);
    }
    const [run] = runs;
    // Markup between two of them: which side the space belongs to is not ours to say.
    if (!run || runs.length > 1 || known?.inner.has(run.start) || known?.inner.has(run.end)) return null;
    if (block !== null && markLine.test(lineBefore(source, block, run.start))) return null;
    return [{ range: { start: run.start, end: run.end }, text: ' ' }];
  };
}

/** Whether neither a longer nor a shorter gap makes markup of what stands beside it. */
function mayTouch(source: string, { start, end }: GapRun, kind: ProseBlock['kind'], known: Edges): boolean {
  const [before, after] = [source[start - 1] ?? '', source[end] ?? ''];
  if (before === '\\' || (before === '[' && after === ']')) return false;
  if (kind === 'heading' && (before === '#' || after === '#')) return false;
  if (known.inner.has(start) && known.inner.has(end)) return false;
  const isLiteral = /[*_~]/.test(before) && source[start - 2] !== '\\' && !known.all.has(start);
  return !isLiteral && !(/[*_~]/.test(after) && !known.all.has(end));
}

function removal(gap: Gap, run: GapRun, source: string, block: ProseBlock | null): Replacement | null {
  const { start, end } = run;
  spacesAtLineEnd.lastIndex = end;
  const endsLine = spacesAtLineEnd.test(source);
  const lineEnd = endsLine && gap.after === '' ? spacesAtLineEnd.lastIndex : end;
  if (block === null || block.kind === 'cell') return { range: { start, end: lineEnd }, text: '' };
  const line = lineBefore(source, block, start);
  if (line === '' && endsLine) return gap.before === '' ? null : wholeLine(gap, source, start, lineEnd);
  opener.lastIndex = end;
  const opensBlock = line === '' && opener.test(source);
  return opensBlock || (endsLine && markLine.test(line))
    ? null
    : { range: { start, end: lineEnd }, text: '' };
}

/** Removes a line together with the line end before it, so that no blank line parts the paragraph. */
function wholeLine(gap: Gap, source: string, start: number, end: number): Replacement | null {
  let from = start;
  while (source[from - 1] !== '\n' && source[from - 1] !== '\r') from--;
  from -= source.startsWith('\r\n', from - 2) ? 2 : 1;
  // A backslash that breaks a line is a backslash where no line follows.
  return gap.after === '' && source[from - 1] === '\\' ? null : { range: { start: from, end }, text: '' };
}

/** What stands in a line before `at`, indentation and quote marks left out, as far as it could be a mark. */
function lineBefore(source: string, { range }: ProseBlock, at: number): string {
  const lead = source.slice(Math.max(range.start, at - 64), at);
  const line = lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('\r')) + 1);
  return line.replace(/^[ \t>]+/, '');
}

/** Where emphasis begins and ends. */
interface Edges {
  /** Inside its marks: before its first and behind its last character, where a space would undo it. */
  readonly inner: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

function emphasisEdges(block: Nodes, source: string): Edges {
  const inner = new Set<number>();
  const all = new Set<number>();
  const pending: Nodes[] = [block];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? 0;
      const isSingle = node.type === 'emphasis' || (node.type === 'delete' && source[start + 1] !== '~');
      const mark = isSingle ? 1 : 2;
      inner.add(start + mark).add(end - mark);
      all.add(start).add(end);
    }
    if ('children' in node) for (const child of node.children) pending.push(child);
  }
  for (const edge of inner) all.add(edge);
  return { inner, all };
}

/**
 * The lines to delete so that a top-level paragraph is gone and no blank line is left doubled. Null where it
 * stands deeper, or keeps two lists apart.
 */
export function linesOfParagraph(
  { tree, source, lines }: Document,
  { node, range }: ProseBlock,
): Range | null {
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
export function htmlParagraph(document: Document, block: ProseBlock): Range | null {
  const { source, lines } = document;
  const next = tagsBefore(document.tags, block.range.end);
  const last = document.tags[next];
  const first = document.tags[tagsBefore(document.tags, block.range.start) - 1];
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

/** How many tags start before an offset. */
function tagsBefore(tags: readonly Tag[], offset: number): number {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tags[middle]!.range.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
