import type { Entry, Value } from './model.ts';
import type { Range } from './source.ts';
import { mapWritten, writeFolded } from './written.ts';

/** White space and control characters that YAML or a line's end may take for something else. */
const odd = /[^\S \n]|[\0-\x09\x0B-\x1F\x7F-\x9F]/;
const keyLine = /^([A-Za-z_][\w-]{0,60}):(?: +(.*))?$/s;
const itemLine = /^( {0,8}- +)(.*)$/s;
/** Letters, digits and what else begins no collection, tag, anchor, quote, comment or key. */
const plain = /^[A-Za-z0-9/\u00A1-\uD7FF](?:[^:#]|:(?=[^ ])|(?<=[^ ])#)*$/;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** What is plain between the brackets of a list as well. */
const flowPlain = /^(?:[A-Za-z0-9/\u00A1-\uD7FF][^:#[\]{}"'&*!|>%@`?\\]*|"[^"\\]*"|'[^']*')$/;
const mostLines = 500;

/** Scalars of YAML 1.2's core schema (section 10.3.2) that are no text, as far as they begin with a letter or digit. */
const nothing = /^(?:null|Null|NULL)$/;
const boolean = /^(?:true|True|TRUE|false|False|FALSE)$/;
const number = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)$/;

/**
 * The entries of YAML that everybody reads alike, as most front matter is: keys without indentation, each with one line
 * of plain or quoted text, or with a list of such. Null where it is for a reader by the book to say.
 *
 * @param offset where `content` starts in the file
 */
export function readPlainYaml(content: string, offset: number): Entry[] | null {
  if (odd.test(content)) return null;
  const lines = content.split('\n');
  if (lines.length > mostLines) return null;
  const entries: Draft[] = [];
  const keys = new Set<string>();
  let at = 0;
  for (const line of lines) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    const item = itemLine.exec(line);
    const isRead = item
      ? addItem(entries.at(-1), item, start, content, offset)
      : addEntry(entries, keys, line, start, content, offset);
    if (!isRead) return null;
  }
  return entries.length > 0 ? entries.map(finished) : null;
}

/** An entry whose list may still grow. */
interface Draft extends Entry {
  /** The items behind a key without a value, and how far they are indented. */
  readonly items: Value[];
  lead: string | null;
}

function addEntry(
  entries: Draft[],
  keys: Set<string>,
  line: string,
  start: number,
  content: string,
  offset: number,
): boolean {
  const match = keyLine.exec(line);
  if (match === null) return false;
  const key = match[1]!;
  if (keys.has(key)) return false;
  keys.add(key);
  const written = (match[2] ?? '').trimEnd();
  const colon = start + key.length;
  const valueStart = written === '' ? colon + 1 : start + line.length - match[2]!.length;
  const value =
    written === ''
      ? scalar('null', '', content, valueStart, valueStart, offset)
      : (flowList(written, content, valueStart, offset) ?? scalarOf(written, content, valueStart, offset));
  if (value === null) return false;
  entries.push({
    key,
    keyRange: { start: start + offset, end: colon + offset },
    value,
    items: [],
    lead: null,
  });
  return true;
}

function addItem(
  entry: Draft | undefined,
  [, lead, rest]: RegExpExecArray,
  start: number,
  content: string,
  offset: number,
): boolean {
  if (entry?.value.kind !== 'null' || entry.value.text !== '') return false;
  if (entry.lead !== null && entry.lead.indexOf('-') !== lead!.indexOf('-')) return false;
  entry.lead = lead!;
  const value = scalarOf(rest!.trimEnd(), content, start + lead!.length, offset);
  if (value === null) return false;
  entry.items.push(value);
  return true;
}

/** A list in brackets, `[a, b]`, whose items hold no commas; null for anything else. */
function flowList(written: string, content: string, start: number, offset: number): Value | null {
  if (!written.startsWith('[') || !written.endsWith(']')) return null;
  const items: Value[] = [];
  let at = start + 1;
  for (const part of written.slice(1, -1).split(',')) {
    const text = part.trim();
    const item = flowPlain.test(text) ? scalarOf(text, content, at + part.indexOf(text), offset) : null;
    if (item === null) return null;
    items.push(item);
    at += part.length + 1;
  }
  return listOf(items, { start: start + offset, end: start + written.length + offset });
}

function listOf(items: readonly Value[], range: Range): Value {
  return { kind: 'list', text: '', range, items, entries: [], sourceRange: () => range };
}

function scalarOf(written: string, content: string, start: number, offset: number): Value | null {
  const end = start + written.length;
  const inner = quoted.exec(written);
  if (inner) return scalar('string', inner[1] ?? inner[2]!, content, start, end, offset);
  return plain.test(written) ? scalar(kindOf(written), written, content, start, end, offset) : null;
}

function kindOf(written: string): Value['kind'] {
  if (nothing.test(written)) return 'null';
  if (boolean.test(written)) return 'boolean';
  return number.test(written) ? 'number' : 'string';
}

function scalar(
  kind: Value['kind'],
  text: string,
  content: string,
  start: number,
  end: number,
  offset: number,
): Value {
  const range = { start: start + offset, end: end + offset };
  const sourceRange = mapWritten(text, range, (into) => writeFolded(into, content, start, end, offset));
  return { kind, text, range, items: [], entries: [], sourceRange };
}

function finished({ key, keyRange, value, items, lead }: Draft): Entry {
  if (items.length === 0) return { key, keyRange, value };
  const dash = items[0]!.range.start - (lead!.length - lead!.indexOf('-'));
  return { key, keyRange, value: listOf(items, { start: dash, end: items.at(-1)!.range.end }) };
}
