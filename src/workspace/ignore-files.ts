import { statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Ignore } from 'ignore';
import { isTop, repositoryOf } from '../config/folders.ts';
import { readRegular } from '../config/regular-file.ts';

/** Bytes; hundreds of times what anybody writes by hand. */
const largest = 256 * 1024;

const names = ['.gitignore', '.recaplintignore'];

/** The ignore files of a folder and of those above it. */
export interface IgnoreScope {
  /** Whether they hide an entry (absolute path) of the folder or of one below it. */
  hides(path: string, isFolder: boolean): boolean;
  /** The scope of a folder inside this one, with its own ignore files added. */
  enter(folder: string): Promise<IgnoreScope>;
}

const open: IgnoreScope = {
  hides: () => false,
  enter: (folder) => scopeOf(folder, open, names),
};

/**
 * The scope of a folder: ignore files from the top of its repository downwards. Outside a repository those above the
 * folder count too, as they do for configuration, but not `.gitignore`, which means nothing there.
 */
export async function ignoreScope(folder: string): Promise<IgnoreScope> {
  const namesAbove = repositoryOf(folder) ? names : ['.recaplintignore'];
  const scopeAbove = async (inner: string): Promise<IgnoreScope> =>
    isTop(inner) ? open : scopeOf(dirname(inner), await scopeAbove(dirname(inner)), namesAbove);
  return scopeOf(folder, await scopeAbove(folder), names);
}

async function scopeOf(folder: string, above: IgnoreScope, files: readonly string[]): Promise<IgnoreScope> {
  const patterns = files.flatMap((name) => linesOf(join(folder, name)));
  if (patterns.length === 0) return above;
  const { default: ignore } = await import('ignore');
  const own = ignore({ ignorecase: false }).add(patterns);
  const scope: IgnoreScope = {
    hides: (path, isFolder) => decide(own, folder, path, isFolder) ?? above.hides(path, isFolder),
    enter: (inner) => scopeOf(inner, scope, names),
  };
  return scope;
}

/** What one folder's patterns say of an entry; null where they say nothing. */
function decide(own: Ignore, folder: string, path: string, isFolder: boolean): boolean | null {
  const { ignored, unignored } = own.test(
    relative(folder, path).replaceAll(sep, '/') + (isFolder ? '/' : ''),
  );
  return ignored ? true : unignored ? false : null;
}

function linesOf(file: string): string[] {
  try {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return [];
    return readRegular(file, largest).toString().split(/\r?\n/);
  } catch {
    // Nobody but its owner may read it, or nobody can: git passes over such a file, too. What it would hide is linted.
    return [];
  }
}
