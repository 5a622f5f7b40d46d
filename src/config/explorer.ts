import { basename, dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { cosmiconfig } from 'cosmiconfig';
import { readJson, readPackageJson } from './json.ts';
import { ConfigError } from './problem.ts';
import { type ConfigSource, SourceBuilder } from './source.ts';
import { readYaml } from './yaml.ts';

// Forty times the longest configuration that anybody would write by hand.
const longest = 256 * 1024;

/** Reads a configuration file; null for a `package.json` without an entry `recaplint`. */
export type ReadConfig = (file: string) => Promise<ConfigSource | null>;

/**
 * Opens cosmiconfig as a reader of data and nothing else. By itself it is not one: while an explorer is created
 * it runs `.config/config.js` of the working directory, and files that no loader of ours claims, or that a key
 * `$import` names, go to its own loaders, which run code. So it is created in a folder of our own, every loader is
 * replaced, and what our loaders return never has a key `$import`.
 */
export function openExplorer(): ReadConfig {
  const explorer = inOwnFolder(() =>
    cosmiconfig('recaplint', {
      searchPlaces: ['package.json'],
      // A run asks once for each file; the next run of the same process is to see what has changed.
      cache: false,
      loaders: {
        '.json': readJsonFile,
        '.jsonc': (file, text) => readData(file, text, readJson),
        '.yaml': (file, text) => readData(file, text, readYaml),
        '.yml': (file, text) => readData(file, text, readYaml),
        '.js': refuse,
        '.cjs': refuse,
        '.mjs': refuse,
        '.ts': refuse,
        noExt: refuse,
        default: refuse,
      },
    }),
  );
  return async (file) => {
    const result = await explorer.load(file);
    if (result === null) return null;
    return result.isEmpty ? new SourceBuilder(file, '').finish({}) : result.config;
  };
}

/** Runs something with the working directory where none but our own files lie. */
function inOwnFolder<T>(run: () => T): T {
  const own = dirname(fileURLToPath(import.meta.url));
  return isMainThread ? afterChange(own, run) : asIfIn(own, run);
}

function afterChange<T>(folder: string, run: () => T): T {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return run();
  } finally {
    process.chdir(before);
  }
}

/** Other threads cannot change the folder, and have a `process` of their own, which can say another one. */
function asIfIn<T>(folder: string, run: () => T): T {
  const before = process.cwd;
  process.cwd = () => folder;
  try {
    return run();
  } finally {
    process.cwd = before;
  }
}

/** cosmiconfig takes the entry `recaplint` out of what a `package.json` gives. */
function readJsonFile(file: string, text: string): ConfigSource | { recaplint: ConfigSource | null } {
  if (basename(file) !== 'package.json') return readData(file, text, readJson);
  return { recaplint: readData(file, text, readPackageJson) };
}

function readData<T>(file: string, text: string, read: (file: string, text: string) => T): T {
  if (text.length > longest) throw unreadable(file, `is longer than ${longest} characters`);
  try {
    return read(file, text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // Both readers descend recursively and run out of stack on brackets nested by the thousand.
    if (error instanceof RangeError) throw unreadable(file, 'is nested too deeply');
    throw error;
  }
}

function refuse(file: string): never {
  throw unreadable(file, `has the ending "${extname(file)}", which is no format of configuration data`);
}

function unreadable(file: string, reason: string): ConfigError {
  return new ConfigError([{ file, place: null, message: `This file ${reason}.` }]);
}
