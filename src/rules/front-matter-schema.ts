import { nameOf, trailOf } from '../document/data-trail.ts';
import type { Document } from '../document/document.ts';
import type { FrontMatter } from '../document/model.ts';
import { type Datum, plainData } from '../document/plain-data.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Problem } from '../engine/rule.ts';
import type { FrontMatterSchema, SchemaFault } from '../engine/settings.ts';

type Key = 'missing' | 'misspelt' | 'unknown' | 'wrong' | 'empty' | 'none' | 'large';

export default defineRule<Key>({
  id: 'front-matter-schema',
  summary: 'Require front matter that fits the JSON Schema which the configuration names.',
  category: 'front matter',
  recommended: 'error',
  messages: {
    missing: 'The key `{key}` is missing{place}: write it.',
    misspelt: 'The key `{key}` is missing{place}; `{meant}` looks like it: rename it.',
    unknown: 'There is no key `{key}`{place} in the schema{hint}',
    wrong: '{name} must {expected}; it is {actual}{hint}',
    empty: '{name} must not be empty: fill it in, or delete the key.',
    none: 'The post has no front matter, but must have the keys {keys}.',
    large: 'The front matter and its schema are too large to compare: shorten one of them.',
  },
  *check(document, _options, { post }) {
    const { frontMatter, source, refusal } = document;
    if (!post.schema || refusal || source.trim() === '') return;
    if (!frontMatter) return yield* withoutAny(post.schema);
    // What cannot be read is reported as such; what is missing then may stand there.
    if (frontMatter.errors.length > 0) return;
    const data = plainData(frontMatter, source);
    const faults = post.schema.check(data.plain as object, frontMatter.format === 'header');
    for (const fault of faults) {
      const trail = trailOf(data, fault.path);
      if (isKnown(fault, trail.at(-1)!)) yield problemOf(fault, trail, document, frontMatter);
    }
  },
});

function* withoutAny(schema: FrontMatterSchema): Iterable<Problem<Key>> {
  const missing = schema.check({}, true).filter(({ kind }) => kind === 'missing');
  if (missing.length === 0) return;
  const keys = missing.map(({ key }) => `\`${key}\``).join(', ');
  yield { message: 'none', data: { keys }, range: { start: 0, end: 0 } };
}

/** Whether a fault depends only on what stands there: aliases and templates are not filled in. */
function isKnown({ kind }: SchemaFault, datum: Datum): boolean {
  if (kind === 'large') return true;
  if (kind !== 'wrong') return !datum.isMerged;
  return !hasOpen(datum);
}

function hasOpen({ isOpen, isMerged, items, entries }: Datum): boolean {
  return isOpen || isMerged || items.some(hasOpen) || [...entries.values()].some(hasOpen);
}

function problemOf(
  fault: SchemaFault,
  trail: readonly Datum[],
  document: Document,
  frontMatter: FrontMatter,
): Problem<Key> {
  const { kind, key, path, expected, meant } = fault;
  const datum = trail.at(-1)!;
  const place = path.length === 0 ? '' : ` in ${nameOf(trail, path)}`;
  const ownRange = (name: string) => datum.entries.get(name)?.keyRange;
  if (kind === 'unknown') {
    const hint = meant === null ? ': delete it, or add it there.' : `; did you mean \`${meant}\`?`;
    return { message: 'unknown', data: { key, place, hint }, range: ownRange(key) ?? datum.range };
  }
  const head = headOf(trail, document, frontMatter);
  if (kind === 'large') return { message: 'large', data: {}, range: head };
  if (kind === 'missing') {
    if (meant === null) return { message: 'missing', data: { key, place }, range: head };
    return { message: 'misspelt', data: { key, place, meant }, range: ownRange(meant) ?? head };
  }
  const hint = meant === null ? '.' : `; did you mean \`${meant}\`?`;
  const name = nameOf(trail, path).replace(/^[a-z]/, (first) => first.toUpperCase());
  const data = { name, expected, actual: actualOf(datum), hint };
  const message = expected === 'not be empty' ? 'empty' : 'wrong';
  const isPlaced = path.length > 0 && datum.range.end > datum.range.start;
  return { message, data, range: isPlaced ? datum.range : head };
}

/** Where something is missing: the key of its group, or the first line of the front matter. */
function headOf(trail: readonly Datum[], { source }: Document, { range }: FrontMatter): Range {
  const datum = trail.at(-1)!;
  const [first] = datum.entries.values();
  if (trail.length > 1) return datum.keyRange ?? first?.keyRange ?? datum.range;
  const line = /[^\r\n]*/.exec(source.slice(range.start, range.end))![0].trimEnd();
  return { start: range.start, end: range.start + line.length };
}

const mostShown = 60;

function actualOf({ kind, text, items, entries }: Datum): string {
  if (kind === 'list') return items.length === 0 ? 'an empty list' : 'a list';
  if (kind === 'map') return entries.size === 0 ? 'an empty group of keys' : 'a group of keys';
  const line = text.replace(/\s+/g, ' ').trim();
  if (kind === 'null' || line === '') return 'empty';
  const shown = line.length > mostShown ? `${line.slice(0, mostShown)}…` : line;
  if (kind === 'number') return `the number \`${shown}\``;
  return /^(?:[+-]?\d+(?:\.\d+)?|true|false)$/i.test(line) && kind === 'string'
    ? `the text \`${shown}\``
    : `\`${shown}\``;
}
