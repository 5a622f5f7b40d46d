import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tooLarge } from '../config/regular-file.ts';
import { isPost } from '../workspace/find.ts';
import type { Repository } from '../workspace/git.ts';
import { indexedFiles, readBlobs } from '../workspace/git-changes.ts';
import { isReached } from '../workspace/reach.ts';
import type { PostState } from './state.ts';

/**
 * The posts as they are staged.
 *
 * @param nameOf the path of a file (absolute) in the repository; null outside
 * @throws GitError
 */
export async function stagedState(
  repository: Repository,
  nameOf: (path: string) => string | null,
): Promise<PostState> {
  const ids = indexedFiles(repository);
  const alone = await missingOnDisk([...ids.keys()], repository.top);
  const blobs = new Map<string, Buffer>();
  // git is started once for all posts that are spoken of, not once for each.
  const awaited = new Set<string>();
  return {
    read(path) {
      const id = ids.get(nameOf(path) ?? '');
      if (id === undefined) throw new Error('it is not staged');
      if (!blobs.has(id)) {
        for (const [loaded, bytes] of readBlobs(repository, [...awaited.add(id)])) blobs.set(loaded, bytes);
        awaited.clear();
      }
      const bytes = blobs.get(id);
      if (bytes === undefined) throw tooLarge();
      return bytes;
    },
    among(paths) {
      const staged = [...paths.filter((path) => ids.has(nameOf(path) ?? '')), ...alone];
      for (const path of staged) {
        const id = ids.get(nameOf(path)!)!;
        if (!blobs.has(id)) awaited.add(id);
      }
      return staged;
    },
  };
}

/** Posts that are staged and not, or no longer, on disk. */
async function missingOnDisk(names: readonly string[], top: string): Promise<string[]> {
  const missing: string[] = [];
  for (const name of names) {
    const path = join(top, name);
    if (isPost(name) && !existsSync(path) && (await isReached(path, top))) missing.push(path);
  }
  return missing;
}
