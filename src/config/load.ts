import { basename, dirname, resolve } from 'node:path';
import type { Rule } from '../engine/rule.ts';
import type { FrontMatterSchema } from '../engine/settings.ts';
import { checkConfig } from './check.ts';
import { importConfig, isCode } from './code.ts';
import { configCandidates, resolveInside } from './discover.ts';
import type { ReadConfig } from './explorer.ts';
import { isTop, repositoryOf } from './folders.ts';
import { checkGlobs } from './glob-budget.ts';
import { loadWithHome } from './home.ts';
import { didYouMean } from './nearest.ts';
import type { PatternSteps } from './pattern-rule.ts';
import { type Preset, presetLevels, presets } from './presets.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import { largestFile, readRegular } from './regular-file.ts';
import type { Config } from './schema.ts';
import type { ConfigSource } from './source.ts';

/** One file or preset that a configuration is made of. */
export interface Layer {
  /** Absolute path of the file, or the preset's name. */
  readonly name: string;
  /** The folder to which its globs are relative. */
  readonly folder: string;
  readonly config: Config;
  /** Null for presets. */
  readonly source: ConfigSource | null;
  /** The schemas it names, by the entry that does: `series.0`, `overrides.2`. */
  readonly schemas?: ReadonlyMap<string, FrontMatterSchema>;
  /** A rule for each of its patterns. */
  readonly patterns?: readonly Rule[];
}

/** A configuration with everything that it extends. */
export interface LoadedConfig {
  /** Absolute path of the file; null where there is none. */
  readonly file: string | null;
  /** Weakest first. */
  readonly layers: readonly Layer[];
  /** Absolute paths of the programs that were run for it, or would have been. */
  readonly code: readonly string[];
}

export interface LoaderOptions {
  readonly rules: readonly Rule[];
  /** Whether configuration that is a program may be run. */
  readonly code: boolean;
  /** Is told what was left out. */
  readonly notify: (message: string) => void;
}

/** Finds and reads configuration; every file is read once. */
export interface ConfigLoader {
  /**
   * The configuration of the files in a folder (absolute): the nearest file from there upwards.
   *
   * @throws ConfigError, also on each later call for the same folder.
   */
  nearest(folder: string): Promise<LoadedConfig>;
  /** The configuration in a file that somebody named. @throws ConfigError */
  named(file: string): Promise<LoadedConfig>;
}

// Bytes; four times as many as the characters that `explorer.ts` admits.
const largestConfig = 1024 * 1024;

// More than a chain of shared files comes to; two files that extend each other's neighbours twice double at each step.
const mostLayers = 100;

export function createConfigLoader(options: LoaderOptions): ConfigLoader {
  const folders = new Map<string, Promise<LoadedConfig>>();
  const nearest = (folder: string): Promise<LoadedConfig> => {
    const known = folders.get(folder);
    if (known) return known;
    const found = findUpwards(folder);
    folders.set(folder, found);
    return found;
  };
  const findUpwards = async (folder: string): Promise<LoadedConfig> => {
    for (const file of configCandidates(folder)) {
      const source = await readSource(file);
      if (source) return assemble(source, repositoryOf(folder) ?? folder, options.rules);
    }
    return isTop(folder) ? withoutFile(options.rules) : nearest(dirname(folder));
  };
  const named = async (file: string): Promise<LoadedConfig> => {
    const boundary = repositoryOf(dirname(file)) ?? dirname(file);
    if (!isCode(file)) return assemble(await readNamed(file), boundary, options.rules);
    if (options.code) {
      return { ...(await assemble(await importConfig(file), boundary, options.rules)), code: [file] };
    }
    options.notify(`${file} is a program and is not run: the preset recaplint:recommended is used instead.`);
    return { ...withoutFile(options.rules), code: [file] };
  };
  return { nearest, named };
}

function withoutFile(rules: readonly Rule[]): LoadedConfig {
  return { file: null, layers: [presetLayer('recaplint:recommended', rules)], code: [] };
}

