import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readOwnPackage } from '../config/pages.ts';
import type { LintRecord } from '../engine/finding.ts';
import type { Asked } from '../gate/asked.ts';
import { restored } from '../project/lint-post.ts';
import type { FoundPost } from '../workspace/find.ts';
import type { Flags } from './flags.ts';
import { progress } from './progress.ts';
import { fail, lintEach, lintingPhase, type PlacedFile, type ReadPost, type Run } from './run.ts';
import { hearThread } from './thread.ts';
import type { Spent } from './timing.ts';

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
  | { readonly kind: 'spent'; readonly spent: Spent }
  | { readonly kind: 'failure'; readonly message: string };

/**
 * Lints each post by itself, in several threads at once; the posts come back in order. With `--fix` one thread does it:
 * what is written must be what this process has read.
 *
 * @throws RunError where a thread breaks down; the others are ended then
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
  const parts = Array.from({ length: count }, (_, first) =>
    Array.from(files.keys()).filter((index) => index % count === first),
  );
  run.timing?.phase(null);
  const workers = parts.map((indexes) => startThread(run, files, indexes, flags));
  try {
    await Promise.all(parts.map((indexes, part) => hearPosts(workers[part]!, run, files, indexes, keep)));
  } finally {
    // Where one breaks down, what the others find is for nobody.
    await Promise.all(workers.map((worker) => worker.terminate()));
    run.timing?.phase(lintingPhase);
  }
  return posts.filter((post) => post !== null);
}

/** Has a thread lint the files at some indexes. */
function startThread(
  { cwd }: Run,
  files: readonly PlacedFile[],
  indexes: readonly number[],
  flags: Flags,
): Worker {
  const task: WorkerTask = {
    cwd,
    // Facts are asked for when all posts are linted.
    flags: { ...flags, facts: undefined },
    files: indexes.map((index) => files[index]!.file),
  };
  return new Worker(join(readOwnPackage().folder, 'dist', 'launch-thread.cjs'), { workerData: task });
}

/** Keeps what a thread finds in the files at some indexes, which it goes through in order. @throws Error, as {@link hearThread} */
function hearPosts(
  worker: Worker,
  run: Run,
  files: readonly PlacedFile[],
  indexes: readonly number[],
  keep: (index: number, post: ReadPost | null) => void,
): Promise<void> {
  const pending = [...indexes].reverse();
  return hearThread<WorkerMessage>(worker, indexes.length, (message) => {
    if (message.kind === 'spent') {
      run.timing?.add(message.spent);
      return false;
    }
    if (message.kind === 'failure') {
      fail(run, message.message);
      return false;
    }
    const index = pending.pop()!;
    const { file, placed } = files[index]!;
    if (message.kind === 'none') keep(index, null);
    else {
      const linted = restored(file.path, placed, message.record);
      keep(index, { file, placed, bytes: null, asked: message.asked, linted });
    }
    return true;
  });
}
