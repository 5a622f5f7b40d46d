import { elapsed } from '../workspace/turns.ts';

/** How long a run stays silent, in milliseconds: most are over by then. */
const silence = 1_000;

/** One line on a terminal that says what a run is at. */
export interface Progress {
  /** A run starts: its silence begins. */
  begin(): void;
  /** Says what the run is at, in place of what was said before. */
  say(text: string): void;
  /** Takes the line away. Whatever else is printed comes after this. */
  clear(): void;
}

/** Where the line is written. */
export interface ProgressLine {
  write(text: string): void;
  /** Width of the terminal: a line that wraps could not be taken away. */
  readonly columns?: number;
}

/**
 * @param line null where nobody watches: nothing is said then
 * @param now milliseconds since whenever
 */
export function createProgress(line: ProgressLine | null, now: () => number): Progress {
  let begun = now();
  let shown = false;
  const clear = () => {
    if (shown) line?.write('\r\x1B[K');
    shown = false;
  };
  return {
    begin: () => {
      begun = now();
    },
    say: (text) => {
      if (!line || now() - begun < silence) return;
      line.write(`\r\x1B[K${text.slice(0, (line.columns || 80) - 1)}`);
      shown = true;
    },
    clear,
  };
}

/** Whether a terminal is there, can rewrite a line, and somebody sits before it. */
export function hasWatcher(isTTY: boolean | undefined, { CI, TERM }: NodeJS.ProcessEnv): boolean {
  return isTTY === true && !CI && TERM !== 'dumb';
}

/** That of this process, on standard error. */
export const progress = createProgress(
  hasWatcher(process.stderr.isTTY, process.env) ? process.stderr : null,
  elapsed,
);
