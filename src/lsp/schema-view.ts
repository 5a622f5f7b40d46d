import { wordsOf } from '../config/schema-fault-words.ts';
import { isObject, type SchemaObject, targetOf } from '../config/schema-guard.ts';

/**
 * A value as a JSON Schema speaks of it: all parts of the schema that may hold for it. Parts behind `anyOf` and `oneOf` are
 * not certain: they say what may stand there, and ask for nothing.
 */
export interface SchemaView {
  readonly parts: readonly { readonly schema: SchemaObject; readonly certain: boolean }[];
  readonly root: SchemaObject;
}

// A hostile schema refers to itself, or branches without end.
const mostParts = 200;

export function viewSchema(schema: unknown, root: SchemaObject): SchemaView {
  return gather([{ schema, certain: true }], root);
}

function gather(
  from: readonly { readonly schema: unknown; readonly certain: boolean }[],
  root: SchemaObject,
): SchemaView {
  const found = new Map<SchemaObject, boolean>();
  const queue = [...from];
  for (let next = queue.shift(); next !== undefined && found.size < mostParts; next = queue.shift()) {
    const { schema, certain } = next;
    if (!isObject(schema) || found.has(schema)) continue;
    found.set(schema, certain);
    if (typeof schema.$ref === 'string') queue.push({ schema: targetOf(root, schema.$ref), certain });
    queue.push(...listOf(schema.allOf).map((part) => ({ schema: part, certain })));
    const choices = [...listOf(schema.anyOf), ...listOf(schema.oneOf), schema.then, schema.else];
    queue.push(...choices.map((part) => ({ schema: part, certain: false })));
  }
  return { parts: [...found].map(([schema, certain]) => ({ schema, certain })), root };
}

/** What it says of the value under a key, or of an item of a list. */
export function childOf({ parts, root }: SchemaView, step: string | number): SchemaView {
  const children = parts.flatMap(({ schema, certain }) => {
    const child = typeof step === 'number' ? itemOf(schema, step) : ownValue(schema.properties, step);
    return child === undefined ? [] : [{ schema: child, certain }];
  });
  return gather(children, root);
}

function itemOf({ items, prefixItems }: SchemaObject, index: number): unknown {
  const tuple = Array.isArray(items) ? items : listOf(prefixItems);
  return tuple[index] ?? (Array.isArray(items) ? undefined : items);
}

function ownValue(map: unknown, key: string): unknown {
  return isObject(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The keys that it knows, those that must be there first. */
export function keysOf({
  parts,
}: SchemaView): readonly { readonly key: string; readonly required: boolean }[] {
  const keys = new Set(
    parts.flatMap(({ schema }) => (isObject(schema.properties) ? Object.keys(schema.properties) : [])),
  );
  const required = new Set(
    parts.flatMap(({ schema, certain }) =>
      certain ? listOf(schema.required).filter((key) => typeof key === 'string') : [],
    ),
  );
  return [
    ...[...required].map((key) => ({ key, required: true })),
    ...[...keys].filter((key) => !required.has(key)).map((key) => ({ key, required: false })),
  ];
}

/** The values that it lists, as plain data. */
export function valuesOf({ parts }: SchemaView): readonly unknown[] {
  const values = parts.flatMap(({ schema }) => [
    ...listOf(schema.enum),
    ...(Object.hasOwn(schema, 'const') ? [schema.const] : []),
    ...([schema.type].flat().includes('boolean') ? [true, false] : []),
  ]);
  return [...new Set(values)].filter((value) => value !== null && typeof value !== 'object');
}

/** The first description that it has; null where it has none. */
export function descriptionOf({ parts }: SchemaView): string | null {
  const texts = parts.flatMap(({ schema }) => [schema.description, schema.title]);
  return texts.find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? null;
}

const told = [
  'type',
  'enum',
  'const',
  'format',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'formatMinimum',
  'formatMaximum',
] as const;

/** What a value must do, each to follow "must", as findings word it: "be text", "have at most 60 characters". */
export function demandsOf({ parts }: SchemaView): readonly string[] {
  const demands = parts
    .filter(({ certain }) => certain)
    .flatMap(({ schema }) =>
      told
        .filter((keyword) => Object.hasOwn(schema, keyword))
        .map((keyword) => {
          const value = schema[keyword];
          const params = { limit: value, format: value, pattern: value };
          return wordsOf({ keyword, params, schema: value, schemaPath: '', instancePath: '' });
        }),
    );
  return [...new Set(demands)];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
