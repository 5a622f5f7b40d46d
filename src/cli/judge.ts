import type { FileResult } from '../engine/finding.ts';
import { passing } from '../gate/gate.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { paced } from '../project/paced.ts';
import { exitCode } from './exit-code.ts';
import { asksForChanges, type Flags } from './flags.ts';
import { printReports } from './report.ts';
import type { Run } from './run.ts';
import { resultsOf } from './timelines.ts';

/** A baseline whose gate holds; what it lacks is told, or written, when all posts are linted. */
export interface HeldBaseline {
  close(posts: readonly LintedPost[]): Promise<void>;
}

/**
 * The baseline of a run; one that is written anew holds nothing back before it is written.
 *
 * @param paths those of the command line; none where they are not known
 */
export async function baselineOf(
  run: Run,
  flags: Flags,
  paths: readonly string[],
): Promise<HeldBaseline | null> {
  if (flags.baseline === undefined) return null;
  const { openBaseline, closeBaseline } = await import('./baseline.ts');
  const baseline = openBaseline(flags.baseline, flags.updateBaseline ?? false, run.cwd);
  if (!flags.updateBaseline) run.gates.push(baseline.gate);
  return { close: (posts) => closeBaseline(run, baseline, posts, paths) };
}

/** What findings are judged by. */
export interface Judgement {
  readonly flags: Flags;
  /** The command line, to say how it is repeated with `--fix`. */
  readonly argv: readonly string[];
  readonly baseline: HeldBaseline | null;
}

/**
 * Prints those findings that count.
 *
 * @returns exit code
 */
export async function judge(
  run: Run,
  posts: readonly LintedPost[],
  { flags, argv, baseline }: Judgement,
): Promise<number> {
  if (baseline && !flags.stdin && posts.length > 0) await baseline.close(posts);
  const results: FileResult[] = [];
  for await (const result of paced(await resultsOf(posts, flags, run.options.parse), 'judging')) {
    results.push({ ...result, all: result.findings, findings: passing(result, run.gates) });
  }
  // A patch is printed in place of the findings.
  const isPrinted = !flags.diff && (posts.length > 0 || asksForChanges(flags));
  if (isPrinted && !(await printReports(results, { flags, argv, run }))) run.failed = true;
  return run.failed ? 2 : exitCode(results, flags);
}
