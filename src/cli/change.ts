import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { isInside } from '../config/folders.ts';
import { isPost } from '../workspace/find.ts';
import { openRepository, type Repository } from '../workspace/git.ts';
import {
  type Changes,
  changesSince,
  type MovedPaths,
  readBlobs,
  stagedChanges,
  unstagedMoves,
} from '../workspace/git-changes.ts';
import { isReached } from '../workspace/reach.ts';
import type { Flags } from './flags.ts';
import { stagedState } from './staged.ts';
import { diskState, type PostState } from './state.ts';

/** What became of one post. */
export interface PostChange {
  /** Absolute; null: the post was deleted. */
  readonly path: string | null;
  /** What it was before; null: it is new. */
  readonly before: { readonly path: string; readonly bytes: Buffer } | null;
}

/** What changed among the posts of a repository, with the state before it and the one after it. */
export interface Change {
  /** Real path of the repository's folder. */
  readonly top: string;
  readonly posts: readonly PostChange[];
  readonly before: PostState;
  readonly after: PostState;
  /** Paths of all files that changed, as they are called now or were before, relative to the top. */
  readonly touched: ReadonlySet<string>;
  /** Files with a merge conflict that is not resolved, relative to the top. */
  readonly unmerged: readonly string[];
  /** Where files of any kind came and went. */
  readonly moved: MovedPaths;
  /** Where the files on disk are others than those after the change; null: nowhere. */
  readonly unstaged: MovedPaths | null;
  /** The path of a file (absolute) relative to the top, links followed; null: it lies outside. */
  nameOf(path: string): string | null;
  /** What became of the post that stands at a path (absolute); null: nothing. */
  to(path: string): PostChange | null;
  /** What became of the post that stood at a path (absolute); null: nothing. */
  from(path: string): PostChange | null;
}

/**
 * Asks git what changed.
 *
 * @param paths those of the command line: what they name is a post, whatever it is called
 * @throws GitError
 */
export async function openChange(
  { since, staged }: Pick<Flags, 'since' | 'staged'>,
  paths: readonly string[],
  cwd: string,
): Promise<Change> {
  const repository = openRepository(cwd);
  const { top } = repository;
  const changes = staged ? stagedChanges(repository) : changesSince(repository, since!);
  const nameOf = namesIn(top);
  const named = new Set(paths.map((path) => nameOf(resolve(cwd, path))));
  const posts = await postsIn(changes, (name) => isPost(name) || named.has(name), repository);
  const byPath = new Map(posts.flatMap((post) => (post.path === null ? [] : [[nameOf(post.path), post]])));
  const byOldPath = new Map(posts.flatMap((post) => (post.before ? [[nameOf(post.before.path), post]] : [])));
  const to = (path: string) => byPath.get(nameOf(path)) ?? null;
  const after = staged ? await stagedState(repository, nameOf) : diskState;
  return {
    top,
    posts,
    before: stateBefore(posts, after, to),
    after,
    touched: new Set(
      changes.files.flatMap(({ before, after: now }) => [before, now].flatMap((file) => file?.path ?? [])),
    ),
    unmerged: changes.unmerged,
    moved: changes,
    unstaged: staged ? unstagedMoves(repository) : null,
    nameOf,
    to,
    from: (path) => byOldPath.get(nameOf(path)) ?? null,
  };
}

function namesIn(top: string): Change['nameOf'] {
  const known = new Map<string, string | null>();
  return (path) => {
    let name = known.get(path);
    if (name === undefined) {
      const real = existsSync(path) ? realpathSync(path) : path;
      name = isInside(top, real) ? relative(top, real).replaceAll(sep, '/') : null;
      known.set(path, name);
    }
    return name;
  };
}

/** The changes of posts. What was no post before, by its name or because it was hidden, is new. */
async function postsIn(
  { files }: Changes,
  isWanted: (name: string) => boolean,
  repository: Repository,
): Promise<PostChange[]> {
  const found = files.filter(({ before, after }) =>
    [before, after].some((file) => file && isWanted(file.path)),
  );
  const blobs = readBlobs(
    repository,
    found.flatMap(({ before }) => before?.id ?? []),
  );
  const changes: PostChange[] = [];
  for (const { before, after } of found) {
    const old = before && join(repository.top, before.path);
    const stayed = before?.path === after?.path;
    const wasPost = stayed || (before && isPost(before.path) && (await isReached(old!, repository.top)));
    changes.push({
      path: after && join(repository.top, after.path),
      // Of what was too large to be linted nothing is known.
      before: before && wasPost ? { path: old!, bytes: blobs.get(before.id) ?? Buffer.alloc(0) } : null,
    });
  }
  return changes;
}

/** The posts as they were: those that are new left out, those that are gone put back, each with its text of that time. */
function stateBefore(posts: readonly PostChange[], after: PostState, to: Change['to']): PostState {
  const old = new Map(posts.flatMap(({ before }) => (before ? [[before.path, before.bytes]] : [])));
  const deleted = posts.flatMap(({ path, before }) => (path === null && before ? [before.path] : []));
  return {
    read: (path) => old.get(path) ?? after.read(path),
    among(paths) {
      const kept = after.among(paths).flatMap((path) => {
        const change = to(path);
        return change ? (change.before?.path ?? []) : path;
      });
      return [...kept, ...deleted];
    },
  };
}
