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
  const files = results
    .filter(({ findings }) => findings.length > 0)
    .map((result, index) => virtualFile(result, index, context.cwd));
  if (files.length === 0) return '';
  const lines = [reporter(files, { color: context.color }), ...fixLines(results, context)];
  return `${lines.join('\n')}\n`;
};

function virtualFile(result: FileResult, index: number, cwd: string): VFile {
  const file = new VFile({ path: visible(shownPath(result.path, cwd)) });
  // vfile-reporter shows the first path of a file's history and sorts by the last, as the locale has it: a number there
  // keeps the order of the results.
  file.history.push(String(index).padStart(9, '0'));
  const lines = indexLines(result.text);
  for (const { ruleId, severity, message, range } of result.findings) {
    const place = { start: lines.pointAt(range.start), end: lines.pointAt(range.end) };
    const reason = visible(shortened(message));
    file.message(reason, { place, ruleId: visible(ruleId) }).fatal = severity === 'error';
  }
  return file;
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
  if (safe > 0 && fixCommand) lines.push(`${counted(safe)} can be repaired by: ${visible(fixCommand)}`);
  if (unsafe > 0) {
    lines.push(
      `${counted(unsafe)} can be repaired with --unsafe-fixes, which may change what the text says.`,
    );
  }
  return lines;
}

function counted(count: number): string {
  return count === 1 ? '1 finding' : `${count} findings`;
}
