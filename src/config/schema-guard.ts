import { nearest } from './nearest.ts';
import type { KeyPath } from './source.ts';

export type SchemaObject = { [key: string]: unknown };

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const single = [
  'not',
  'if',
  'then',
  'else',
  'additionalProperties',
  'additionalItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'items',
  'contains',
  'propertyNames',
] as const;
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'] as const;
const named = [
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependencies',
  '$defs',
  'definitions',
] as const;

/** The other keywords of both drafts, and those that editors and form builders add. */
const others =
  '$schema $id $ref $comment title description default examples deprecated readOnly writeOnly type enum const format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems minContains maxContains required minProperties maxProperties dependentRequired contentEncoding contentMediaType contentSchema formatMinimum formatMaximum formatExclusiveMinimum formatExclusiveMaximum enumNames enumDescriptions markdownDescription markdownEnumDescriptions deprecationMessage patternErrorMessage errorMessage defaultSnippets doNotSuggest example nullable discriminator xml tags version name'.split(
    ' ',
  );
const keywords = [...new Set([...single, ...lists, ...named, ...others])];

/** Keywords that make one part of a schema stand for another in ways that are not followed here. */
const refused = [
  '$anchor',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  '$vocabulary',
];

// With every reference replaced by what it names; some ten times the largest in use. ajv takes seconds for as many.
const mostParts = 2_000;

export interface GuardOptions {
  readonly formats: readonly string[];
  /** Throws where a pattern cannot be used. */
  readonly tryPattern: (pattern: string) => unknown;
}

/** What is wrong with a schema, at one place. */
export interface SchemaProblem {
  readonly path: KeyPath;
  /** Whether the key or the value is at fault; the value where it is absent. */
  readonly part?: 'key' | 'value';
  readonly message: string;
}

/**
 * What keeps a well-formed schema from being used: mistyped keywords and formats, which the standard would pass over;
 * patterns that no linear engine runs; references out of the file or in a circle; and parts that multiply.
 */
export function schemaProblems(schema: SchemaObject, options: GuardOptions): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const visit = (node: SchemaObject, path: KeyPath) => {
    problems.push(...ownProblems(node, path, options));
    if (typeof node.$ref === 'string' && targetOf(schema, node.$ref) === null) {
      const message = `\`$ref\` must name a part of this file, such as "#/$defs/name"; nothing else is read.`;
      problems.push({ path: [...path, '$ref'], message });
    }
    for (const [at, child] of partsOf(node)) visit(child, [...path, ...at]);
  };
  visit(schema, []);
  if (problems.length > 0) return problems;
  const size = sizeOf(schema, schema, new Map());
  if (Number.isNaN(size)) return [{ path: [], message: 'This schema contains itself through `$ref`.' }];
  if (size <= mostParts) return [];
  return [
    {
      path: [],
      message: `This schema comes to more than ${mostParts} parts, with each \`$ref\` written out.`,
    },
  ];
}

/** Every schema that a schema consists of, or that it reaches through references, itself included. */
export function reachable(schema: unknown, root: SchemaObject, found = new Set<unknown>()): Set<unknown> {
  if (!isObject(schema) || found.has(schema)) return found;
  found.add(schema);
  for (const [[key], part] of partsOf(schema)) {
    // Definitions hold nothing unless they are referred to.
    if (key !== '$defs' && key !== 'definitions') reachable(part, root, found);
  }
  if (typeof schema.$ref === 'string') reachable(targetOf(root, schema.$ref), root, found);
  return found;
}

function ownProblems(
  node: SchemaObject,
  path: KeyPath,
  { formats, tryPattern }: GuardOptions,
): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  for (const key of Object.keys(node)) {
    const meant = keywords.includes(key) || key.startsWith('x-') ? null : nearest(key, keywords);
    const at = { path: [...path, key], part: 'key' } as const;
    if (refused.includes(key) || (key === '$id' && path.length > 0)) {
      problems.push({ ...at, message: `\`${key}\` is not read: use \`$ref\` with "#/$defs/name".` });
    } else if (meant) {
      problems.push({ ...at, message: `There is no keyword "${key}". Did you mean "${meant}"?` });
    }
  }
  const { format } = node;
  if (typeof format === 'string' && !formats.includes(format)) {
    const meant = nearest(format, formats);
    const hint = meant === null ? ` Known: ${formats.join(', ')}.` : ` Did you mean "${meant}"?`;
    problems.push({ path: [...path, 'format'], message: `There is no format "${format}".${hint}` });
  }
  const patterns = Object.keys((node.patternProperties as object) ?? {}).map((pattern) => ({
    pattern,
    at: [...path, 'patternProperties', pattern],
  }));
  if (typeof node.pattern === 'string') patterns.push({ pattern: node.pattern, at: [...path, 'pattern'] });
  for (const { pattern, at } of patterns) {
    try {
      tryPattern(pattern);
    } catch (error) {
      const reason = (error as Error).message.replace(/^error parsing regexp: /, '');
      const message = `The pattern \`${pattern}\` cannot be used: ${reason}. Looking ahead or behind, references to groups and more than 1000 repetitions are not read.`;
      problems.push({ path: at, message });
    }
  }
  return problems;
}

/** The schemas inside a schema with the way to each. */
export function partsOf(node: SchemaObject): [KeyPath, SchemaObject][] {
  const parts: [KeyPath, unknown][] = [
    ...single.map((key): [KeyPath, unknown] => [[key], node[key]]),
    ...lists.flatMap((key) => {
      const list = node[key];
      return Array.isArray(list) ? list.map((part, index): [KeyPath, unknown] => [[key, index], part]) : [];
    }),
    ...named.flatMap((key) => {
      const map = node[key];
      return isObject(map)
        ? Object.entries(map).map(([name, part]): [KeyPath, unknown] => [[key, name], part])
        : [];
    }),
  ];
  return parts.filter((part): part is [KeyPath, SchemaObject] => isObject(part[1]));
}

/** How many parts a schema comes to with every reference written out; NaN where one leads back to itself. */
function sizeOf(node: SchemaObject, root: SchemaObject, known: Map<SchemaObject, number>): number {
  const before = known.get(node);
  if (before !== undefined) return before;
  known.set(node, Number.NaN);
  let size = 1;
  for (const [[key], part] of partsOf(node)) {
    if (key !== '$defs' && key !== 'definitions') size += sizeOf(part, root, known);
  }
  const target = typeof node.$ref === 'string' ? targetOf(root, node.$ref) : null;
  if (target) size += sizeOf(target, root, known);
  known.set(node, size);
  return size;
}

/** What a reference names; null where it is no place in this file. */
export function targetOf(root: SchemaObject, ref: string): SchemaObject | null {
  if (ref !== '#' && !ref.startsWith('#/')) return null;
  let node: unknown = root;
  for (const step of ref.split('/').slice(1)) {
    const key = decoded(step);
    if (key === null || typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return null;
    node = (node as SchemaObject)[key];
  }
  // `true` and `false` are schemas without parts.
  if (typeof node === 'boolean') return {};
  return isObject(node) ? node : null;
}

function decoded(step: string): string | null {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
