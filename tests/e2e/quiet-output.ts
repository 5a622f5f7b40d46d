import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { runnerCommands } from '../reporters/runner-commands.ts';
import { bin } from './run.ts';

/** A run, and what its standard output may hold beside plain text. */
export interface QuietRun {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether colours were asked for. */
  readonly color?: boolean;
}

// Bold, faint, underlined and the foreground colours, with what ends them: all that recaplint and its libraries paint with.
const paint = /\u001B\[(?:0|1|2|4|22|24|3[0-79]|9[0-7])m/g;

// Controls but line feed and tab, separators of lines and paragraphs, and controls of the direction of writing.
const moving = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

/**
 * Runs the built command line on a stranger's words and holds both its streams to it: nothing in them moves a cursor or
 * hides, no log takes anything for a command, and nothing went wrong that nobody foresaw.
 */
export function quietRun(cwd: string, args: readonly string[], run: QuietRun = {}) {
  const { input = '', env = {}, color = false } = run;
  const { NO_COLOR, FORCE_COLOR, CI, GITHUB_STEP_SUMMARY, ...inherited } = process.env;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    env: { ...inherited, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  const what = JSON.stringify(args.join(' ')).slice(0, 80);
  const said = { stdout: decoded(stdout), stderr: decoded(stderr), code: status };
  expect.soft([status, signal], `${what}: ${said.stderr}`).toEqual([expect.toBeOneOf([0, 1, 2]), null]);
  expect.soft(said.stderr, what).not.toContain('this should not happen');
  expectQuiet(said.stdout, `standard output of ${what}`, color);
  expectQuiet(said.stderr, `standard error of ${what}`);
  return said;
}

/** Holds an output to it that nothing in it moves a cursor or hides, and that no log takes anything for a command. */
export function expectQuiet(text: string, what: string, color = false): void {
  const bare = color ? text.replace(paint, '') : text;
  expect.soft(firstMoving(bare), what).toBeNull();
  expect.soft(runnerCommands(bare), what).toEqual([]);
}

/** The first character that moves or hides, with what stands around it. */
export function firstMoving(text: string): string | null {
  const at = text.search(moving);
  return at < 0 ? null : JSON.stringify(text.slice(Math.max(0, at - 60), at + 30));
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
