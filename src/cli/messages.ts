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
  notify(isExpected(error) ? error.message : (reasonWithoutFolder(error) ?? unforeseen(error)));
}

function isExpected(error: unknown): error is Error {
  return error instanceof Error && expectedErrors.has(error.name);
}

/** Relative paths have no meaning in a folder that has been deleted. */
function reasonWithoutFolder(error: unknown): string | null {
  const isGone = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
  return isGone ? 'the current folder is gone or cannot be reached: start the run in another one.' : null;
}

function unforeseen(error: unknown): string {
  return `this should not happen. ${error instanceof Error ? error.stack : error}`;
}
