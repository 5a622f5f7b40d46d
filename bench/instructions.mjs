import { spawnSync } from 'node:child_process';

// Nothing that happens at another moment in each run: no compiling beside, no garbage collection by the clock, the same
// seeds. What is compiled with optimisation depends on moments as well.
const steady = [
  '--single-threaded',
  '--no-opt',
  '--predictable-gc-schedule',
  '--hash-seed=1',
  '--random-seed=1',
];
// A compile cache is filled or not.
const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };

/** Programs that count the instructions of another, the steadier one first. */
const counters = [
  {
    name: 'cachegrind',
    words: ['valgrind', '--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'],
    read: (said) => /I\s+refs:\s+([\d,]+)/.exec(said)?.[1].replaceAll(',', ''),
  },
  {
    name: 'perf',
    words: ['perf', 'stat', '-x', ';', '-e', 'instructions:u'],
    read: (said) => /^(\d+);.*instructions/m.exec(said)?.[1],
  },
];

/**
 * How many instructions Node takes for some arguments.
 *
 * @returns {number | null} null where the counter is missing, or counts nothing on this machine
 */
function countWith({ words, read }, args) {
  const [command, ...rest] = [...words, process.execPath, ...steady, ...args];
  const { stderr, error } = spawnSync(command, rest, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const count = error ? undefined : read(stderr);
  return count === undefined ? null : Number(count);
}

/**
 * What counts instructions here.
 *
 * @returns {{ name: string, count: (args: string[]) => number, floor: number } | null} `floor`: those of `node -e 0`
 */
export function findCounter() {
  for (const counter of counters) {
    const floor = countWith(counter, ['-e', '0']);
    if (floor !== null) return { name: counter.name, count: (args) => countWith(counter, args), floor };
  }
  return null;
}
