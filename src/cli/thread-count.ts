import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/**
 * Bytes of posts that pay for one more thread, which loads and compiles once more what the first one has: on two
 * processors, archives of 2.7 and 11.6 million bytes take a fifth to a quarter less time with two threads than with one.
 */
const bytesPerThread = 1_000_000;
/** As many threads at most unless asked for more: each of them takes some 80 MB as well. */
const most = 4;

/**
 * How many threads lint some files.
 *
 * @param asked null: as many as make the run shorter
 */
export function threadsFor(paths: readonly string[], asked: number | null): number {
  if (asked !== null) return Math.max(1, Math.min(asked, paths.length));
  const useful = Math.min(availableParallelism(), most, paths.length);
  return useful <= 1 ? 1 : Math.max(1, Math.min(useful, Math.floor(sizeOf(paths) / bytesPerThread)));
}

/** The bytes of files, as far as they decide anything: asking the system for the size of each takes time. */
function sizeOf(paths: readonly string[]): number {
  let bytes = 0;
  for (const path of paths) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes >= most * bytesPerThread) break;
  }
  return bytes;
}
