import { dirname, resolve } from 'node:path';
import type { FrontMatterSchema } from '../engine/settings.ts';
import { isCode } from './code.ts';
import { resolveInside } from './discover.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import { readNamed } from './read-source.ts';
import type { Config } from './schema.ts';
import type { ConfigSource } from './source.ts';

/**
 * Compiles the schemas that a configuration names, each file once.
 *
 * @param boundary the folder that they may not lie outside of
 * @returns by the entry that names them: `series.0`, `overrides.2`
 * @throws ConfigError
 */
export async function schemasOf(
  config: Config,
  source: ConfigSource,
  boundary: string,
): Promise<ReadonlyMap<string, FrontMatterSchema>> {
  const schemas = new Map<string, FrontMatterSchema>();
  const files = new Map<string, Promise<FrontMatterSchema>>();
  for (const list of ['series', 'overrides'] as const) {
    for (const [index, { schema }] of (config[list] ?? []).entries()) {
      if (schema === undefined) continue;
      const place = source.placeOf([list, index, 'schema']);
      if (!files.has(schema)) files.set(schema, schemaNamed(schema, source.file, place, boundary));
      schemas.set(`${list}.${index}`, await files.get(schema)!);
    }
  }
  return schemas;
}

async function schemaNamed(
  entry: string,
  file: string,
  place: ConfigProblem['place'],
  boundary: string,
): Promise<FrontMatterSchema> {
  const fail = (reason: string): ConfigError =>
    new ConfigError([{ file, place, message: `The schema "${entry}" cannot be used. ${reason}` }]);
  if (/^[a-z][a-z\d+.-]+:/i.test(entry)) throw fail('It is named by a path, and nothing is fetched.');
  if (isCode(entry)) throw fail('It is a program; a schema is data (.json, .yaml).');
  let path: string;
  try {
    path = resolveInside(resolve(dirname(file), entry), boundary);
  } catch (error) {
    throw error instanceof ConfigError ? fail(error.problems[0]!.message) : error;
  }
  const read = await readNamed(path);
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  // Loaded for the first schema: a run without one does not pay for it.
  const { compileSchema } = await import('./post-schema.ts');
  return compileSchema(read);
}
