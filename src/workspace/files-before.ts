import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { folderOf, joinPath } from '../document/local-targets.ts';
import type { FileSet } from '../engine/rule.ts';
import type { MovedPaths } from './git-changes.ts';

/**
 * The files of a workspace as they were before a change: those that came left out, those that went put back. What git does
 * not know, such as files that it ignores, stood there before as it stands there now.
 *
 * @param files as they are now
 * @param root folder that their paths start in, absolute
 * @param top real path of the repository's folder
 */
export function filesBefore(files: FileSet, root: string, top: string, { came, went }: MovedPaths): FileSet {
  const real = realpathSync(root);
  const inRoot = (paths: readonly string[]) =>
    paths
      .map((path) => relative(real, join(top, path)).replaceAll(sep, '/'))
      .filter((path) => !path.startsWith('../'));
  const gone = new Set(inRoot(came));
  const back = namesByFolder(inRoot(went));
  const filled = namesByFolder(gone);
  const isBack = (path: string) => back.has(path) || back.get(folderOf(path))?.has(nameOf(path)) === true;
  const list = (folder: string): readonly string[] => {
    const path = joinPath('', folder);
    if (path === null) return [];
    const kept = files.list(folder).filter((name) => has(path === '' ? name : `${path}/${name}`));
    return [...new Set([...kept, ...(back.get(path) ?? [])])];
  };
  const has = (asked: string): boolean => {
    const path = joinPath('', asked);
    if (path === null) return false;
    if (isBack(path)) return true;
    if (gone.has(path) || !files.has(asked)) return false;
    // git has no empty folders: one that only new files stand in is new.
    return !filled.has(path) || list(path).length > 0;
  };
  return { has, list };
}

/** What stands in each folder on the way to some paths. */
function namesByFolder(paths: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (let path of paths) {
    while (path !== '') {
      const folder = folderOf(path);
      const known = names.get(folder);
      names.set(folder, (known ?? new Set()).add(nameOf(path)));
      if (known) break;
      path = folder;
    }
  }
  return names;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
