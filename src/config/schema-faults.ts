import type { ErrorObject } from 'ajv';
import type { SchemaFault } from '../engine/settings.ts';
import { nearest } from './nearest.ts';
import { wordsOf } from './schema-fault-words.ts';
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
