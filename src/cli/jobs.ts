import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readOwnPackage } from '../config/pages.ts';
import type { LintRecord } from '../engine/finding.ts';
import type { Asked } from '../gate/asked.ts';
import type { FoundPost } from '../workspace/find.ts';
import type { Flags } from './flags.ts';
import { restored } from './lint-post.ts';
import { progress } from './progress.ts';
import { fail, lintEach, type PlacedFile, type ReadPost, type Run } from './run.ts';

/** What a thread is started with. */
export interface WorkerTask {
  readonly cwd: string;
  readonly flags: Flags;
  readonly files: readonly FoundPost[];
}

/** What a thread says of its files, in order; none: what went wrong was said before. */
export type WorkerMessage =
  | { readonly kind: 'record'; readonly record: LintRecord; readonly asked: readonly Asked[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'failure'; readonly message: string };

/**
 * Lints each post by itself, in several threads at once; the posts come back in order. With `--fix` one thread does it:
 * what is written must be what this process has read.
 */
export async function lintInThreads(
  run: Run,
  files: readonly PlacedFile[],
  flags: Flags,
): Promise<ReadPost[]> {
  const count = Math.min(flags.jobs, files.length);
  if (count <= 1 || run.options.fix) return lintEach(run, files);
  const posts = new Array<ReadPost | null>(files.length).fill(null);
  let done = 0;
  const keep = (index: number, post: ReadPost | null) => {
    posts[index] = post;
    done++;
    progress.say(`linting ${done} of ${files.length} posts`);
  };
  const threads = Array.from({ length: count }, (_, first) => {
    const indexes = Array.from(files.keys()).filter((index) => index % count === first);
    return runThread(run, files, indexes, flags, keep);
  });
  await Promise.all(threads);
  return posts.filter((post) => post !== null);
}

/** Has a thread lint the files at some indexes. @throws Error where it breaks down */
function runThread(
  run: Run,
  files: readonly PlacedFile[],
  indexes: readonly number[],
  flags: Flags,
  keep: (index: number, post: ReadPost | null) => void,
): Promise<void> {
  const task: WorkerTask = {
    cwd: run.cwd,
    // Facts are asked for when all posts are linted.
    flags: { ...flags, facts: undefined },
    files: indexes.map((index) => files[index]!.file),
  };
  const worker = new Worker(join(readOwnPackage().folder, 'dist', 'cli.js'), { workerData: task });
  const pending = [...indexes].reverse();
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'failure') return fail(run, message.message);
      const index = pending.pop()!;
      if (message.kind === 'none') return keep(index, null);
      const { file, placed } = files[index]!;
      const linted = restored(file.path, placed, message.record);
      keep(index, { file, placed, bytes: null, asked: message.asked, linted });
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      if (pending.length === 0) resolve();
      else reject(new Error(`A thread ended before it had linted ${pending.length} of its posts.`));
    });
  });
}
