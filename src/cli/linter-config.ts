import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { resolveInside } from '../config/discover.ts';
import { repositoryOf } from '../config/folders.ts';
import { readJson } from '../config/json.ts';
import { ConfigError } from '../config/problem.ts';
import { readRegular } from '../config/regular-file.ts';
import type { ConfigSource } from '../config/source.ts';
import { readYaml } from '../config/yaml.ts';
import type { TakeoverProblem } from '../draft/takeover.ts';
import { RunError } from '../project/run-error.ts';

/** The most bytes of another linter's configuration, as of our own. */
const largest = 256 * 1024;

/** Where a linter keeps its configuration in a folder. */
export interface ConfigPlaces {
  readonly linter: string;
  /** Names of files that are data, strongest first. */
  readonly data: readonly string[];
  /** The key of `package.json` that holds one. */
  readonly packageKey: string | null;
  /** Names of files that are programs, which are not run. */
  readonly programs: readonly string[];
}

/** A configuration that was found. */
export interface FoundConfig {
  /** As messages name it: `.remarkrc`, `remarkConfig in package.json`. */
  readonly name: string;
  /** The configuration itself. */
  readonly value: unknown;
  readonly source: ConfigSource;
  /** The way to it in its file. */
  readonly root: readonly PropertyKey[];
}

/**
 * Reads a linter's configuration in a folder, as data: nothing is run.
 *
 * @returns null where there is none
 * @throws RunError where there are two, or only a program; ConfigError where it is broken
 */
export function readLinterConfig(folder: string, places: ConfigPlaces): FoundConfig | null {
  const { linter, data, packageKey, programs } = places;
  const found = [
    ...data.filter((name) => isThere(join(folder, name))).map((name) => readWhole(folder, name)),
    ...(packageKey === null ? [] : readPackageKey(folder, packageKey)),
  ];
  const [first, second] = found;
  if (first && second)
    throw new RunError(
      `There are two configurations of ${linter}: ${first.name} and ${second.name}. Keep one of them.`,
    );
  const program = programs.find((name) => isThere(join(folder, name)));
  if (program !== undefined && !first)
    throw new RunError(
      `${program} is a program, and init runs none: write what it exports as data into ${data.find((name) => /\.jsonc?$/.test(name)) ?? data[0]}, and run init again.`,
    );
  return first ?? null;
}

/** Reads a file of data that another one names by a path; it must lie in the repository. @throws ConfigError */
export function readNamedConfig(from: string, path: string, boundary: string): FoundConfig {
  const file = resolveInside(resolve(dirname(from), path), boundary);
  const source = readData(file);
  return { name: basename(file), value: source.value, source, root: [] };
}

/** The text of an ignore file; null where there is none. @throws RunError where it cannot be read */
export function readIgnoreFile(folder: string, name: string): string | null {
  if (!isThere(join(folder, name))) return null;
  const file = resolveInside(join(folder, name), repositoryOf(folder) ?? folder);
  try {
    return readRegular(file, largest).toString();
  } catch (error) {
    throw new RunError(`${name} cannot be read: ${(error as Error).message}.`);
  }
}

/** The name of a file with a configuration of a linter, data or program; undefined where there is none. */
export function linterConfigName(folder: string, { data, programs }: ConfigPlaces): string | undefined {
  return [...data, ...programs].find((name) => isThere(join(folder, name)));
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false;
}

function readWhole(folder: string, name: string): FoundConfig {
  const source = readData(resolveInside(join(folder, name), repositoryOf(folder) ?? folder));
  return { name, value: source.value, source, root: [] };
}

function readPackageKey(folder: string, key: string): FoundConfig[] {
  const file = join(folder, 'package.json');
  if (!isThere(file)) return [];
  const source = readData(resolveInside(file, repositoryOf(folder) ?? folder));
  const value = source.value as Record<string, unknown> | null;
  if (typeof value !== 'object' || value === null || !(key in value)) return [];
  return [{ name: `${key} in package.json`, value: value[key], source, root: [key] }];
}

/** By its ending; a file without one is JSON, as remark takes it. */
function readData(file: string): ConfigSource {
  const fail = (message: string) => new ConfigError([{ file, place: null, message }]);
  const read = /\.ya?ml$/i.test(file) ? readYaml : readJson;
  let source: ConfigSource;
  try {
    source = read(
      file,
      readRegular(file, largest)
        .toString()
        .replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    if (error instanceof RangeError) throw fail('This file is nested too deeply.');
    throw fail(`This file cannot be read: ${(error as Error).message}.`);
  }
  if (source.problems.length > 0) throw new ConfigError(source.problems);
  return source;
}

/** What is said where there is nothing to take over. */
export function missing({ linter, packageKey }: ConfigPlaces, names: readonly string[]): RunError {
  const places = [...names, ...(packageKey === null ? [] : [`"${packageKey}" in package.json`])];
  return new RunError(
    `There is no configuration of ${linter} in this folder. Looked for: ${places.join(', ')}.`,
  );
}

/** @throws ConfigError where a configuration is none */
export function refuse(problems: readonly TakeoverProblem[], { source, root }: FoundConfig): void {
  if (problems.length === 0) return;
  const { file } = source;
  throw new ConfigError(
    problems.map(({ path, message }) => ({ file, place: source.placeOf([...root, ...path]), message })),
  );
}
