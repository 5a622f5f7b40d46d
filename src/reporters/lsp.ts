import type { LineIndex, Range } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import { uriOf } from './file-address.ts';
import { jsonText } from './json-text.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';

/** Prints one `textDocument/publishDiagnostics` notification of the Language Server Protocol per file and line. */
export const lsp: Reporter = (results, context) => {
  const places = createPlaces(results);
  return results.map((result) => `${jsonText(notification(result, places, context))}\n`).join('');
};

function notification(result: FileResult, places: Places, context: ReportContext) {
  return {
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: {
      uri: uriOf(result.path),
      diagnostics: result.findings.map((finding) => diagnostic(finding, result, places, context)),
    },
  };
}

function diagnostic(finding: Finding, result: FileResult, places: Places, context: ReportContext) {
  const page = context.pageOf(finding.ruleId, 'here');
  return {
    range: rangeOf(finding.range, places.linesOf(result)),
    severity: finding.severity === 'error' ? 1 : 2,
    code: finding.ruleId,
    ...(page && { codeDescription: { href: page } }),
    source: 'recaplint',
    message: finding.message,
    relatedInformation: finding.related.flatMap((related) => {
      const file = places.fileOf(related, result);
      if (!file) return [];
      const location = { uri: uriOf(file.path), range: rangeOf(related.range, places.linesOf(file)) };
      return [{ location, message: related.message }];
    }),
  };
}

/** Lines and characters from 0, in UTF-16 units. */
function rangeOf({ start, end }: Range, lines: LineIndex) {
  const position = (offset: number) => {
    const { line, column } = lines.pointAt(offset);
    return { line: line - 1, character: column - 1 };
  };
  return { start: position(start), end: position(end) };
}
