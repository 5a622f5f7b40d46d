import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { root } from '../e2e/run.ts';

type Schema = Record<string, unknown>;

function readSchema(name: string): Schema {
  return JSON.parse(readFileSync(join(root, 'tests', 'schemas', name), 'utf8'));
}

/** Answers what is wrong with a value by a schema in `tests/schemas`; nothing for a valid one. */
export function schemaCheck(name: string): (value: unknown) => unknown[] {
  const schema = readSchema(name);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/**
 * The same by a schema of draft 4 or of none that lets every other field pass: here, those are wrong too. Ajv reads later
 * drafts; what these schemas use means the same there.
 */
export function closedSchemaCheck(name: string): (value: unknown) => unknown[] {
  const { $schema, ...schema } = readSchema(name);
  const validate = new Ajv({ strict: false, allErrors: true }).compile(closed(schema) as Schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, closed(value)]);
  const { additionalProperties, ...copy } = Object.fromEntries(entries);
  return typeof copy.properties === 'object' ? { ...copy, additionalProperties: false } : copy;
}
