import { dirname } from 'node:path';
import type { Rule } from '../engine/rule.ts';
import type { FrontMatterSchema, RemarkEntry } from '../engine/settings.ts';
import type { Assembly, CodeMode } from './assembly.ts';
import { importConfig, isCode } from './code.ts';
import { configCandidates } from './discover.ts';
import { isTop, repositoryOf } from './folders.ts';
import { checkGlobs } from './glob-budget.ts';
import { layersOf, presetLayer } from './layers.ts';
import { readNamed, readSource } from './read-source.ts';
import type { Config } from './schema.ts';
import type { ConfigSource } from './source.ts';

/** One file or preset that a configuration is made of. */
export interface Layer {
  /** Absolute path of the file, or the name of the preset or plugin. */
  readonly name: string;
  /** The folder to which its globs are relative: its own, of a package that of the file that extends it. */
  readonly folder: string;
  readonly config: Config;
  /** Null for presets and for what plugins recommend. */
  readonly source: ConfigSource | null;
  /** The schemas it names, by the entry that does: `series.0`, `overrides.2`. */
  readonly schemas?: ReadonlyMap<string, FrontMatterSchema>;
  /** A rule for each of its patterns. */
  readonly patterns?: readonly Rule[];
  /** The rules of the plugins that it names. */
  readonly plugins?: readonly Rule[];
  /** The plugins of remark that it names. */
  readonly remark?: readonly RemarkEntry[];
}

/** A configuration with everything that it extends. */
export interface LoadedConfig {
  /** Absolute path of the file; null where there is none. */
  readonly file: string | null;
  /** Weakest first. */
  readonly layers: readonly Layer[];
  /** The rules that it may set: ours, and those of its plugins. */
  readonly rules: readonly Rule[];
  /**
   * Absolute paths of the programs that were run for it, or would have been, and of what was read of packages; a package that
   * is not there has its name here.
   */
  readonly code: readonly string[];
  /** Whether programs were left out, so that there may be rules that nobody knows. */
  readonly skipped: boolean;
}

export interface LoaderOptions {
  readonly rules: readonly Rule[];
  /** Whether configuration that is a program may be run, and programs and packages that a configuration names. */
  readonly code: boolean;
  /** Whether the configuration is another one than that of the working copy, so that what it names is not there. */
  readonly dataOnly?: boolean;
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

export function createConfigLoader(given: LoaderOptions): ConfigLoader {
  const options = { ...given, notify: sayingOnce(given.notify) };
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
      if (source) return assemble(source, repositoryOf(folder) ?? folder, options);
    }
    return isTop(folder) ? withoutFile(options.rules) : nearest(dirname(folder));
  };
  const named = async (file: string): Promise<LoadedConfig> => {
    const boundary = repositoryOf(dirname(file)) ?? dirname(file);
    if (!isCode(file)) return assemble(await readNamed(file), boundary, options);
    if (options.code) {
      const config = await assemble(await importConfig(file), boundary, options);
      return { ...config, code: [file, ...config.code] };
    }
    options.notify(`${file} is a program and is not run: the preset recaplint:recommended is used instead.`);
    return { ...withoutFile(options.rules), code: [file], skipped: true };
  };
  return { nearest, named };
}

/** Folders that share a configuration, and configurations that share a plugin, are told of it once. */
function sayingOnce(notify: LoaderOptions['notify']): LoaderOptions['notify'] {
  const said = new Set<string>();
  return (message) => {
    if (!said.has(message)) notify(message);
    said.add(message);
  };
}

function withoutFile(rules: readonly Rule[]): LoadedConfig {
  const layers = [presetLayer('recaplint:recommended', rules)];
  return { file: null, layers, rules, code: [], skipped: false };
}

async function assemble(
  source: ConfigSource,
  boundary: string,
  { rules, notify, code, dataOnly = false }: LoaderOptions,
): Promise<LoadedConfig> {
  const mode: CodeMode = code ? (dataOnly ? 'refuse' : 'run') : 'skip';
  const assembly: Assembly = {
    mode,
    notify,
    steps: { total: 0 },
    rules,
    plugins: new Map(),
    code: new Set(),
    skipped: false,
    hosts: false,
  };
  const fallback = ['recaplint:recommended'];
  const layers = await layersOf(source, { assembly, rules, boundary, globs: null, above: [], fallback });
  checkGlobs(layers);
  const { skipped } = assembly;
  return { file: source.file, layers, rules: assembly.rules, code: [...assembly.code], skipped };
}
