import { findPosts } from '../workspace/find.ts';
import { printDiff, repairsOf } from './diff.ts';
import { exitCode } from './exit-code.ts';
import type { Flags } from './flags.ts';
import { lintAll } from './lint-all.ts';
import type { LintedPost } from './lint-post.ts';
import { explainNothing } from './nothing.ts';
import { openRun } from './open-run.ts';
import { printReports } from './report.ts';
import { fail, placeAll, type Run, settleAll, writeAll } from './run.ts';
import { lintStandardInput } from './standard-input.ts';
import { resultsOf } from './timelines.ts';

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
  const posts = flags.stdin
    ? await lintStandardInput(run, flags)
    : await lintPaths(run, paths.length === 0 ? ['.'] : paths, flags);
  const results = resultsOf(posts, flags, run.options.parse);
  if (posts.length > 0 && !flags.diff)
    run.failed = !(await printReports(results, flags, argv, run.cwd)) || run.failed;
  return { code: run.failed ? 2 : exitCode(results, flags), posts };
}

async function lintPaths(run: Run, paths: readonly string[], flags: Flags): Promise<LintedPost[]> {
  const { posts: files, problems, hidden } = await findPosts(paths, run.cwd);
  run.hidden = hidden;
  for (const problem of problems) fail(run, problem);
  const placed = await placeAll(run, files);
  const read = await lintAll(run, placed, flags);
  const settled = await settleAll(
    run,
    read.map(({ linted }) => linted),
  );
  const posts = run.options.fix ? await writeAll(run, settled, read) : settled;
  if (flags.diff && posts.length > 0) await printDiff(run, await repairsOf(run, placed), flags);
  if (!run.failed) explainNothing(run, posts, paths);
  return posts;
}
