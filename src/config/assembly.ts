import { dirname, resolve } from 'node:path';
import type { Rule } from '../engine/rule.ts';
import { type CodeName, isPath, loadDefault, locate } from './named-code.ts';
import type { PatternSteps } from './pattern-rule.ts';
import { ConfigError, type ConfigProblem, shortened } from './problem.ts';

/**
 * What becomes of other people's code that a configuration names: it is run, it is left out with a notice, or it is an
 * error, because where the configuration comes from it cannot be.
 */
export type CodeMode = 'run' | 'skip' | 'refuse';

/** What reading a configuration, with all that it extends, has come to so far. */
export interface Assembly {
  readonly mode: CodeMode;
  readonly notify: (message: string) => void;
  /** What the patterns of all of its files come to. */
  readonly steps: PatternSteps;
  /** The rules that there are: ours, then those of the plugins that were named so far. */
  rules: readonly Rule[];
  /** The plugins that were loaded, by file. */
  readonly plugins: Map<string, { readonly name: string; readonly rules: readonly Rule[] }>;
  /** Absolute paths of the modules that were loaded, or would have been; the names of those that there are not. */
  readonly code: Set<string>;
  /** Whether something was left out, so that nobody knows what rules it has. */
  skipped: boolean;
  /** Whether a plugin of remark is named. */
  hosts: boolean;
}

/** Where a module is named in a configuration, and what it is called in messages. */
export interface NamedPlace extends CodeName {
  readonly place: ConfigProblem['place'];
  /** What the module is, at the beginning of a sentence: `The plugin "./rules/x.js"`. */
  readonly what: string;
}

/**
 * Loads a module as the mode has it.
 *
 * @returns null where it is left out, which is said
 * @throws ConfigError
 */
export async function loadNamed(
  named: NamedPlace,
  assembly: Assembly,
): Promise<{ readonly file: string; readonly value: unknown } | null> {
  if (!(await isWanted(named, assembly))) return null;
  try {
    const loaded = await loadDefault(named);
    assembly.code.add(loaded.file);
    return loaded;
  } catch (error) {
    assembly.code.add(await fileOf(named));
    throw failure(named, (error as Error).message, await fileOf(named));
  }
}

/** Whether a module is to be loaded; one that is left out is noted and said. @throws ConfigError where the mode refuses it */
export async function isWanted(named: NamedPlace, assembly: Assembly): Promise<boolean> {
  const { mode, notify, code } = assembly;
  if (mode === 'run') return true;
  if (mode === 'refuse')
    throw failure(
      named,
      'It is a program, and --config-from brings data alone: add --no-code to leave it out.',
    );
  code.add(await fileOf(named));
  assembly.skipped = true;
  notify(`${named.what} is a program and is not run: what it brings is missing.`);
  return false;
}

/** @param about a file to be mended, where it is not the configuration */
export function failure({ what, from, place }: NamedPlace, reason: string, about?: string): ConfigError {
  const message = `${what} cannot be used. ${reason}`;
  return new ConfigError([{ file: from, place, message, ...(about !== undefined && { about }) }]);
}

/** Where a module is or should be; its name where there is no such package. */
async function fileOf(named: NamedPlace): Promise<string> {
  try {
    return await locate(named);
  } catch {
    return isPath(named.name) ? resolve(dirname(named.from), named.name) : shortened(named.name);
  }
}
