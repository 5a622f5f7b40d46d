import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isInside } from '../config/folders.ts';
import type { FileSet } from '../engine/rule.ts';

/**
 * What stands below a root, looked up when it is asked for and remembered for the run. Nothing outside the root is
 * known: a link is there, but no way leads through one that leaves the root. Never throws.
 */
export function filesBelow(root: string): FileSet {
  const boundary = realPath(root);
  const folders = new Map<string, string | null>();
  const names = new Map<string, readonly string[]>();
  const known = new Map<string, boolean>();
  /** The real path of a folder in the root; null where there is none. */
  const folderAt = (path: string): string | null => {
    let real = folders.get(path);
    if (real === undefined) {
      const found = realPath(path);
      real = found !== null && boundary !== null && isInside(boundary, found) ? found : null;
      folders.set(path, real);
    }
    return real;
  };
  const stands = (path: string): boolean => {
    const full = resolve(root, path);
    if (full === resolve(root)) return boundary !== null;
    if (!isInside(resolve(root), full)) return false;
    const folder = folderAt(dirname(full));
    return folder !== null && exists(join(folder, full.slice(dirname(full).length)));
  };
  return {
    has(path) {
      const answer = known.get(path) ?? stands(path);
      known.set(path, answer);
      return answer;
    },
    list(path) {
      const full = resolve(root, path);
      const folder = isInside(resolve(root), full) ? folderAt(full) : null;
      const answer = names.get(full) ?? (folder === null ? [] : namesIn(folder));
      names.set(full, answer);
      return answer;
    },
  };
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
