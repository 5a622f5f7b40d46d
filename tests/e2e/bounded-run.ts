import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin } from './run.ts';

/** A run of the built command line, with what it took. */
export interface BoundedRun {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Megabytes of memory at the most. */
  readonly megabytes: number;
  /** Seconds of all its threads. */
  readonly cpuSeconds: number;
}

/** Said by the process itself as it ends; one that a signal ends says nothing. */
const probe = `
  const { isMainThread } = require('node:worker_threads');
  if (isMainThread) process.once('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    require('node:fs').writeFileSync(process.env.PROBED, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
  });`;

/** Runs the built command line; after `seconds` of the clock it counts as hanging and is ended by a signal. */
export function boundedRun(args: readonly string[], cwd: string, seconds: number): BoundedRun {
  const folder = mkdtempSync(join(tmpdir(), 'recaplint-bounded-'));
  try {
    const script = join(folder, 'probe.cjs');
    const probed = join(folder, 'probed.json');
    writeFileSync(script, probe);
    writeFileSync(probed, '{"maxRSS":0,"cpu":0}');
    const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, GITHUB_STEP_SUMMARY, npm_command, ...inherited } =
      process.env;
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', script, bin, ...args],
      {
        cwd,
        env: { ...inherited, PROBED: probed },
        encoding: 'utf8',
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: 1 << 28,
      },
    );
    const { maxRSS, cpu } = JSON.parse(readFileSync(probed, 'utf8')) as { maxRSS: number; cpu: number };
    return { code: status, signal, stdout, stderr, megabytes: maxRSS / 1024, cpuSeconds: cpu / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
