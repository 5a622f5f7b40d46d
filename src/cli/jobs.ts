import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readOwnPackage } from '../config/pages.ts';
import type { LintRecord } from '../engine/finding.ts';
import type { Asked } from '../gate/asked.ts';
import { restored } from '../project/lint-post.ts';
import { announce } from '../project/paced.ts';
import type { FoundPost } from '../workspace/find.ts';
import { isTurnDue } from '../workspace/turns.ts';
import { noneTaken, takeIndexes } from './claims.ts';
import type { Flags } from './flags.ts';
import {
  fail,
  lintingPhase,
  lintSilently,
  type Outcome,
  type PlacedFile,
  type ReadPost,
  type Run,
} from './run.ts';
import { hearThread } from './thread.ts';
import type { Spent } from './timing.ts';

/** What a thread is started with. */
export interface WorkerTask {
  readonly cwd: string;
  readonly flags: Flags;
  readonly files: readonly FoundPost[];
  /** How many of the files have been taken, by whichever thread. */
  readonly taken: SharedArrayBuffer;
}

/** What a thread says of one of its files. */
export interface PostMessage {
  readonly index: number;
  /** Null where it could not be linted. */
  readonly record: LintRecord | null;
  readonly asked: readonly Asked[];
  readonly messages: readonly string[];
}

/** What a thread says when it has linted some of them. */
export interface ThreadMessage {
  readonly posts: readonly PostMessage[];
  /** What its time was spent on since it said something; null where nobody asks. */
  readonly spent: Spent | null;
}

/**
 * Lints each post by itself, in this thread and in others at once; the posts come back in order.
 *
 * @param count of threads, this one among them
 */
export async function lintInThreads(
  run: Run,
  files: readonly PlacedFile[],
  flags: Flags,
  count: number,
): Promise<ReadPost[]> {
  return new SharedWork(run, files).finish(count - 1, flags);
}

/** Posts that several threads lint together. */
class SharedWork {
  readonly #run: Run;
  readonly #files: readonly PlacedFile[];
  readonly #taken = noneTaken();
  readonly #outcomes = new Map<number, Outcome>();

  constructor(run: Run, files: readonly PlacedFile[]) {
    this.#run = run;
    this.#files = files;
  }

  /** Has other threads help, and gives the posts when all are linted. */
  async finish(helpers: number, flags: Flags): Promise<ReadPost[]> {
    const workers = Array.from({ length: helpers }, () => this.#startThread(flags));
    try {
      const others = this.#hearAll(workers);
      for (const indexes of takeIndexes(this.#taken, this.#files.length)) await this.#lint(indexes);
      // A thread that is still at its beginning has taken nothing.
      this.#run.timing?.phase(null);
      if (!this.#isDone) await others;
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
      this.#run.timing?.phase(lintingPhase);
    }
    // What a thread has taken and not linted, because it broke down.
    await this.#lint([...this.#files.keys()].filter((index) => !this.#outcomes.has(index)));
    return this.#inOrder();
  }

  #startThread(flags: Flags): Worker {
    const task: WorkerTask = {
      cwd: this.#run.cwd,
      // Facts are asked for when all posts are linted.
      flags: { ...flags, facts: undefined },
      files: this.#files.map(({ file }) => file),
      taken: this.#taken,
    };
    return new Worker(join(readOwnPackage().folder, 'dist', 'launch-thread.cjs'), { workerData: task });
  }

  async #lint(indexes: readonly number[]): Promise<void> {
    for (const index of indexes) {
      if (isTurnDue()) await announce(`linting ${this.#outcomes.size} of ${this.#files.length} posts`);
      this.#outcomes.set(index, await lintSilently(this.#run, this.#files[index]!));
    }
  }

  get #isDone(): boolean {
    return this.#outcomes.size === this.#files.length;
  }

  /** Hears other threads until all posts are linted, or these threads have ended. */
  #hearAll(workers: readonly Worker[]): Promise<void> {
    return new Promise((resolve) => {
      const hear = (worker: Worker, { posts, spent }: ThreadMessage) => {
        if (spent) this.#run.timing?.add(worker, spent);
        this.#hear(posts);
        if (this.#isDone) resolve();
      };
      Promise.all(
        workers.map((worker) => hearThread<ThreadMessage>(worker, (said) => hear(worker, said))),
      ).then(() => resolve());
    });
  }

  #hear(found: readonly PostMessage[]): void {
    for (const { index, record, asked, messages } of found) {
      const { file, placed } = this.#files[index]!;
      const linted = record && restored(file.path, placed, record);
      this.#outcomes.set(index, { post: linted && { file, placed, bytes: null, asked, linted }, messages });
    }
  }

  /** Whichever thread linted a post, what went wrong with it is said in the order of the posts. */
  #inOrder(): ReadPost[] {
    return [...this.#files.keys()].flatMap((index) => {
      const { post, messages } = this.#outcomes.get(index)!;
      for (const message of messages) fail(this.#run, message);
      return post ?? [];
    });
  }
}
