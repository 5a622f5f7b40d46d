import type { FileResult } from '../engine/finding.ts';
import type { ReportContext } from './report.ts';
import { visible } from './visible.ts';

/** The last lines of reports for people: how many findings there are, and what `--fix` would repair. */
export function summaryLines(
  results: readonly FileResult[],
  { fixCommand }: Pick<ReportContext, 'fixCommand'>,
): string[] {
  const found = results.filter(({ findings }) => findings.length > 0);
  return [countLine(found), ...fixLines(found, fixCommand)];
}

/** `✖ 2 errors, ⚠ 1 warning in 2 files` */
function countLine(found: readonly FileResult[]): string {
  const findings = found.flatMap((result) => result.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const counts = [
    errors > 0 && `✖ ${counted(errors, 'error')}`,
    warnings > 0 && `⚠ ${counted(warnings, 'warning')}`,
  ];
  return `${counts.filter(Boolean).join(', ')} in ${counted(found.length, 'file')}`;
}

function fixLines(results: readonly FileResult[], fixCommand: string | null): string[] {
  const fixes = results.flatMap(({ findings }) => findings.flatMap(({ fix }) => fix?.safety ?? []));
  const safe = fixes.filter((safety) => safety === 'safe').length;
  const unsafe = fixes.length - safe;
  const lines: string[] = [];
  if (safe > 0 && fixCommand)
    lines.push(`${counted(safe, 'finding')} can be repaired by: ${visible(fixCommand)}`);
  if (unsafe > 0) {
    lines.push(
      `${counted(unsafe, 'finding')} can be repaired with --fix --unsafe-fixes, which may change what the text says.`,
    );
  }
  return lines;
}

/** `1 file`, `2 files` */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
