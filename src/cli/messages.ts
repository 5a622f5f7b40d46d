import { visible } from '../reporters/visible.ts';
import { progress } from './progress.ts';

/** Says something on standard error; each line is made fit for terminals and logs. */
export function notify(message: string): void {
  progress.clear();
  for (const line of message.split('\n')) process.stderr.write(`recaplint: ${visible(line)}\n`);
}

const expectedErrors = new Set(['ConfigError', 'RunError', 'GitError']);

/** Says why the run ended early. What nobody foresaw comes with its stack. */
export function explainFailure(error: unknown): void {
  const expected = error instanceof Error && expectedErrors.has(error.name);
  notify(
    expected ? error.message : `this should not happen. ${error instanceof Error ? error.stack : error}`,
  );
}
