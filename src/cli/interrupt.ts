import { constants } from 'node:os';
import { account } from './account.ts';
import { notify } from './messages.ts';
import { progress } from './progress.ts';

/**
 * Lets Ctrl-C and its like end the run with a sentence and the code that shells give them. Handlers run between the
 * steps of a run and never within one: no file is half written then, and no temporary file is there. A second signal
 * ends the process as if nobody listened.
 */
export function endOnSignals(): void {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const said = account();
      if (said === null) progress.clear();
      else notify(`interrupted: ${said}`);
      process.exit(128 + constants.signals[signal]);
    });
  }
}
