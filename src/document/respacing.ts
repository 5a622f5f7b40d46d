import type { Nodes } from 'mdast';
import type { Gap, GapRun } from './gaps.ts';
import type { ProseBlock } from './model.ts';
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
    const runs = gap.runs.filter(({ noBreakSpaces }) => noBreakSpaces !== null);
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

/**
 * How to delete the empty lines that a gap at the end of a block keeps with `\` before each, and the
 * first `\` as well; null where it is none of these.
 */
export function forcedBreak(gap: Gap, source: string): Replacement[] | null {
  const first = gap.runs.find(({ noBreakSpaces }) => noBreakSpaces?.startsLine);
  const last = gap.runs.at(-1);
  if (!first || !last || gap.before === '' || gap.after !== '') return null;
  const lead = source.slice(Math.max(0, first.start - 64), first.start);
  const at = /(?:(?:\r\n|\r|\n)[ \t>]*)?(?<!\\)\\(?:\r\n|\r|\n)[ \t>]*$/.exec(lead)?.index;
  if (at === undefined) return null;
  return [{ range: { start: first.start - lead.length + at, end: last.end }, text: '' }];
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
