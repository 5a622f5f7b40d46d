import type { ErrorObject } from 'ajv';
import type { SchemaFault } from '../engine/settings.ts';
import { nearest } from './nearest.ts';
import { reachable, type SchemaObject } from './schema-guard.ts';

/** Errors of one place that stand for a single fault, with the words for it where they are chosen already. */
interface Complaint {
  readonly error: ErrorObject;
  readonly words?: string;
  /** The texts among which the value was probably to be. */
  readonly choices?: readonly string[];
}

const composed = ['anyOf', 'oneOf', 'contains'];
const mostFaults = 50;
/** More complaints are not looked into: each is held against all that was probably meant. */
const mostComplaints = 2 * mostFaults;

/** Makes faults of a validator's errors: one for each thing to change, and none for what follows from another. */
export function faultsOf(errors: readonly ErrorObject[], root: SchemaObject, data: object): SchemaFault[] {
  const kept: Complaint[] = [];
  for (const error of errors) {
    // An `if` reports what its `then` or `else` has reported, a key's name its own faults.
    const isEcho =
      error.keyword === 'if' || (error.propertyName !== undefined && error.keyword !== 'propertyNames');
    if (isEcho) continue;
    if (!composed.includes(error.keyword)) kept.push({ error });
    else kept.push(...composedOf(error, takeInner(kept, error, root), root));
  }
  const faults = kept.slice(0, mostComplaints).map((complaint) => faultOf(complaint, data));
  return withoutEchoes(faults).slice(0, mostFaults);
}

/** Takes back what the parts of a composed keyword reported right before it. */
function takeInner(
  kept: Complaint[],
  { instancePath, schema }: ErrorObject,
  root: SchemaObject,
): Complaint[] {
  const parts = reachableOfAll(schema, root);
  let from = kept.length;
  while (from > 0) {
    const { error } = kept[from - 1]!;
    const isBelow = `${error.instancePath}/`.startsWith(`${instancePath}/`);
    if (!isBelow || !parts.has(error.parentSchema)) break;
    from--;
  }
  return kept.splice(from);
}

function reachableOfAll(schema: unknown, root: SchemaObject): Set<unknown> {
  const found = new Set<unknown>();
  for (const part of Array.isArray(schema) ? schema : [schema]) reachable(part, root, found);
  return found;
}

/** What to say of a value that fits none of several schemas: what the one that was meant says, else all of them. */
function composedOf(error: ErrorObject, inner: readonly Complaint[], root: SchemaObject): Complaint[] {
  if (error.keyword === 'contains' || error.params.passingSchemas) return [{ error }];
  const branches = branchesOf(error.schema as unknown[], inner, root);
  const isHere = (complaint: Complaint) => complaint.error.instancePath === error.instancePath;
  const ofType = branches.filter(
    (branch) => !branch.some((one) => isHere(one) && one.error.keyword === 'type'),
  );
  const isChoice = ofType.flat().some((one) => isHere(one) && isListed(one));
  if (ofType.length === 1 && ofType[0]!.length > 0 && !isChoice) return [...ofType[0]!];
  const told = ofType.length > 1 && !isChoice ? ofType : branches;
  if (told.every((branch) => branch.length > 0 && branch.every(isHere))) {
    const words = told.map((branch) => branch.map(wordsOfOne).join(' and '));
    const choices = told.flat().flatMap((one) => choicesOf(one.error));
    return [{ error, words: [...new Set(words)].join(' or '), choices }];
  }
  const unmarked = told.filter((branch) => !branch.some(isListed));
  return unmarked.length === 1 && unmarked[0]!.length > 0 ? [...unmarked[0]!] : [{ error }];
}

/** What each of several schemas has complained of, in order. */
function branchesOf(schemas: readonly unknown[], inner: readonly Complaint[], root: SchemaObject) {
  const bySchema = new Map<unknown, [number, Complaint][]>();
  for (const [index, complaint] of inner.entries()) {
    const { parentSchema } = complaint.error;
    const others = bySchema.get(parentSchema);
    if (others) others.push([index, complaint]);
    else bySchema.set(parentSchema, [[index, complaint]]);
  }
  return schemas.map((schema) =>
    [...reachable(schema, root)]
      .flatMap((part) => bySchema.get(part) ?? [])
      .sort(([a], [b]) => a - b)
      .map(([, complaint]) => complaint),
  );
}

function isListed({ error }: Complaint): boolean {
  return error.keyword === 'const' || error.keyword === 'enum';
}

function faultOf(complaint: Complaint, data: object): SchemaFault {
  const { error } = complaint;
  const { keyword, params, parentSchema } = error;
  const path = pathOf(error);
  const known = Object.keys((parentSchema?.properties as object) ?? {});
  const here = Object.keys(isGroup(error.data) ? error.data : {});
  if (['required', 'dependentRequired', 'dependencies'].includes(keyword)) {
    const key = String(params.missingProperty);
    // Only the part of a schema that describes a key knows which others have nothing to do with it.
    const unused = known.includes(key) ? here.filter((name) => !known.includes(name)) : [];
    return { path, kind: 'missing', key, expected: '', meant: nearKey(key, unused) };
  }
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  if (typeof extra === 'string') {
    const free = known.filter((name) => !here.includes(name));
    return { path, kind: 'unknown', key: extra, expected: '', meant: nearKey(extra, free) };
  }
  const key = path.at(-1);
  if (keyword === 'false schema' && key !== undefined && isGroup(valueAt(data, path.slice(0, -1)))) {
    return { path: path.slice(0, -1), kind: 'unknown', key, expected: '', meant: null };
  }
  const meant =
    typeof error.data === 'string' ? nearest(error.data, complaint.choices ?? choicesOf(error)) : null;
  const itemPath = keyword === 'uniqueItems' ? [...path, String(Math.max(params.i, params.j))] : path;
  return { path: itemPath, kind: 'wrong', key: '', expected: wordsOfOne(complaint), meant };
}

