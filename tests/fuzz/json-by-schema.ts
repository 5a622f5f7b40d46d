import * as fc from 'fast-check';

/** As much of a JSON Schema as recaplint's own have. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Texts that mean something in some place of a configuration. */
const texts = fc.constantFrom(
  ...[
    'a',
    'recaps',
    '**/*.md',
    'posts/{a,b}/*.md',
    '!x',
    'Q{quarter} {year} Recap from {author}',
    '{year}-{month}',
    'de',
    'tr',
  ],
  ...[
    './post.schema.json',
    'recaplint:strict',
    'recaplint:recommended',
    '\\b(recap)\\b',
    '(?i)q[1-4]',
    '[',
    '',
    '2024-05-07',
  ],
  ...['constructor', '\u001b[31m\n::error::', '😀', 'x'.repeat(300)],
);

/** Values that a schema takes, and now and then one that it does not. */
export function bySchema(schema: object): fc.Arbitrary<unknown> {
  const root = schema as Schema;
  return anyValue(root, root, 6);
}

function anyValue(schema: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  if (depth === 0) return fc.constant('');
  const right = rightValue(schema, root, depth);
  const wrong = fc.constantFrom(null, true, -1, '', 'x', [], {}, [[]]);
  return fc.oneof({ arbitrary: right, weight: 40 }, { arbitrary: wrong, weight: 1 });
}

function rightValue(schema: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.$ref) return anyValue(root.definitions?.[schema.$ref.split('/').at(-1)!] ?? {}, root, depth);
  if (choices) return fc.oneof(...choices.map((choice) => anyValue(choice, root, depth)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') return objectOf(schema, root, depth - 1);
  if (schema.type === 'array') return arrayOf(schema, root, depth - 1);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type !== 'integer' && schema.type !== 'number') return texts;
  return fc.integer({
    min: Math.max(schema.minimum ?? -100, -1000),
    max: Math.min(schema.maximum ?? 1000, 1000),
  });
}

function arrayOf({ items = {} }: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  if (!Array.isArray(items)) return fc.array(anyValue(items as Schema, root, depth), { maxLength: 3 });
  return fc.tuple(...(items as Schema[]).map((item) => anyValue(item, root, depth)));
}

function objectOf(schema: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: more } = schema;
  const entries = Object.entries(properties).map(
    ([key, value]) => [key, anyValue(value, root, depth)] as const,
  );
  const named = fc.record(Object.fromEntries(entries), {
    requiredKeys: [...required],
  }) as fc.Arbitrary<object>;
  // A rule for each of many ids: a few at a time.
  const few: fc.Arbitrary<readonly string[] | null> =
    entries.length > 20 ? fc.subarray<string>(Object.keys(properties), { maxLength: 4 }) : fc.constant(null);
  const rest =
    typeof more === 'object'
      ? fc.dictionary(texts, anyValue(more, root, depth), { maxKeys: 2 })
      : fc.constant({});
  return fc.tuple(named, few, rest).map(([values, keys, added]) => ({
    ...added,
    ...Object.fromEntries(Object.entries(values).filter(([key]) => keys === null || keys.includes(key))),
  }));
}
