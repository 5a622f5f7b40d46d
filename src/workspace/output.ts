import * as fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isInside } from '../config/folders.ts';
import { makeFolder } from './make-folder.ts';
import { plainly } from './refusals.ts';
import { removeLeftovers, temporaryBeside } from './temporary.ts';

/**
 * Writes a report, all of it or nothing, with the folders that it needs, and removes what killed runs left beside it. What
 * is no regular file, such as a pipe or a terminal, is written to directly.
 *
 * @param base folder whose files may be a stranger's: what is named in it must lie in it, links followed, and not in `.git`
 * @throws Error where it cannot be written; a file that was there is then as it was
 */
export function writeOutput(path: string, text: string, base: string): void {
  plainly(() => write(path, text, base));
}

function write(path: string, text: string, base: string): void {
  const target = targetOf(path);
  if (isInside(base, path)) refuseOutside(target, fs.realpathSync(base));
  const stats = fs.statSync(target, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) {
    fs.writeFileSync(target, text);
    return;
  }
  makeFolder(dirname(target));
  replaceOutput(target, text, stats ? stats.mode & 0o7777 : 0o666);
}

/** The path with its links followed, as far as it is there. */
function targetOf(path: string): string {
  if (fs.existsSync(path)) return fs.realpathSync(path);
  const above = dirname(path);
  return above === path ? path : resolve(targetOf(above), path.slice(above.length).replace(/^[\\/]+/, ''));
}

/** A link in a stranger's pull request must not say which file of the machine a report replaces. */
function refuseOutside(target: string, base: string): void {
  if (!isInside(base, target)) throw new Error(`a link on its path leads to "${target}", outside ${base}`);
  if (isInside(join(base, '.git'), target)) throw new Error(`it is "${target}", which is git's`);
}

/**
 * Puts a text in the place of whatever stands at a path: of a link, not of what it leads to.
 *
 * @param mode of the new file, as far as the process admits it
 */
export function replaceOutput(path: string, text: string, mode: number): void {
  const temporary = temporaryBeside(path);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx', flush: true, mode });
    fs.renameSync(temporary, path);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  removeLeftovers(path);
}

/**
 * Adds text to the end of a file that others write to as well.
 *
 * @param most bytes that the file may have then
 * @throws Error where it cannot be written, or would be too large; nothing is added then
 */
export function appendOutput(path: string, text: string, most: number): void {
  const size = fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size + Buffer.byteLength(text) > most) throw new Error(`it would have more than ${most} bytes`);
  fs.appendFileSync(path, text);
}