async function assemble(
  source: ConfigSource,
  boundary: string,
  rules: readonly Rule[],
): Promise<LoadedConfig> {
  const fallback = ['recaplint:recommended'];
  const layers = await layersOf(source, { boundary, rules, above: [], fallback, steps: { total: 0 } });
  checkGlobs(layers);
  return { file: source.file, layers, code: [] };
}

interface Extending {
  /** The folder that files in `extends` may not leave. */
  readonly boundary: string;
  readonly rules: readonly Rule[];
  /** The files that extend this one, outermost first. */
  readonly above: readonly string[];
  /** What a file without `extends` extends. */
  readonly fallback: readonly string[];
  /** What the patterns of all of them come to. */
  readonly steps: PatternSteps;
}

async function layersOf(source: ConfigSource, context: Extending): Promise<Layer[]> {
  const config = checkConfig(source, context.rules);
  const folder = dirname(source.file);
  const layers: Layer[] = [];
  for (const [index, entry] of (config.extends ?? context.fallback).entries()) {
    const fail = (message: string): ConfigError =>
      new ConfigError([{ file: source.file, place: source.placeOf(['extends', index]), message }]);
    layers.push(...(await extendedBy(entry, source.file, context, fail)));
    if (layers.length > mostLayers) throw fail(`More than ${mostLayers} files are extended here.`);
  }
  const schemas = await schemasOf(config, source, context.boundary);
  const patterns = await patternsOf(config, source, context.steps);
  return [...layers, { name: source.file, folder, config, source, schemas, patterns }];
}

async function extendedBy(
  entry: string,
  file: string,
  context: Extending,
  fail: (message: string) => ConfigError,
): Promise<Layer[]> {
  if (isPreset(entry)) return [presetLayer(entry, context.rules)];
  if (entry.startsWith('recaplint:'))
    throw fail(`There is no preset "${entry}".${didYouMean(entry, presets)}`);
  if (!/^\.\.?[\\/]/.test(entry)) {
    const hint = didYouMean(entry, presets) || ' Files are named by a path that starts with "./" or "../".';
    throw fail(`"${entry}" is neither a preset nor a path.${hint}`);
  }
  if (isCode(entry)) throw fail(`"${entry}" is a program; only data (.json, .yaml) can be extended.`);
  const path = resolveInside(resolve(dirname(file), entry), context.boundary);
  if (path === file || context.above.includes(path)) throw fail(`"${entry}" extends itself.`);
  const above = [...context.above, file];
  return layersOf(await readNamed(path), { ...context, above, fallback: [] });
}

async function patternsOf(
  { patterns = [] }: Config,
  source: ConfigSource,
  steps: PatternSteps,
): Promise<readonly Rule[]> {
  if (patterns.length === 0) return [];
  // Loaded for the first pattern: a run without one does not pay for it.
  const { compilePatterns } = await import('./patterns.ts');
  return compilePatterns(patterns, source, steps);
}

/** Compiles the schemas that a configuration names, each file once. */
async function schemasOf(
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

function isPreset(entry: string): entry is Preset {
  return (presets as readonly string[]).includes(entry);
}

function presetLayer(preset: Preset, rules: readonly Rule[]): Layer {
  return { name: preset, folder: '', config: { rules: presetLevels(preset, rules) }, source: null };
}

let explorer: Promise<ReadConfig> | null = null;

/** Reads a file through cosmiconfig, which is loaded for the first file that needs it. */
async function readSource(file: string): Promise<ConfigSource | null> {
  try {
    // cosmiconfig reads whatever there is, and would wait for a pipe for ever.
    const isPackage = basename(file) === 'package.json';
    const bytes = readRegular(file, isPackage ? largestFile : largestConfig);
    if (isPackage && !bytes.includes('"recaplint"')) return null;
    explorer ??= loadWithHome(() => import('./explorer.ts')).then(({ openExplorer }) => openExplorer());
    return await (await explorer)(file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([
      { file, place: null, message: `This file cannot be read: ${(error as Error).message}` },
    ]);
  }
}

async function readNamed(file: string): Promise<ConfigSource> {
  const source = await readSource(file);
  if (source) return source;
  throw new ConfigError([{ file, place: null, message: 'This file has no entry "recaplint".' }]);
}
