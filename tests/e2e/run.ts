import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The launcher of the built command line. */
export const bin = join(root, 'bin', 'recaplint.js');

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node that runs it; this one where absent. */
  readonly node?: string;
}

export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a process of its own, without colours, a terminal or a summary on GitHub. */
export function recaplint(args: readonly string[], options: RunOptions): RunResult {
  const { cwd, input = '', env = {}, node = process.execPath } = options;
  const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, GITHUB_STEP_SUMMARY, npm_command, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(node, [bin, ...args], {
    cwd,
    input,
    env: { ...inherited, ...env },
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

/** A shell command line in which `recaplint` is the built one; programs find it in `$NODE "$BIN"`. */
export function shell(command: string, cwd: string): RunResult {
  const define = `unset npm_command NO_COLOR FORCE_COLOR NODE_OPTIONS; NODE="${process.execPath}"; BIN="${bin}"; recaplint() { "${process.execPath}" "${bin}" "$@"; }`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `${define}; ${command}`], {
    cwd,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}
