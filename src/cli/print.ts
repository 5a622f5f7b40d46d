import { fstatSync, writeFileSync } from 'node:fs';
import { accountFor } from './account.ts';
import { progress } from './progress.ts';

const short = 'not everything was printed';
const ofPipe = () => (process.stdout.writableLength > 0 ? short : null);
const ofPieces = () => short;

/** What comes is printed piece by piece: a run that is interrupted meanwhile has not printed everything. */
export function printPieces(): void {
  accountFor(ofPieces);
}

let write: typeof process.stdout.write | null = null;

/** Takes standard output for {@link print} alone: what else is printed there goes to standard error from now on. */
export function keepStandardOutput(): void {
  const { stdout, stderr } = process;
  write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
}

/**
 * Prints on standard output. To a file it is written here, for Node's own stream writes what fits on a full disk and
 * says nothing of the rest; where that fails, the stream's listeners hear of it.
 */
export function print(text: string | Uint8Array): void {
  progress.clear();
  accountFor(ofPipe);
  if (!printsToFile()) {
    (write ?? process.stdout.write.bind(process.stdout))(text);
    return;
  }
  try {
    writeFileSync(process.stdout.fd, text);
  } catch (error) {
    process.stdout.emit('error', error);
  }
}

/** Whether standard output is a file on a disk. */
function printsToFile(): boolean {
  try {
    return fstatSync(process.stdout.fd).isFile();
  } catch {
    return false;
  }
}

/** Whether standard output may end in the log of a CI run. */
export function isLog({ CI, TF_BUILD }: NodeJS.ProcessEnv): boolean {
  return Boolean(CI || TF_BUILD) && !printsToFile();
}
