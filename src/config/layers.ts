import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Rule } from '../engine/rule.ts';
import { type Assembly, isWanted } from './assembly.ts';
import { checkRules, checkShape } from './check.ts';
import { importConfig, isCode } from './code.ts';
import type { Layer } from './load.ts';
import { isPackageName, isPath, locate } from './named-code.ts';
import { schemasOf } from './named-schemas.ts';
import { didYouMean } from './nearest.ts';
import { type Preset, presetLevels, presets } from './presets.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import { readNamed } from './read-source.ts';
import type { Config } from './schema.ts';
import type { ConfigSource } from './source.ts';

/** How a file of a configuration is read. */
export interface Extending {
  readonly assembly: Assembly;
  /** Our own rules, which presets are made of. */
  readonly rules: readonly Rule[];
  /** The folder that paths in the file may not lead out of. */
  readonly boundary: string;
  /** The folder to which its globs are relative, where that is not its own: a package matches nothing in its own. */
  readonly globs: string | null;
  /** The files that extend this one, outermost first. */
  readonly above: readonly string[];
  /** What a file without `extends` extends. */
  readonly fallback: readonly string[];
}

// More than a chain of shared files comes to; two files that extend each other's neighbours twice double at each step.
const mostLayers = 100;

/**
 * A file of a configuration with all that it extends, weakest first.
 *
 * @throws ConfigError
 */
export async function layersOf(source: ConfigSource, context: Extending): Promise<Layer[]> {
  const { assembly, boundary } = context;
  const config = checkShape(source);
  const layers: Layer[] = [];
  for (const [index, entry] of (config.extends ?? context.fallback).entries()) {
    const place = source.placeOf(['extends', index]);
    layers.push(...(await extendedBy({ entry, file: source.file, place }, context)));
    if (layers.filter(({ plugins }) => !plugins).length > mostLayers)
      throw problem(source.file, place, `More than ${mostLayers} files are extended here.`);
  }
  if (config.plugins) {
    // Loaded for the first plugin: a run without one does not pay for it.
    const { loadPlugins } = await import('./plugins.ts');
    layers.push(...(await loadPlugins(config.plugins, source, boundary, assembly)));
  }
  const remark = await remarkOf(config, source, context);
  checkRules(config, source, assembly);
  const schemas = await schemasOf(config, source, boundary);
  const patterns = await patternsOf(config, source, assembly);
  const folder = context.globs ?? dirname(source.file);
  return [...layers, { name: source.file, folder, config, source, schemas, patterns, ...remark }];
}

/** The layer of a preset. */
export function presetLayer(preset: Preset, rules: readonly Rule[]): Layer {
  return { name: preset, folder: '', config: { rules: presetLevels(preset, rules) }, source: null };
}

/** An entry of `extends`, with the file in which it stands. */
interface Entry {
  readonly entry: string;
  readonly file: string;
  readonly place: ConfigProblem['place'];
}

async function extendedBy({ entry, file, place }: Entry, context: Extending): Promise<Layer[]> {
  const fail = (message: string, about?: string) => problem(file, place, message, about);
  if (isPreset(entry)) return [presetLayer(entry, context.rules)];
  if (entry.startsWith('recaplint:'))
    throw fail(`There is no preset "${entry}".${didYouMean(entry, presets)}`);
  if (!isPath(entry)) return packageLayers({ entry, file, place }, context);
  if (isCode(entry)) throw fail(`"${entry}" is a program; only data (.json, .yaml) can be extended.`);
  const path = await located(entry, file, context, fail);
  return layersOf(await readNamed(path), { ...context, above: [...context.above, file], fallback: [] });
}

/** What a package sets. Its paths lead to its own files; its globs are about the posts of who extends it. */
async function packageLayers({ entry, file, place }: Entry, context: Extending): Promise<Layer[]> {
  const fail = (message: string, about?: string) => problem(file, place, message, about);
  if (!isPackageName(entry)) {
    const hint = didYouMean(entry, presets) || ' Files are named by a path that starts with "./" or "../".';
    throw fail(`"${entry}" is neither a preset, nor a path, nor a package.${hint}`);
  }
  const { assembly, boundary, globs } = context;
  const named = { name: entry, from: file, boundary, place, what: `"${entry}"` };
  if (!(await isWanted(named, assembly))) return [];
  const path = await located(entry, file, context, fail);
  assembly.code.add(path);
  const own = {
    ...context,
    boundary: packageOf(path),
    globs: globs ?? dirname(file),
    above: [...context.above, file],
    fallback: [],
  };
  return layersOf(isCode(path) ? await importConfig(path) : await readNamed(path), own);
}

/** Where an extended file is, which is none of those that extend it. */
async function located(
  name: string,
  from: string,
  { above, boundary }: Extending,
  fail: (message: string, about?: string) => ConfigError,
): Promise<string> {
  const chain = [...above, from];
  let path: string;
  try {
    path = await locate({ name, from, boundary });
  } catch (error) {
    const there = isPath(name) ? resolve(dirname(from), name) : undefined;
    const way = above.length > 0 ? ` It is extended by ${chainText(chain)}.` : '';
    const hint = isPath(name) ? '' : didYouMean(name, presets);
    throw fail(`"${name}" cannot be extended. ${(error as Error).message}${hint}${way}`, there);
  }
  if (chain.includes(path)) throw fail(`"${name}" extends itself: ${chainText([...chain, path])}.`);
  return path;
}

/** Files by their paths from the folder of the first one: `a.json → b.json`. */
function chainText(files: readonly string[]): string {
  const folder = dirname(files[0]!);
  return files.map((file) => relative(folder, file).replaceAll(sep, '/')).join(' → ');
}

/** The folder of the package that a file belongs to. */
function packageOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) && basename(dirname(folder)) !== 'node_modules') {
    if (dirname(folder) === folder) return dirname(file);
    folder = dirname(folder);
  }
  return folder;
}

async function remarkOf(
  { remark }: Config,
  source: ConfigSource,
  { assembly, boundary }: Extending,
): Promise<Pick<Layer, 'remark'>> {
  if (!remark || remark.length === 0) return {};
  // Loaded for the first one: a run without any does not pay for it.
  const { loadRemark } = await import('./remark-entries.ts');
  return { remark: await loadRemark(remark, source, boundary, assembly) };
}

async function patternsOf(
  { patterns = [] }: Config,
  source: ConfigSource,
  { steps }: Assembly,
): Promise<readonly Rule[]> {
  if (patterns.length === 0) return [];
  // Loaded for the first pattern: a run without one does not pay for it.
  const { compilePatterns } = await import('./patterns.ts');
  return compilePatterns(patterns, source, steps);
}

function isPreset(entry: string): entry is Preset {
  return (presets as readonly string[]).includes(entry);
}

function problem(file: string, place: ConfigProblem['place'], message: string, about?: string): ConfigError {
  return new ConfigError([{ file, place, message, ...(about !== undefined && { about }) }]);
}
