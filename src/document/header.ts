import { MappedTextBuilder } from './mapped-text.ts';
import type { Entry, FrontMatterError, Value } from './model.ts';
import { lineAt, nextLineStart, type Range } from './source.ts';

const line = /[^\r\n]+/g;
const headerLine = /^([A-Za-z][\w -]{0,63}):(?:[ \t]+\S|[ \t]*$)/;
const definition = /^@def[ \t]+[A-Za-z_]\w{0,63}[ \t]*=/;
const key = /^([A-Za-z][\w -]{0,63}):[ \t]*|^(@def[ \t]+)([A-Za-z_]\w{0,63})[ \t]*=[ \t]*/;

/**
 * Where a header without fences stands at the head of a post: two or more `Key: value` lines, one of them Title or
 * Date, that a blank line ends (Pelican, MultiMarkdown), or lines of `@def key = value` (Franklin).
 */
export function findHeader(source: string, first: Range): Range | null {
  const isDefined = definition.test(source.slice(first.start, Math.min(first.end, first.start + 128)));
  return isDefined ? findDefinitions(source, first) : findKeyLines(source, first);
}

function findKeyLines(source: string, first: Range): Range | null {
  const keys = new Set<string>();
  let end = first.start;
  for (let at = first; at.start < source.length; at = lineAt(source, nextLineStart(source, at.end))) {
    const text = source.slice(at.start, Math.min(at.end, at.start + 256));
    if (text.trim() === '')
      return keys.size >= 2 && (keys.has('title') || keys.has('date')) ? { start: first.start, end } : null;
    const name = headerLine.exec(text)?.[1];
    const isContinuation = keys.size > 0 && /^[ \t]/.test(text);
    if (name === undefined && !isContinuation) return null;
    if (name !== undefined) keys.add(name.toLowerCase());
    end = at.end;
  }
  return null;
}

function findDefinitions(source: string, first: Range): Range {
  let end = first.start;
  for (let at = first; at.start < source.length; at = lineAt(source, nextLineStart(source, at.end))) {
    const text = source.slice(at.start, Math.min(at.end, at.start + 128));
    if (definition.test(text)) end = at.end;
    else if (text.trim() !== '') break;
  }
  return { start: first.start, end };
}

/**
 * Reads a header. An indented line continues the value above it. Every value is a string: these formats are read as
 * knowing no other types.
 *
 * @param offset where `content` starts in the file
 */
export function readHeader(
  content: string,
  offset: number,
): { entries: Entry[]; errors: FrontMatterError[] } {
  const entries: Entry[] = [];
  let open: OpenEntry | null = null;
  for (const match of content.matchAll(line)) {
    const start = offset + match.index;
    const text = match[0].trimEnd();
    const name = key.exec(text);
    if (name) {
      if (open) entries.push(entryOf(open));
      open = openEntry(name, text, start);
    } else if (open) {
      continueEntry(open, text, start);
    }
  }
  if (open) entries.push(entryOf(open));
  return { entries, errors: [] };
}

/** An entry that later lines may continue. */
interface OpenEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly builder: MappedTextBuilder;
  valueStart: number;
  end: number;
}

function openEntry(match: RegExpExecArray, text: string, start: number): OpenEntry {
  const [head, plainKey, mark = '', definedKey = ''] = match;
  const builder = new MappedTextBuilder();
  const value = text.slice(head.length);
  const valueStart = start + head.length;
  // A definition is written as in a program: text stands in quotes.
  const isQuoted = definedKey !== '' && /^"[^"\\]*"$/.test(value);
  if (isQuoted) builder.verbatim(value.slice(1, -1), valueStart + 1);
  else builder.verbatim(value, valueStart);
  const name = plainKey ?? definedKey;
  const keyStart = start + mark.length;
  const keyRange = { start: keyStart, end: keyStart + name.length };
  return { key: name, keyRange, builder, valueStart, end: start + text.length };
}

function continueEntry(open: OpenEntry, text: string, start: number): void {
  const textStart = start + text.length - text.trimStart().length;
  if (open.builder.length > 0) open.builder.atom(' ', open.end, textStart);
  else open.valueStart = textStart;
  open.builder.verbatim(text.trimStart(), textStart);
  open.end = start + text.length;
}

function entryOf({ key: name, keyRange, builder, valueStart, end }: OpenEntry): Entry {
  const { text, sourceRange } = builder.finish();
  const range = { start: Math.min(valueStart, end), end };
  const value: Value = {
    kind: text === '' ? 'null' : 'string',
    text,
    range,
    items: [],
    entries: [],
    sourceRange: text === '' ? () => ({ start: end, end }) : sourceRange,
  };
  return { key: name, keyRange, value };
}
