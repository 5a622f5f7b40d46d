import * as fs from 'node:fs';
import { isInside } from '../config/folders.ts';

const { O_RDONLY, O_DIRECTORY = 0, O_NOFOLLOW = 0 } = fs.constants;

/**
 * Does something in a folder that is held open, so that a part of its path that becomes a link meanwhile leads nowhere
 * else. Node has no `openat`; on Linux, names below `/proc/self/fd` do the same. Elsewhere the folder is checked and its
 * path is used, which leaves a moment between the two.
 *
 * @param folder real path
 * @param boundary real path of the folder that it must be or lie in
 * @param work is given a path of the folder that holds while it runs
 * @throws Error where it lies outside
 */
export function inHeldFolder<T>(folder: string, boundary: string, work: (place: string) => T): T {
  const held = fs.openSync(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  try {
    const place = `/proc/self/fd/${held}`;
    const isHeld = process.platform === 'linux' && fs.existsSync(place);
    const real = isHeld ? fs.readlinkSync(place) : fs.realpathSync(folder);
    if (!isInside(boundary, real)) throw new Error(`its folder is now "${real}", outside ${boundary}`);
    return work(isHeld ? place : folder);
  } finally {
    fs.closeSync(held);
  }
}
