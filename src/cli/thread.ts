import type { Worker } from 'node:worker_threads';
import { RunError } from '../project/run-error.ts';

/**
 * Hears what a thread says of its posts, one message for each, until it ends.
 *
 * @param posts how many it was started with
 * @param hear is told what the thread says, and tells whether that was the outcome of a post
 * @throws RunError where the thread has no room, or ends too early; Error that the thread did not catch
 */
export function hearThread<T>(worker: Worker, posts: number, hear: (message: T) => boolean): Promise<void> {
  let left = posts;
  return new Promise((resolve, reject) => {
    worker.on('message', (message: T) => {
      if (hear(message)) left--;
    });
    worker.on('error', (error) => reject(isOutOfMemory(error) ? noRoom() : error));
    worker.on('exit', (code) => {
      if (left === 0) resolve();
      else reject(endedEarly(code, left));
    });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function noRoom(): RunError {
  return new RunError('A thread ran out of memory: use fewer --jobs.');
}

function endedEarly(code: number, left: number): RunError {
  return new RunError(
    `A thread ended with code ${code} and ${left === 1 ? 'one of its posts was' : `${left} of its posts were`} not linted: a configuration that is a program may have ended it. Leave --jobs out to lint without threads.`,
  );
}
