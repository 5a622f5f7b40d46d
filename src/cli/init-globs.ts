import type { LanguageCode } from '../calendar/languages.ts';
import { compileGlobs } from '../config/glob.ts';
import { templateOf } from '../series/learn-pattern.ts';

/** More globs than these are a list of files. */
const mostGlobs = 6;

/**
 * The globs that match the posts of a series and no other post: all of its folders where nothing else is in them, else by
 * what its files are called. Null where no few globs tell them from the others.
 */
export function globsOf(
  members: readonly string[],
  others: readonly string[],
  languages: readonly LanguageCode[],
): string[] | null {
  const folders = foldersOf(members);
  const wholeFolders = folders.map((folder) => `${folder}*${endingOf(members)}`);
  const byName = [...new Set(members.map((path) => nameGlob(path, languages)))].sort();
  const generalised = [...new Set(byName.map((glob) => inFolders(glob, folders)))];
  const exact = [indexGlobs(members) ?? wholeFolders, generalised, sharedGlob(byName), byName].filter(
    (globs) => globs.length <= mostGlobs && areExact(globs, members, others),
  );
  // The first is the plainest; of the others the shortest.
  return exact.reduce<string[] | null>(
    (best, globs) => (best === null || globs.length < best.length ? globs : best),
    null,
  );
}

function areExact(globs: readonly string[], members: readonly string[], others: readonly string[]): boolean {
  const matches = compileGlobs(globs);
  return members.every(matches) && !others.some(matches);
}

/** Folders with a slash at the end; of several that differ in one name, one with a star. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))];
  if (folders.length === 1) return folders;
  const split = folders.map((folder) => folder.split('/'));
  const [first] = split;
  if (!first || split.some((names) => names.length !== first.length)) return folders;
  return [first.map((name, i) => (split.every((names) => names[i] === name) ? name : '*')).join('/')];
}

/** `posts/*` + `/index.md` for posts that have a folder each. */
function indexGlobs(paths: readonly string[]): string[] | null {
  if (!paths.every((path) => /\/_?index\.\w+$/i.test(path))) return null;
  const [name] = paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
  const folders = foldersOf(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
  const sameName = paths.every((path) => path.endsWith(`/${name}`));
  return sameName ? folders.map((folder) => `${folder}*/${name}`) : null;
}

function endingOf(paths: readonly string[]): string {
  const endings = [...new Set(paths.map((path) => /\.\w+$/.exec(path)?.[0] ?? ''))].sort();
  if (endings.length === 1) return endings[0]!;
  return `.{${endings.map((ending) => ending.slice(1)).join(',')}}`;
}

/** A path with a star for each number, month and date in its names. */
function nameGlob(path: string, languages: readonly LanguageCode[]): string {
  const names = path.split('/');
  const starred = names.map((name, i) => {
    const ending = i === names.length - 1 ? (/\.\w+$/.exec(name)?.[0] ?? '') : '';
    const template = templateOf(name.slice(0, name.length - ending.length), languages).join('');
    return (
      template
        .replace(/[*?[\]\\!]/g, '?')
        .replace(/\{\w+\}/g, '*')
        .replace(/\*+/g, '*') + ending
    );
  });
  return starred.join('/');
}

/** One glob for several of one depth: what all their names begin and end with, and stars between. */
function sharedGlob(globs: readonly string[]): string[] {
  const [first, ...others] = globs.map((glob) => glob.split('/'));
  if (!first || others.some((names) => names.length !== first.length)) return [...globs];
  const names = first.map((name, i) => others.map((other) => other[i]!).reduce(shared, name));
  return [names.join('/')];
}

function shared(a: string, b: string): string {
  if (a === b) return a;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return `${a.slice(0, start)}*${a.slice(a.length - end)}`.replace(/\*+/g, '*');
}

function inFolders(glob: string, folders: readonly string[]): string {
  return folders.length === 1 ? folders[0]! + glob.slice(glob.lastIndexOf('/') + 1) : glob;
}
