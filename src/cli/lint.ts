import { dirname, relative, resolve } from 'node:path';
import { ConfigError } from '../config/problem.ts';
import type { FileResult } from '../engine/finding.ts';
import { formatsWithTimelines } from '../reporters/formats.ts';
import type { PostFacts } from '../series/facts.ts';
import { readFactsFile } from '../workspace/facts-file.ts';
import { type FoundPost, findPosts, postEndings } from '../workspace/find.ts';
import { readBytes } from '../workspace/read.ts';
import type { Flags } from './flags.ts';
import { type LintedPost, lintBytes, writeFixes } from './lint-post.ts';
import { notify, RunError } from './messages.ts';
import { loadParser } from './parser.ts';
import { printReports } from './report.ts';
import { type SeriesRun, withSeries } from './series.ts';
import { openSession } from './session.ts';
import { withTimelines } from './timelines.ts';

/** What a run has come to so far. */
interface Run extends SeriesRun {
  linted: LintedPost[];
  /** Files whose repaired text is to be written. */
  readonly bytes: Map<string, { readonly bytes: Buffer; readonly base: string }>;
  /** Posts passed over because a configuration or an ignore file says so. */
  hidden: number;
  /** Whether something could not be read, written or configured. */
  failed: boolean;
}

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
  const cwd = process.cwd();
  const options = {
    parse: await loadParser(flags.parser),
    fix: flags.fix ?? false,
    unsafe: flags.unsafeFixes ?? false,
  };
  const facts = flags.facts === undefined ? null : readFacts(resolve(cwd, flags.facts), flags.facts);
  const run: Run = {
    session: openSession(flags, cwd),
    options,
    facts,
    linted: [],
    bytes: new Map(),
    hidden: 0,
    failed: false,
  };
  if (flags.stdin) await lintStandardInput(run, flags, cwd);
  else await lintPaths(run, paths.length === 0 ? ['.'] : paths, cwd);
  const results = flags.format.some(({ format }) => formatsWithTimelines.has(format))
    ? withTimelines(run.linted, options.parse)
    : run.linted.map(({ result }) => result);
  if (run.linted.length > 0) run.failed = !(await printReports(results, flags, argv, cwd)) || run.failed;
  return run.failed ? 2 : exitCode(results, flags);
}

async function lintPaths(run: Run, paths: readonly string[], cwd: string): Promise<void> {
  const { posts, problems, hidden } = await findPosts(paths, cwd);
  run.hidden = hidden;
  for (const problem of problems) fail(run, problem);
  const reported = new Set<unknown>();
  for (const post of posts) {
    try {
      await lintFile(run, post, cwd);
    } catch (error) {
      // What goes wrong with one post must not cost the findings of the others.
      if (!(error instanceof ConfigError))
        fail(run, `"${relative(cwd, post.path)}" cannot be linted: ${error}`);
      // All posts that a broken configuration holds for are left out for one reason.
      else if (!reported.has(error)) fail(run, error.message);
      reported.add(error);
    }
  }
  run.linted = await withSeries(run.linted, run);
  if (run.options.fix) writeAll(run, cwd);
  const repaired = run.linted.filter(({ fixed }) => fixed !== null);
  if (repaired.length > 0) notify(repairs(repaired));
  if (!run.failed) explainNothing(run, paths);
}

async function lintFile(run: Run, { path, named, base }: FoundPost, cwd: string): Promise<void> {
  const placed = await run.session.place(path, base);
  if (placed.resolved.ignored && !named) {
    run.hidden++;
    return;
  }
  let bytes: Buffer;
  try {
    bytes = readBytes(path);
  } catch (error) {
    fail(run, `"${relative(cwd, path)}" cannot be read: ${(error as Error).message}`);
    return;
  }
  run.linted.push(lintBytes(path, bytes, placed, run.options));
  if (run.options.fix) run.bytes.set(path, { bytes, base });
}

/** Writes the repaired texts. Not before all posts are linted: what is right may depend on the series. */
function writeAll(run: Run, cwd: string): void {
  run.linted = run.linted.map((linted) => {
    const { bytes, base } = run.bytes.get(linted.result.path)!;
    const { post, failure } = writeFixes(linted, bytes, base, run.options);
    if (failure !== null) fail(run, `"${relative(cwd, post.result.path)}" cannot be repaired: ${failure}`);
    return post;
  });
}

/** With `--fix` the text goes to standard output, as an editor wants it, and the findings to standard error. */
async function lintStandardInput(run: Run, flags: Flags, cwd: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const file = flags.stdinFilename === undefined ? null : resolve(cwd, flags.stdinFilename);
  const placed = await run.session.place(file ?? resolve(cwd, 'stdin'), file ? dirname(file) : cwd);
  const post = lintBytes(file ?? '<stdin>', bytes, file ? placed : { ...placed, files: null }, run.options);
  run.linted.push(post);
  if (file) run.linted = await withSeries(run.linted, run);
  if (flags.fix) process.stdout.write(run.linted[0]?.fixed ?? bytes);
}

function readFacts(file: string, name: string): readonly PostFacts[] {
  try {
    return readFactsFile(file);
  } catch (error) {
    throw new RunError(`--facts "${name}" cannot be used: ${(error as Error).message}.`);
  }
}

function fail(run: Run, message: string): void {
  run.failed = true;
  notify(message);
}

/** A run that checks nothing is no clean run: it fails, and says why nothing was there to check. */
function explainNothing(run: Run, paths: readonly string[]): void {
  const rulesOn = run.linted.some(({ placed }) => placed.resolved.settings.rules.length > 0);
  if (rulesOn) return;
  const files = new Set(run.linted.map(({ placed }) => placed.config.file ?? 'the command line'));
  if (files.size > 0) fail(run, `Nothing was checked: every rule is off, by ${[...files].join(', ')}.`);
  else if (run.hidden > 0) {
    const things =
      run.hidden === 1 ? 'the one post or folder there is' : `all ${run.hidden} posts and folders`;
    fail(run, `Nothing was checked: .gitignore, .recaplintignore or "ignores" hide ${things}.`);
  } else {
    const places = paths.map((path) => `"${path}"`).join(', ');
    fail(run, `Nothing was checked: no file in ${places} ends in ${postEndings}.`);
  }
}

function repairs(posts: readonly LintedPost[]): string {
  const count = posts.reduce((sum, { applied }) => sum + applied, 0);
  const files = posts.length === 1 ? '1 file' : `${posts.length} files`;
  return `repaired ${count === 1 ? '1 finding' : `${count} findings`} in ${files}.`;
}

function exitCode(results: readonly FileResult[], { failOn, maxWarnings }: Flags): number {
  const findings = results.flatMap((result) => result.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warn').length;
  const errors = findings.length - warnings;
  const failing = failOn === 'never' ? 0 : failOn === 'warn' ? findings.length : errors;
  return failing > 0 || warnings > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
