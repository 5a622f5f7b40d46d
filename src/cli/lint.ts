import type { LintedPost } from '../project/lint-post.ts';
import { findPosts } from '../workspace/find.ts';
import { printDiff, repairsOf } from './diff.ts';
import { asksForChanges, type Flags } from './flags.ts';
import { baselineOf, judge } from './judge.ts';
import { lintAll } from './lint-all.ts';
import { explainNothing } from './nothing.ts';
import { openRun } from './open-run.ts';
import { progress } from './progress.ts';
import { fail, lintingPhase, placeAll, type Run, settleAll, writeAll } from './run.ts';
import { lintStandardInput } from './standard-input.ts';
import type { Timing } from './timing.ts';

/**
 * Lints files, or standard input, and prints what it finds.
 *
 * @param argv the whole command line, to say how it is repeated with `--fix`
 * @returns exit code
 */
export async function lintCommand(
  paths: readonly string[],
  flags: Flags,
  argv: readonly string[],
): Promise<number> {
  return (await lintPosts(paths, flags, argv)).code;
}

/** The same, for who runs it several times in a process. */
export async function lintPosts(
  paths: readonly string[],
  flags: Flags,
  argv: readonly string[],
): Promise<{ readonly code: number; readonly posts: readonly LintedPost[] }> {
  const run = await openRun(flags, process.cwd());
  const given = paths.length === 0 ? ['.'] : paths;
  const baseline = await baselineOf(run, flags, given);
  const posts = await lintAsked(run, given, flags);
  run.timing?.phase('report');
  const code = await judge(run, posts, { flags, argv, baseline });
  if (run.timing) await tellTiming(run.timing);
  return { code, posts };
}

/** Goes to standard error: what is printed of the findings stays as it is. */
async function tellTiming(timing: Timing): Promise<void> {
  const { timingTable } = await import('./timing.ts');
  progress.clear();
  process.stderr.write(timingTable(timing));
}

async function lintAsked(run: Run, paths: readonly string[], flags: Flags): Promise<LintedPost[]> {
  // What has no finer measure: runs over a change, and over standard input.
  if (flags.stdin || asksForChanges(flags)) run.timing?.phase(lintingPhase);
  if (flags.stdin) return lintStandardInput(run, flags);
  if (!asksForChanges(flags)) return lintPaths(run, paths, flags);
  const { lintChanged } = await import('./changed.ts');
  return lintChanged(run, paths, flags);
}

async function lintPaths(run: Run, paths: readonly string[], flags: Flags): Promise<LintedPost[]> {
  run.timing?.phase('finding files');
  const { posts: files, problems, hidden } = await findPosts(paths, run.cwd);
  run.hidden = hidden;
  for (const problem of problems) fail(run, problem);
  run.timing?.phase('configuration');
  const placed = await placeAll(run, files);
  run.timing?.phase(lintingPhase);
  const read = await lintAll(run, placed, flags);
  run.timing?.phase('series');
  const settled = await settleAll(
    run,
    read.map(({ linted }) => linted),
  );
  if (run.options.fix) run.timing?.phase('writing repairs');
  const posts = run.options.fix ? await writeAll(run, settled, read) : settled;
  if (flags.diff && posts.length > 0) await printDiff(run, await repairsOf(run, placed), flags);
  if (!run.failed) explainNothing(run, posts, paths);
  return posts;
}
