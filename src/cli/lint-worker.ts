import { parentPort, workerData } from 'node:worker_threads';
import { recordOf } from '../project/lint-post.ts';
import type { WorkerMessage, WorkerTask } from './jobs.ts';
import { openRun } from './open-run.ts';
import { lintFile, lintingPhase, type Run } from './run.ts';

/** Lints the posts that this thread was started with, and sends what each gave. */
export async function lintInWorker(): Promise<void> {
  const { cwd, flags, files } = workerData as WorkerTask;
  const send = (message: WorkerMessage) => parentPort!.postMessage(message);
  // Notices about the configuration are the main thread's to give.
  const basis = await openRun(flags, cwd, () => {});
  const run: Run = { ...basis, say: (message) => send({ kind: 'failure', message }) };
  run.timing?.phase(lintingPhase);
  for (const file of files) {
    const placed = await run.session.place(file.path, file.base);
    const post = lintFile(run, { file, placed });
    send(post ? { kind: 'record', record: recordOf(post.linted), asked: post.asked } : { kind: 'none' });
  }
  if (run.timing) send({ kind: 'spent', spent: run.timing.spent() });
}
