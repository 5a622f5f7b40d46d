import type { LineIndex, Range } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import type { Related } from '../engine/rule.ts';
import { uriOf } from './file-address.ts';
import { jsonText } from './json-text.ts';
import { editorText } from './message-text.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';

/** A place in a text as the protocol has it: line and character count from 0. */
export interface ProtocolPosition {
  readonly line: number;
  /** In units of the encoding that was agreed on; UTF-16 where none was. */
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** A finding as the Language Server Protocol has it. */
export interface ProtocolDiagnostic {
  readonly range: ProtocolRange;
  /** 1 is an error, 2 a warning. */
  readonly severity: 1 | 2;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly source: 'recaplint';
  readonly message: string;
  /** 1: what is marked does nothing. */
  readonly tags?: 1[];
  readonly relatedInformation: {
    readonly location: { readonly uri: string; readonly range: ProtocolRange };
    readonly message: string;
  }[];
}

/** Where the places of one file's findings are. */
export interface DiagnosticPlaces {
  rangeOf(range: Range): ProtocolRange;
  /** Null where nothing is known of the other file. */
  relatedPlace(related: Related): { readonly uri: string; readonly range: ProtocolRange } | null;
}

/** @param page address of the page about the rule */
export function diagnosticOf(
  finding: Finding,
  places: DiagnosticPlaces,
  page: string | undefined,
): ProtocolDiagnostic {
  return {
    range: places.rangeOf(finding.range),
    severity: finding.severity === 'error' ? 1 : 2,
    code: finding.ruleId,
    ...(page && { codeDescription: { href: page } }),
    source: 'recaplint',
    message: editorText(finding.message),
    ...(finding.ruleId === 'unused-directive' && { tags: [1] }),
    relatedInformation: finding.related.flatMap((related) => {
      const location = places.relatedPlace(related);
      return location ? [{ location, message: editorText(related.message) }] : [];
    }),
  };
}

/** Prints one `textDocument/publishDiagnostics` notification of the Language Server Protocol per file and line. */
export const lsp: Reporter = (results, context) => {
  const places = createPlaces(results);
  return results.map((result) => `${jsonText(notification(result, places, context))}\n`).join('');
};

function notification(result: FileResult, places: Places, context: ReportContext) {
  const own = placesIn(result, places);
  return {
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: {
      uri: uriOf(result.path),
      diagnostics: result.findings.map((finding) =>
        diagnosticOf(finding, own, finding.url ?? context.pageOf(finding.ruleId, 'here')),
      ),
    },
  };
}

function placesIn(result: FileResult, places: Places): DiagnosticPlaces {
  return {
    rangeOf: (range) => rangeOf(range, places.linesOf(result)),
    relatedPlace: (related) => {
      const file = places.fileOf(related, result);
      return file && { uri: uriOf(file.path), range: rangeOf(related.range, places.linesOf(file)) };
    },
  };
}

/** In UTF-16 units. */
function rangeOf({ start, end }: Range, lines: LineIndex): ProtocolRange {
  const position = (offset: number) => {
    const { line, column } = lines.pointAt(offset);
    return { line: line - 1, character: column - 1 };
  };
  return { start: position(start), end: position(end) };
}
