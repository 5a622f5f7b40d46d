import type { Entry, FrontMatter, Value } from '../document/model.ts';
import type { KeyFact, Placed, PostFacts } from './facts.ts';

const tagKeys = new Set(['tags', 'tag', 'categories', 'category', 'keywords', 'topics']);
// Enough for tags and addresses, and little for one that someone fills with an article.
const mostValues = 20;
const longestValue = 200;
const bylineKeys = new Set(['author', 'authors', 'byline']);

/** What the front matter of a post contributes: its keys, tags and byline. */
export function frontMatterFacts(
  frontMatter: FrontMatter | null,
): Pick<PostFacts, 'keys' | 'tags' | 'byline'> {
  // What is read of a broken front matter says nothing about what is missing from it.
  const entries = frontMatter?.errors.length === 0 ? frontMatter.entries : [];
  const named = (names: ReadonlySet<string>) => entries.filter(({ key }) => names.has(key.toLowerCase()));
  return {
    keys: entries.map(keyFact),
    tags: named(tagKeys).flatMap(({ value }) => tagsIn(value)),
    byline: named(bylineKeys).map(bylineFact)[0] ?? null,
  };
}

function keyFact({ key, keyRange, value }: Entry): KeyFact {
  const { kind, text, items, entries } = value;
  const isScalar = kind !== 'list' && kind !== 'map';
  const empty = isScalar ? text.trim() === '' : items.length + entries.length === 0;
  const values = isScalar ? [text] : items.map((item) => item.text);
  return { value: key, range: keyRange, kind, empty, values: values.slice(0, mostValues).map(shortened) };
}

function shortened(text: string): string {
  return text.slice(0, longestValue);
}

/** The items of a list, or of a line with commas. A space that is written inside quotes belongs to the tag. */
function tagsIn(value: Value): Placed<string>[] {
  if (value.kind === 'list') return value.items.flatMap(tagsIn);
  if (value.kind !== 'string' || value.text === '') return [];
  if (!value.text.includes(',')) return [placed(value, 0, value.text.length)];
  const tags: Placed<string>[] = [];
  let from = 0;
  for (const part of value.text.split(',')) {
    const start = from + part.length - part.trimStart().length;
    const end = from + part.trimEnd().length;
    if (end > start) tags.push(placed(value, start, end));
    from += part.length + 1;
  }
  return tags;
}

function placed(value: Value, start: number, end: number): Placed<string> {
  return { value: value.text.slice(start, end), range: value.sourceRange(start, end) };
}

/** A name, or that of somebody of whom more is said. */
function nameIn({ text, entries }: Value): string {
  return entries.find(({ key }) => key.toLowerCase() === 'name')?.value.text ?? text;
}

function bylineFact({ value }: Entry): Placed<string> {
  const names = value.kind === 'list' ? value.items.map(nameIn).join(', ') : nameIn(value);
  return { value: names, range: value.range };
}
