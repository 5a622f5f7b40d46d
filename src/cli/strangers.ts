import { explainFailure, notify } from './messages.ts';
import { keepStandardOutput } from './print.ts';

/** How long what is left over when a run is done may take to end by itself, in milliseconds. */
const patience = 500;

let isGuarded = false;

/**
 * From here on a run may load programs that a configuration names. They share its process: what they print is not taken
 * for findings, and where they end the process, or break down beside their rule, the run has failed.
 */
export function guardRun(): void {
  isGuarded = true;
  keepStandardOutput();
  process.on('uncaughtException', (error) => {
    explainFailure(error);
    leave(2);
  });
  process.on('exit', (code) => {
    // Signals have their own sentence.
    if (!isGuarded || code >= 128) return;
    notify('the run ended before it was done: a program that the configuration names ended the process.');
    process.exitCode = 2;
  });
}

/** Ends the process, though its run is not done. */
export function leave(code: number): never {
  isGuarded = false;
  process.exit(code);
}

/** The run is done. What a program has left running, such as a timer, does not keep the process. */
export function endGuard(): void {
  if (!isGuarded) return;
  isGuarded = false;
  setTimeout(endWhenPrinted, patience).unref();
}

/** A pipe may take a while to be read. */
function endWhenPrinted(): void {
  if (process.stdout.writableLength === 0) process.exit();
  setTimeout(endWhenPrinted, patience).unref();
}
