import { dirname, relative, resolve, sep } from 'node:path';
import { flagLayer } from '../config/flags.ts';
import { isInside, repositoryOf } from '../config/folders.ts';
import { type ConfigLoader, createConfigLoader, type LoadedConfig } from '../config/load.ts';
import { type Mirror, mirrored } from '../config/mirror.ts';
import { partsOf } from '../config/parts.ts';
import { ConfigError } from '../config/problem.ts';
import { createResolver, type ResolvedPost, type ResolvePost } from '../config/resolve.ts';
import type { FileSet, Rule } from '../engine/rule.ts';
import { rules } from '../rules/index.ts';
import { filesBelow } from '../workspace/files.ts';

/** A post with all that decides how it is linted. */
export interface PlacedPost {
  /** Absolute. */
  readonly root: string;
  /** Path relative to the root, with `/`. */
  readonly path: string;
  /** What stands below the root; null where no configuration or repository says that the root is all there is. */
  readonly files: FileSet | null;
  readonly config: LoadedConfig;
  readonly resolved: ResolvedPost;
}

/** The configuration side of one run. */
export interface Session {
  /**
   * Where a file belongs and how it is linted.
   *
   * @param base folder that is its root where neither a configuration nor a repository says one
   * @throws ConfigError
   */
  place(file: string, base: string): Promise<PlacedPost>;
  /** Forgets what stood on disk, as far as rules asked: files have come or gone. Posts that are placed keep what they know. */
  forgetFiles(): void;
  /** Ours, and those of the plugins of each configuration that has been read so far, by id. */
  rules(): readonly Rule[];
  /** Absolute paths of what the configuration is made of, as far as it has been read, and of what is wrong with it. */
  configFiles(): ReadonlySet<string>;
}

/** What decides on configuration beside the files that are found. */
export interface SessionOptions {
  /** A configuration file that counts in place of the nearest ones. */
  readonly config?: string;
  /** Where configuration is read from in place of a repository. */
  readonly mirror?: Mirror;
  /** Each as `id: level`; they win over every file. */
  readonly rule: readonly string[];
  /** Whether configuration that is a program may be run. */
  readonly code: boolean;
  /** Whether suppression comments count. */
  readonly inlineConfig: boolean;
}

/**
 * @param cwd where a relative path of a configuration file starts
 * @param say is told what was left out
 * @throws ConfigError where an entry of `rule` is wrong
 */
export function openSession(
  options: SessionOptions,
  cwd: string,
  say: (message: string) => void,
  known: readonly Rule[] = rules,
): Session {
  const dataOnly = options.mirror !== undefined;
  const disk = createConfigLoader({ rules: known, code: options.code, dataOnly, notify: say });
  const loader = options.mirror ? mirrored(disk, options.mirror) : disk;
  // Which rules there are, a configuration says: what can be told without one is told at once.
  flagLayer(options.rule, { rules: known, hosts: true, skipped: true });
  const resolvers = new Map<LoadedConfig, ResolvePost>();
  const roots = new Map<string, string | null>();
  const files = new Map<string, FileSet>();
  const broken = new Set<string>();
  const configOf = configSource(loader, options.config, cwd);
  return {
    forgetFiles: () => files.clear(),
    rules: () => allRules(known, [...resolvers.keys()]),
    configFiles: () => new Set([...broken, ...[...resolvers.keys()].flatMap(partsOf)]),
    async place(file, base) {
      const folder = dirname(file);
      const config = await configOf(folder).catch((error) => {
        if (error instanceof ConfigError)
          for (const { file, about = file } of error.problems) broken.add(file).add(about);
        throw error;
      });
      if (!resolvers.has(config)) resolvers.set(config, resolverFor(config, options));
      if (!roots.has(folder)) roots.set(folder, repositoryOf(folder));
      const project = [config.file && dirname(config.file), roots.get(folder)].find(
        (candidate) => candidate && isInside(candidate, file),
      );
      const root = project ?? (isInside(base, file) ? base : folder);
      const path = relative(root, file).replaceAll(sep, '/');
      if (project && !files.has(project)) files.set(project, filesBelow(project));
      return { root, path, files: files.get(root) ?? null, config, resolved: resolvers.get(config)!(file) };
    },
  };
}

function allRules(known: readonly Rule[], configs: readonly LoadedConfig[]): readonly Rule[] {
  const [first, ...others] = new Set(configs.flatMap(({ rules: own }) => (own === known ? [] : [own])));
  if (!first) return known;
  // Most have one configuration: its list stays one that can be known again.
  if (others.length === 0) return first;
  const byId = new Map([first, ...others].flat().map((rule) => [rule.id, rule]));
  return [...byId.values()];
}

/** A flag that is wrong under a configuration is so for each of its posts, and is said once. */
function resolverFor(config: LoadedConfig, { rule: flags, inlineConfig }: SessionOptions): ResolvePost {
  const { layers, rules, skipped } = config;
  const hosts = layers.some(({ remark }) => remark !== undefined);
  try {
    const flagged = flags.length > 0 ? [flagLayer(flags, { rules, hosts, skipped })] : [];
    return createResolver([...layers, ...flagged], { rules, inlineConfig, skipped });
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The nearest configuration of each folder, or the named one for all. */
function configSource(
  loader: ConfigLoader,
  named: string | undefined,
  cwd: string,
): (folder: string) => Promise<LoadedConfig> {
  if (named === undefined) return loader.nearest;
  let config: Promise<LoadedConfig> | null = null;
  return () => {
    config ??= loader.named(resolve(cwd, named));
    return config;
  };
}
