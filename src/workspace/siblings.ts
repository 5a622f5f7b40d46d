import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { namePattern, pathPattern } from '../series/pattern.ts';
import { isPost } from './find.ts';
import { type IgnoreScope, ignoreScope } from './ignore-files.ts';

/** The most posts that are looked at beside one folder's own; the longest real series here has 700. */
const mostSiblings = 5_000;

/**
 * The posts that may belong to the series of others: those in their folders, and in folders below the root whose paths
 * differ in a period or number alone. Hidden folders, links, and what ignore files hide are not followed; what cannot be
 * read is left out.
 *
 * @param paths of posts, relative to the root, with `/`
 * @returns absolute paths, ordered
 */
export async function findSiblings(root: string, paths: readonly string[]): Promise<string[]> {
  const patterns = new Set(paths.map((path) => pathPattern(path).folder));
  const start = { path: root, scope: await ignoreScope(root) };
  const found = new Set<string>();
  for (const pattern of patterns) {
    for (const post of await postsIn(start, pattern)) found.add(post);
  }
  return [...found].sort();
}

interface Folder {
  readonly path: string;
  readonly scope: IgnoreScope;
}

async function postsIn(root: Folder, pattern: string): Promise<string[]> {
  let folders = [root];
  for (const segment of pattern === '' ? [] : pattern.split('/'))
    folders = await below(folders, (name) => namePattern(name) === segment);
  const posts = folders.flatMap((folder) => postsOf(folder, isPost));
  for (const folder of folders) {
    if (posts.length >= mostSiblings) break;
    // The folder of an `index` file is what the post is called.
    for (const inner of await below([folder], () => true)) posts.push(...postsOf(inner, isIndex));
  }
  return posts.slice(0, mostSiblings);
}

async function below(folders: readonly Folder[], isWanted: (name: string) => boolean): Promise<Folder[]> {
  const found: Folder[] = [];
  for (const { path: parent, scope } of folders) {
    for (const entry of entriesOf(parent)) {
      const path = join(parent, entry.name);
      if (isOpenFolder(entry) && isWanted(entry.name) && !scope.hides(path, true))
        found.push({ path, scope: await scope.enter(path) });
    }
  }
  return found;
}

function postsOf({ path: folder, scope }: Folder, isWanted: (name: string) => boolean): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map(({ name }) => join(folder, name))
    .filter((path) => !scope.hides(path, false));
}

function isIndex(name: string): boolean {
  return isPost(name) && /^_?(?:index|readme)\./i.test(name);
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
