import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Entry, FrontMatterError, Value } from './model.ts';
import type { Range } from './source.ts';
import { mapWritten, writeEscaped } from './written.ts';

/** Bounds on what is walked, as for YAML. */
const most = { depth: 20, keys: 2_000 } as const;

/**
 * Reads JSON with the place of every key and value. Comments and trailing commas are errors, as they are for site
 * generators. Middleman writes the braces for its posts: where they are missing, the entries are read without them.
 *
 * @param offset where `content` starts in the file
 */
export function readJson(content: string, offset: number): { entries: Entry[]; errors: FrontMatterError[] } {
  const isBare = /^\s*"/.test(content);
  const bounds = { start: offset, end: offset + content.length };
  // A text that is not closed ends with its line, and not behind our brace.
  const walk = isBare ? new Walk(`{${content}\n}`, offset - 1, bounds) : new Walk(content, offset, bounds);
  return { entries: walk.read(), errors: walk.errors };
}

/**
 * The end of the object that starts at `start`, or null where its last brace is missing. A string ends with its line,
 * so that one missing quotation mark does not make the whole post front matter.
 */
export function jsonEnd(source: string, start: number): number | null {
  let level = 0;
  let inString = false;
  for (let i = start; i < source.length; i++) {
    const character = source[i];
    if (character === '\n' || character === '\r') inString = false;
    else if (character === '"') inString = !inString;
    else if (inString && character === '\\') i++;
    else if (!inString && character === '{') level++;
    else if (!inString && character === '}' && --level === 0) return i + 1;
  }
  return null;
}

class Walk {
  readonly errors: FrontMatterError[] = [];
  #keys = 0;

  constructor(
    private readonly content: string,
    private readonly offset: number,
    /** Where what is written stands: braces that were added count for no place. */
    private readonly bounds: Range,
  ) {}

  read(): Entry[] {
    const errors: ParseError[] = [];
    let root: Node | undefined;
    try {
      root = parseTree(this.content, errors, { disallowComments: true });
    } catch {
      // Thousands of brackets are too many for its stack.
      this.#report('The front matter cannot be read as JSON.', 0, this.content.length);
      return [];
    }
    const [first] = errors;
    // What follows the first error mostly follows from it; nothing at all is empty front matter.
    if (first && this.content.trim() !== '') this.#reportFirst(first);
    if (root?.type === 'object') return this.#entriesOf(root, 1);
    if (root && !first)
      this.#report('The front matter holds no `"key": value` lines.', root.offset, root.offset + root.length);
    return [];
  }

  #reportFirst({ error, offset, length }: ParseError): void {
    const before = this.content.slice(0, offset).trimEnd();
    const closes = /^\s*[\]}]/.test(this.content.slice(offset, offset + 256));
    if (closes && before.endsWith(',')) {
      this.#report('A comma stands before the closing bracket: delete it.', before.length - 1, before.length);
      return;
    }
    const name = printParseErrorCode(error);
    const isKey = /^\s{0,9}:/.test(this.content.slice(offset + length, offset + length + 10));
    const code = isKey && name === 'InvalidSymbol' ? 'PropertyNameExpected' : name;
    const isMissing = /Comma|Colon|Close/.test(code);
    // What is missing is missing behind the text before, not at the next token.
    const [start, end] = isMissing ? [before.length, before.length] : [offset, offset + length];
    this.#report(plainMessages[code] ?? 'The front matter cannot be read as JSON here.', start, end);
  }

  #report(message: string, start: number, end: number): void {
    this.errors.push({ message, range: this.#range(start, Math.min(end, this.content.length)) });
  }

  #entriesOf(node: Node, depth: number): Entry[] {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (!key || this.#keys++ >= most.keys) continue;
      const name = String(key.value);
      const keyRange = this.#range(key.offset, key.offset + key.length);
      if (seen.has(name)) {
        const message = `The key \`${name}\` stands twice: delete one of the two.`;
        this.errors.push({ message, range: keyRange });
      }
      seen.add(name);
      entries.push({ key: name, keyRange, value: this.#valueOf(value, key.offset + key.length, depth) });
    }
    return entries;
  }

  #valueOf(node: Node | undefined, emptyAt: number, depth: number): Value {
    if (!node || depth > most.depth) return this.#value('null', '', emptyAt, emptyAt);
    const [start, end] = [node.offset, node.offset + node.length];
    if (node.type === 'object')
      return { ...this.#value('map', '', start, end), entries: this.#entriesOf(node, depth + 1) };
    if (node.type === 'array') {
      const children = (node.children ?? []).slice(0, most.keys);
      const items = children.map((item) => this.#valueOf(item, item.offset, depth + 1));
      return { ...this.#value('list', '', start, end), items };
    }
    const kind = node.type === 'property' ? 'null' : node.type;
    return this.#value(kind, kind === 'string' ? node.value : this.content.slice(start, end), start, end);
  }

  #value(kind: Value['kind'], text: string, start: number, end: number): Value {
    const range = this.#range(start, end);
    const sourceRange = mapWritten(text, range, (into) =>
      kind === 'string'
        ? writeEscaped(into, this.content, start + 1, end - 1, this.offset)
        : into.verbatim(text, range.start),
    );
    return { kind, text, range, items: [], entries: [], sourceRange };
  }

  #range(start: number, end: number): Range {
    const within = (at: number) => Math.max(this.bounds.start, Math.min(at + this.offset, this.bounds.end));
    return { start: within(start), end: within(end) };
  }
}

/** What the parser of the library expected, in plain words. */
const plainMessages: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'Text stands in double quotes in JSON; without them there are only numbers, true, false and null.',
  InvalidNumberFormat: 'This number is not written as JSON wants it: put it in double quotes.',
  PropertyNameExpected: 'A key stands in double quotes in JSON.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here, between a key and its value.',
  CommaExpected: 'A comma is missing here, before the next line.',
  CloseBraceExpected: 'A `}` is missing here.',
  CloseBracketExpected: 'A `]` is missing here.',
  InvalidCommentToken: 'JSON knows no comments: delete it.',
  UnexpectedEndOfString: 'A quotation mark is missing here.',
  InvalidEscapeCharacter: 'A backslash must start a known escape: double it.',
  InvalidUnicode: 'Four digits must follow `\\u`.',
  InvalidCharacter:
    'This character cannot stand in JSON text: write it as an escape, such as `\\n` or `\\t`.',
};
