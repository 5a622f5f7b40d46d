import type { FileResult } from '../engine/finding.ts';
import { counted, escapeLine } from './html-escape.ts';
import type { NoteContext, NumberedFinding } from './html-note.ts';
import { textHtml } from './html-text.ts';
import { timelineHtml, timelineLine } from './html-timeline.ts';

/** A post with findings, numbered through the report. */
export interface ReportedPost {
  readonly result: FileResult;
  readonly findings: readonly NumberedFinding[];
  readonly anchor: string;
}

/** A post with its timeline and its text; what is found is marked there. */
export function postHtml(
  { result, findings, anchor }: ReportedPost,
  context: NoteContext,
  isOpen: boolean,
): string {
  const found = findings.filter(({ ruleId }) => context.report.ruleOf(ruleId).category === 'period');
  const ranges = found.map(({ range }) => range);
  const { timeline, text } = result;
  return (
    `<article id="${anchor}"><details class="post"${isOpen ? ' open' : ''}>` +
    `<summary>${headOf(result, context)}<span class="counts">${countsOf(findings)}</span>` +
    `${timeline ? timelineLine(timeline, ranges) : ''}</summary>` +
    `${timeline ? timelineHtml(timeline, text, ranges) : ''}${textHtml(result, findings, context)}</details></article>`
  );
}

/** A post without findings: a line that opens to its timeline. */
export function cleanHtml(result: FileResult, context: NoteContext): string {
  const { timeline, text } = result;
  const { title, path } = namesOf(result, context);
  const name = `<span class="name"><b><bdi>${title}</bdi></b>${path}</span>`;
  if (!timeline) return `<li>${name}</li>`;
  return `<li><details><summary>${name}${timelineLine(timeline, [])}</summary>${timelineHtml(timeline, text, [])}</details></li>`;
}

function headOf(result: FileResult, context: NoteContext): string {
  const { title, path } = namesOf(result, context);
  return `<span class="name"><h3><bdi>${title}</bdi></h3>${path}</span>`;
}

function namesOf(result: FileResult, { shownPath }: NoteContext): { title: string; path: string } {
  const path = escapeLine(shownPath(result.path));
  const title = result.timeline?.title;
  if (!title) return { title: path, path: '' };
  return { title: escapeLine(title), path: ` <bdi class="path">${path}</bdi>` };
}

/** `2 errors, 1 warning`; each in its colour. */
export function countsOf(findings: readonly { readonly severity: 'error' | 'warn' }[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [
    errors > 0 ? `<span class="error">${counted(errors, 'error')}</span>` : '',
    warnings > 0 ? `<span class="warn">${counted(warnings, 'warning')}</span>` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
