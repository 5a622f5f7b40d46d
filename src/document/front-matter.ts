import { readHeader } from './header.ts';
import type { Entry, FrontMatter, FrontMatterError } from './model.ts';
import type { Range } from './source.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

/** Where a front-matter block stands, before anything of it is read. */
export interface FrontMatterBlock {
  readonly format: FrontMatter['format'];
  /** From the first fence to the end of the last, line end excluded. */
  readonly range: Range;
  readonly content: Range;
  readonly errors: readonly FrontMatterError[];
}

/** Keys under which generators and themes keep a post's description, in the order in which they are asked. */
export const descriptionKeys = ['description', 'summary', 'excerpt', 'subtitle'] as const;

const fence = /^(---|\+\+\+)[ \t]*$/;
type Fence = '---' | '+++';
// YAML's own end mark closes a block for Jekyll and Pandoc.
const closing = { '---': /^(?:---|\.\.\.)[ \t]*$/, '+++': /^\+\+\+[ \t]*$/ } as const;
const keyLine = /^["']?[A-Za-z_][\w .-]{0,63}["']?[ \t]*[:=](?:[ \t]|$)/;
const headerLine = /^([A-Za-z][\w -]{0,63}):(?:[ \t]+\S|[ \t]*$)/;

/**
 * Finds the front matter at the head of a post: YAML between `---`, TOML between `+++`, or a header of
 * `Key: value` lines without fences. Blank lines and comments before the first fence and a missing last fence
 * are errors of a block, not signs that there is none.
 */
export function findFrontMatter(source: string): FrontMatterBlock | null {
  const first = lineAt(source, source.charCodeAt(0) === 0xfeff ? 1 : 0);
  const opening = skipBlanksAndComments(source, first);
  const mark = fence.exec(source.slice(opening.start, opening.end))?.[1] as Fence | undefined;
  if (mark === undefined) return opening.start === first.start ? findHeader(source, first) : null;
  const block = mark === '---' ? findYaml(source, opening, mark) : findFenced(source, opening, mark, 'toml');
  if (!block || opening.start === first.start) return block;
  // A rule line somewhere down a text is no front matter: only what reads like keys makes it one.
  if (!startsWithKey(source, block.content)) return null;
  const range = { start: first.start, end: opening.start };
  const [what, remedy] = source.slice(range.start, range.end).includes('<!--')
    ? ['A comment stands', 'move it down']
    : ['Blank lines stand', 'delete them'];
  const message = `${what} before the front matter, so site generators take it for text: ${remedy}.`;
  return { ...block, errors: [{ message, range }, ...block.errors] };
}

/** Reads the entries of a block. */
export function readFrontMatter(source: string, block: FrontMatterBlock): FrontMatter {
  const content = source.slice(block.content.start, block.content.end);
  const read = readers[block.format](content, block.content.start);
  return {
    format: block.format,
    range: block.range,
    content: block.content,
    entries: read.entries,
    errors: [...block.errors, ...read.errors],
    get: (key) => read.entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase()),
  };
}

type Reader = (content: string, offset: number) => { entries: Entry[]; errors: FrontMatterError[] };

const readers: Readonly<Record<FrontMatter['format'], Reader>> = {
  yaml: readYaml,
  toml: readToml,
  header: readHeader,
};

function findYaml(source: string, opening: Range, mark: Fence): FrontMatterBlock | null {
  const closed = findFenced(source, opening, mark, 'yaml');
  if (closed) return closed;
  const content = keyLines(source, nextLineStart(source, opening.end));
  if (!startsWithKey(source, content)) return null;
  const message = 'The front matter is not closed: write `---` on a line of its own after its last key.';
  return {
    format: 'yaml',
    range: { start: opening.start, end: content.end },
    content,
    errors: [{ message, range: { start: opening.start, end: opening.start + 3 } }],
  };
}

function findFenced(
  source: string,
  opening: Range,
  mark: Fence,
  format: FrontMatter['format'],
): FrontMatterBlock | null {
  const contentStart = nextLineStart(source, opening.end);
  for (let line = lineAt(source, contentStart); line.start < source.length; ) {
    if (closing[mark].test(source.slice(line.start, Math.min(line.end, line.start + 256)))) {
      const range = { start: opening.start, end: line.end };
      return { format, range, content: { start: contentStart, end: line.start }, errors: [] };
    }
    line = lineAt(source, nextLineStart(source, line.end));
  }
  return null;
}

/** A Pelican or MultiMarkdown header: two or more `Key: value` lines, one of them Title or Date, then a blank line. */
function findHeader(source: string, first: Range): FrontMatterBlock | null {
  const keys = new Set<string>();
  let end = first.start;
  for (let line = first; line.start < source.length; ) {
    const text = source.slice(line.start, Math.min(line.end, line.start + 256));
    if (text.trim() === '') break;
    const key = headerLine.exec(text)?.[1];
    const isContinuation = keys.size > 0 && /^[ \t]/.test(text);
    if (key === undefined && !isContinuation) return null;
    if (key !== undefined) keys.add(key.toLowerCase());
    end = line.end;
    line = lineAt(source, nextLineStart(source, line.end));
  }
  if (keys.size < 2 || !(keys.has('title') || keys.has('date'))) return null;
  const range = { start: first.start, end };
  return { format: 'header', range, content: range, errors: [] };
}

/** The lines from `start` up to the first blank one: what an unclosed block is taken to hold. */
function keyLines(source: string, start: number): Range {
  let end = start;
  for (let line = lineAt(source, start); line.start < source.length; ) {
    if (source.slice(line.start, line.end).trim() === '') break;
    end = line.end;
    line = lineAt(source, nextLineStart(source, line.end));
  }
  return { start, end };
}

function startsWithKey(source: string, content: Range): boolean {
  const line = lineAt(source, content.start);
  return keyLine.test(source.slice(line.start, Math.min(line.end, line.start + 128)));
}

/** The first line that is neither blank nor part of an HTML comment. */
function skipBlanksAndComments(source: string, first: Range): Range {
  let line = first;
  while (line.end < source.length) {
    const text = source.slice(line.start, line.end).trim();
    const commentEnd = text.startsWith('<!--') ? source.indexOf('-->', line.start) : -1;
    if (text !== '' && commentEnd < 0) break;
    line = lineAt(source, nextLineStart(source, lineAt(source, Math.max(line.start, commentEnd)).end));
  }
  return line;
}

function lineAt(source: string, start: number): Range {
  let end = start;
  while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++;
  return { start, end };
}

function nextLineStart(source: string, lineEnd: number): number {
  return source.startsWith('\r\n', lineEnd) ? lineEnd + 2 : Math.min(source.length, lineEnd + 1);
}
