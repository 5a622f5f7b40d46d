import { resolve } from 'node:path';
import type { FileResult } from '../engine/finding.ts';
import type { PostFacts } from '../series/facts.ts';
import { readFactsFile } from '../workspace/facts-file.ts';
import { findPosts } from '../workspace/find.ts';
import { printDiff, repairsOf } from './diff.ts';
import type { Flags } from './flags.ts';
import type { LintedPost } from './lint-post.ts';
import { RunError } from './messages.ts';
import { explainNothing } from './nothing.ts';
import { loadParser } from './parser.ts';
import { printReports } from './report.ts';
import { fail, lintEach, placeAll, type Run, settleAll, writeAll } from './run.ts';
import { openSession } from './session.ts';
import { lintStandardInput } from './standard-input.ts';

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
  const results = posts.map(({ result }) => result);
  if (posts.length > 0 && !flags.diff)
    run.failed = !(await printReports(results, flags, argv, run.cwd)) || run.failed;
  return { code: run.failed ? 2 : exitCode(results, flags), posts };
}

/** @throws ConfigError, RunError where an option cannot be used */
export async function openRun(flags: Flags, cwd: string): Promise<Run> {
  const parse = await loadParser(flags.parser);
  return {
    cwd,
    session: openSession(flags, cwd),
    options: { parse, fix: flags.fix ?? false, unsafe: flags.unsafeFixes ?? false },
    facts: flags.facts === undefined ? null : readFacts(resolve(cwd, flags.facts), flags.facts),
    hidden: 0,
    failed: false,
  };
}

async function lintPaths(run: Run, paths: readonly string[], flags: Flags): Promise<LintedPost[]> {
  const { posts: files, problems, hidden } = await findPosts(paths, run.cwd);
  run.hidden = hidden;
  for (const problem of problems) fail(run, problem);
  const read = await lintEach(run, await placeAll(run, files));
  const settled = await settleAll(
    run,
    read.map(({ linted }) => linted),
  );
  const posts = run.options.fix ? await writeAll(run, settled, read) : settled;
  if (flags.diff && posts.length > 0) await printDiff(run, await repairsOf(run, read), flags);
  if (!run.failed) explainNothing(run, posts, paths);
  return posts;
}

function readFacts(file: string, name: string): readonly PostFacts[] {
  try {
    return readFactsFile(file);
  } catch (error) {
    throw new RunError(`--facts "${name}" cannot be used: ${(error as Error).message}.`);
  }
}

function exitCode(results: readonly FileResult[], { failOn, maxWarnings }: Flags): number {
  const findings = results.flatMap((result) => result.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warn').length;
  const errors = findings.length - warnings;
  const failing = failOn === 'never' ? 0 : failOn === 'warn' ? findings.length : errors;
  return failing > 0 || warnings > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
