import * as fc from 'fast-check';
import type { Campaign } from './campaign.ts';

// biome-ignore lint/suspicious/noExplicitAny: campaigns of all kinds are run alike
export type AnyCampaign = Campaign<any>;

/** How many inputs to try, and from where. */
export interface Trial {
  readonly seed: number;
  /** At most so many inputs. */
  readonly runs: number;
  /** Milliseconds; at their end the input that is being tried is the last. Infinity: no limit. */
  readonly time: number;
  /** Of one input, as a failure names it: only this is tried. */
  readonly path?: string;
  /** Is told before each input how many were tried, also while a failing one is made smaller. */
  readonly starting?: (tried: number) => void;
}

/** What a trial found. */
export interface Verdict {
  /** Until the first failure; what is tried to make an input smaller does not count. */
  readonly tried: number;
  readonly failure: { readonly path: string; readonly input: unknown; readonly error: string } | null;
}

/** Making a failing input smaller ends after so many milliseconds, with what there is by then. */
const shrinkingTime = 30_000;

/** Tries inputs of a campaign until one fails. */
export async function tryInputs(campaign: AnyCampaign, trial: Trial): Promise<Verdict> {
  let tried = 0;
  let failedAt: number | null = null;
  const property = fc.asyncProperty(campaign.inputs, async (input) => {
    trial.starting?.(tried);
    if (failedAt === null) tried++;
    else if (performance.now() > failedAt + shrinkingTime) return;
    try {
      await campaign.check(input);
    } catch (error) {
      failedAt ??= performance.now();
      throw error;
    }
  });
  const { seed, runs, time, path } = trial;
  const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, {
    seed,
    numRuns: runs,
    ...(path === undefined ? {} : { path }),
    ...(Number.isFinite(time) ? { interruptAfterTimeLimit: Math.max(1, time) } : {}),
    markInterruptAsFailure: false,
  });
  if (!failed || !counterexample) return { tried, failure: null };
  const error =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : errorInstance;
  return {
    tried,
    failure: { path: counterexamplePath ?? '0', input: counterexample[0], error: String(error) },
  };
}
