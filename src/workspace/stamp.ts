import { statSync } from 'node:fs';

/** What tells one state of a file from another; null where there is no file. */
export function stampOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : null;
}
