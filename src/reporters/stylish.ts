import { relative } from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { indexLines } from '../document/source.ts';
import type { FileResult } from '../engine/finding.ts';
import type { ReportContext, Reporter } from './report.ts';
import { visible } from './visible.ts';

// A message quotes what the post says; more than this is read in the post itself.
const longestMessage = 400;

/** Prints findings for people, grouped by file, and at the end what `--fix` would repair. */
export const stylish: Reporter = (results, context) => {
  const found = results.filter(({ findings }) => findings.length > 0);
  if (found.length === 0) return '';
  const files = found.map((result) => fileReport(result, context));
  return `${[...files, '', summary(found), ...fixLines(found, context)].join('\n').trimStart()}\n`;
};

/**
 * One file's findings. vfile-reporter is asked file by file: it would make the columns of all files as wide as the widest
 * needs them, and order files as the locale has it. Its own summary, after an empty line, is dropped.
 */
function fileReport(result: FileResult, { cwd, color }: ReportContext): string {
  const report = reporter([virtualFile(result, cwd)], { color });
  return `\n${report.slice(0, report.lastIndexOf('\n\n'))}`;
}

function virtualFile(result: FileResult, cwd: string): VFile {
  const file = new VFile({ path: visible(shownPath(result.path, cwd)) });
  const lines = indexLines(result.text);
  for (const { ruleId, severity, message, range } of result.findings) {
    const place = { start: lines.pointAt(range.start), end: lines.pointAt(range.end) };
    const reason = visible(shortened(message));
    file.message(reason, { place, ruleId: visible(ruleId) }).fatal = severity === 'error';
  }
  return file;
}

/** `✖ 2 errors, ⚠ 1 warning in 2 files` */
function summary(found: readonly FileResult[]): string {
  const findings = found.flatMap((result) => result.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const counts = [
    errors > 0 && `✖ ${counted(errors, 'error')}`,
    warnings > 0 && `⚠ ${counted(warnings, 'warning')}`,
  ];
  return `${counts.filter(Boolean).join(', ')} in ${counted(found.length, 'file')}`;
}

function shownPath(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  return path === '<stdin>' || fromHere.startsWith('..') ? path : fromHere;
}

function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

function fixLines(results: readonly FileResult[], { fixCommand }: ReportContext): string[] {
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

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
