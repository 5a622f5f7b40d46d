import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { formatLimitDefinition } from 'ajv-formats/dist/limit.js';
import { RE2JS } from 're2js';
import type { FrontMatterSchema, SchemaFault } from '../engine/settings.ts';
import { ConfigError } from './problem.ts';
import { costOf, isTooLarge } from './schema-cost.ts';
import { wordsOf } from './schema-fault-words.ts';
import { faultsOf } from './schema-faults.ts';
import { type SchemaObject, type SchemaProblem, schemaProblems } from './schema-guard.ts';
import type { ConfigSource } from './source.ts';

const drafts: Readonly<Record<string, 'draft-07' | '2020-12'>> = {
  'http://json-schema.org/draft-07/schema': 'draft-07',
  'https://json-schema.org/draft-07/schema': 'draft-07',
  'https://json-schema.org/draft/2020-12/schema': '2020-12',
};

// More than any pattern that a person reads; each of a post's characters may be compared with each step.
const longestProgram = 5_000;
// All patterns of a schema together, each counted once.
const mostSteps = 50_000;

function compilePattern(pattern: string): RE2JS {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  if (compiled.programSize() > longestProgram) throw new Error('it is too long');
  return compiled;
}

/** Tells how many steps a pattern has, and compiles none twice for it; throws where it is none. */
function patternSizes(): (pattern: string) => number {
  const sizes = new Map<string, number>();
  let total = 0;
  return (pattern) => {
    // Said once already; a thousand long patterns take seconds to compile.
    if (total > mostSteps) return 0;
    const size = sizes.get(pattern) ?? compilePattern(pattern).programSize();
    if (!sizes.has(pattern)) total += size;
    sizes.set(pattern, size);
    if (total > mostSteps) throw new Error(`the patterns come to more than ${mostSteps} steps together`);
    return size;
  };
}

/** A pattern that takes time proportional to the text, whatever a stranger wrote. @throws where it is none */
function linearPattern(pattern: string) {
  const compiled = compilePattern(pattern);
  // ajv tells patterns apart by their text.
  return { test: (text: string) => compiled.matcher(text).find(), toString: () => `/${pattern}/u` };
}

const regExp = Object.assign(linearPattern, { code: 'linearPattern' });

const urlPattern = fullFormats.url as RegExp;

const formats = {
  ...fullFormats,
  // Would run what a post says.
  regex: true as const,
  // Backtracks over itself, so that a long text takes long; no browser takes a longer address.
  url: (text: string) => text.length <= 2_000 && urlPattern.test(text),
};

// Own properties alone: no key of a post reaches what every object has. References stay calls: written out they would
// multiply.
const options = {
  allErrors: true,
  verbose: true,
  strict: false,
  strictNumbers: true,
  logger: false,
  ownProperties: true,
  inlineRefs: false,
  formats,
  code: { regExp },
} as const;

/**
 * Compiles a JSON Schema (2020-12, or draft-07 where `$schema` says so). It may be a stranger's: nothing is fetched,
 * and no schema keeps a post busy for long.
 *
 * @throws ConfigError with what is wrong in the schema, each with its place.
 */
export function compileSchema(source: ConfigSource): FrontMatterSchema {
  // Plain objects: ajv compares them with the values of posts, and tells other ones apart.
  const schema = structuredClone(source.value) as SchemaObject;
  const fail = (found: readonly SchemaProblem[]): ConfigError =>
    new ConfigError(
      found.map(({ path, part, message }) => ({
        file: source.file,
        place: source.placeOf(path, part),
        message,
      })),
    );
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw fail([{ path: [], message: 'A schema is a group of keys in { }.' }]);
  }
  const draft = draftOf(schema.$schema);
  if (!draft) {
    const message =
      '`$schema` must be "https://json-schema.org/draft/2020-12/schema" or draft-07\'s address.';
    throw fail([{ path: ['$schema'], message }]);
  }
  // Its own name would be looked up among the schemas of the standard.
  const { $schema: _, $id: __, ...rest } = schema;
  const wrong = metaProblems(rest, draft);
  if (wrong.length > 0) throw fail(wrong);
  const sizeOfPattern = patternSizes();
  const problems = schemaProblems(rest, { formats: Object.keys(formats), tryPattern: sizeOfPattern });
  if (problems.length > 0) throw fail(problems);
  try {
    return { file: source.file, content: rest, check: checkOf(rest, draft, sizeOfPattern) };
  } catch (error) {
    throw fail([{ path: [], message: `This schema cannot be used: ${(error as Error).message}.` }]);
  }
}

function draftOf(address: unknown): 'draft-07' | '2020-12' | null {
  if (address === undefined) return '2020-12';
  return drafts[String(address).replace(/#$/, '')] ?? null;
}

function open(draft: 'draft-07' | '2020-12', coerceTypes: boolean): Ajv {
  const ajv = new (draft === 'draft-07' ? Ajv : Ajv2020)({ ...options, coerceTypes });
  ajv.addKeyword(formatLimitDefinition);
  return ajv;
}

/** What makes it no schema, as the standard's own schema sees it. */
function metaProblems(schema: SchemaObject, draft: 'draft-07' | '2020-12'): SchemaProblem[] {
  const ajv = open(draft, false);
  if (ajv.validateSchema(schema)) return [];
  const errors = ajv.errors ?? [];
  // What a keyword may be is said best by the list of its values, where it has one.
  const error = errors.find(({ keyword }) => keyword === 'enum') ?? errors[0]!;
  const path = error.instancePath.split('/').slice(1);
  return [{ path, message: `\`${path.join('.')}\` must ${wordsOf(error)}.` }];
}

const tooLarge: SchemaFault = { path: [], kind: 'large', key: '', expected: '', meant: null };

function checkOf(
  schema: SchemaObject,
  draft: 'draft-07' | '2020-12',
  sizeOfPattern: (pattern: string) => number,
): FrontMatterSchema['check'] {
  const cost = costOf(schema, sizeOfPattern);
  const strict = open(draft, false).compile(schema);
  let coercing: typeof strict | null = null;
  return (data, untyped) => {
    if (isTooLarge(cost, data)) return [tooLarge];
    if (untyped) coercing ??= open(draft, true).compile(structuredClone(schema));
    const validate = untyped ? coercing! : strict;
    if (validate(data)) return [];
    const root = untyped ? (validate.schema as SchemaObject) : schema;
    return faultsOf(validate.errors ?? [], root, data);
  };
}