/** The key that differs in a letter or two: one that another begins with is a different key (`image`, `image_alt`). */
function nearKey(key: string, candidates: readonly string[]): string | null {
  return nearest(
    key,
    candidates.filter((candidate) => Math.abs(candidate.length - key.length) <= 2),
  );
}

/** Without a second complaint about one value, and without a missing key that stands there misspelt. */
function withoutEchoes(faults: readonly SchemaFault[]): SchemaFault[] {
  const seen = new Set<string>();
  const misspelt = new Set(
    faults.filter(({ kind }) => kind === 'unknown').map(({ path, meant }) => JSON.stringify([path, meant])),
  );
  return faults.filter(({ path, kind, key }) => {
    const name = JSON.stringify([path, kind, key]);
    const isEcho = kind === 'missing' && misspelt.has(JSON.stringify([path, key]));
    if (seen.has(name) || isEcho) return false;
    seen.add(name);
    return true;
  });
}

function wordsOfOne({ error, words }: Complaint): string {
  return words ?? wordsOf(error);
}

const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of keys',
  null: 'empty',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a date such as `2024-05-31`',
  'date-time': 'a date and time with its zone, such as `2024-05-31T10:00:00Z`',
  'iso-date-time': 'a date and time such as `2024-05-31T10:00:00`',
  time: 'a time with its zone, such as `10:00:00Z`',
  'iso-time': 'a time such as `10:00:00`',
  email: 'an e-mail address',
  uri: 'an address such as `https://example.org/`',
  url: 'an address such as `https://example.org/`',
  'uri-reference': 'an address or a path',
};

/** What a value must do, to follow "must". */
export function wordsOf({ keyword, params, schema, message }: ErrorObject): string {
  const limit = params.limit as number;
  switch (keyword) {
    case 'type':
      return `be ${oneOf([schema].flat().map((type) => types[String(type)] ?? String(type)))}`;
    case 'enum':
      return `be ${(schema as unknown[]).length > 1 ? 'one of ' : ''}${listed(schema as unknown[])}`;
    case 'const':
      return `be ${written(schema)}`;
    case 'format':
      return `be ${formats[params.format] ?? `of the format \`${params.format}\``}`;
    case 'pattern':
      return `match the pattern \`${params.pattern}\``;
    case 'minLength':
      return limit === 1 ? 'not be empty' : `have at least ${count(limit, 'character')}`;
    case 'maxLength':
      return `have at most ${count(limit, 'character')}`;
    case 'minItems':
      return `have at least ${count(limit, 'item')}`;
    case 'maxItems':
    case 'items':
    case 'additionalItems':
    case 'unevaluatedItems':
      return `have at most ${count(limit ?? params.len, 'item')}`;
    case 'minProperties':
      return `have at least ${count(limit, 'key')}`;
    case 'maxProperties':
      return `have at most ${count(limit, 'key')}`;
    case 'uniqueItems':
      return 'be there only once';
    case 'minimum':
      return `be at least ${limit}`;
    case 'maximum':
      return `be at most ${limit}`;
    case 'exclusiveMinimum':
      return `be more than ${limit}`;
    case 'exclusiveMaximum':
      return `be less than ${limit}`;
    case 'multipleOf':
      return `be a multiple of ${params.multipleOf}`;
    case 'formatMinimum':
      return `not be before \`${limit}\``;
    case 'formatMaximum':
      return `not be after \`${limit}\``;
    case 'required':
      return `have the key \`${params.missingProperty}\``;
    case 'additionalProperties':
      return `not have the key \`${params.additionalProperty}\``;
    case 'oneOf':
      return params.passingSchemas
        ? 'fit only one of the forms that the schema has'
        : 'fit a form that the schema has';
    case 'anyOf':
      return 'fit a form that the schema has';
    case 'contains':
      return 'hold an item that the schema asks for';
    case 'not':
      return 'not be what the schema rules out';
    case 'false schema':
      return 'not be there';
    default:
      return (message ?? 'be as the schema says').replace(/^must /, '').replaceAll('NOT', 'not');
  }
}

const mostListed = 12;

function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, mostListed).map(written);
  return values.length > mostListed
    ? `${shown.join(', ')} and ${values.length - mostListed} more`
    : oneOf(shown);
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function written(value: unknown): string {
  if (value === null) return 'empty';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function choicesOf({ keyword, schema }: ErrorObject): string[] {
  if (keyword === 'const') return typeof schema === 'string' ? [schema] : [];
  return keyword === 'enum' ? (schema as unknown[]).filter((value) => typeof value === 'string') : [];
}

function pathOf({ instancePath }: ErrorObject): string[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as SchemaObject | undefined)?.[key], data);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
