import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInside } from '../config/folders.ts';
import { inHeldFolder } from './held-folder.ts';
import { makeFolder } from './make-folder.ts';
import { plainly } from './refusals.ts';
import { temporaryBeside } from './temporary.ts';

/**
 * Writes a file that is not there yet, all of it or nothing, with the folders that it needs.
 *
 * @param boundary folder that the file must lie in, links followed
 * @throws Error that says in one sentence why nothing was written
 */
export function createFile(path: string, text: string, boundary: string): void {
  plainly(() => {
    const real = fs.realpathSync(boundary);
    const folder = dirname(path);
    if (!isInside(real, fs.realpathSync(existing(folder)))) throw new Error(`it lies outside ${boundary}`);
    makeFolder(folder);
    inHeldFolder(fs.realpathSync(folder), real, (place) => create(join(place, basename(path)), text));
  });
}

/** Half a file is worse than none: a disk may be full, and a run may be killed. */
function create(file: string, text: string): void {
  if (fs.lstatSync(file, { throwIfNoEntry: false })) throw thereAlready();
  const temporary = temporaryBeside(file);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx', flush: true });
    moveToFree(temporary, file);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** Renaming would replace what somebody has written meanwhile; a second name is refused where there is something. */
function moveToFree(temporary: string, file: string): void {
  try {
    fs.linkSync(temporary, file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw thereAlready();
    // The file system has no second names.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    fs.copyFileSync(temporary, file, fs.constants.COPYFILE_EXCL);
  }
}

const thereAlready = () => new Error('it is there already and stays as it is');

/** The innermost folder on a path that is there. */
function existing(folder: string): string {
  return fs.existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}
