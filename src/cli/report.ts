import { resolve } from 'node:path';
import { baseOf } from '../config/folders.ts';
import { readOwnPackage } from '../config/pages.ts';
import type { FileResult } from '../engine/finding.ts';
import type { Rule } from '../engine/rule.ts';
import { knownIds, pageSource, ruleInfoSource } from '../project/rule-info.ts';
import { formats } from '../reporters/formats.ts';
import type { ReportContext } from '../reporters/report.ts';
import { appendOutput, writeOutput } from '../workspace/output.ts';
import { nextTurn } from '../workspace/turns.ts';
import { accountFor } from './account.ts';
import { asksForChanges, type Flags } from './flags.ts';
import { notify } from './messages.ts';
import { outputsOf } from './outputs.ts';
import { print } from './print.ts';
import { fixCommand } from './repeat.ts';
import type { Run } from './run.ts';

/** What reports are printed of. */
interface Reported {
  readonly flags: Flags;
  /** The command line, to say how it is repeated with `--fix`. */
  readonly argv: readonly string[];
  readonly run: Pick<Run, 'cwd' | 'failed' | 'session'>;
}

/**
 * Prints the results in each format that the flags ask for.
 *
 * @returns whether all could be written; a reader that closes the pipe early counts as one that has read all
 */
export async function printReports(
  results: readonly FileResult[],
  { flags, argv, run }: Reported,
): Promise<boolean> {
  const { cwd } = run;
  const shown = flags.quiet ? results.map(errorsOnly) : results;
  const context = { ...contextOf(flags, argv, cwd, results, run.session.rules()), complete: !run.failed };
  const outputs = outputsOf(flags.format);
  let written = true;
  for (const { format, file } of outputs) {
    // An interrupted run says which reports it has written.
    await nextTurn();
    const report = await formats[format]();
    const target = file ?? flags.outputFile;
    const color = context.color && target === undefined;
    const text = report(shown, { ...context, color });
    if (target !== undefined) written = writeReport(cwd, target, text) && written;
    // With --fix, standard output is the repaired text's.
    else if (flags.stdin && flags.fix) process.stderr.write(text);
    else print(text);
  }
  if (outputs.some(({ format }) => format === 'github')) await addStepSummary(shown, context);
  return written;
}

// What GitHub takes of a step; it drops the summary of a step that has more.
const largestSummary = 1024 * 1024;

/** Adds a table of the findings to the summary page of a run on GitHub. A missing one is no reason to fail. */
async function addStepSummary(results: readonly FileResult[], context: ReportContext): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const { githubSummary } = await import('../reporters/github-summary.ts');
  try {
    appendOutput(file, githubSummary(results, context), largestSummary);
  } catch (error) {
    notify(`the summary cannot be added to "${file}" (GITHUB_STEP_SUMMARY): ${(error as Error).message}`);
  }
}

function contextOf(
  flags: Flags,
  argv: readonly string[],
  cwd: string,
  results: readonly FileResult[],
  rules: readonly Rule[],
): Omit<ReportContext, 'complete'> {
  const own = readOwnPackage();
  const infoOf = ruleInfoSource(own);
  return {
    cwd,
    base: baseOf(cwd),
    quiet: flags.quiet ?? false,
    onlyNew: flags.baseline !== undefined || asksForChanges(flags),
    color: useColor(flags),
    pageOf: pageSource(own, addressesIn(results, rules)),
    ruleOf: (ruleId) => infoOf(ruleId, rules),
    ruleIds: [...new Set([...knownIds, ...rules.map(({ id }) => id)])],
    fixCommand: flags.fix || flags.stdin || flags.staged ? null : fixCommand(argv),
    version: own.version,
    homepage: own.homepage ?? undefined,
  };
}

/** Where rules that are not ours are explained: they say so, or what they find does. */
function addressesIn(results: readonly FileResult[], rules: readonly Rule[]) {
  let known: ReadonlyMap<string, string> | undefined;
  return (id: string): string | undefined => {
    const found = () =>
      results.flatMap(({ findings }) => findings.map(({ ruleId, url }) => ({ id: ruleId, url })));
    known ??= new Map(
      [...found(), ...rules].flatMap(({ id, url }) => (url === undefined ? [] : [[id, url]])),
    );
    return known.get(id);
  };
}

function errorsOnly(result: FileResult): FileResult {
  const { findings, all = findings } = result;
  return { ...result, all, findings: findings.filter(({ severity }) => severity === 'error') };
}

/**
 * @param name the file as it was given
 * @returns whether it was written; where not, that is said
 */
export function writeReport(cwd: string, name: string, text: string, what = 'the findings'): boolean {
  try {
    writeOutput(resolve(cwd, name), text, baseOf(cwd));
    accountFor(() => `"${name}" was written`);
    return true;
  } catch (error) {
    notify(`${what} cannot be written to "${name}": ${(error as Error).message}`);
    return false;
  }
}

/** As https://no-color.org and https://force-color.org have it; the flag speaks first. */
export function useColor({ color }: Flags): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (color !== undefined) return color;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY === true;
}
