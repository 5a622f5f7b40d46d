import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** The most bytes that are read of a file. The parser refuses posts over a megabyte; what is far larger is not even read. */
export const largestFile = 64 * 1024 * 1024;

/** Why a file is not read, although the system would let it be. The message says so, without full stop. */
export class UnfitFileError extends Error {
  override readonly name = 'UnfitFileError';

  constructor(
    readonly code: 'too-large' | 'not-regular',
    message: string,
  ) {
    super(message);
  }
}

// Without O_NONBLOCK opening a pipe that nobody writes to would wait for ever; with O_NOCTTY no terminal becomes that of
// this process. Windows has neither.
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;

/**
 * Reads a file's bytes. What it is, is asked of the opened file: another one may stand at its path a moment later.
 *
 * @param most bytes that it may have
 * @throws UnfitFileError; another Error where it cannot be read
 */
export function readRegular(path: string, most = largestFile): Buffer {
  const file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new UnfitFileError('not-regular', 'it is no regular file');
    if (stats.size > most) throw tooLarge(most);
    return readAll(file, stats.size, most);
  } finally {
    closeSync(file);
  }
}

/** @param expected how many bytes there should be: a file may grow or shrink meanwhile, and those in `/proc` say 0 */
function readAll(file: number, expected: number, most: number): Buffer {
  // Asked for one byte more than there should be, the system says at once that there is none.
  let bytes = Buffer.allocUnsafeSlow(expected + 1);
  for (let length = 0; ; ) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    length += count;
    if (count === 0 || (length === expected && length === count)) return bytes.subarray(0, length);
    if (length > most) throw tooLarge(most);
    if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length + 4096);
  }
}

/** @param most bytes that the file might have */
export function tooLarge(most = largestFile): UnfitFileError {
  const shown = most < 1024 * 1024 ? `${most / 1024} KB` : `${most / 1024 / 1024} MB`;
  return new UnfitFileError('too-large', `it is larger than ${shown}`);
}
