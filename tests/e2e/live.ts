import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { bin } from './run.ts';

/** A run of the built command line that goes on while the test does. */
export interface LiveRun {
  readonly child: ChildProcess;
  /** What both outputs have said so far; what comes of them at the same time, in any order unless they are `together`. */
  said(): string;
  /** What standard error has said so far; nothing where it is `together` with standard output. */
  complained(): string;
  /** Waits until something new matches, and gives all that is new up to then. @throws Error where it does not come */
  hear(pattern: RegExp): Promise<string>;
  /** Waits for the end: exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

// Far more than it takes on the slowest machine: a test that waits so long has failed.
const patience = 40_000;

export interface LiveOptions {
  /** A pipe is one that nothing comes from. */
  readonly input?: 'ignore' | 'pipe';
  /**
   * Whether both outputs go to one pipe, which keeps the order in which they were written, as a terminal does. Out of two,
   * what was written first may be read last.
   */
  readonly together?: boolean;
}

/** Starts the built command line without a terminal; it is ended with the test. */
export function start(args: readonly string[], cwd: string, options: LiveOptions = {}): LiveRun {
  const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, npm_command, ...env } = process.env;
  const command = [process.execPath, bin, ...args];
  // The shell gives way to the run: signals reach it.
  const [program, ...rest] = options.together ? ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...command] : command;
  const child = spawn(program!, rest, { cwd, env, stdio: [options.input ?? 'ignore', 'pipe', 'pipe'] });
  let text = '';
  let complaints = '';
  let heard = 0;
  child.stdout!.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr!.on('data', (chunk) => {
    text += chunk;
    complaints += chunk;
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    ended,
    said: () => text,
    complained: () => complaints,
    async hear(pattern) {
      const deadline = Date.now() + patience;
      for (;;) {
        const found = pattern.exec(text.slice(heard));
        if (found) {
          const part = text.slice(heard, heard + found.index + found[0].length);
          heard += part.length;
          return part;
        }
        if (Date.now() > deadline) throw new Error(`${pattern} did not come after:\n${text}`);
        await setTimeout(20);
      }
    },
  };
}
