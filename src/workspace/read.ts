import { readRegular } from '../config/regular-file.ts';

/**
 * Reads the bytes of a post or of another file that a run is given.
 *
 * @throws UnfitFileError where it is too large or no regular file; another Error where it cannot be read
 */
export function readBytes(path: string): Buffer {
  return readRegular(path);
}
