import { findHeader, readHeader } from './header.ts';
import { jsonEnd, readJson } from './json.ts';
import type { Entry, FrontMatter, FrontMatterError } from './model.ts';
import { lineAt, nextLineStart, type Range } from './source.ts';
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

// gray-matter and Eleventy take the name of the language behind the first fence.
const fence = /^(?:---[ \t]?(json|toml|ya?ml)?|(\+\+\+)|(;;;))[ \t]*$/;
// YAML's own end mark closes a block for Jekyll and Pandoc.
const closing = {
  '---': /^(?:---|\.\.\.)[ \t]*$/,
  '+++': /^\+\+\+[ \t]*$/,
  ';;;': /^;;;[ \t]*$/,
} as const;
type Fence = keyof typeof closing;
const keyLine = /^["']?[A-Za-z_][\w .-]{0,63}["']?[ \t]*[:=](?:[ \t]|$)/;
const jsonKeyLine = /^[ \t]*(?:\{[ \t]*)?"[^"\r\n]{0,64}"[ \t]*:|^[ \t]*\{[ \t]*$/;
/** A brace and the first key behind it; without quotes that is a mistake, and no template tag, attribute list or text. */
const jsonHead =
  /^\{(?:\s*"[^"\r\n]{0,64}"\s*:|\s*\}|[ \t]*(?:\r\n|\r|\n)\s*'?[A-Za-z_][\w-]{0,63}'?[ \t]*:[ \t])/;

/**
 * Finds the front matter at the head of a post: YAML between `---`, TOML between `+++`, JSON between `;;;` or from its
 * first brace to its last, or a header without fences. Blank lines and comments before the first fence and a missing
 * last fence are errors of a block, not signs that there is none.
 */
export function findFrontMatter(source: string): FrontMatterBlock | null {
  const first = lineAt(source, source.charCodeAt(0) === 0xfeff ? 1 : 0);
  const opening = skipBlanksAndComments(source, first);
  const line = source.slice(opening.start, Math.min(opening.end, opening.start + 256));
  const match = fence.exec(line);
  if (match === null) {
    // Hugo passes over blank lines before a brace, but not over comments.
    if (source.slice(first.start, opening.start).trim() === '' && line.startsWith('{'))
      return findJson(source, opening);
    return opening.start === first.start ? headerBlock(findHeader(source, first)) : null;
  }
  const block = findFences(source, opening, match);
  if (!block || opening.start === first.start) return block;
  // A rule line somewhere down a text is no front matter: only what reads like keys makes it one.
  if (!startsWithKey(source, block)) return null;
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
  const read = isTooDeep(content)
    ? { entries: [], errors: [{ message: tooDeep, range: block.content }] }
    : readers[block.format](content, block.content.start);
  return {
    format: block.format,
    range: block.range,
    content: block.content,
    entries: read.entries,
    errors: [...block.errors, ...read.errors.map((error) => inLine(source, error))],
    get: (key) => read.entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase()),
  };
}

/** An error that starts and ends between characters, without the line ends behind it: what readers miss at the end of a line they point at behind it. */
function inLine(source: string, { message, range }: FrontMatterError): FrontMatterError {
  let { start, end } = range;
  if (splitsPair(source, start)) start--;
  if (splitsPair(source, end)) end++;
  if (source[start] === '\n' && source[start - 1] === '\r') start--;
  while (end > start && /[\r\n]/.test(source[end - 1]!)) end--;
  return { message, range: { start, end } };
}

/** Whether an offset lies between the two halves of one character. */
function splitsPair(source: string, at: number): boolean {
  return (source.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (source.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** Levels of lists and maps; the deepest real front matter has some five. */
const deepest = 100;
const tooDeep = `The front matter has over ${deepest} levels of lists and maps.`;
const markRun = new RegExp(`(?:[-?:][ \\t]+){${deepest}}`);

/**
 * Whether what is nested could use up the stack of a reader that descends, which may end the whole process: a regular
 * expression that is first compiled down there cannot fail. Brackets that only close make for thousands of errors.
 */
function isTooDeep(content: string): boolean {
  let depth = 0;
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i) | 0x20;
    if (code === 0x7b) depth++;
    else if (code === 0x7d) depth--;
    if (depth > deepest || depth < -deepest) return true;
  }
  return markRun.test(content);
}

type Reader = (content: string, offset: number) => { entries: Entry[]; errors: FrontMatterError[] };

const readers: Readonly<Record<FrontMatter['format'], Reader>> = {
  yaml: readYaml,
  toml: readToml,
  json: readJson,
  header: readHeader,
};

/** A block between fences, or one whose last fence is missing. */
function findFences(source: string, opening: Range, match: RegExpExecArray): FrontMatterBlock | null {
  const [, language, plus, semicolons] = match;
  const mark = (plus ?? semicolons ?? '---') as Fence;
  const named = language === 'json' || language === 'toml' ? language : 'yaml';
  const format = plus ? 'toml' : semicolons ? 'json' : named;
  const closed = findFenced(source, opening, mark, format);
  if (closed) return mark !== ';;;' || startsWithKey(source, closed) ? closed : null;
  const content = keyLines(source, nextLineStart(source, opening.end));
  const range = { start: opening.start, end: content.end };
  if (!startsWithKey(source, { format, content })) return null;
  const message = `The front matter is not closed: write \`${mark}\` on a line of its own after its last key.`;
  const error = { message, range: { start: opening.start, end: opening.start + 3 } };
  return { format, range, content, errors: [error] };
}

/** JSON without fences: a brace, a key, and behind the last brace nothing on its line. */
function findJson(source: string, opening: Range): FrontMatterBlock | null {
  if (!jsonHead.test(source.slice(opening.start, opening.start + 512))) return null;
  const end = jsonEnd(source, opening.start);
  if (end !== null) {
    const range = { start: opening.start, end };
    const rest = source.slice(end, lineAt(source, end).end);
    return rest.trim() === '' ? { format: 'json', range, content: range, errors: [] } : null;
  }
  const range = keyLines(source, opening.start);
  // An object that ends nowhere in a paragraph of text is none.
  if (range.end === opening.end) return null;
  return { format: 'json', range, content: range, errors: [] };
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

function headerBlock(range: Range | null): FrontMatterBlock | null {
  return range && { format: 'header', range, content: range, errors: [] };
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

function startsWithKey(
  source: string,
  { format, content }: Pick<FrontMatterBlock, 'format' | 'content'>,
): boolean {
  const line = lineAt(source, content.start);
  const key = format === 'json' ? jsonKeyLine : keyLine;
  return key.test(source.slice(line.start, Math.min(line.end, line.start + 128)));
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
