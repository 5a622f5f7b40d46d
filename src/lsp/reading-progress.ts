import type { Connection } from './protocol.ts';

/** Tells an editor how far the reading of an archive has come, once that takes long enough to be worth a line. */
export class ReadingProgress {
  readonly #connection: Connection | null;
  #shown: ReturnType<Connection['window']['createWorkDoneProgress']> | null = null;
  #isStopped = false;
  #part = { done: 0, of: 0 };

  /** @param connection null where the editor shows no progress */
  constructor(connection: Connection | null) {
    this.#connection = connection;
  }

  /** Whether the user has had enough of it. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  say(done: number, of: number): void {
    this.#part = { done, of };
    if (!this.#connection) return;
    this.#shown ??= this.#begin(this.#connection);
    this.#shown.then((progress) => {
      if (progress.token.isCancellationRequested) this.#isStopped = true;
      progress.report((100 * done) / of, `read ${done} of ${of} posts`);
    }, noProgress);
  }

  end(): void {
    this.#shown?.then((progress) => progress.done(), noProgress);
  }

  async #begin(connection: Connection) {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('recaplint', 0, `reading ${this.#part.of} posts`, true);
    return progress;
  }
}

/** An editor that refuses a progress is told nothing. */
function noProgress(): void {}
