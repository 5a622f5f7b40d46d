import type { FileResult } from '../engine/finding.ts';
import type { Flags } from './flags.ts';

/** 1 where a finding is as severe as `--fail-on` says, or there are more warnings than `--max-warnings`; else 0. */
export function exitCode(
  results: readonly FileResult[],
  { failOn, maxWarnings }: Pick<Flags, 'failOn' | 'maxWarnings'>,
): number {
  const findings = results.flatMap((result) => result.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warn').length;
  const errors = findings.length - warnings;
  const failing = failOn === 'never' ? 0 : failOn === 'warn' ? findings.length : errors;
  return failing > 0 || warnings > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
