import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { indexLines } from '../document/source.ts';
import type { Accepted, Baseline } from './baseline.ts';

/** Version of the file's shape. */
const version = 1;

/** The text of a baseline: ordered, a fingerprint a line, so that a diff shows what came and went. */
export function writeBaseline(baseline: Baseline): string {
  const posts = ordered(baseline, (accepted) =>
    ordered(accepted, (fingerprints) => [...fingerprints].sort()),
  );
  return `${JSON.stringify({ version, posts }, null, 2)}\n`;
}

/** An object with the entries of a map in the order of their keys; `__proto__` is a key like others. */
function ordered<T, U>(entries: ReadonlyMap<string, T>, write: (value: T) => U): Record<string, U> {
  const keys = [...entries.keys()].sort();
  return Object.fromEntries(keys.map((key) => [key, write(entries.get(key)!)]));
}

/**
 * Reads what {@link writeBaseline} has written.
 *
 * @throws Error with a sentence that names the line and says what to do
 */
export function readBaseline(text: string): Baseline {
  const marker = /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/m.exec(text);
  if (marker)
    throw problem(text, marker.index, 'is a mark of a merge conflict: keep the entries of both sides');
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  const [first] = errors;
  if (!tree || first) {
    const what = first ? spaced(printParseErrorCode(first.error)) : 'value expected';
    throw problem(text, first?.offset ?? 0, `is no valid JSON (${what}): mend it, or ${writeAnew}`);
  }
  const reader = new Reader(text);
  const parts = reader.entries(tree);
  const found = parts.get('version') ?? tree;
  if (found.value !== version)
    throw problem(text, found.offset, `is not version ${version}, which this recaplint reads: ${writeAnew}`);
  return new Map(
    [...reader.entries(parts.get('posts'))].map(([name, rules]) => [name, reader.accepted(rules)]),
  );
}

/** Reads the parts of the file, and says where one is something else than it should be. */
class Reader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  entries(node: Node | undefined): Map<string, Node> {
    if (node?.type !== 'object') throw problem(this.#text, node?.offset ?? 0, expected('an object'));
    const found = new Map<string, Node>();
    for (const { children, offset } of node.children ?? []) {
      const [key, value] = children ?? [];
      const name = String(key?.value);
      if (found.has(name))
        throw problem(this.#text, offset, `names "${name}" a second time: put both entries together`);
      if (value) found.set(name, value);
    }
    return found;
  }

  accepted(node: Node): Accepted {
    return new Map([...this.entries(node)].map(([rule, list]) => [rule, this.#fingerprints(list)]));
  }

  #fingerprints(list: Node): Set<string> {
    if (list.type !== 'array') throw problem(this.#text, list.offset, expected('a list'));
    const items = list.children ?? [];
    const wrong = items.find(({ value }) => typeof value !== 'string' || !/^[0-9a-f]+$/.test(value));
    if (wrong) throw problem(this.#text, wrong.offset, expected('a fingerprint'));
    return new Set(items.map(({ value }) => value));
  }
}

const writeAnew = 'delete the file and write it anew with --update-baseline';

function expected(what: string): string {
  return `should hold ${what}: mend it, or ${writeAnew}`;
}

function problem(text: string, offset: number, what: string): Error {
  return new Error(`line ${indexLines(text).pointAt(offset).line} ${what}`);
}

/** `CommaExpected` → `comma expected`. */
function spaced(code: string): string {
  return code.replace(/\B[A-Z]/g, ' $&').toLowerCase();
}
