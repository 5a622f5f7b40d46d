import { parentPort, workerData } from 'node:worker_threads';
import { recordOf } from '../project/lint-post.ts';
import { takeIndexes } from './claims.ts';
import type { PostMessage, ThreadMessage, WorkerTask } from './jobs.ts';
import { openRun } from './open-run.ts';
import { lintingPhase, lintSilently } from './run.ts';

/** Lints posts that no other thread has taken, and sends what they gave. */
export async function lintInWorker(): Promise<void> {
  const { cwd, flags, files, taken } = workerData as WorkerTask;
  // Notices about the configuration are the main thread's to give.
  const basis = await openRun(flags, cwd, () => {});
  basis.timing?.phase(lintingPhase);
  for (const indexes of takeIndexes(taken, files.length)) {
    const found: PostMessage[] = [];
    for (const index of indexes) {
      const file = files[index]!;
      const placed = await basis.session.place(file.path, file.base);
      const { post, messages } = await lintSilently(basis, { file, placed });
      const record = post && recordOf(post.linted);
      found.push({ index, record, asked: post?.asked ?? [], messages });
    }
    const message: ThreadMessage = { posts: found, spent: basis.timing?.take() ?? null };
    parentPort!.postMessage(message);
  }
}
