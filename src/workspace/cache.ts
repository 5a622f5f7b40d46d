import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRegular } from '../config/regular-file.ts';
import { headOf } from '../gate/cache-file.ts';
import { replaceOutput } from './output.ts';
import { plainly } from './refusals.ts';

/** The folder that holds the cache, below the folder that a run belongs to. */
const cacheFolder = '.recaplint-cache';
const fileName = 'posts';

/** Bytes; 669 posts of 11.6 MB have a cache of 20 MB. */
const largest = 256 * 1024 * 1024;

/** What no checkout gives a file: git makes every file one that its owner can write to. */
const cacheMode = 0o400;

/** The lines of a cache by the path of their post; empty where there is none, it is not to be trusted or cannot be read. */
export function readCache(base: string): Map<string, string> {
  const folder = join(base, cacheFolder);
  const lines = new Map<string, string>();
  let text = '';
  try {
    if (isTrusted(folder)) text = readRegular(join(folder, fileName), largest).toString();
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
  plainly(() => {
    const folder = join(base, cacheFolder);
    prepare(folder);
    const ignored = join(folder, '.gitignore');
    // Nobody wants to see it in what git reports.
    if (!fs.lstatSync(ignored, { throwIfNoEntry: false })) replaceOutput(ignored, '*\n', 0o600);
    replaceOutput(join(folder, fileName), [...lines.values()].map((line) => `${line}\n`).join(''), cacheMode);
  });
}

function prepare(folder: string): void {
  const entry = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (!entry) fs.mkdirSync(folder, { mode: 0o700 });
  else if (!entry.isDirectory()) throw new Error(`"${folder}" is a link or a file`);
  else if (!isOwn(entry)) throw new Error(`"${folder}" belongs to another user`);
  else if ((entry.mode & 0o077) !== 0) fs.chmodSync(folder, 0o700);
}

/**
 * Whether a cache is one that a run of this user has written here. One that came with a checkout could say of a post that
 * there is nothing to find. A link could lead a run elsewhere.
 */
function isTrusted(folder: string): boolean {
  const [above, file] = [fs.lstatSync(folder), fs.lstatSync(join(folder, fileName))];
  if (!above.isDirectory() || !file.isFile()) return false;
  if (process.platform === 'win32') return true;
  return isOwn(above) && isOwn(file) && (above.mode & 0o077) === 0 && (file.mode & 0o777) === cacheMode;
}

function isOwn({ uid }: fs.Stats): boolean {
  return process.geteuid === undefined || uid === process.geteuid();
}
