import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in a folder under a name. */
export type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

/** What stands there under bytes that are no UTF-8. Node gives paths to the system as UTF-8: no path leads to it. */
export interface Unnameable {
  /** With U+FFFD for what cannot be read. */
  readonly path: string;
  /** With `\\xFF` for bytes beyond ASCII. */
  readonly shown: string;
  readonly isFolder: boolean;
}

/** @throws where the folder cannot be read */
export function readFolder(folder: string): { entries: readonly Entry[]; unnameable: readonly Unnameable[] } {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\uFFFD'))) return { entries, unnameable: [] };
  const foreign = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).filter(
    ({ name }) => !Buffer.from(name.toString()).equals(name),
  );
  const unnameable = foreign.map((entry) => ({
    path: join(folder, entry.name.toString()),
    shown: join(folder, shownBytes(entry.name)),
    isFolder: entry.isDirectory(),
  }));
  const taken = new Set(foreign.map(({ name }) => name.toString()));
  const twins = [...taken].flatMap((name) => entryAt(folder, name) ?? []);
  return { entries: [...entries.filter(({ name }) => !taken.has(name)), ...twins], unnameable };
}

/** A name may hold U+FFFD itself, and then looks like one that cannot be read. */
function entryAt(folder: string, name: string): Entry | null {
  const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
  return stats ? Object.assign(stats, { name }) : null;
}

function shownBytes(name: Buffer): string {
  return name
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}
