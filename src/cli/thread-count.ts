import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/**
 * Bytes of posts that pay for one more thread, which loads and compiles once more what the first one has: on two
 * processors the run is faster from twice as many on. Measured with `npm run bench`.
 */
const bytesPerThread = 1_000_000;
/** Bytes of posts. */
const large = 4_000_000;
/** As many threads at most unless asked for more: each of them takes memory as well. */
const most = 4;

/**
 * How many threads lint some files.
 *
 * @param asked null: as many as make the run shorter
 */
export function threadsFor(paths: readonly string[], asked: number | null): number {
  if (asked !== null) return Math.min(asked, paths.length);
  const useful = Math.min(availableParallelism(), most, paths.length);
  return useful > 1 ? Math.max(1, Math.floor(bytesOf(paths, useful * bytesPerThread) / bytesPerThread)) : 1;
}

/** Whether files are so many or so large that memory matters. */
export function areLarge(paths: readonly string[]): boolean {
  return bytesOf(paths, large) === large;
}

/** The size of files, as far as they come to no more than so many bytes. */
function bytesOf(paths: readonly string[], enough: number): number {
  let bytes = 0;
  for (const path of paths) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes >= enough) return enough;
  }
  return bytes;
}
