import type { Stopwatch } from '../document/stopwatch.ts';
import { rulePrefix } from '../project/timed.ts';

/** Milliseconds by what they were spent on. */
export type Spent = ReadonlyMap<string, number>;

/** Measures what the time of a run is spent on. At each moment one thing counts, and nothing counts twice. */
export interface Timing {
  readonly watch: Stopwatch;
  /** From now on the time is spent on this; null: on waiting for others. */
  phase(name: string | null): void;
  /** Adds what another thread has spent. */
  add(thread: object, spent: Spent): void;
  /** How many threads the times are added up of, this one not counted. */
  threads(): number;
  /** What was spent until now. */
  spent(): Spent;
  /** The same, since it was last taken: what follows is counted from nothing. */
  take(): Spent;
}

/**
 * A run's, which is starting.
 *
 * @param now milliseconds since the process or the thread began
 */
export function createTiming(now: () => number): Timing {
  const spent = new Map<string, number>();
  let doing: string | null = 'start-up';
  let since = 0;
  const threads = new Set<object>();
  const add = (name: string, time: number) => spent.set(name, (spent.get(name) ?? 0) + time);
  const phase = (name: string | null) => {
    const moment = now();
    if (doing !== null) add(doing, moment - since);
    doing = name;
    since = moment;
  };
  return {
    phase,
    watch(part, work) {
      const outer = doing;
      phase(part);
      let isWaiting = false;
      try {
        const result = work();
        isWaiting = result instanceof Promise;
        return isWaiting
          ? ((result as Promise<unknown>).finally(() => phase(outer)) as typeof result)
          : result;
      } finally {
        if (!isWaiting) phase(outer);
      }
    },
    add: (thread, other) => {
      threads.add(thread);
      for (const [name, time] of other) add(name, time);
    },
    threads: () => threads.size,
    spent() {
      phase(doing);
      return spent;
    },
    take() {
      phase(doing);
      const taken = new Map(spent);
      spent.clear();
      return taken;
    },
  };
}

/**
 * A table of what time was spent on: first what a run consists of, in the order in which it was begun, then the rules, the
 * slowest first.
 */
export function timingTable(timing: Pick<Timing, 'spent' | 'threads'>): string {
  const all = [...timing.spent()];
  const threads = timing.threads();
  const parts = all.filter(([name]) => !name.startsWith(rulePrefix));
  const rules = all.filter(([name]) => name.startsWith(rulePrefix)).sort(([, a], [, b]) => b - a);
  const total = sum(all);
  const rows: (readonly [string, number])[] = [
    ...parts,
    ['rules', sum(rules)],
    ...rules.map(([name, time]) => [`  ${name.slice(rulePrefix.length)}`, time] as const),
    ['total', total],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, time]) => line(name.padEnd(width), time.toFixed(1), share(time, total)));
  const head = line('spent on'.padEnd(width), 'ms', '%');
  const note = threads > 0 ? [`The times of ${threads + 1} threads are added up.`] : [];
  return [head, ...lines, ...note].map((text) => `${text}\n`).join('');
}

function line(name: string, time: string, part: string): string {
  return `${name}  ${time.padStart(9)}  ${part.padStart(5)}`;
}

function sum(times: readonly (readonly [string, number])[]): number {
  return times.reduce((total, [, time]) => total + time, 0);
}

function share(time: number, total: number): string {
  return ((100 * time) / total).toFixed(1);
}
