import type { LanguageCode } from '../calendar/languages.ts';
import { compileGlobs } from '../config/glob.ts';
import { templateOf } from '../series/learn-pattern.ts';

/** More globs than these are a list of files. */
const mostGlobs = 6;
/** More names than these have no form in common; each is compared with every post. */
const mostNames = 50;

/** Posts by what they are to the series whose globs are looked for. */
export interface Surroundings {
  readonly members: readonly string[];
  /** Posts of other series. */
  readonly others: readonly string[];
  /** Posts of no series. One that is called like the members is taken for one. */
  readonly loose: readonly string[];
}

/**
 * The globs that match the posts of a series and none of another: all of its folders where nothing else is in them, else
 * by what its files are called. Null where no few globs tell them from the others.
 */
export function globsOf(around: Surroundings, languages: readonly LanguageCode[]): string[] | null {
  const { members } = around;
  const folders = foldersOf(members);
  const wholeFolders = folders.map((folder) => `${folder}*${endingOf(members)}`);
  const byName = [...new Set(members.map((path) => nameGlob(path, languages)))].sort();
  const generalised = [...new Set(byName.map((glob) => inFolders(glob, folders)))];
  const candidates = [
    indexGlobs(members) ?? wholeFolders,
    generalised,
    sharedGlob(byName),
    endingInDigit(byName),
    byName.length > mostNames ? byName : cover(byName, around),
  ];
  const fitting = candidates
    .filter((globs) => globs.length <= mostGlobs)
    .flatMap((globs) => {
      const strangers = strangersAmong(globs, around);
      return strangers === null ? [] : [{ globs, strangers }];
    });
  // The first is the plainest.
  const [best] = fitting.sort((a, b) => a.strangers - b.strangers || a.globs.length - b.globs.length);
  return best?.globs ?? null;
}

/** How many loose posts globs match; null where that are too many, or a member is missed or another series hit. */
function strangersAmong(globs: readonly string[], { members, others, loose }: Surroundings): number | null {
  const matches = compileGlobs(globs);
  if (!members.every(matches) || others.some(matches)) return null;
  const strangers = loose.filter(matches).length;
  return strangers * 10 <= members.length ? strangers : null;
}

/** Folders with a slash at the end; of several that differ in a name, one with a star, and stars for years. */
function foldersOf(paths: readonly string[]): string[] {
  const yearless = (path: string) => path.replace(/(?<=^|\/)(?:19|20)\d\d(?=\/)/g, '*');
  const folders = [...new Set(paths.map((path) => yearless(path.slice(0, path.lastIndexOf('/') + 1))))];
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

/** `2024-*.md` also matches `2024-05.de.md`, `2024-*[0-9].md` does not. */
function endingInDigit(globs: readonly string[]): string[] {
  return globs.map((glob) => glob.replace(/\*(\.\w+)$/, '*[0-9]$1'));
}

/** As few of the globs as it takes, those that match other posts left out; a post that none matches stands for itself. */
function cover(globs: readonly string[], { members, others }: Surroundings): string[] {
  const usable = globs
    .map((glob) => ({ glob, matches: compileGlobs([glob]) }))
    .filter(({ matches }) => !others.some(matches))
    .map(({ glob, matches }) => ({ glob, matched: members.filter(matches) }))
    .sort((a, b) => b.matched.length - a.matched.length);
  const covered = new Set<string>();
  const chosen: string[] = [];
  for (const { glob, matched } of usable) {
    if (matched.every((path) => covered.has(path))) continue;
    for (const path of matched) covered.add(path);
    chosen.push(glob);
  }
  const alone = members.filter((path) => !covered.has(path));
  // A list of files says nothing of the next one.
  if (alone.length * 5 > members.length) return [...globs];
  return [...chosen, ...alone.map((path) => path.replace(/[*?[\]{}\\]/g, '?'))];
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
