import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isInside, repositoryOf } from '../config/folders.ts';
import { compileGlob, globCharacters, isTooLarge } from '../config/glob.ts';
import { shortened } from '../config/problem.ts';
import { type IgnoreScope, ignoreScope } from './ignore-files.ts';
import { type Entry, readFolder } from './read-folder.ts';
import { readingReasonOf } from './refusals.ts';
import { isTurnDue, nextTurn } from './turns.ts';

/** A file to lint. */
export interface FoundPost {
  /** Absolute path. */
  readonly path: string;
  /** Whether the file itself was named, so that nothing that is said of folders hides it. */
  readonly named: boolean;
  /** The folder that was named, or that of the named file: the root of last resort. */
  readonly base: string;
}

/** What the paths of a command line lead to. */
export interface FoundPosts {
  /** Ordered by path, each file once. */
  readonly posts: readonly FoundPost[];
  /** Paths that lead nowhere and folders that cannot be read, in sentences. */
  readonly problems: readonly string[];
  /** How many posts and folders were passed over because of ignore files. */
  readonly hidden: number;
}

const ending = /\.(?:md|markdown|mdx|rmd|qmd)$/i;

/** Whether a file is taken for a post by its name. */
export function isPost(name: string): boolean {
  return ending.test(name);
}

/** Endings of posts, as they are named in messages. */
export const postEndings = '.md, .markdown, .mdx, .Rmd or .qmd';

