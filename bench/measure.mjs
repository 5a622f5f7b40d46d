import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The middle value; of an even number, the lower of the two in the middle. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1];
}

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] What is added to the environment.
 * @property {boolean} [slow] Whether one round is enough where it fills the time that there is.
 * @property {(stdout: string) => void} [check] Throws where the output is not what it should be.
 *
 * @typedef {object} Cost
 * @property {number} wall Milliseconds from start to exit.
 * @property {number | null} cpu Milliseconds of user and system time of all threads; null where no shell tells.
 * @property {number | null} memory Megabytes that it held at most; null where the system does not tell.
 */

const bash = ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash', '/opt/homebrew/bin/bash'].find(existsSync);
// Node tells the processor time of itself alone. Bash tells that of what it has waited for, in milliseconds, on every
// system that has it. What it says comes on a pipe of its own; the command's own output and errors stay apart.
const timing = `exec 4>&2 2>&3 3>&-; TIMEFORMAT='%3R %3U %3S'; time "$@" 2>&4 4>&-`;
/** How often the memory of a command is looked at, in milliseconds. */
const lookEvery = 4;

/**
 * Runs a command once, with its output to a pipe that is read.
 *
 * @param {Job} job
 * @returns {Promise<Cost>}
 */
export async function runOnce({ command, args, cwd, env, check }) {
  const words = bash ? [bash, '-c', timing, 'bash', command, ...args] : [command, ...args];
  const started = performance.now();
  const child = spawn(words[0], words.slice(1), {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts = [1, 2, 3].map((fd) => textOf(child.stdio[fd], fd !== 1 || check !== undefined));
  const memory = watchMemory(child.pid, bash !== undefined);
  const ended = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve(signal ?? code));
  });
  const elapsed = performance.now() - started;
  const peak = memory();
  const [stdout, stderr, times] = await Promise.all(texts);
  // Linters exit with 1 where they found something.
  if (ended !== 0 && ended !== 1)
    throw new Error(`${[command, ...args].join(' ')} ended with ${ended}: ${stderr.slice(-400)}`);
  check?.(stdout);
  const told = /^(\d+\.\d+) (\d+\.\d+) (\d+\.\d+)$/m.exec(times);
  if (!told) return { wall: elapsed, cpu: null, memory: peak };
  const [wall, user, system] = told.slice(1).map((seconds) => Number(seconds) * 1000);
  return { wall, cpu: user + system, memory: peak };
}

/** Reads a pipe to its end; what is not kept is read all the same, for a full pipe would hold the command up. */
async function textOf(stream, isKept) {
  const chunks = [];
  for await (const chunk of stream) if (isKept) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Looks at the memory of a process, or of what it waits for, until it is asked for the most. Linux keeps the high-water
 * mark of a living process, so looking often loses only the last moment.
 *
 * @returns {() => number | null} megabytes
 */
function watchMemory(pid, isShell) {
  if (!existsSync(`/proc/${process.pid}/status`)) return () => null;
  let peak = 0;
  let measured = isShell ? null : pid;
  const timer = setInterval(() => {
    measured ??= childOf(pid);
    if (measured !== null) peak = Math.max(peak, highWaterMark(measured));
  }, lookEvery);
  return () => {
    clearInterval(timer);
    return peak === 0 ? null : peak / 1024;
  };
}

function childOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ', 1)[0] || null;
  } catch {
    return null; // ended in between, or a kernel that does not tell
  }
}

function highWaterMark(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // ended in between
  }
}

/**
 * Measures several commands in turns, so that whatever else the machine does meets all of them alike. The first round
 * fills disk caches and compile caches, and shows how many rounds there is time for; it counts only for a command that
 * gets no other.
 *
 * @param {readonly Job[]} jobs
 * @param {{ most: number, budget: number }} rounds how many at most, and milliseconds for the rounds of one command
 * @returns {Promise<(Cost & { runs: readonly Cost[] })[]>} medians, and the largest memory, of each
 */
export async function interleaved(jobs, { most, budget }) {
  const first = [];
  for (const job of jobs) first.push(await runOnce(job));
  const wanted = jobs.map(({ slow }, i) => {
    const affordable = Math.floor(budget / first[i].wall);
    return Math.min(most, Math.max(affordable, slow ? 0 : 3));
  });
  const runs = jobs.map((_, i) => (wanted[i] <= 1 ? [first[i]] : []));
  for (let round = 0; round < Math.max(...wanted); round++) {
    for (const [i, job] of jobs.entries()) {
      if (wanted[i] > 1 && round < wanted[i]) runs[i].push(await runOnce(job));
    }
  }
  return runs.map((costs) => ({ ...summary(costs), runs: costs }));
}

function summary(costs) {
  const known = (key) => costs.map((cost) => cost[key]).filter((value) => value !== null);
  const [cpu, memory] = [known('cpu'), known('memory')];
  return {
    wall: median(known('wall')),
    cpu: cpu.length === 0 ? null : median(cpu),
    memory: memory.length === 0 ? null : Math.max(...memory),
  };
}
