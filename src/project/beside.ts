import { dirname } from 'node:path';
import type { Parse } from '../document/document.ts';
import { findPosts } from '../workspace/find.ts';
import { findSiblings } from '../workspace/siblings.ts';
import { type KnownPost, readKnown } from './known.ts';
import { wantsFacts } from './lint-post.ts';
import { paced } from './paced.ts';
import type { PlacedPost, Session } from './session.ts';

/**
 * Posts that are not linted in a run but may belong to the series of those that are: beside them, or claimed by the
 * series that a configuration names for them.
 *
 * @param posts those of the run
 * @returns absolute paths, ordered
 */
export async function pathsBeside(posts: readonly PlacedPost[]): Promise<string[]> {
  const byRoot = new Map<string, string[]>();
  const globs = new Map<string, Set<string>>();
  for (const placed of posts.filter(wantsFacts)) {
    append(byRoot, placed.root, placed.path);
    const { series } = placed.resolved;
    if (!series?.origin.layer.folder) continue;
    const { folder } = series.origin.layer;
    globs.set(folder, new Set([...(globs.get(folder) ?? []), ...series.setting.files]));
  }
  const paths = new Set<string>();
  for (const [root, own] of byRoot) {
    for (const path of await findSiblings(root, own)) paths.add(path);
  }
  for (const [folder, patterns] of globs) {
    const { posts } = await findPosts([...patterns], folder);
    for (const { path } of posts) paths.add(path);
  }
  return [...paths].sort();
}

function append(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/**
 * The facts of posts that are not linted. What cannot be read teaches nothing: nobody asked about it.
 *
 * @param read as for {@link readKnown}
 */
export async function readAllKnown(
  paths: readonly string[],
  session: Session,
  parse: Parse,
  read?: (path: string) => Buffer,
): Promise<KnownPost[]> {
  const known: KnownPost[] = [];
  for await (const path of paced(paths, 'reading')) {
    try {
      const post = await readKnown(path, dirname(path), session, parse, read);
      if (post && !post.placed.resolved.ignored) known.push(post);
    } catch {}
  }
  return known;
}
