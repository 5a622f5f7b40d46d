import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInside } from '../config/folders.ts';
import { readRegular } from '../config/regular-file.ts';
import { inHeldFolder } from './held-folder.ts';
import { plainly } from './refusals.ts';
import { temporaryBeside } from './temporary.ts';

/**
 * Replaces what a file holds, all of it or nothing: the new bytes are written beside the file, checked, and moved into
 * its place, so that whoever reads the file, or stops this process, finds the old bytes or the new ones.
 *
 * @param boundary real path of the folder that the file must lie in, links followed.
 * @throws Error that says in one sentence why the file is as it was before.
 */
export function replaceFile(path: string, before: Uint8Array, after: string, boundary: string): void {
  plainly(() => {
    const real = fs.realpathSync(path);
    if (!isInside(boundary, real)) throw new Error(`it is a link to "${real}", outside ${boundary}`);
    inHeldFolder(dirname(real), boundary, (place) => replace(join(place, basename(real)), before, after));
  });
}

function replace(file: string, before: Uint8Array, after: string): void {
  const stats = fs.lstatSync(file);
  if (!stats.isFile()) throw new Error('it was changed while it was linted');
  if (stats.nlink > 1) throw new Error('it has a second name (hard link), which would keep the old text');
  // A folder that can be written would let a file be replaced that its owner has closed.
  fs.accessSync(file, fs.constants.W_OK);
  const temporary = temporaryBeside(file);
  try {
    writeNew(temporary, Buffer.from(after), stats);
    // What was changed since it was read is somebody's work, and the fixes were not made for it.
    if (!readRegular(file).equals(before)) throw new Error('it was changed while it was linted');
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file that must not exist yet, with the mode and, where that is allowed, the owner of another. */
function writeNew(path: string, bytes: Buffer, like: fs.Stats): void {
  const file = fs.openSync(path, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length; ) {
      written += fs.writeSync(file, bytes, written);
    }
    fs.fsyncSync(file);
    if (fs.fstatSync(file).size !== bytes.length) throw new Error('not all of it could be written');
    keepOwner(file, like);
    fs.fchmodSync(file, like.mode & 0o7777);
  } finally {
    fs.closeSync(file);
  }
}

/** Without the right to give files away, the file is its writer's from now on, as after a save in an editor. */
function keepOwner(file: number, like: fs.Stats): void {
  const own = fs.fstatSync(file);
  if (own.uid === like.uid && own.gid === like.gid) return;
  try {
    fs.fchownSync(file, like.uid, like.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
