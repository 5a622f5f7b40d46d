import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isInside, repositoryOf } from '../config/folders.ts';
import { globCharacters } from '../config/glob.ts';
import type { LoadedConfig } from '../config/load.ts';
import { partsOf } from '../config/parts.ts';

/** What a run over some paths depends on. All paths are absolute. */
export interface WatchedPlaces {
  /** Folders in which each file may be a post, or what a post links to. */
  readonly roots: ReadonlySet<string>;
  /** Folders in which configuration and ignore files alone count: those above the roots. */
  readonly above: ReadonlySet<string>;
  /** Files that were named, wherever they are. */
  readonly files: ReadonlySet<string>;
  /** Files that the run itself writes. */
  readonly written: ReadonlySet<string>;
}

/** Configuration, schemas, and ignore files. */
const settings = /\.(?:json|ya?ml)$|^\.(?:git|recaplint)ignore$/;

/**
 * The places that a run over some paths depends on. Beside a file that is named stand the other posts of its series.
 *
 * @param named configuration, facts and baseline
 * @param written reports
 */
export function placesOf(
  paths: readonly string[],
  cwd: string,
  named: readonly string[],
  written: readonly string[],
): WatchedPlaces {
  const roots = new Set(paths.map((path) => rootOf(path, cwd)));
  const files = new Set(named.map((file) => resolve(cwd, file)));
  const above = [...roots].flatMap((root) => foldersUp(root, repositoryOf(root) ?? cwd));
  return {
    roots,
    above: new Set([...above, ...[...files].map((file) => dirname(file))]),
    files,
    written: new Set(written.map((file) => resolve(cwd, file))),
  };
}

/** The places with files that a configuration turned out to be made of. */
export function withConfigs(places: WatchedPlaces, configs: Iterable<LoadedConfig>): WatchedPlaces {
  const parts = [...configs].flatMap(partsOf);
  const folders = parts.map((file) => dirname(file));
  return {
    ...places,
    files: new Set([...places.files, ...parts]),
    above: new Set([...places.above, ...folders]),
  };
}

/** Whether a file, or a folder on the way to one, may change what a run finds. */
export function isWatched({ roots, above, files, written }: WatchedPlaces, path: string): boolean {
  if (written.has(path)) return false;
  if (roots.has(path) || above.has(path) || files.has(path)) return true;
  const name = basename(path);
  const inRoot = [...roots].some((root) => isInside(root, path));
  if (settings.test(name)) return inRoot || above.has(dirname(path));
  return inRoot && name !== 'node_modules' && !name.startsWith('.');
}

function rootOf(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats) return stats.isDirectory() ? absolute : dirname(absolute);
  const segments = path.split('/');
  const first = segments.findIndex((segment) => globCharacters.test(segment));
  if (first < 0) return dirname(absolute);
  return resolve(cwd, segments.slice(0, first).join('/') || (first > 0 ? '/' : '.'));
}

function foldersUp(folder: string, top: string): string[] {
  if (folder === top || !isInside(top, folder)) return [];
  return [dirname(folder), ...foldersUp(dirname(folder), top)];
}
