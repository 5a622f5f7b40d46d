import { spawnSync } from 'node:child_process';
import { bin, type RunResult } from './run.ts';

/** A run that is killed where it has not ended after this time, in milliseconds: a hundred times what it takes. */
const longest = 30_000;

/** Runs the built command line on what could make it wait or read for ever; the code is null where it did. */
export function bounded(cwd: string, ...args: readonly string[]): RunResult {
  const { NODE_OPTIONS, GITHUB_STEP_SUMMARY, npm_command, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8',
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  return { code: status, stdout, stderr };
}
