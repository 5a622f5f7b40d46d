import { largestFile } from '../config/regular-file.ts';
import { GitError, mergeBase, type Repository } from './git.ts';

/** A file as git has it. */
export interface TrackedFile {
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  /** Object id of its bytes; null where they are in the file itself. */
  readonly id: string | null;
}

/** What became of one file. Links, submodules and changed modes are none. */
export interface FileChange {
  /** Null: it is new. */
  readonly before: (TrackedFile & { readonly id: string }) | null;
  /** Null: it was deleted. */
  readonly after: TrackedFile | null;
}

/** Paths at which a file, a link or a submodule stands in one of two states alone, relative to the top, with `/`. */
export interface MovedPaths {
  /** After the change alone. */
  readonly came: readonly string[];
  /** Before it alone. */
  readonly went: readonly string[];
}

/** What changed between two states of a repository. */
export interface Changes extends MovedPaths {
  readonly files: readonly FileChange[];
  /** Paths with a merge conflict that is not resolved. */
  readonly unmerged: readonly string[];
}

const rawDiff = ['diff', '--raw', '-z', '--no-abbrev', '--no-color', '-M'];
const textsAlone = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];

/**
 * What changed since the last commit that a reference and HEAD have in common: committed, staged, unstaged or never added.
 *
 * @throws GitError
 */
export function changesSince(repository: Repository, ref: string): Changes {
  const base = mergeBase(repository, ref);
  const tracked = readRaw(repository.ask([...rawDiff, ...textsAlone, base, '--']), true);
  const untracked = list(repository.ask(['ls-files', '-z', '--others', '--exclude-standard']));
  const deleted = new Map(
    tracked.files.flatMap((change) => (change.after ? [] : [[change.before!.path, change]])),
  );
  const added = untracked.map((path): FileChange => {
    // Taken out of the index, but still there.
    const before = deleted.get(path)?.before ?? null;
    return { before, after: { path, id: null } };
  });
  const back = new Set(untracked);
  const files = tracked.files.filter(({ before, after }) => after || !back.has(before!.path));
  return {
    files: [...files, ...added],
    unmerged: [],
    came: [...tracked.came, ...untracked.filter((path) => !tracked.there.has(path))],
    went: tracked.went.filter((path) => !back.has(path)),
  };
}

/**
 * What is staged: how the index differs from the last commit, or from nothing before the first.
 *
 * @throws GitError
 */
export function stagedChanges(repository: Repository): Changes {
  return readRaw(repository.ask([...rawDiff, ...textsAlone, '--cached', '--']), false);
}

/** What stands on disk or in the index alone, as if the way led from the index to the disk. Ignored files are passed over. */
export function unstagedMoves(repository: Repository): MovedPaths {
  return {
    came: list(repository.ask(['ls-files', '-z', '--others', '--exclude-standard'])),
    went: list(repository.ask(['ls-files', '-z', '--deleted'])),
  };
}

/** Paths of the index that a sparse check-out leaves out of the working tree, relative to the top, with `/`. */
export function sparedFiles(repository: Repository): ReadonlySet<string> {
  const tagged = list(repository.ask(['ls-files', '-z', '-t']));
  return new Set(tagged.flatMap((entry) => (entry.startsWith('S ') ? [entry.slice(2)] : [])));
}

/** All files of the index but those with a conflict, by path with their object ids. */
export function indexedFiles(repository: Repository): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of list(repository.ask(['ls-files', '-z', '--stage']))) {
    const [, mode, id, stage, path] = /^(\d+) ([0-9a-f]+) (\d)\t([\s\S]*)$/.exec(entry) ?? [];
    if (isText(mode) && stage === '0') files.set(path!, id!);
  }
  return files;
}

/**
 * Reads `git diff --raw -z`.
 *
 * @param inFiles whether the new bytes stand in the files, so that their ids mean nothing
 * @returns with the paths `there` that something stood at before
 */
function readRaw(output: Buffer, inFiles: boolean): Changes & { readonly there: ReadonlySet<string> } {
  const fields = list(output);
  const files: FileChange[] = [];
  const unmerged: string[] = [];
  const there = new Set<string>();
  const now = new Set<string>();
  for (let i = 0; i < fields.length; ) {
    const [oldMode, newMode, oldId, newId, status] = fields[i++]!.slice(1).split(' ');
    const oldPath = fields[i++]!;
    const newPath = status!.startsWith('R') ? fields[i++]! : oldPath;
    if (status === 'U') {
      unmerged.push(newPath);
      continue;
    }
    if (oldMode !== absent) there.add(oldPath);
    if (newMode !== absent) now.add(newPath);
    const before = isText(oldMode) ? { path: oldPath, id: oldId! } : null;
    const after = isText(newMode) ? { path: newPath, id: inFiles ? null : newId! } : null;
    if (before || after) files.push({ before, after });
  }
  const came = [...now].filter((path) => !there.has(path));
  const went = [...there].filter((path) => !now.has(path));
  return { files, unmerged, came, went, there };
}

/** The mode of what is not there. */
const absent = '000000';

/** Whether a mode is that of a regular file. */
function isText(mode: string | undefined): boolean {
  return mode?.startsWith('100') === true;
}

/** Parts that NUL ends. Names that are not UTF-8 lose what cannot be read; no such file is opened. */
function list(output: Buffer): string[] {
  return output.toString().split('\0').slice(0, -1);
}

/**
 * Reads bytes by their object ids, all in one go; without those that are too large for a post. A few kilobytes of a
 * repository can stand for gigabytes, so that their sizes are asked first.
 *
 * @throws GitError where the repository lacks one
 */
export function readBlobs(repository: Repository, ids: readonly string[]): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  const wanted = ids.length === 0 ? [] : readableOf(repository, ids);
  if (wanted.length === 0) return blobs;
  const output = repository.ask(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
  let at = 0;
  for (const id of wanted) {
    const end = output.indexOf(10, at);
    const { size } = headOf(output.toString('latin1', at, end), id);
    const start = end + 1;
    blobs.set(id, output.subarray(start, start + size));
    at = start + size + 1;
  }
  return blobs;
}

function readableOf(repository: Repository, ids: readonly string[]): readonly string[] {
  const heads = repository.ask(['cat-file', '--batch-check'], `${ids.join('\n')}\n`).toString('latin1');
  const lines = heads.split('\n');
  return ids.filter((id, index) => headOf(lines[index]!, id).size <= largestFile);
}

/** Reads `<id> <type> <size>`. @throws GitError where it says that there is no such blob */
function headOf(line: string, id: string): { readonly size: number } {
  const [, type, size] = line.split(' ');
  if (type !== 'blob')
    throw new GitError(`git lacks object ${id}, an earlier text: fetch it with "git fetch".`);
  return { size: Number(size) };
}
