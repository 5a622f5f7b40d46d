import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { Entry, FrontMatterError, Value } from './model.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { Range } from './source.ts';
import { mapWritten, writeBlock, writeFolded } from './written.ts';

/** Bounds on what is walked; the largest real front matter has some forty keys on three levels. */
const most = { depth: 20, keys: 2_000, errors: 20 } as const;

// Neither `toJS` nor the key check of the library: some inputs of 800 bytes keep those busy for seconds.
const options = {
  uniqueKeys: false,
  merge: false,
  schema: 'core',
  version: '1.2',
  logLevel: 'silent',
  strict: true,
  prettyErrors: false,
} as const;

/**
 * Reads YAML 1.2 with the place of every key and value. Scalars keep the text they were written with: no
 * date, number or boolean is converted. Aliases are not expanded.
 *
 * @param offset where `content` starts in the file
 */
export function readYaml(content: string, offset: number): { entries: Entry[]; errors: FrontMatterError[] } {
  const entries = readPlainYaml(content, offset);
  return entries ? { entries, errors: [] } : readAnyYaml(content, offset);
}

/** The same by the book, whatever it is. */
export function readAnyYaml(
  content: string,
  offset: number,
): { entries: Entry[]; errors: FrontMatterError[] } {
  const walk = new Walk(content, offset);
  try {
    const document = parseDocument(content, options);
    const cut = unindentedQuote(content, document.errors);
    if (cut !== null) return readAnyYaml(content.slice(0, cut), offset);
    // What follows the first error mostly follows from it.
    const [first] = document.errors;
    if (first) walk.report(messageOf(first), first.pos);
    const root = document.contents;
    if (root === null) return { entries: [], errors: walk.errors };
    if (!isMap(root)) {
      if (walk.errors.length === 0)
        walk.report('The front matter holds no `key: value` lines.', spanOf(root));
      return { entries: [], errors: walk.errors };
    }
    return { entries: walk.entriesOf(root.items as Pair[], 1), errors: walk.errors };
  } catch {
    walk.report('The front matter cannot be read as YAML.', [0, content.length]);
    return { entries: [], errors: walk.errors };
  }
}

/** One reading of one block: counts what it has seen, so that hostile input stays cheap. */
class Walk {
  readonly errors: FrontMatterError[] = [];
  #keys = 0;

  constructor(
    private readonly content: string,
    private readonly offset: number,
  ) {}

  report(message: string, [start, end]: readonly [number, number]): void {
    if (this.errors.length >= most.errors) return;
    // Errors of what is missing at the end point behind it.
    const last = trimmedEnd(this.content, 0, this.content.length);
    const from = Math.min(start, last);
    this.errors.push({ message, range: this.#range(from, Math.max(from, Math.min(end, last))) });
  }

  entriesOf(pairs: readonly Pair[], depth: number): Entry[] {
    const entries: Entry[] = [];
    const seen = new Map<string, Range>();
    for (const pair of pairs) {
      if (++this.#keys > most.keys) {
        if (this.#keys === most.keys + 1) this.report(`The front matter has over ${most.keys} keys.`, [0, 0]);
        break;
      }
      const entry = this.#entryOf(pair, depth);
      if (!entry) continue;
      if (seen.has(entry.key)) {
        const { start, end } = entry.keyRange;
        this.report(`The key \`${entry.key}\` stands twice: delete one of the two.`, [
          start - this.offset,
          end - this.offset,
        ]);
      }
      seen.set(entry.key, entry.keyRange);
      entries.push(entry);
    }
    return entries;
  }

  #entryOf(pair: Pair, depth: number): Entry | null {
    const { key, value } = pair;
    if (!isScalar(key)) {
      this.report('A key of the front matter must be plain text.', spanOf(key as Node | null));
      return null;
    }
    const keySpan = spanOf(key);
    const colon = this.content.indexOf(':', keySpan[1]);
    const emptyAt = colon < 0 ? keySpan[1] : colon + 1;
    return {
      key: textOf(key),
      keyRange: this.#range(keySpan[0], keySpan[1]),
      value: this.#valueOf(value as Node | null, emptyAt, depth),
    };
  }

  #valueOf(node: Node | null, emptyAt: number, depth: number): Value {
    if (node === null || depth > most.depth) return this.#scalar('null', '', emptyAt, emptyAt);
    if (isMap(node))
      return this.#collection('map', node, { entries: this.entriesOf(node.items as Pair[], depth + 1) });
    if (isSeq(node)) {
      const items = node.items
        .slice(0, most.keys)
        .map((item) => this.#valueOf(item as Node, spanOf(node)[0], depth + 1));
      return this.#collection('list', node, { items });
    }
    const [start, end] = spanOf(node);
    if (isAlias(node) && !this.content.includes(`&${node.source}`)) {
      this.report('A value that starts with `*` must stand in quotes.', [start, end]);
    }
    if (isAlias(node)) return this.#scalar('string', this.content.slice(start, end), start, end);
    const scalar = node as Scalar;
    // An empty value has an empty range that may lie on a later line: it belongs behind its colon.
    if (start === end) return this.#scalar('null', '', emptyAt, emptyAt);
    return this.#scalar(kindOf(scalar), textOf(scalar), start, trimmedEnd(this.content, start, end));
  }

  #scalar(kind: Value['kind'], text: string, start: number, end: number): Value {
    const range = this.#range(start, end);
    const sourceRange = mapWritten(text, range, (into) =>
      /[|>]/.test(this.content[start] ?? '')
        ? writeBlock(into, text, this.content, start, end, this.offset)
        : writeFolded(into, this.content, start, end, this.offset),
    );
    return { kind, text, range, items: [], entries: [], sourceRange };
  }

  #collection(kind: 'list' | 'map', node: Node, parts: { items?: Value[]; entries?: Entry[] }): Value {
    const [start, end] = spanOf(node);
    const range = this.#range(start, trimmedEnd(this.content, start, end));
    return {
      kind,
      text: '',
      range,
      items: parts.items ?? [],
      entries: parts.entries ?? [],
      sourceRange: () => range,
    };
  }

