import { lstatSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pattern = /^\.recaplint-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;

// Writing one file takes less than a second. Whether a process is alive says nothing where two containers share a folder.
const longestWrite = 60_000;

/** A name beside a file for the text that is to take its place. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.recaplint-${crypto.randomUUID()}.tmp`);
}

/**
 * Removes the temporary files that killed runs left beside a file that was just written. They are known by their age,
 * which is held against that file and no clock: a file server may have another one than this machine.
 *
 * @returns how many were removed; what cannot be removed stays
 */
export function removeLeftovers(written: string): number {
  try {
    const real = realpathSync(written);
    const { mtimeMs } = statSync(real);
    const names = readdirSync(dirname(real)).filter((name) => pattern.test(name));
    const files = names.map((name) => join(dirname(real), name));
    const left = files.filter((file) => mtimeMs - lstatSync(file).mtimeMs > longestWrite);
    for (const file of left) rmSync(file);
    return left.length;
  } catch {
    return 0;
  }
}
