import type { Entry, FrontMatter, Value } from './model.ts';
import type { Range } from './source.ts';

/** A front-matter value as plain data, with its places. */
export interface Datum {
  readonly kind: Value['kind'];
  /** As in JSON: texts, numbers, booleans, null, lists, objects. Dates are the texts that were written. */
  readonly plain: unknown;
  /** A scalar as it was written, decoded. */
  readonly text: string;
  readonly range: Range;
  /** Null for what has no key: items of lists and the whole. */
  readonly keyRange: Range | null;
  readonly entries: ReadonlyMap<string, Datum>;
  readonly items: readonly Datum[];
  /** Whether the value is not known: an alias, or what a template makes of it. */
  readonly isOpen: boolean;
  /** Whether entries may be missing here that stand elsewhere (YAML's `<<`). */
  readonly isMerged: boolean;
}

/** What a datum is while TOML's tables are put together. */
interface Draft extends Datum {
  readonly entries: Map<string, Draft>;
  readonly items: Draft[];
}

/**
 * Front matter as one plain object: TOML's tables and dotted keys in each other, numbers and booleans converted as YAML
 * 1.2 and TOML 1.0 read them. A header has neither numbers nor capital letters in its keys.
 */
export function plainData(frontMatter: FrontMatter, source: string): Datum {
  const root = draftOf('map', '', frontMatter.range, null);
  for (const entry of frontMatter.entries) place(root, entry, frontMatter.format, source);
  return withPlain(root);
}

function place(into: Draft, { key, keyRange, value }: Entry, format: FrontMatter['format'], source: string) {
  const names =
    format === 'toml' ? tomlKey(source, keyRange) : [format === 'header' ? key.toLowerCase() : key];
  const name = names.pop() ?? key;
  let map = into;
  for (const part of names) map = mapIn(map, part, keyRange);
  const draft = read(value, keyRange, format, source);
  const existing = map.entries.get(name);
  const isTables =
    format === 'toml' && /\[\[[ \t]*$/.test(source.slice(Math.max(0, keyRange.start - 8), keyRange.start));
  if (isTables) {
    const list = existing ?? draftOf('list', '', value.range, keyRange);
    list.items.push(draft);
    map.entries.set(name, list);
  } else if (format === 'toml' && existing?.kind === 'map' && draft.kind === 'map') {
    for (const [inner, child] of draft.entries) existing.entries.set(inner, child);
  } else map.entries.set(name, draft);
}

/** The group of that name, made where it is not there; of a list of tables the last one. */
function mapIn(map: Draft, name: string, keyRange: Range): Draft {
  const known = map.entries.get(name);
  if (known?.kind === 'list') return known.items.at(-1) ?? known;
  if (known) return known;
  const made = draftOf('map', '', keyRange, keyRange);
  map.entries.set(name, made);
  return made;
}

function read(value: Value, keyRange: Range | null, format: FrontMatter['format'], source: string): Draft {
  const draft = draftOf(value.kind, value.text, value.range, keyRange);
  for (const item of value.items) draft.items.push(read(item, null, format, source));
  for (const entry of value.entries) place(draft, entry, format, source);
  const isAlias = format === 'yaml' && value.kind === 'string' && source[value.range.start] === '*';
  return { ...draft, isOpen: isAlias || /\{\{|\{%/.test(value.text) };
}

function draftOf(kind: Value['kind'], text: string, range: Range, keyRange: Range | null): Draft {
  return {
    kind,
    plain: null,
    text,
    range,
    keyRange,
    entries: new Map(),
    items: [],
    isOpen: false,
    isMerged: false,
  };
}

function withPlain(draft: Draft): Datum {
  const items = draft.items.map(withPlain);
  const entries = new Map([...draft.entries].map(([key, child]) => [key, withPlain(child)]));
  return {
    ...draft,
    items,
    entries,
    isMerged: entries.has('<<'),
    plain: plainOf({ ...draft, items, entries }),
  };
}

function plainOf({ kind, text, items, entries }: Datum): unknown {
  if (kind === 'list') return items.map(({ plain }) => plain);
  if (kind === 'boolean') return text.toLowerCase() === 'true';
  if (kind === 'number') return numberOf(text);
  if (kind === 'null') return null;
  if (kind === 'string') return text;
  const object = {};
  for (const [key, { plain }] of entries) {
    // Defined and not assigned: `__proto__` is a key like any other.
    if (key !== '<<') Object.defineProperty(object, key, { value: plain, enumerable: true });
  }
  return object;
}

function numberOf(text: string): number {
  const digits = text.replaceAll('_', '').toLowerCase();
  const special = /^([+-]?)\.?(inf|nan)$/.exec(digits);
  if (!special) return Number(digits);
  if (special[2] === 'nan') return Number.NaN;
  return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** The parts of a dotted key as it is written, quotes taken off. */
function tomlKey(source: string, { start, end }: Range): string[] {
  const parts = source.slice(start, end).match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^.\s"']+/g) ?? [];
  return parts.map((part) => part.replace(/^(["'])(.*)\1$/, '$2'));
}
