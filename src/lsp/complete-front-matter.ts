import type { FrontMatter } from '../document/model.ts';
import { changeKeys, dateKeys } from '../document/periods.ts';
import { type CaretLine, wordAround } from './caret-line.ts';
import { type CompletionItem, orderText } from './completion-item.ts';
import { type Habits, habitsOf } from './habits.ts';
import { markdownText } from './markdown-text.ts';
import type { OpenPost } from './open-post.ts';
import { childOf, descriptionOf, keysOf, type SchemaView, valuesOf, viewSchema } from './schema-view.ts';
import { type ValuePlace, valuePlace } from './value-place.ts';
import { type ValueFormat, writtenValue } from './written-value.ts';

const mostValues = 50;

/** Keys that a post's front matter lacks, and values of those that it has. Of YAML and TOML, at the top level. */
export function completeFrontMatter(
  post: OpenPost,
  line: CaretLine,
  frontMatter: FrontMatter & { readonly format: ValueFormat },
): readonly CompletionItem[] {
  const { content, format } = frontMatter;
  const above = post.document.source.slice(content.start, line.start);
  if (/^(?:---|\+\+\+)/.test(line.before + line.after)) return [];
  // Below the head of a TOML table stand keys of the table.
  if (format === 'toml' && /^[ \t]*\[/m.test(above)) return [];
  const typed = /^[\w-]*$/.exec(line.before)?.[0];
  if (typed !== undefined)
    return isInValue(frontMatter, line.offset) ? [] : keyItems(post, line, typed, frontMatter);
  const place = valuePlace(line.before, above, format);
  return place === null ? [] : valueItems(post, line, place, format);
}

/** Whether a caret stands in a text of several lines. */
function isInValue({ entries, format }: FrontMatter, offset: number): boolean {
  return (
    format === 'toml' && entries.some(({ value: { range } }) => range.start < offset && offset < range.end)
  );
}

function keyItems(
  post: OpenPost,
  line: CaretLine,
  typed: string,
  { content, format }: FrontMatter,
): CompletionItem[] {
  const { source } = post.document;
  const rest = [source.slice(content.start, line.start), source.slice(line.end, content.end)].join('\n');
  const written = new Set(
    [...rest.matchAll(/^["']?([\w-]+)["']?[ \t]*[:=]/gm)].map(([, key]) => key!.toLowerCase()),
  );
  const range = wordAround(line, typed, /^[\w-]*/);
  const isFollowed = /^[ \t]*[:=]/.test(source.slice(range.end, line.end));
  const sign = isFollowed ? '' : format === 'yaml' ? ': ' : ' = ';
  return expectedKeys(post)
    .filter(({ key }) => /^[\w-]+$/.test(key) && !written.has(key.toLowerCase()))
    .map(({ key, detail, documentation }, index) => ({
      label: key,
      kind: 'key',
      detail,
      ...(documentation === null ? {} : { documentation }),
      edit: { range, text: key + sign },
      sortText: orderText(index),
    }));
}

interface ExpectedKey {
  readonly key: string;
  readonly detail: string;
  readonly documentation: string | null;
}

/** Those that the schema asks for, those that most posts of the series have, and those that the schema knows beside. */
function expectedKeys(post: OpenPost): ExpectedKey[] {
  const schema = schemaOf(post);
  const habits = habitsOf(post.series);
  const usual = habits.keys.filter(
    ({ key, count, of }) => count > 1 && count * 2 > of && !changeKeys.has(key.toLowerCase()),
  );
  const counts = new Map(usual.map(({ key, count }) => [key, `in ${count} of the last ${habits.of} posts`]));
  const known = schema ? keysOf(schema) : [];
  const names = new Set([
    ...known.filter(({ required }) => required).map(({ key }) => key),
    ...counts.keys(),
    ...known.map(({ key }) => key),
  ]);
  return [...names].map((key) => {
    const own = known.find((one) => one.key === key);
    const description = schema && descriptionOf(childOf(schema, key));
    const detail = own?.required ? 'required' : (counts.get(key) ?? 'allowed by the schema');
    return { key, detail, documentation: description && markdownText(description) };
  });
}

function schemaOf({ placed }: OpenPost): SchemaView | null {
  const content = placed.resolved.settings.post.schema?.content;
  return content ? viewSchema(content, content) : null;
}

function valueItems(
  post: OpenPost,
  line: CaretLine,
  { key, inList, typed, quote, written }: ValuePlace,
  format: ValueFormat,
): CompletionItem[] {
  const range = wordAround(line, typed, quote === '' ? restOf(inList) : /^[^"',[\]{}#]*/);
  const values = new Map([...schemaValues(post, key, inList), ...seriesValues(habitsOf(post.series), key)]);
  return [...values]
    .filter(([value]) => !written.includes(String(value)) && !/[\r\n]/.test(String(value)))
    .slice(0, mostValues)
    .map(([value, { detail, isItem }], index) => {
      const text = writtenValue(value, format, quote);
      return {
        label: String(value),
        kind: 'value',
        detail,
        edit: { range, text: isItem && !inList && quote === '' ? `[${text}]` : text },
        sortText: orderText(index),
      };
    });
}

/** What belongs to a value behind a caret: up to the comma in a list, else up to a comment. */
function restOf(inList: boolean): RegExp {
  return inList ? /^[^\s,[\]{}#]*/ : /^[^,[\]{}#"']*?(?<!\s)(?=\s*(?:#|$))/;
}

type Offered = readonly [value: unknown, about: { readonly detail: string; readonly isItem: boolean }];

function schemaValues(post: OpenPost, key: string, inList: boolean): Offered[] {
  const schema = schemaOf(post);
  if (!schema) return [];
  const view = childOf(schema, key);
  const items = valuesOf(childOf(view, 0)).map(
    (value) => [value, { detail: 'by the schema', isItem: true }] as const,
  );
  return inList
    ? items
    : [
        ...valuesOf(view).map((value) => [value, { detail: 'by the schema', isItem: false }] as const),
        ...items,
      ];
}

/** What at least two posts have: a title or a date is none of these. */
function seriesValues(habits: Habits, key: string): Offered[] {
  const isDay = [...dateKeys.map((known) => known.toLowerCase()), ...changeKeys].includes(key.toLowerCase());
  if (isDay) return [];
  return habits
    .valuesOf(key)
    .filter(({ count, value }) => count > 1 && value.length <= 80)
    .map(({ value, count, kind }) => {
      const detail = `in ${count} of the last ${habits.of} posts`;
      const plain = kind === 'boolean' ? value === 'true' : kind === 'number' ? Number(value) : value;
      return [plain, { detail, isItem: kind === 'list' }];
    });
}
