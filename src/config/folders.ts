import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Whether the search for what holds for a folder ends here: at a repository or the file system's root. */
export function isTop(folder: string): boolean {
  return existsSync(join(folder, '.git')) || dirname(folder) === folder;
}

/** The nearest folder, from this one upwards, that holds `.git`; null outside a repository. */
export function repositoryOf(folder: string): string | null {
  let top = folder;
  while (!isTop(top)) top = dirname(top);
  return existsSync(join(top, '.git')) ? top : null;
}

/** The folder that paths are given from to programs: the repository's, else the one that a run was started in. */
export function baseOf(cwd: string): string {
  return repositoryOf(cwd) ?? cwd;
}

/** Whether a path is the folder or lies in it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
