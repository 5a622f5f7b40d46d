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
 * @param bytes as {@link sizeOf} gives it
 * @param asked null: as many as make the run shorter
 */
export function threadsFor(files: number, bytes: number, asked: number | null): number {
  if (asked !== null) return Math.max(1, Math.min(asked, files));
  return Math.max(1, Math.min(availableParallelism(), most, files, Math.floor(bytes / bytesPerThread)));
}

/** Whether files are so large together that memory matters. */
export function areLarge(bytes: number): boolean {
  return bytes >= large;
}

/** The bytes of files, as far as they decide anything: asking the system for the size of each takes time. */
export function sizeOf(paths: readonly string[]): number {
  const enough = Math.max(large, most * bytesPerThread);
  let bytes = 0;
  for (const path of paths) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes >= enough) break;
  }
  return bytes;
}
