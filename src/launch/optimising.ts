import { setFlagsFromString } from 'node:v8';

/** A flag of V8 that says how much a function is run before it is optimised. */
interface Patience {
  readonly flag: string;
  /** What V8 sets by itself. */
  readonly usual: number;
  /** Several times as much: measured on archives of 500 and 600 posts, which more makes no faster. */
  readonly long: number;
}

/** By the major version of Node: each names it otherwise, and complains about names that it does not know. */
const patience: Readonly<Record<string, readonly Patience[]>> = {
  20: [{ flag: '--interrupt-budget', usual: 67_584, long: 400_000 }],
  22: [{ flag: '--invocation-count-for-turbofan', usual: 3_000, long: 30_000 }],
  24: [
    { flag: '--invocation-count-for-turbofan', usual: 3_000, long: 30_000 },
    { flag: '--invocation-count-for-maglev', usual: 400, long: 4_000 },
  ],
};

/**
 * Has V8 optimise only what is run most. By itself it optimises hundreds of functions in a second that are hardly run after
 * that: in a run over 500 posts this took a third of the processor's time.
 *
 * To be called before anything comes out of the cache: V8 refuses what was compiled under other flags.
 */
export function optimiseLittle(): void {
  for (const flag of patientFlags()) setFlagsFromString(flag);
}

/** The flags that are set so, which compiled code depends on. */
export function patientFlags(): string[] {
  return ownPatience().map(({ flag, long }) => `${flag}=${long}`);
}

/** Has V8 optimise as it does by itself: a program that goes on for hours is to be as fast as can be. */
export function optimiseAsUsual(): void {
  for (const { flag, usual } of ownPatience()) setFlagsFromString(`${flag}=${usual}`);
}

function ownPatience(): readonly Patience[] {
  return patience[process.versions.node.split('.', 1)[0]!] ?? [];
}
