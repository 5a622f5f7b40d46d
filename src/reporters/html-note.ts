import type { FileResult, Finding } from '../engine/finding.ts';
import { escapeHtml, escapeLine } from './html-escape.ts';
import { repairHtml } from './html-repair.ts';
import { messageHtml } from './html-why.ts';
import type { Places } from './places.ts';
import type { ReportContext } from './report.ts';

/** A finding with what the report calls it. */
export interface NumberedFinding extends Finding {
  /** From 1, through the whole report. */
  readonly number: number;
}

/** What notes need beside their findings. */
export interface NoteContext {
  readonly report: ReportContext;
  readonly places: Places;
  /** The element of a post in the report, or null where it has none. */
  readonly anchorOf: (path: string) => string | null;
  /** The element that says why a rule is there. */
  readonly ruleAnchorOf: (ruleId: string) => string;
  readonly shownPath: (path: string) => string;
}

/** What is found, which rule says so, and how it is repaired. Why, the report says once for each rule. */
export function noteHtml(finding: NumberedFinding, result: FileResult, context: NoteContext): string {
  const { number, severity, ruleId, message, fix } = finding;
  const rule = escapeLine(ruleId);
  return (
    `<details class="note ${severity}" id="f${number}" data-rule="${rule}">` +
    `<summary><b class="sev">${severityName(severity)}</b> <span class="what">${messageHtml(message)}</span> <span class="id">${rule}</span></summary>` +
    `<div class="more"><p class="why"><a href="#${context.ruleAnchorOf(ruleId)}">Why ${rule} is checked</a></p>` +
    `${fix && fix.edits.length > 0 ? repairHtml(fix, result.text) : ''}${relatedHtml(finding, result, context)}</div></details>`
  );
}

/** The word for a severity. */
function severityName(severity: Finding['severity']): string {
  return severity === 'error' ? 'Error' : 'Warning';
}

function relatedHtml(finding: Finding, result: FileResult, context: NoteContext): string {
  const items = finding.related.map((related) => {
    const file = context.places.fileOf(related, result);
    const line = file ? context.places.linesOf(file).pointAt(related.range.start).line : null;
    const place = placeHtml(file, result, line, related.path, context);
    return `<li>${place}: ${messageHtml(related.message)}</li>`;
  });
  return items.length === 0 ? '' : `<ul class="related">${items.join('')}</ul>`;
}

function placeHtml(
  file: FileResult | null,
  result: FileResult,
  line: number | null,
  path: string | undefined,
  { anchorOf, shownPath }: NoteContext,
): string {
  if (file === result) return `Line ${line}`;
  const name = escapeLine(file ? shownPath(file.path) : (path ?? ''));
  const words = `<bdi>${name}</bdi>${line === null ? '' : `, line ${line}`}`;
  const anchor = file && anchorOf(file.path);
  return anchor ? `<a href="#${escapeHtml(anchor)}">${words}</a>` : words;
}
