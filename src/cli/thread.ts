import type { Worker } from 'node:worker_threads';

/**
 * Hears what a thread says until it ends, whether it has done its work, was ended, or broke down: what is missing then is
 * for the caller to see.
 */
export function hearThread<T>(worker: Worker, hear: (message: T) => void): Promise<void> {
  return new Promise((resolve) => {
    worker.on('message', hear);
    worker.on('error', () => {});
    worker.on('exit', () => resolve());
  });
}