/** Finds the posts that files, folders and globs name; relative paths start at `cwd`. */
export async function findPosts(paths: readonly string[], cwd: string): Promise<FoundPosts> {
  const search = new Search();
  for (const path of paths) await search.add(path, cwd);
  return {
    posts: [...search.posts.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    problems: search.problems,
    hidden: search.hidden,
  };
}

/** A folder on the way, by its own path and by its real one. */
interface Folder {
  readonly path: string;
  readonly real: string;
  readonly scope: IgnoreScope;
}

/** What is looked for below one named folder. */
interface Walk {
  readonly base: string;
  /** Real path of the folder that links may not leave. */
  readonly boundary: string;
  readonly accepts: (path: string) => boolean;
  /** Links, looked at when all that is no link has been: a post is reported under its own path. */
  readonly links: { readonly path: string; readonly scope: IgnoreScope }[];
}

class Search {
  /** Posts by real path. */
  readonly posts = new Map<string, FoundPost>();
  readonly problems: string[] = [];
  hidden = 0;

  async add(path: string, cwd: string): Promise<void> {
    const absolute = resolve(cwd, path);
    const stats = statOf(absolute);
    if (!stats && globCharacters.test(path)) return this.#addGlob(path, cwd);
    if (!stats) {
      this.problems.push(`"${path}" does not exist or cannot be reached.`);
    } else if (stats.isFile()) {
      this.posts.set(realpathSync(absolute), { path: absolute, named: true, base: dirname(absolute) });
    } else if (!stats.isDirectory()) {
      this.problems.push(`"${path}" is neither a file nor a folder.`);
    } else if (ending.test(path)) {
      this.problems.push(`"${path}" is a folder, not a file. To lint the posts in it write "${path}/".`);
    } else {
      await this.#addFolder(absolute, (file) => ending.test(file));
    }
  }

  async #addGlob(pattern: string, cwd: string): Promise<void> {
    if (isTooLarge(pattern)) {
      this.problems.push(
        `"${shortened(pattern)}" stands for too many globs: write fewer lists such as {a,b}.`,
      );
      return;
    }
    const { base, matches } = readGlob(pattern, cwd);
    let found = false;
    const accepts = (path: string): boolean => {
      const wanted = matches(path);
      found ||= wanted;
      return wanted;
    };
    if (statOf(base)?.isDirectory()) await this.#addFolder(base, accepts);
    if (!found) this.problems.push(`No file matches "${pattern}".`);
  }

  async #addFolder(path: string, accepts: Walk['accepts']): Promise<void> {
    const real = realpathSync(path);
    const boundary = realpathSync(repositoryOf(path) ?? path);
    const walk: Walk = { base: path, boundary, accepts, links: [] };
    const seen = new Set<string>();
    await this.#walk({ path, real, scope: await ignoreScope(path) }, walk, seen);
    // The list grows while it is gone through: a link may lead to a folder with links.
    for (const { path: link, scope } of walk.links) await this.#follow(link, scope, walk, seen);
  }

  async #walk(folder: Folder, walk: Walk, seen: Set<string>): Promise<void> {
    if (seen.has(folder.real)) return;
    seen.add(folder.real);
    if (isTurnDue()) await nextTurn();
    for (const entry of this.#entriesOf(folder, walk)) {
      const path = join(folder.path, entry.name);
      if (entry.isSymbolicLink()) walk.links.push({ path, scope: folder.scope });
      else if (entry.isDirectory())
        await this.#enter(path, join(folder.real, entry.name), folder.scope, walk, seen);
      else if (entry.isFile()) this.#take(path, join(folder.real, entry.name), folder.scope, walk);
    }
  }

  #entriesOf({ path: folder, scope }: Folder, walk: Walk): readonly Entry[] {
    try {
      const { entries, unnameable } = readFolder(folder);
      for (const { path, shown, isFolder } of unnameable) {
        if (scope.hides(path, isFolder)) this.hidden++;
        else if (isFolder || walk.accepts(path))
          this.problems.push(`"${shown}" has a name that is not UTF-8, and cannot be opened: rename it.`);
      }
      return entries;
    } catch (error) {
      this.problems.push(`"${folder}" cannot be read: ${readingReasonOf(error)}.`);
      return [];
    }
  }

  async #enter(path: string, real: string, scope: IgnoreScope, walk: Walk, seen: Set<string>): Promise<void> {
    const name = basename(path);
    if (name === 'node_modules' || name.startsWith('.')) return;
    if (scope.hides(path, true)) this.hidden++;
    else await this.#walk({ path, real, scope: await scope.enter(path) }, walk, seen);
  }

  #take(path: string, real: string, scope: IgnoreScope, walk: Walk): void {
    if (!walk.accepts(path) || this.posts.has(real)) return;
    if (scope.hides(path, false)) {
      this.hidden++;
    } else {
      this.posts.set(real, { path, named: false, base: walk.base });
    }
  }

  async #follow(link: string, scope: IgnoreScope, walk: Walk, seen: Set<string>): Promise<void> {
    const stats = statOf(link);
    const real = stats && realPathOf(link);
    if (!stats || real === null || !isInside(walk.boundary, real)) return;
    if (stats.isDirectory()) await this.#enter(link, real, scope, walk, seen);
    else if (stats.isFile()) this.#take(link, real, scope, walk);
  }
}

/** The folder that a glob is looked for in, and whether a path (absolute) below it is meant. */
function readGlob(pattern: string, cwd: string) {
  const segments = pattern.split('/');
  const first = segments.findIndex((segment) => globCharacters.test(segment));
  const base = resolve(cwd, segments.slice(0, first).join('/') || (first > 0 ? '/' : '.'));
  const isMatch = compileGlob(segments.slice(first).join('/'));
  const anyEnding = !/\*\/?$/.test(pattern);
  const matches = (path: string) =>
    (anyEnding || ending.test(path)) && isMatch(relative(base, path).replaceAll(sep, '/'));
  return { base, matches };
}

/**
 * The folder from which a path of the command line would lead to a file (absolute), whether or not something hides it
 * there; null where it does not lead to it.
 */
export function folderLeadingTo(file: string, path: string, cwd: string): string | null {
  const absolute = resolve(cwd, path);
  if (!statOf(absolute) && globCharacters.test(path)) {
    const { base, matches } = readGlob(path, cwd);
    return isInside(base, file) && matches(file) ? base : null;
  }
  return absolute === file ? dirname(file) : isInside(absolute, file) && isPost(file) ? absolute : null;
}

/** What a path leads to, links followed; null where it leads nowhere. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** Null where it leads nowhere any more. */
function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
