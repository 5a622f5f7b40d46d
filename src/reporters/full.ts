import { styleText } from 'node:util';
import type { FileResult, Finding } from '../engine/finding.ts';
import type { Fix, Related } from '../engine/rule.ts';
import { codeFrame, type FrameRow } from './code-frame.ts';
import { messageText } from './message-text.ts';
import { shownPath } from './paths.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';
import { counted, summaryLines } from './summary.ts';
import { shownText } from './terminal-cells.ts';
import { visible } from './visible.ts';

/** What a report knows while it is made. */
interface Report {
  readonly context: ReportContext;
  readonly places: Places;
  /** Rules that were said where to read about. */
  readonly explained: Set<string>;
}

/** Prints findings for people who want to see the place: with its lines, the places that explain it, and the repair. */
export const full: Reporter = (results, context) => {
  const found = results.filter(({ findings }) => findings.length > 0);
  if (found.length === 0) return '';
  const report = { context, places: createPlaces(results), explained: new Set<string>() };
  const blocks = found.flatMap((result) =>
    result.findings.map((finding) => findingBlock(finding, result, report)),
  );
  return `${[...blocks, summaryLines(found, context).join('\n')].join('\n\n')}\n`;
};

/** A line of a finding: source, or something about it. */
type Line = FrameRow | { readonly arrow: string } | { readonly note: string };

function findingBlock(finding: Finding, result: FileResult, report: Report): string {
  const { ruleId, severity, message } = finding;
  const lines: Line[] = [
    ...placeLines(finding, result, '^', report),
    ...repairLine(finding.fix, result.text, report.context),
    ...explanation(ruleId, report),
    ...relatedLines(finding, result, report),
  ];
  const labels = lines.map((line) => ('label' in line ? line.label.length : 0));
  const gutter = ' '.repeat(labels.reduce((widest, length) => Math.max(widest, length), 1));
  const style = painter(report.context.color, severity);
  const title = `${style.level(severity === 'error' ? 'error' : 'warning')}: ${style.strong(messageText(message))}`;
  return [`${title} (${visible(ruleId)})`, ...lines.map((line) => written(line, gutter, style))].join('\n');
}

function placeLines(
  { range }: Pick<Finding, 'range'>,
  file: FileResult,
  mark: string,
  { context, places }: Report,
): Line[] {
  const lines = places.linesOf(file);
  const { line, column } = lines.pointAt(range.start);
  const path = visible(shownPath(file.path, context.cwd));
  return [{ arrow: `${path}:${line}:${column}` }, ...codeFrame(file.text, lines, range, mark)];
}

// A rule that compares with the whole series may name all of its posts.
const mostRelated = 3;

function relatedLines({ related }: Finding, result: FileResult, report: Report): Line[] {
  const shown = related.slice(0, mostRelated).flatMap((place) => relatedPlace(place, result, report));
  const missing = related.length - mostRelated;
  return missing > 0 ? [...shown, { note: `and ${counted(missing, 'place')} more` }] : shown;
}

function relatedPlace(place: Related, result: FileResult, report: Report): Line[] {
  const note = { note: `see also: ${messageText(place.message)}` };
  const file = report.places.fileOf(place, result);
  // A post that was not part of the run is known by its path alone.
  if (file === null) return [note, { arrow: visible(place.path ?? '') }];
  return [note, ...placeLines(place, file, '-', report)];
}

// Columns of the texts before and after.
const longestText = 40;

/** What changes where that fits on the line, else what the repair is called. */
function repairLine(fix: Fix | undefined, text: string, { fixCommand }: ReportContext): Line[] {
  if (!fix) return [];
  const edits = fix.edits.map(({ range, text: after }) => {
    const before = text.slice(range.start, Math.min(range.end, range.start + 4 * longestText + 1));
    return change(shownText(before, longestText), shownText(after, longestText));
  });
  const fits = edits.length > 0 && edits.length <= 2 && !edits.includes(null);
  const safe = fixCommand === null ? 'repair' : 'with --fix';
  const how = fix.safety === 'safe' ? safe : 'with --fix --unsafe-fixes';
  return [{ note: `${how}: ${fits ? edits.join(', ') : messageText(fix.title)}` }];
}

/** Null where one of the texts is too long, or where text is added: that says nothing without its place. */
function change(before: string | null, after: string | null): string | null {
  if (!before || after === null) return null;
  return after === '' ? `delete "${before}"` : `"${before}" → "${after}"`;
}

/** Where to read about a rule, once. Of patterns, and of what plugins of remark find, `explain` knows nothing. */
function explanation(ruleId: string, { context, explained }: Report): Line[] {
  if (explained.has(ruleId) || context.ruleOf(ruleId).category === 'pattern') return [];
  explained.add(ruleId);
  const page = context.pageOf(ruleId, 'anywhere');
  if (page === undefined && !context.ruleIds.includes(ruleId)) return [];
  return [{ note: visible(`why: ${page ?? `recaplint explain ${ruleId}`}`) }];
}

interface Painter {
  readonly level: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

function painter(color: boolean, severity: Finding['severity']): Painter {
  const paint = (style: Parameters<typeof styleText>[0]) => (text: string) =>
    // Whether colours are wanted is decided already, and not for standard output alone.
    color ? styleText(style, text, { validateStream: false }) : text;
  return {
    level: paint(severity === 'error' ? 'red' : 'yellow'),
    strong: paint('bold'),
    faint: paint('cyan'),
  };
}

function written(line: Line, gutter: string, { level, faint }: Painter): string {
  if ('arrow' in line) return `${gutter}${faint('-->')} ${line.arrow}`;
  if ('note' in line) return `${gutter} ${faint('=')} ${line.note}`;
  const text = line.isMark ? level(line.text) : line.text;
  return `${faint(`${line.label.padStart(gutter.length)} |`)} ${text}`.trimEnd();
}
