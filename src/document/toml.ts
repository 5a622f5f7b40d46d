import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { Entry, FrontMatterError, Value } from './model.ts';
import type { Range } from './source.ts';
import { mapWritten, writeEscaped, writeLines } from './written.ts';

/**
 * Reads TOML 1.0 with the place of every key and value. Dates keep the text they were written with. Where a
 * line cannot be read, what stands above it still is.
 *
 * @param offset where `content` starts in the file
 */
export function readToml(content: string, offset: number): { entries: Entry[]; errors: FrontMatterError[] } {
  try {
    return { entries: entriesOf(content, offset), errors: [] };
  } catch (error) {
    const others = content.replace(program, (line) => line.replace(/[^\r\n]/g, ' '));
    // Franklin runs what stands between these fences as Julia; apart from such lines it looks like TOML.
    if (others !== content) return { entries: readToml(others, offset).entries, errors: [] };
    const at = error instanceof ParseError ? Math.min(error.index, content.trimEnd().length) : 0;
    const lineStart = content.lastIndexOf('\n', at - 1) + 1;
    return {
      entries: entriesAbove(content.slice(0, lineStart), offset),
      errors: [errorAt(at, error, content, offset)],
    };
  }
}

/** Lines that only a program has: imports and calls. */
const program =
  /^(?:using|import|include)\b[ \t]*[("\w][^\r\n]*|^\w{1,64} {0,9}= {0,9}(?:Dates\.)?\w{1,32}\([^\r\n]*/gm;

function entriesAbove(content: string, offset: number): Entry[] {
  try {
    return entriesOf(content, offset);
  } catch {
    return [];
  }
}

const keyPart = `(?:"[^"\\r\\n]{0,64}"|'[^'\\r\\n]{0,64}'|[\\w-]{1,64})`;
const keyAt = new RegExp(`${keyPart}(?:\\.${keyPart}){0,9}`, 'y');

/** The library's words for what writers get wrong most, in plain ones. */
function errorAt(at: number, error: unknown, content: string, offset: number): FrontMatterError {
  const reason = error instanceof Error ? error.message : '';
  const point = { start: offset + at, end: offset + at };
  if (/multiple times/i.test(reason)) {
    keyAt.lastIndex = at;
    const key = keyAt.exec(content)?.[0] ?? '';
    const message = `The key \`${key.replace(/["']/g, '')}\` stands twice: delete one of the two.`;
    return { message, range: { ...point, end: point.start + key.length } };
  }
  const message = /unterminated string/i.test(reason)
    ? 'A quotation mark is missing here.'
    : 'The front matter cannot be read as TOML here: text stands in quotes, and `key = value` on one line.';
  return { message, range: point };
}

function entriesOf(content: string, offset: number): Entry[] {
  const reader = new Reader(content, offset);
  const [table] = parseTOML(content, { tomlVersion: '1.0' }).body;
  return table.body.flatMap((node) => (node.type === 'TOMLTable' ? reader.table(node) : reader.entry(node)));
}

class Reader {
  constructor(
    private readonly content: string,
    private readonly offset: number,
  ) {}

  /** A table, as the entry of its last key; `[[posts]]` are entries of one name. */
  table(node: AST.TOMLTable): Entry {
    const entries = node.body.map((child) => this.entry(child));
    return this.#keyed(node.key, this.#collection('map', node.range, [], entries));
  }

  entry({ key, value }: AST.TOMLKeyValue): Entry {
    return this.#keyed(key, this.#value(value));
  }

  /** `a.b = 1` is known by its dotted name. */
  #keyed(key: AST.TOMLKey, value: Value): Entry {
    const name = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value)).join('.');
    return { key: name, keyRange: this.#range(key.range), value };
  }

  #value(node: AST.TOMLContentNode): Value {
    if (node.type === 'TOMLArray') {
      return this.#collection(
        'list',
        node.range,
        node.elements.map((item) => this.#value(item)),
        [],
      );
    }
    if (node.type === 'TOMLInlineTable') {
      return this.#collection(
        'map',
        node.range,
        [],
        node.body.map((child) => this.entry(child)),
      );
    }
    return this.#scalar(node);
  }

  #scalar(node: AST.TOMLValue): Value {
    const [start, end] = node.range;
    const written = this.content.slice(start, end);
    const text = node.kind === 'string' ? node.value : written;
    const range = this.#range(node.range);
    const [head, tail] = node.kind === 'string' ? quotesOf(written) : [0, 0];
    const sourceRange = mapWritten(text, range, (into) =>
      written.startsWith('"')
        ? writeEscaped(into, this.content, start + head, end - tail, this.offset)
        : writeLines(into, written.slice(head, written.length - tail), range.start + head),
    );
    return { kind: kindOf(node), text, range, items: [], entries: [], sourceRange };
  }

  #collection(kind: 'list' | 'map', at: AST.Range, items: Value[], entries: Entry[]): Value {
    const range = this.#range(at);
    return { kind, text: '', range, items, entries, sourceRange: () => range };
  }

  #range([start, end]: AST.Range): Range {
    return { start: start + this.offset, end: end + this.offset };
  }
}

function kindOf(node: AST.TOMLValue): Value['kind'] {
  if (node.kind === 'integer' || node.kind === 'float') return 'number';
  return node.kind === 'boolean' ? 'boolean' : 'string';
}

/** How long the marks around a text are: one or three quotes, and the line end that may follow the first three. */
function quotesOf(written: string): [number, number] {
  const head = /^(?:"""|''')(?:\r?\n)?|^["']/.exec(written)?.[0].length ?? 0;
  return [head, Math.min(head, 3)];
}
