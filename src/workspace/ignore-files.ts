import { statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isTop, repositoryOf } from '../config/folders.ts';
import { ConfigError } from '../config/problem.ts';
import { readRegular } from '../config/regular-file.ts';
import { compileIgnoreLines, type Hides } from './ignore-patterns.ts';

// Each path is compared with each line. Ten times the longest that people keep.
const longest = 256 * 1024;
const mostLines = 10_000;
// Wildcards may be anywhere in a path, so that each of them costs as much as the path is long.
const mostWildcards = 10_000;

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
  const read = files.flatMap((name) => linesOf(join(folder, name)));
  if (read.length === 0) return above;
  const own = compileIgnoreLines(read);
  const scope: IgnoreScope = {
    hides: (path, isFolder) => decide(own, folder, path, isFolder) ?? above.hides(path, isFolder),
    enter: (inner) => scopeOf(inner, scope, names),
  };
  return scope;
}

/** What one folder's lines say of an entry; null where they say nothing. */
function decide(own: Hides, folder: string, path: string, isFolder: boolean): boolean | null {
  return own(relative(folder, path).replaceAll(sep, '/'), isFolder);
}

/** @throws ConfigError where a file has more lines or wildcards than a run can compare with each path */
function linesOf(file: string): string[] {
  const text = textOf(file);
  const lines = text === '' ? [] : text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const wildcards = text.split('*').length - 1;
  if (text.length <= longest && lines.length <= mostLines && wildcards <= mostWildcards) return lines;
  const message = `This file is too long: up to ${mostLines} lines with ${mostWildcards} \`*\` in ${longest} characters are read.`;
  throw new ConfigError([{ file, place: null, message }]);
}

function textOf(file: string): string {
  try {
    const entry = statSync(file, { throwIfNoEntry: false });
    if (!entry?.isFile()) return '';
    // One that is far too long is not read to its end.
    return entry.size > 4 * longest ? ' '.repeat(longest + 1) : readRegular(file, 4 * longest).toString();
  } catch {
    // Nobody but its owner may read it, or nobody can: git passes over such a file, too. What it would hide is linted.
    return '';
  }
}
