import type * as z from 'zod/mini';
import { didYouMean } from './nearest.ts';
import { shortened } from './problem.ts';
import type { KeyPath } from './source.ts';

/** What is wrong at one place of a configuration, in words. */
export interface DescribedIssue {
  readonly path: KeyPath;
  /** Whether the key or the value is at fault. */
  readonly part: 'key' | 'value';
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/**
 * Puts one of zod's issues into words, with the bad value and the nearest valid one. `prefix` is where the
 * schema's data stands in the configuration, for the key as it is written out.
 */
export function describeIssue(
  issue: Issue,
  schema: z.core.$ZodType,
  prefix: KeyPath = [],
): readonly DescribedIssue[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      part: 'key',
      message: `Unknown key "${shortened(key)}"${inside([...prefix, ...issue.path])}.${didYouMean(key, known) || oneOf('Known', known)}`,
    }));
  }
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    const nested = branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue);
    return nested.flatMap((inner) => describeIssue(inner, schema, prefix));
  }
  const key = keyText([...prefix, ...issue.path]);
  return [{ path: issue.path, part: 'value', message: `${key} ${complaint(issue)}` }];
}

/** The keys that the schema knows at a path; empty where any key may stand. */
function keysAt(schema: z.core.$ZodType, path: KeyPath): readonly string[] {
  let candidates = [schema];
  for (const key of [...path, null]) {
    candidates = candidates.flatMap(unwrap);
    if (key !== null) candidates = candidates.flatMap((candidate) => childrenOf(candidate, key));
  }
  return candidates.flatMap((candidate) => Object.keys(shapeOf(candidate)));
}

/** The schemas that decide a value: behind optionals and defaults, and each branch of a union. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'nullable')
    return unwrap(def.innerType);
  if (def.type === 'union') return def.options.flatMap(unwrap);
  return [schema];
}

function childrenOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  if (def.type === 'tuple') return def.items.slice(Number(key), Number(key) + 1);
  const child = shapeOf(schema)[String(key)];
  return child ? [child] : [];
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  return def.type === 'object' ? def.shape : {};
}

/** The branch of a union that was meant: the one that went wrong deepest, or only in its value. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (branch: readonly Issue[]) =>
    Math.max(...branch.map((issue) => issue.path.length * 2 + (issue.code === 'invalid_type' ? 0 : 1)));
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
}

function complaint(issue: Issue): string {
  const value = written(issue.input);
  switch (issue.code) {
    case 'invalid_value': {
      const hint = typeof issue.input === 'string' ? didYouMean(issue.input, issue.values.map(String)) : '';
      return `is ${value}.${oneOf('It may be', issue.values.map(written))}${hint}`;
    }
    case 'invalid_type':
      if (issue.input === undefined)
        return `is missing. It is ${expected[issue.expected] ?? issue.expected}.`;
      return `is ${value}, but must be ${expected[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return `is ${value}, but must ${bound(issue.origin, 'at least', issue.minimum)}.`;
    case 'too_big':
      return `is ${value}, but must ${bound(issue.origin, 'at most', issue.maximum)}.`;
    case 'custom':
      return issue.message;
    default:
      return `is ${value}, which is not valid here.`;
  }
}

const expected: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list of a level and options',
  object: 'a group of keys in { }',
  record: 'a group of keys in { }',
};

function bound(origin: string, side: string, limit: number | bigint): string {
  if (origin === 'string') return limit === 1 ? 'not be empty' : `have ${side} ${limit} characters`;
  if (origin === 'array') return `have ${side} ${limit} entries`;
  return `be ${side} ${limit}`;
}

/** A value as it may be quoted in one line. */
function written(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function oneOf(lead: string, values: readonly string[]): string {
  return values.length === 0 ? '' : ` ${lead}: ${values.join(', ')}.`;
}

function inside(path: KeyPath): string {
  return path.length === 0 ? '' : ` in ${keyText(path)}`;
}

/** `series[0].window`, `rules["no-nbsp"]`. */
function keyText(path: KeyPath): string {
  const text = path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      const name = shortened(String(key));
      return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
    })
    .join('');
  return text.startsWith('.') ? text.slice(1) : text || 'The configuration';
}
