import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The middle value; of an even number, the lower of the two in the middle. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1];
}

/** Runs a command and gives its wall-clock milliseconds. Linters exit with 1 where they found something. */
function timeOnce({ command, args }, cwd) {
  const start = process.hrtime.bigint();
  const { status, signal, error } = spawnSync(command, args, { cwd, stdio: 'ignore' });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || signal || status > 1) {
    throw new Error(`${[command, ...args].join(' ')} ended with ${error ?? signal ?? status}`);
  }
  return elapsed;
}

/**
 * Times several commands in turns, so that whatever else the machine does meets all of them alike. They should have
 * run once before, so that disk caches and compile caches are filled.
 *
 * @param {readonly {command: string, args: string[], rounds: number}[]} jobs
 * @returns {number[]} the median of each job in milliseconds
 */
export function interleaved(jobs, cwd) {
  const times = jobs.map(() => []);
  const rounds = Math.max(...jobs.map((job) => job.rounds));
  for (let round = 0; round < rounds; round++) {
    jobs.forEach((job, index) => {
      if (round < job.rounds) times[index].push(timeOnce(job, cwd));
    });
  }
  return times.map(median);
}

/**
 * Most memory that a command held, in megabytes, from one run of its own; null where the system does not tell
 * or the command was too quick to be asked.
 * Linux keeps the high-water mark of a living process, so asking often loses only the last moment.
 */
export async function peakMemory({ command, args }, cwd) {
  if (!existsSync('/proc/self/status')) return null;
  const child = spawn(command, args, { cwd, stdio: 'ignore' });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, highWaterMark(child.pid));
  }, 2);
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  clearInterval(timer);
  return peak === 0 ? null : peak / 1024;
}

function highWaterMark(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // ended in between
  }
}
