import { resolve } from 'node:path';
import type { FileResult } from '../engine/finding.ts';
import { counted, type Gate } from '../gate/gate.ts';
import type { PostFacts } from '../series/facts.ts';
import { readFactsFile } from '../workspace/facts-file.ts';
import { findPosts } from '../workspace/find.ts';
import { asksForChanges, type Flags } from './flags.ts';
import type { LintedPost } from './lint-post.ts';
import { RunError } from './messages.ts';
import { explainNothing } from './nothing.ts';
import { loadParser } from './parser.ts';
import { printReports } from './report.ts';
import { fail, lintEach, placeAll, type Run, settleAll, writeAll } from './run.ts';
import { openSession } from './session.ts';
import { lintStandardInput } from './standard-input.ts';
import { diskState } from './state.ts';

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
  const run = await openRun(flags, process.cwd());
  const baseline = await baselineOf(run, flags);
  const posts = await lintAsked(run, paths.length === 0 ? ['.'] : paths, flags);
  if (baseline && !flags.stdin && posts.length > 0) baseline.close(posts);
  const results = posts.map(({ result }) => ({ ...result, findings: counted(result, run.gates) }));
  if (posts.length > 0 || asksForChanges(flags))
    run.failed = !(await printReports(results, flags, argv, run.cwd)) || run.failed;
  return run.failed ? 2 : exitCode(results, flags);
}

async function lintAsked(run: Run, paths: readonly string[], flags: Flags): Promise<LintedPost[]> {
  if (flags.stdin) return lintStandardInput(run, flags);
  if (!asksForChanges(flags)) return lintPaths(run, paths);
  const { lintChanged } = await import('./changed.ts');
  return lintChanged(run, paths, flags);
}

/** The baseline, whose gate holds from now on; one that is written anew holds nothing back before it is written. */
async function baselineOf(
  run: Run,
  flags: Flags,
): Promise<{ close(posts: readonly LintedPost[]): void } | null> {
  if (flags.baseline === undefined) return null;
  const { openBaseline, closeBaseline } = await import('./baseline.ts');
  const baseline = openBaseline(flags.baseline, flags.updateBaseline ?? false, run.cwd);
  if (!flags.updateBaseline) run.gates.push(baseline.gate);
  return { close: (posts) => closeBaseline(run, baseline, posts) };
}

/** @throws ConfigError, RunError where an option cannot be used */
export async function openRun(flags: Flags, cwd: string): Promise<Run> {
  const parse = await loadParser(flags.parser);
  const gates: Gate[] = [];
  return {
    cwd,
    session: openSession(flags, cwd),
    options: {
      parse,
      fix: flags.fix ?? false,
      unsafe: flags.unsafeFixes ?? false,
      counts: (post) => counted(post, gates),
    },
    facts: flags.facts === undefined ? null : readFacts(resolve(cwd, flags.facts), flags.facts),
    state: diskState,
    gates,
    hidden: 0,
    failed: false,
  };
}

async function lintPaths(run: Run, paths: readonly string[]): Promise<LintedPost[]> {
  const { posts: files, problems, hidden } = await findPosts(paths, run.cwd);
  run.hidden = hidden;
  for (const problem of problems) fail(run, problem);
  const read = lintEach(run, await placeAll(run, files));
  const settled = await settleAll(
    run,
    read.map(({ linted }) => linted),
  );
  const posts = run.options.fix ? writeAll(run, settled, read) : settled;
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
