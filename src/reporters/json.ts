import type { LineIndex, Range } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import type { Fix } from '../engine/rule.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';

/** Prints ESLint's result shape, every file of the run included, with what recaplint knows beside it. */
export const json: Reporter = (results, context) => {
  const places = createPlaces(results);
  return `${JSON.stringify(
    results.map((result) => fileEntry(result, places, context)),
    null,
    2,
  )}\n`;
};

function fileEntry(result: FileResult, places: Places, context: ReportContext) {
  const count = (severity: Finding['severity'], fixable: boolean) =>
    result.findings.filter(
      (finding) => finding.severity === severity && (!fixable || finding.fix?.safety === 'safe'),
    ).length;
  return {
    filePath: result.path,
    messages: result.findings.map((finding) => message(finding, result, places, context)),
    errorCount: count('error', false),
    warningCount: count('warn', false),
    fixableErrorCount: count('error', true),
    fixableWarningCount: count('warn', true),
  };
}

function message(finding: Finding, result: FileResult, places: Places, context: ReportContext) {
  const { ruleId, severity, message, range, fix, details } = finding;
  return {
    ruleId,
    severity: severity === 'error' ? 2 : 1,
    message,
    ...placeOf(range, places.linesOf(result)),
    ...(fix && fixEntry(fix, result.text)),
    url: context.pageOf(ruleId, 'anywhere'),
    related: relatedEntries(finding, result, places),
    data: details,
  };
}

/** Safe fixes are the consumer's to apply, unsafe ones are suggestions. */
function fixEntry(fix: Fix, text: string) {
  const replacement = coveringReplacement(fix, text);
  if (fix.safety === 'safe') return { fix: replacement };
  return { suggestions: [{ desc: fix.title, fix: replacement }] };
}

/** Several edits as one replacement of everything from the first to the last. */
function coveringReplacement({ edits }: Fix, text: string): { range: [number, number]; text: string } {
  const start = edits[0]?.range.start ?? 0;
  let end = start;
  let replacement = '';
  for (const edit of edits) {
    replacement += text.slice(end, edit.range.start) + edit.text;
    end = edit.range.end;
  }
  return { range: [start, end], text: replacement };
}

function relatedEntries(finding: Finding, result: FileResult, places: Places) {
  return finding.related.flatMap((related) => {
    const file = places.fileOf(related, result);
    if (!file) return [];
    return [
      { filePath: file.path, ...placeOf(related.range, places.linesOf(file)), message: related.message },
    ];
  });
}

/** Lines and columns from 1, ends exclusive, columns in UTF-16 units. */
function placeOf({ start, end }: Range, lines: LineIndex) {
  const from = lines.pointAt(start);
  const to = lines.pointAt(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
