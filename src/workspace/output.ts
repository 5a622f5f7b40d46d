import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { plainly } from './refusals.ts';
import { removeLeftovers, temporaryBeside } from './temporary.ts';

/**
 * Writes a report, all of it or nothing, with the folders that it needs, and removes what killed runs left beside it. What
 * is no regular file, such as a pipe or a terminal, is written to directly.
 *
 * @throws Error where it cannot be written; a file that was there is then as it was
 */
export function writeOutput(path: string, text: string): void {
  plainly(() => write(path, text));
}

function write(path: string, text: string): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  const stats = fs.statSync(path, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) {
    fs.writeFileSync(path, text);
    return;
  }
  const target = stats ? fs.realpathSync(path) : path;
  const temporary = temporaryBeside(target);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx', flush: true, mode: stats ? stats.mode & 0o7777 : 0o666 });
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  removeLeftovers(target);
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
