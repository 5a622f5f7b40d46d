import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pageAddress, readOwnPackage } from '../config/pages.ts';
import type { FileResult } from '../engine/finding.ts';
import { formats } from '../reporters/formats.ts';
import type { ReportContext } from '../reporters/report.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';

/**
 * Prints the results as the flags ask for.
 *
 * @returns whether they could be written; a reader that closes the pipe early counts as one that has read all
 */
export async function printReport(
  results: readonly FileResult[],
  flags: Flags,
  argv: readonly string[],
  cwd: string,
): Promise<boolean> {
  const own = readOwnPackage();
  const context: ReportContext = {
    cwd,
    color: useColor(flags),
    pageOf: (ruleId, reader) => pageAddress(ruleId, own, reader),
    fixCommand: flags.fix || flags.stdin ? null : fixCommand(argv),
  };
  const report = await formats[flags.format]();
  const text = report(flags.quiet ? results.map(errorsOnly) : results, context);
  if (flags.outputFile !== undefined) return writeReport(resolve(cwd, flags.outputFile), text);
  // Standard output is the repaired text's.
  const stream = flags.stdin && flags.fix ? process.stderr : process.stdout;
  stream.write(text);
  return true;
}

function errorsOnly(result: FileResult): FileResult {
  return { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') };
}

function writeReport(file: string, text: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch (error) {
    notify(`the findings cannot be written: ${(error as Error).message}`);
    return false;
  }
}

/** As https://no-color.org and https://force-color.org have it; the flag speaks first. */
function useColor({ color, outputFile }: Flags): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (color !== undefined) return color;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return outputFile === undefined && process.stdout.isTTY === true;
}

/** The command line again, with `--fix`. */
function fixCommand(argv: readonly string[]): string {
  const name = process.env.npm_command === 'exec' ? 'npx recaplint' : 'recaplint';
  return [name, '--fix', ...argv.map(quoted)].join(' ');
}

function quoted(argument: string): string {
  return /^[\w./:=@,+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
