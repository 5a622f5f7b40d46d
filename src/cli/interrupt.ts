import { constants } from 'node:os';
import { notify } from './messages.ts';

let tell = (): string => 'nothing was written.';

/** From now on an interrupted run says this, which is asked for when it happens: a sentence. */
export function accountFor(written: () => string): void {
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
      notify(`interrupted: ${tell()}`);
      process.exit(128 + constants.signals[signal]);
    });
  }
}
