import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { RunError } from '../project/run-error.ts';
import { type FoundPosts, findPosts, folderLeadingTo } from '../workspace/find.ts';
import type { Change } from './change.ts';
import { notify } from './messages.ts';

/**
 * What the paths of the command line lead to in the state after a change. That a post was deleted is said, and no mistake.
 *
 * @param name what the change is called: "since main"
 * @throws RunError where a post lies outside the repository
 */
export async function findPresent(
  change: Change,
  paths: readonly string[],
  cwd: string,
  name: string,
): Promise<FoundPosts> {
  const staged = change.after.among([]);
  const isStaged = (path: string) => staged.some((file) => folderLeadingTo(file, path, cwd));
  const sought: string[] = [];
  for (const path of paths) {
    const isLost = !existsSync(resolve(cwd, path)) && (isStaged(path) || stoodAt(path, change, cwd));
    if (isGone(path, change, cwd, name)) continue;
    if (!isLost || (await findPosts([path], cwd)).posts.length > 0) sought.push(path);
    else if (!isStaged(path)) notify(`No post that "${path}" leads to is left ${name}.`);
  }
  const found = await findPosts(sought, cwd);
  const outside = found.posts.find(({ path }) => change.nameOf(path) === null);
  if (outside)
    throw new RunError(
      `"${relative(cwd, outside.path)}" is not in the repository of the current folder, ${change.top}: run recaplint in its own.`,
    );
  const present = new Set(change.after.among(found.posts.map(({ path }) => path)));
  const onDisk = found.posts.filter(({ path }) => present.has(path));
  const named = new Set(paths.map((path) => resolve(cwd, path)));
  const missing = staged.filter((file) => paths.some((path) => folderLeadingTo(file, path, cwd)));
  const alone = missing.map((path) => ({ path, named: named.has(path), base: dirname(path) }));
  return { ...found, posts: [...onDisk, ...alone].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Whether a path led to a post before the change. */
function stoodAt(path: string, { posts }: Change, cwd: string): boolean {
  return posts.some(({ before }) => before && folderLeadingTo(before.path, path, cwd));
}

/** Whether a change took away what a path names; says so. */
function isGone(path: string, change: Change, cwd: string, name: string): boolean {
  const full = resolve(cwd, path);
  const gone = existsSync(full) ? null : change.from(full);
  if (gone === null || gone.path === full) return false;
  const fate = gone.path ? `renamed to "${relative(cwd, gone.path)}"` : 'deleted';
  notify(`"${path}" was ${fate} ${name}.`);
  return true;
}
