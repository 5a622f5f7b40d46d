import { isObject, partsOf, type SchemaObject, targetOf } from './schema-guard.ts';

/** What one value may cost, at most, to be held to a schema with each `$ref` written out. */
export interface SchemaCost {
  /** Parts and named keys; each may be held against each value, and may complain of it. */
  readonly parts: number;
  /** Steps of patterns, lengths and formats; each may be taken at each character. */
  readonly steps: number;
  /** Lists whose items are held against each other. */
  readonly unique: number;
}

// Real ones come to 10,000: a hundred values, a hundred parts. Each pair may leave a complaint of some 300 bytes.
const mostPairs = 200_000;
// Each takes 25 ns where re2js is slowest (see `patterns.ts`).
const mostSteps = 100_000_000;
// Two items are told apart some hundred times faster than a complaint is made.
const itemsPerPair = 100;
// What a format's expression comes to, roughly.
const formatSteps = 20;

/**
 * Adds up what the parts of a schema cost, which must not contain itself.
 *
 * @param sizeOfPattern how many steps a pattern has
 */
export function costOf(root: SchemaObject, sizeOfPattern: (pattern: string) => number): SchemaCost {
  const known = new Map<SchemaObject, SchemaCost>();
  const visit = (node: SchemaObject): SchemaCost => {
    const before = known.get(node);
    if (before) return before;
    const target = typeof node.$ref === 'string' ? targetOf(root, node.$ref) : null;
    const inner = partsOf(node).filter(([[key]]) => key !== '$defs' && key !== 'definitions');
    const costs = [...inner.map(([, part]) => part), ...(target ? [target] : [])].map(visit);
    const cost = [ownCost(node, sizeOfPattern), ...costs].reduce(sum);
    known.set(node, cost);
    return cost;
  };
  return visit(root);
}

/** Whether these data and a schema of this cost take too long, or too much memory, to be held against each other. */
export function isTooLarge({ parts, steps, unique }: SchemaCost, data: object): boolean {
  const { values, characters } = sizeOfData(data);
  return values * (parts + (unique * values) / itemsPerPair) > mostPairs || characters * steps > mostSteps;
}

function sum(a: SchemaCost, b: SchemaCost): SchemaCost {
  return { parts: a.parts + b.parts, steps: a.steps + b.steps, unique: a.unique + b.unique };
}

/** What a part costs without the parts in it. Lists count by their length, since `true` and `false` are parts as well. */
function ownCost(node: SchemaObject, sizeOfPattern: (pattern: string) => number): SchemaCost {
  const lists = [node.required, node.allOf, node.anyOf, node.oneOf, node.prefixItems, node.items];
  const maps = [node.properties, node.patternProperties, node.dependentSchemas];
  const dependent = [node.dependentRequired, node.dependencies].filter(isObject);
  const patterns = isObject(node.patternProperties) ? Object.keys(node.patternProperties) : [];
  if (typeof node.pattern === 'string') patterns.push(node.pattern);
  const lengths = Number('minLength' in node) + Number('maxLength' in node);
  return {
    parts:
      1 +
      lists.reduce<number>((total, list) => total + (Array.isArray(list) ? list.length : 0), 0) +
      maps.reduce<number>((total, map) => total + (isObject(map) ? Object.keys(map).length : 0), 0) +
      dependent.flatMap((map) => Object.values(map).flat()).length,
    steps:
      patterns.reduce((total, pattern) => total + sizeOfPattern(pattern), 0) +
      lengths +
      ('format' in node ? formatSteps : 0),
    unique: Number(node.uniqueItems === true),
  };
}

/** How many values data hold, themselves included, and how many characters in texts and keys. */
function sizeOfData(data: unknown): { readonly values: number; readonly characters: number } {
  let [values, characters] = [0, 0];
  const left = [data];
  while (left.length > 0) {
    const value = left.pop();
    values++;
    if (typeof value === 'string') characters += value.length;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) characters += key.length;
      left.push(inner);
    }
  }
  return { values, characters };
}
