import type { Range } from './source.ts';
import type { Template } from './template-tags.ts';

/** A post as its parser may see it. */
export interface Markup {
  /** As long as the source, with its line ends: letters or spaces stand for template tags. */
  readonly text: string;
  /** Template tags, ascending. */
  readonly templates: readonly Template[];
  /** Runs of tags that stand alone on their lines, part what is around them, and show something. */
  readonly standing: readonly { readonly range: Range; readonly depth: number }[];
}

/**
 * Puts letters or white space in the place of template tags, so that nothing in them means anything to a parser. A
 * tag in a sentence is a word of it. One that parts paragraphs leaves blank lines: generators take it away or put
 * blocks in its place.
 */
export function markupOf(source: string, templates: readonly Template[]): Markup {
  if (templates.length === 0) return { text: endTables(source), templates, standing: [] };
  const alone = runsAlone(source, templates);
  const standing: { range: Range; depth: number }[] = [];
  const pieces: string[] = [];
  let from = 0;
  for (const [index, template] of templates.entries()) {
    const run = alone[index];
    pieces.push(source.slice(from, template.start));
    const sign = run || template.blank ? ' ' : 'x';
    pieces.push(source.slice(template.start, template.end).replace(/[^\r\n]/g, sign));
    from = template.end;
    if (run && template.shown) standing.push(standingAt(source, template));
  }
  pieces.push(source.slice(from));
  return { text: endTables(pieces.join('')), templates, standing };
}

const breakAlone = /^[ \t]*<br[ \t]*\/?>[ \t]*$/gim;

/**
 * A post with spaces for each `<br>` that stands alone on the line behind a table. One parser takes it for a row of the
 * table, the other for HTML that swallows the paragraph below; with a blank line both end the table there.
 */
function endTables(text: string): string {
  if (!text.includes('|') || !/<br/i.test(text)) return text;
  return text.replace(breakAlone, (line, at: number) => {
    const end = text[at - 2] === '\r' ? at - 2 : at - 1;
    const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
    return /^[ \t]*\|/.test(text.slice(start, Math.max(start, end))) ? ' '.repeat(line.length) : line;
  });
}

/** It is no node of the tree: that something holds it is told from what stands before it on its line. */
function standingAt(source: string, { start, end }: Range): Markup['standing'][number] {
  return { range: { start, end }, depth: /[ \t>]/.test(source[start - 1] ?? '') ? 1 : 0 };
}

/** By index: whether the lines of a tag hold nothing but tags that may stand alone. */
function runsAlone(source: string, templates: readonly Template[]): boolean[] {
  const leads = templates.map(() => false);
  for (const [index, { start, flow }] of templates.entries()) {
    const gap = gapBefore(source, start, templates[index - 1]?.end ?? 0);
    leads[index] = flow && (gap === 'line' || (gap === 'tag' && leads[index - 1]!));
  }
  const trails = templates.map(() => false);
  for (let index = templates.length - 1; index >= 0; index--) {
    const { end, flow } = templates[index]!;
    const gap = gapBehind(source, end, templates[index + 1]?.start ?? source.length);
    trails[index] = flow && (gap === 'line' || (gap === 'tag' && trails[index + 1]!));
  }
  return templates.map((_, index) => leads[index]! && trails[index]!);
}

/** What white space and quote marks before `at` lead back to: the start of the line, the tag before, or text. */
function gapBefore(source: string, at: number, previous: number): 'line' | 'tag' | 'text' {
  let i = at - 1;
  for (; i >= previous; i--) {
    const character = source[i]!;
    if (character === '\n' || character === '\r') return 'line';
    if (character !== ' ' && character !== '\t' && character !== '>' && character !== '\uFEFF') return 'text';
  }
  return i < 0 ? 'line' : 'tag';
}

function gapBehind(source: string, at: number, next: number): 'line' | 'tag' | 'text' {
  for (let i = at; i < next; i++) {
    const character = source[i]!;
    if (character === '\n' || character === '\r') return 'line';
    if (character !== ' ' && character !== '\t') return 'text';
  }
  return next === source.length ? 'line' : 'tag';
}
