import { readBytes } from '../workspace/read.ts';

/** The posts of one moment: as they stand on disk, as they are staged, or as they were at a commit. */
export interface PostState {
  /**
   * The bytes of a post (absolute path).
   *
   * @throws Error where they cannot be read
   */
  read(path: string): Buffer;
  /** Of posts that stand on disk those that belong to it, under their paths of that moment, and those that it alone has. */
  among(paths: readonly string[]): readonly string[];
}

/** The posts as they stand on disk. */
export const diskState: PostState = { read: readBytes, among: (paths) => paths };
