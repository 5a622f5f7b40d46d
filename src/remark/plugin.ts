import { ConfigError } from '../config/problem.ts';
import { Desk } from './desk.ts';
import { type CheckedOptions, checkOptions, type RecaplintOptions } from './options.ts';
import type { PostFile } from './vfile.ts';
import { addRefusal } from './vfile-messages.ts';

/** What unified-engine hands to plugins: all files of a run, and a way to be told once each of them came this far. */
export interface FileSet {
  use(completer: () => Promise<undefined>): unknown;
}

/** Adds what recaplint finds in a file to its messages; the tree stays as it is. */
export type Transform = (tree: unknown, file: PostFile) => Promise<undefined> | undefined;

/**
 * recaplint as a plugin of unified, for remark above all. It lints the text of a file, not the tree: as the command line
 * would, under the nearest recaplint configuration and with the series that stands beside the file. What it finds become
 * messages of the file. It is asynchronous: use `process` or `run`, not `processSync`.
 *
 * What is wrong with the options or with a configuration is a fatal message of each file that it holds for.
 *
 * @param fileSet comes from unified-engine; its files are linted together
 */
export function recaplint(options?: RecaplintOptions | null, fileSet?: FileSet): Transform {
  const checked = checkedOrError(options);
  if (checked instanceof ConfigError)
    return (_, file) => {
      addRefusal(file, checked);
      return undefined;
    };
  if (isFileSet(fileSet))
    return (_, file) => {
      jobsOf(fileSet).push({ file, value: file.value, options: checked });
      return undefined;
    };
  return async (_, file) => {
    await deskOf(file.cwd, checked).lint(file);
    return undefined;
  };
}

function checkedOrError(options: unknown): CheckedOptions | ConfigError {
  try {
    return checkOptions(options);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

function isFileSet(value: unknown): value is FileSet {
  return typeof (value as FileSet | null | undefined)?.use === 'function';
}

/** A file of a run, with its text before other plugins have changed it. */
interface Job {
  readonly file: PostFile;
  readonly value: PostFile['value'];
  readonly options: CheckedOptions;
}

const jobs = new WeakMap<FileSet, Job[]>();

/** The files of a run that have come so far. They are linted when all have. */
function jobsOf(fileSet: FileSet): Job[] {
  const known = jobs.get(fileSet);
  if (known) return known;
  const own: Job[] = [];
  jobs.set(fileSet, own);
  fileSet.use(async () => {
    const due = own.splice(0);
    await Promise.all(due.map(({ file, value, options }) => deskOf(file.cwd, options).lint(file, value)));
    return undefined;
  });
  return own;
}

/** Remark makes a processor for each file, and an editor for each version of it: what was read is kept from one to the next. */
const desks = new Map<string, Desk>();

function deskOf(cwd: string, options: CheckedOptions): Desk {
  const key = JSON.stringify([cwd, options]);
  const desk = desks.get(key) ?? new Desk(cwd, options);
  desks.set(key, desk);
  return desk;
}
