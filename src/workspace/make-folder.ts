import * as fs from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, where they are missing. Step by step: `recursive` goes on for ever in Node 20 where
 * the system says that a folder cannot be there, as in `/proc`.
 *
 * @throws where that cannot be
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (fs.existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    // Another run was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
