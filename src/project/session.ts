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
  const disk = createConfigLoader({ rules: known, code: options.code, notify: say });
  const loader = options.mirror ? mirrored(disk, options.mirror) : disk;
  const ownLayers = options.rule.length > 0 ? [flagLayer(options.rule, known)] : [];
  const resolvers = new Map<LoadedConfig, ResolvePost>();
  const roots = new Map<string, string | null>();
  const files = new Map<string, FileSet>();
  const broken = new Set<string>();
  const configOf = configSource(loader, options.config, cwd);
  return {
    forgetFiles: () => files.clear(),
    configFiles: () => new Set([...broken, ...[...resolvers.keys()].flatMap(partsOf)]),
    async place(file, base) {
      const folder = dirname(file);
      const config = await configOf(folder).catch((error) => {
        if (error instanceof ConfigError) for (const problem of error.problems) broken.add(problem.file);
        throw error;
      });
      if (!resolvers.has(config)) {
        const merging = { rules: known, inlineConfig: options.inlineConfig };
        resolvers.set(config, createResolver([...config.layers, ...ownLayers], merging));
      }
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
