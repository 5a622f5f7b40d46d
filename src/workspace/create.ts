import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { isInside } from '../config/folders.ts';
import { plainly } from './refusals.ts';

/**
 * Writes a file that is not there yet, with the folders that it needs.
 *
 * @param boundary folder that the file must lie in, links followed
 * @throws Error that says in one sentence why nothing was written
 */
export function createFile(path: string, text: string, boundary: string): void {
  plainly(() => create(path, text, boundary));
}

function create(path: string, text: string, boundary: string): void {
  const folder = fs.realpathSync(existing(dirname(path)));
  if (!isInside(fs.realpathSync(boundary), folder)) throw new Error(`it lies outside ${boundary}`);
  fs.mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx` also refuses what a link points at.
    fs.writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Error('it is there already and stays as it is');
    // Half a file is worse than none: a disk may be full.
    fs.rmSync(path, { force: true });
    throw error;
  }
}

/** The innermost folder on a path that is there. */
function existing(folder: string): string {
  return fs.existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}
