import { fileKindOf, folderOf } from '../document/local-targets.ts';
import type { FileSet } from '../engine/rule.ts';
import type { PlacedPost } from '../project/session.ts';
import { filesBelow } from '../workspace/files.ts';
import { filesBefore } from '../workspace/files-before.ts';
import type { MovedPaths } from '../workspace/git-changes.ts';
import type { Change } from './change.ts';
import type { PlacedFile } from './run.ts';

/** A post's place with the files that are there after a change. */
export function placedAfter(placed: PlacedPost, { unstaged, top }: Change): PlacedPost {
  return unstaged ? movedBack(placed, unstaged, top) : placed;
}

/** The same with the files that were there before it. */
export function placedBefore(placed: PlacedPost, { moved, top }: Change): PlacedPost {
  return movedBack(placed, moved, top);
}

const known = new WeakMap<FileSet, WeakMap<MovedPaths, FileSet>>();

/** A place with its files as they were before some moves; the same for all posts of a root. */
function movedBack(placed: PlacedPost, moved: MovedPaths, top: string): PlacedPost {
  const { files, root } = placed;
  if (files === null) return placed;
  const earlier = known.get(files) ?? new WeakMap<MovedPaths, FileSet>();
  known.set(files, earlier);
  const before = earlier.get(moved) ?? filesBefore(files, root, top, moved);
  earlier.set(moved, before);
  return { ...placed, files: before };
}

/**
 * Of posts that did not change those in which a file that came or went may cause a finding: posts that speak of a file
 * that went, indexes beside a post that came, and posts that may point into a folder that had no file of a kind before.
 * They may be more than are affected: what they are comes of linting each with the files before and after.
 *
 * @returns absolute paths
 */
export function pointingPosts(change: Change, files: readonly PlacedFile[]): ReadonlySet<string> {
  const { moved, nameOf } = change;
  const { filled, joined } = arrivals(change);
  const speaksOfOne = mentionTest([...moved.went.filter((path) => fileKindOf(path)), ...filled]);
  const isAffected = ({ file, placed }: PlacedFile) => {
    const folder = folderOf(nameOf(file.path) ?? '');
    if (ancestors(folder).some((one) => filled.has(one))) return true;
    return (joined.has(folder) && isIndex(placed)) || speaksOfOne(() => textOf(change, file.path));
  };
  const stayed = files.filter(({ file, placed }) => placed.files && !change.to(file.path));
  return new Set(stayed.filter(isAffected).map(({ file }) => file.path));
}

/** Folders with files that came: those that had none of their kind, and those that posts joined. */
function arrivals({ moved, unstaged, top }: Change) {
  const disk = filesBelow(top);
  const before = filesBefore(unstaged ? filesBefore(disk, top, top, unstaged) : disk, top, top, moved);
  const filled = new Set<string>();
  const joined = new Set<string>();
  const kinds = new Map<string, ReadonlySet<string | null>>();
  for (const path of moved.came) {
    const folder = folderOf(path);
    const kind = fileKindOf(path);
    const known = kinds.get(folder) ?? new Set(before.list(folder).map(fileKindOf));
    kinds.set(folder, known);
    if (kind && !known.has(kind)) filled.add(folder);
    if (kind === 'post') joined.add(folder);
  }
  return { filled, joined };
}

/** A folder and those above it, the top (empty) last. */
function ancestors(folder: string): string[] {
  return folder === '' ? [''] : [folder, ...ancestors(folderOf(folder))];
}

/** Whether a post must list the posts beside it. */
function isIndex({ path, resolved }: PlacedPost): boolean {
  const active = resolved.settings.rules.find(({ rule }) => rule.id === 'no-broken-local-link');
  const names = active && 'index' in active.options ? (active.options.index as readonly string[]) : [];
  return names.some((name) => `/${path}`.endsWith(`/${name}`));
}

/**
 * Tells whether a text may hold the last part of one of these paths, however that is written in an address: all words of
 * it stand there.
 */
function mentionTest(paths: readonly string[]): (text: () => string) => boolean {
  const lastParts = new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1)));
  const names = [...lastParts].map(wordsOf);
  const byWord = new Map<string, string[][]>();
  for (const words of names) {
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
    const known = byWord.get(longest);
    if (known) known.push(words);
    else byWord.set(longest, [words]);
  }
  return (text) => {
    if (names.length === 0) return false;
    const there = new Set(['', ...wordsOf(text())]);
    return [...there].some((word) => byWord.get(word)?.some((words) => words.every((one) => there.has(one))));
  };
}

/** The words of ASCII in a text, what is escaped in addresses and in Markdown read as it is meant. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/%[89a-f][0-9a-f]/gi, ' ')
    .replaceAll('\\', '');
  return plain.toLowerCase().match(/[a-z0-9.-]+/g) ?? [];
}

/** Empty where the post cannot be read, which is said where it is linted. */
function textOf({ after }: Change, path: string): string {
  try {
    return after.read(path).toString();
  } catch {
    return '';
  }
}
