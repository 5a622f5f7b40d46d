import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { namePattern, pathPattern } from '../series/pattern.ts';
import { isPost } from './find.ts';

/** The most posts that are looked at beside one folder's own; the longest real series here has 700. */
const mostSiblings = 5_000;

/**
 * The posts that may belong to the series of others: those in their folders, and in folders below the root whose paths
 * differ in a period or number alone. Hidden folders and links are not followed; what cannot be read is left out.
 *
 * @param paths of posts, relative to the root, with `/`
 * @returns absolute paths, ordered
 */
export function findSiblings(root: string, paths: readonly string[]): string[] {
  const folders = new Set(paths.map((path) => pathPattern(path).folder));
  return [...folders].flatMap((folder) => postsIn(root, folder)).sort();
}

function postsIn(root: string, pattern: string): string[] {
  let folders = [root];
  for (const segment of pattern === '' ? [] : pattern.split('/')) {
    folders = folders.flatMap((folder) =>
      entriesOf(folder)
        .filter((entry) => isOpenFolder(entry) && namePattern(entry.name) === segment)
        .map(({ name }) => join(folder, name)),
    );
  }
  return folders.flatMap(postsOfFolder).slice(0, mostSiblings);
}

/** The posts of a folder: its files, and the `index` files of the folders in it. */
function postsOfFolder(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return isPost(entry.name) ? [path] : [];
    if (!isOpenFolder(entry)) return [];
    return entriesOf(path)
      .filter(({ name }) => /^_?index\./i.test(name) && isPost(name))
      .map(({ name }) => join(path, name));
  });
}

function isOpenFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