  #range(start: number, end: number): Range {
    return { start: start + this.offset, end: end + this.offset };
  }
}

function spanOf(node: Node | null | undefined): [number, number] {
  const range = node?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

/** Block scalars and collections end after their last line end; a place ends with its last character. */
function trimmedEnd(content: string, start: number, end: number): number {
  let i = end;
  while (i > start && /\s/.test(content[i - 1]!)) i--;
  return i;
}

function textOf(scalar: Scalar): string {
  return scalar.source ?? (scalar.value === null ? '' : String(scalar.value));
}

function kindOf(scalar: Scalar): Value['kind'] {
  if (scalar.value === null) return 'null';
  if (typeof scalar.value === 'number' || typeof scalar.value === 'bigint') return 'number';
  return typeof scalar.value === 'boolean' ? 'boolean' : 'string';
}

const plainMessages: Partial<Record<YAMLError['code'], string>> = {
  BAD_DQ_ESCAPE: 'A backslash in double quotes must start a known escape: double it, or use single quotes.',
  BAD_INDENT: 'This line is not indented like the others of its list or map.',
  BLOCK_AS_IMPLICIT_KEY: 'A value that holds a colon and a space must stand in quotes.',
  BAD_SCALAR_START: 'A value cannot start with this character: put the value in quotes.',
  MISSING_CHAR: 'A quote, bracket, colon or comma is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A colon is missing here, or the line is not indented like the value it continues.',
  MULTIPLE_DOCS: 'The front matter ends here, and another one starts.',
  TAB_AS_INDENT: 'A tab indents this line: YAML takes only spaces.',
  UNEXPECTED_TOKEN: 'This cannot stand here: put the value in quotes, or fix the line before.',
};

/**
 * Where the first key stands whose quoted value goes on at the start of a line, or null. YAML wants such lines
 * indented, but the readers of Jekyll and Hugo do not; this one cannot read on, so the rest is left unread
 * and is no error.
 */
function unindentedQuote(content: string, [error]: readonly YAMLError[]): number | null {
  const quote = /^Missing closing (['"])/.exec(error?.message ?? '')?.[1];
  if (error === undefined || quote === undefined) return null;
  const closing = content
    .slice(error.pos[0])
    .search(quote === '"' ? /"[ \t]*(?:\r?\n|$)/ : /'[ \t]*(?:\r?\n|$)/);
  const opening = content.lastIndexOf(quote, error.pos[0] - 1);
  const lineStart = content.lastIndexOf('\n', opening) + 1;
  return closing > 0 && lineStart > 0 ? lineStart : null;
}

function messageOf(error: YAMLError): string {
  // The library has one code for all missing characters.
  if (/^Missing closing ['"]/.test(error.message)) return 'A quotation mark is missing here.';
  const bracket = /end with a ([\]}])/.exec(error.message)?.[1];
  if (bracket) return `A \`${bracket}\` is missing here, or the text before it belongs in quotes.`;
  return plainMessages[error.code] ?? 'The front matter cannot be read as YAML here.';
}
