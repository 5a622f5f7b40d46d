import { posix, relative, resolve, sep } from 'node:path';
import type { Point, Range } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import type { Fix, Related } from '../engine/rule.ts';
import { byteColumns } from './byte-columns.ts';
import { coveringEdit } from './covering-edit.ts';
import { jsonText } from './json-text.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';

/**
 * Prints the DiagnosticResult of reviewdog, as its `proto/rdf/reviewdog.proto` has it: columns are UTF-8 bytes, ends
 * exclusive.
 */
export const rdjson: Reporter = (results, context) => {
  const run: Run = { places: createPlaces(results), columns: new Map(), context };
  return `${jsonText(
    {
      source: { name: 'recaplint', url: context.homepage },
      diagnostics: results.flatMap((result) =>
        result.findings.map((finding) => diagnostic(finding, result, run)),
      ),
    },
    2,
  )}\n`;
};

/** What is asked for every finding. */
interface Run {
  readonly places: Places;
  readonly columns: Map<string, (offset: number) => Point>;
  readonly context: ReportContext;
}

function diagnostic(finding: Finding, result: FileResult, run: Run) {
  const { ruleId, severity, message, range, fix, related, url } = finding;
  return {
    message,
    location: { path: shownPath(result.path, run), range: rangeOf(range, result, run) },
    severity: severity === 'error' ? 'ERROR' : 'WARNING',
    code: { value: ruleId, url: url ?? run.context.pageOf(ruleId, 'anywhere') },
    ...(fix && { suggestions: [suggestion(fix, result, run)] }),
    ...(related.length > 0 && {
      related_locations: related.map((place) => relatedLocation(place, result, run)),
    }),
  };
}

/** reviewdog offers each suggestion by itself, for somebody to accept: a fix is one, also where it has several edits. */
function suggestion(fix: Fix, result: FileResult, run: Run) {
  const { range, text } = coveringEdit(fix, result.text);
  return { range: rangeOf(range, result, run), text };
}

/** A file that was not read has no lines to point at. */
function relatedLocation(related: Related, result: FileResult, run: Run) {
  const file = run.places.fileOf(related, result);
  const path = shownPath(file?.path ?? resolve(result.root, related.path!), run);
  return {
    message: related.message,
    location: file ? { path, range: rangeOf(related.range, file, run) } : { path },
  };
}

/** reviewdog reads paths from the folder that it runs in, which is the one that recaplint runs in. */
function shownPath(path: string, { context }: Run): string {
  return path === '<stdin>' ? path : relative(context.cwd, path).replaceAll(sep, posix.sep);
}

function rangeOf({ start, end }: Range, file: FileResult, { places, columns }: Run) {
  const pointAt = columns.get(file.path) ?? byteColumns(file.text, places.linesOf(file));
  columns.set(file.path, pointAt);
  return { start: pointAt(start), end: pointAt(end) };
}
