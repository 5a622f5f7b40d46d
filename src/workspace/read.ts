import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

// The parser refuses posts over a megabyte; what is far larger is not even read.
const largest = 64 * 1024 * 1024;

/**
 * Reads a file's bytes.
 *
 * @throws Error where it is no regular file, too large, or cannot be read.
 */
export function readBytes(path: string): Buffer {
  // Without O_NONBLOCK opening a pipe that nobody writes to would wait for ever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error('it is no regular file');
    if (stats.size > largest) throw new Error(`it is larger than ${largest / 1024 / 1024} MB`);
    // Asked for one byte more than there should be, the system says at once that there is none.
    const bytes = Buffer.allocUnsafeSlow(stats.size + 1);
    const count = readSync(file, bytes, 0, bytes.length, 0);
    return count === stats.size && count > 0 ? bytes.subarray(0, count) : readFileSync(path);
  } finally {
    closeSync(file);
  }
}
