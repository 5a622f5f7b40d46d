import * as fs from 'node:fs';
import { join } from 'node:path';
import { headOf } from '../gate/cache-file.ts';
import { writeOutput } from './output.ts';

/** The folder that holds the cache, below the folder that a run belongs to. */
const cacheFolder = '.recaplint-cache';
const fileName = 'posts';

/** The lines of a cache by the path of their post; empty where there is none or it cannot be read. */
export function readCache(base: string): Map<string, string> {
  const lines = new Map<string, string>();
  let text = '';
  try {
    if (isOwnFolder(base)) text = fs.readFileSync(join(base, cacheFolder, fileName), 'utf8');
  } catch {}
  for (const line of text.split('\n')) {
    const head = headOf(line);
    if (head) lines.set(head.path, line);
  }
  return lines;
}

/**
 * Replaces the cache. Of runs at the same time the last one counts: what it does not know is found anew.
 *
 * @throws Error where it cannot be written
 */
export function writeCache(base: string, lines: ReadonlyMap<string, string>): void {
  const folder = join(base, cacheFolder);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwnFolder(base)) throw new Error(`"${folder}" is a link`);
  // Nobody wants to see it in what git reports.
  if (!fs.existsSync(join(folder, '.gitignore'))) writeOutput(join(folder, '.gitignore'), '*\n');
  writeOutput(join(folder, fileName), [...lines.values()].map((line) => `${line}\n`).join(''));
}

/** A link could lead a run to read and write elsewhere. */
function isOwnFolder(base: string): boolean {
  return fs.lstatSync(join(base, cacheFolder), { throwIfNoEntry: false })?.isDirectory() === true;
}
