import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { indexLines } from '../document/source.ts';
import type { FileResult } from '../engine/finding.ts';
import { messageText } from './message-text.ts';
import { shownPath } from './paths.ts';
import type { ReportContext, Reporter } from './report.ts';
import { summaryLines } from './summary.ts';
import { visible } from './visible.ts';

/** Prints findings for people, grouped by file, and at the end what `--fix` would repair. */
export const stylish: Reporter = (results, context) => {
  const found = results.filter(({ findings }) => findings.length > 0);
  if (found.length === 0) return '';
  const files = found.map((result) => fileReport(result, context));
  return `${[...files, '', ...summaryLines(found, context)].join('\n').trimStart()}\n`;
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
    file.message(messageText(message), { place, ruleId: visible(ruleId) }).fatal = severity === 'error';
  }
  return file;
}
