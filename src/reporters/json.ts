import type { LineIndex, Range } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import type { Fix } from '../engine/rule.ts';
import { coveringEdit } from './covering-edit.ts';
import { jsonText } from './json-text.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';

/** Prints ESLint's result shape, every file of the run included, with what recaplint knows beside it. */
export const json: Reporter = (results, context) => {
  const places = createPlaces(results);
  const entries = results.map((result) => fileEntry(result, places, context));
  return `${jsonText(entries, 2)}\n`;
};

function fileEntry(result: FileResult, places: Places, context: ReportContext) {
  const count = (severity: Finding['severity'], fixable: boolean) =>
    result.findings.filter(
      (finding) => finding.severity === severity && (!fixable || finding.fix?.safety === 'safe'),
    ).length;
  return {
    filePath: result.path,
    messages: result.findings.map((finding) => jsonMessage(finding, result, places, context)),
    errorCount: count('error', false),
    warningCount: count('warn', false),
    fixableErrorCount: count('error', true),
    fixableWarningCount: count('warn', true),
  };
}

/** A finding as ESLint's message, without the path of its file. */
export function jsonMessage(finding: Finding, result: FileResult, places: Places, context: ReportContext) {
  const { ruleId, severity, message, range, fix, details, url } = finding;
  return {
    ruleId,
    severity: severity === 'error' ? 2 : 1,
    message,
    ...placeOf(range, places.linesOf(result)),
    ...(fix && fixEntry(fix, result.text)),
    url: url ?? context.pageOf(ruleId, 'anywhere'),
    related: relatedEntries(finding, result, places),
    data: details,
  };
}

/** Safe fixes are the consumer's to apply, unsafe ones are suggestions. */
function fixEntry(fix: Fix, text: string) {
  const edit = coveringEdit(fix, text);
  const replacement = { range: [edit.range.start, edit.range.end], text: edit.text };
  if (fix.safety === 'safe') return { fix: replacement };
  return { suggestions: [{ desc: fix.title, fix: replacement }] };
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
