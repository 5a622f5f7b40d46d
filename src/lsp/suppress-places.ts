import type { Document } from '../document/document.ts';
import type { Range } from '../document/source.ts';
import type { Edit } from '../engine/rule.ts';
import type { Settings } from '../engine/settings.ts';
import { addedTo, commentFor, formIn } from './suppress-comment.ts';

/** A list of insertions that may switch a rule off; whether it does, and nothing else, is for others to find out. */
export type Attempt = readonly Edit[];

/**
 * Whether a comment can say something of the line at an offset: not of fences, nor of front matter without comments, nor
 * where it cannot be read, since then nothing tells what is a comment: behind an open quote it would be text.
 */
export function canHaveLineComment({ frontMatter }: Document, offset: number): boolean {
  if (!frontMatter || offset < frontMatter.range.start || offset >= frontMatter.range.end) return true;
  const { content, format, errors } = frontMatter;
  if (errors.some(({ range }) => range.start >= content.start && range.end <= content.end)) return false;
  return (format === 'yaml' || format === 'toml') && offset >= content.start && offset < content.end;
}

/** How a rule may be switched off for the line at an offset, what reads best first. */
export function* lineAttempts(
  document: Document,
  settings: Settings,
  offset: number,
  ruleId: string,
): Iterable<Attempt> {
  const { lines, frontMatter } = document;
  const line = lines.lineRange(lines.pointAt(offset).line);
  const known = addedTo(document, settings, line, ruleId);
  if (known) yield known;
  if (frontMatter && offset >= frontMatter.content.start && offset < frontMatter.content.end) {
    yield* frontMatterAttempts(document, line, offset, ruleId);
    return;
  }
  const form = formIn(document, settings);
  const block = topBlockAt(document, offset);
  const opensBlock = block !== null && block.start >= line.start && block.start <= line.end;
  if (opensBlock) yield aboveBlock(document, line, commentFor(form, 'disable-next-line', ruleId), form);
  yield* lineEndAttempts(document, line, commentFor(form, 'disable-line', ruleId));
  yield above(document, line, commentFor(form, 'disable-next-line', ruleId));
  if (block) yield around(document, block, form, ruleId);
}

/** How a rule may be switched off for the whole post. */
export function* fileAttempts(document: Document, settings: Settings, ruleId: string): Iterable<Attempt> {
  const { source, frontMatter } = document;
  const known = addedTo(document, settings, { start: 0, end: source.length }, ruleId);
  if (known) yield known;
  const eol = lineEndAt(source, frontMatter?.range.end ?? 0);
  const comment = commentFor(formIn(document, settings), 'disable-file', ruleId);
  const body = firstTextLine(document);
  if (body !== null) yield [insertion(body, comment + eol + eol)];
  if (frontMatter?.format === 'yaml' || frontMatter?.format === 'toml')
    yield [insertion(frontMatter.content.start, commentFor('hash', 'disable-file', ruleId) + eol)];
  const gap = /[\r\n]$/.test(source) ? eol : eol + eol;
  yield [insertion(source.length, gap + comment + eol)];
}

function* frontMatterAttempts(
  document: Document,
  line: Range,
  offset: number,
  ruleId: string,
): Iterable<Attempt> {
  const { source, frontMatter } = document;
  yield [insertion(line.end, ` ${commentFor('hash', 'disable-line', ruleId)}`)];
  yield above(document, line, commentFor('hash', 'disable-next-line', ruleId));
  const next = frontMatter?.entries.findIndex(({ keyRange }) => keyRange.start > offset) ?? -1;
  const entry = frontMatter?.entries.at(next < 0 ? -1 : next - 1);
  if (!frontMatter || !entry || next === 0) return;
  const behind = next < 0 ? frontMatter.content.end : frontMatter.entries[next]!.keyRange.start;
  const eol = lineEndAt(source, line.end);
  yield [
    insertion(entry.keyRange.start, commentFor('hash', 'disable', ruleId) + eol),
    insertion(behind, commentFor('hash', 'enable', ruleId) + eol),
  ];
}

/** On lines of its own; an expression of MDX has to be parted from the text around it. */
function aboveBlock(document: Document, line: Range, comment: string, form: 'html' | 'mdx'): Attempt {
  if (form === 'html') return above(document, line, comment);
  const at = textStart(document, line);
  const eol = lineEndAt(document.source, line.end);
  const { lines, source } = document;
  const before = lines.lineRange(lines.pointAt(at).line - 1);
  const gap =
    at > line.start || line.start === 0 || source.slice(before.start, before.end).trim() === '' ? '' : eol;
  return [insertion(at, gap + comment + eol + eol)];
}

/** A line above, in the quotes and as far in as the line below. */
function above(document: Document, line: Range, comment: string): Attempt {
  const at = textStart(document, line);
  const prefix = /^[ \t>]*/.exec(document.source.slice(at, Math.min(line.end, at + 100)))![0];
  return [insertion(at, prefix + comment + lineEndAt(document.source, line.end))];
}

/** At the end of the line: within the last cell of a table's row, and before what makes a hard break. */
function* lineEndAttempts({ source }: Document, line: Range, comment: string): Iterable<Attempt> {
  let end = line.end;
  while (end > line.start && /[ \t]/.test(source[end - 1]!)) end--;
  if (end === line.start) return;
  if (source[end - 1] === '|') {
    const space = /[ \t]/.test(source[end - 2] ?? '') ? '' : ' ';
    yield [insertion(end - 1, `${space}${comment} `)];
  }
  if (source[end - 1] === '\\') yield [insertion(end - 1, ` ${comment}`)];
  yield [insertion(end, ` ${comment}`)];
}

/** Off before a block and on behind it, for lines that hold no comment, such as those of a code block. */
function around(document: Document, block: Range, form: 'html' | 'mdx', ruleId: string): Attempt {
  const { lines, source } = document;
  const first = textStart(document, lines.lineRange(lines.pointAt(block.start).line));
  const last = lines.lineRange(lines.pointAt(block.end).line).end;
  const eol = lineEndAt(source, block.start);
  const gap = form === 'mdx' ? eol : '';
  return [
    insertion(first, commentFor(form, 'disable', ruleId) + eol + gap),
    insertion(last, eol + gap + commentFor(form, 'enable', ruleId)),
  ];
}

/** The block of the outermost level that holds an offset. */
function topBlockAt({ tree }: Document, offset: number): Range | null {
  for (const { position } of tree.children) {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    if (start <= offset && offset <= end) return { start, end };
  }
  return null;
}

/** Where the first line of text starts that is not blank; null for a post without one. */
function firstTextLine({ source, frontMatter, lines }: Document): number | null {
  const from = frontMatter?.range.end ?? (source.charCodeAt(0) === 0xfeff ? 1 : 0);
  const gap = /\S/.exec(source.slice(from));
  if (!gap) return null;
  return Math.max(from, lines.lineRange(lines.pointAt(from + gap.index).line).start);
}

/** Where a line starts, behind a BOM. */
function textStart({ source }: Document, { start }: Range): number {
  return start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** How the line at an offset ends, or the first that ends where this one does not. */
function lineEndAt(source: string, offset: number): string {
  const next = /\r\n|\r|\n/g;
  next.lastIndex = offset;
  return next.exec(source)?.[0] ?? /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
}

function insertion(at: number, text: string): Edit {
  return { range: { start: at, end: at }, text };
}
