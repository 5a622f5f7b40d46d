import { constants } from 'node:os';
import { notify } from './messages.ts';
import { progress } from './progress.ts';

let tell: () => string | null = () => 'nothing was written.';

/** From now on an interrupted run says this, which is asked for when it happens: a sentence, or null for silence. */
export function accountFor(written: () => string | null): void {
  tell = written;
}

/**
 * Lets Ctrl-C and its like end the run with a sentence and the code that shells give them. Handlers run between the
 * steps of a run and never within one: no file is half written then, and no temporary file is there. A second signal
 * ends the process as if nobody listened.
 */
export function endOnSignals(): void {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const account = tell();
      if (account === null) progress.clear();
      else notify(`interrupted: ${account}`);
      process.exit(128 + constants.signals[signal]);
    });
  }
}
