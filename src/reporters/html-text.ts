import { indexLines, type LineIndex } from '../document/source.ts';
import type { FileResult } from '../engine/finding.ts';
import { codePointName, escapeLine, escapeSource } from './html-escape.ts';
import { type Stretch, stretchesOf } from './html-marks.ts';
import { type NoteContext, type NumberedFinding, noteHtml } from './html-note.ts';
import { attributeText } from './html-why.ts';

// Lines that are shown around a finding, and the fewest that are worth folding.
const around = 3;
const fewestFolded = 6;
const longestQuote = 60;

/**
 * A post as text: what is found is marked at its place, with a note below the line where it begins; lines far from any
 * finding are folded.
 */
export function textHtml(
  result: FileResult,
  findings: readonly NumberedFinding[],
  context: NoteContext,
): string {
  const { text } = result;
  const lines = indexLines(text);
  const marked = linesOf(lines, stretchesOf(text, findings), text.length);
  const near = nearMarks(marked.map(({ isMarked }) => isMarked));
  const parts: string[] = [];
  for (let from = 0; from < marked.length; ) {
    let to = from;
    while (to < marked.length && near[to] === near[from]) to++;
    if (near[from] || to - from < fewestFolded) {
      for (let line = from; line < to; line++)
        parts.push(lineHtml(marked[line]!, line, result, findings, context));
    } else parts.push(foldHtml(from, to, lines, text));
    from = to;
  }
  return `<div class="text">${parts.join('')}</div>`;
}

/** A line with the stretches that lie in it; those that go on are in several lines. */
interface MarkedLine {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly isLast: boolean;
  readonly stretches: Stretch[];
  isMarked: boolean;
}

function linesOf(lines: LineIndex, stretches: readonly Stretch[], length: number): MarkedLine[] {
  let next = 0;
  return lines.starts.map((start, index) => {
    const isLast = index === lines.starts.length - 1;
    const behind = isLast ? length + 1 : lines.starts[index + 1]!;
    const line: MarkedLine = { ...lines.lineRange(index + 1), isLast, stretches: [], isMarked: false };
    while (next < stretches.length && stretches[next]!.start < behind) {
      const stretch = stretches[next]!;
      line.stretches.push(stretch);
      line.isMarked ||=
        stretch.depth > 0 && (stretch.opens.length > 0 || Math.max(start, stretch.start) < line.end);
      // It goes on in the next line.
      if (stretch.end > behind) break;
      next++;
    }
    return line;
  });
}

/** Which lines are marked or stand near one that is. */
function nearMarks(isMarked: readonly boolean[]): boolean[] {
  const near = isMarked.map(() => false);
  const sweep = (indexes: Iterable<number>) => {
    let distance = Number.POSITIVE_INFINITY;
    for (const index of indexes) {
      distance = isMarked[index] ? 0 : distance + 1;
      if (distance <= around) near[index] = true;
    }
  };
  sweep(near.keys());
  sweep([...near.keys()].reverse());
  return near;
}

function lineHtml(
  line: MarkedLine,
  index: number,
  result: FileResult,
  findings: readonly NumberedFinding[],
  context: NoteContext,
): string {
  const pieces = line.stretches.map((stretch) => pieceHtml(stretch, line, result.text, findings)).join('');
  if (line.isLast && pieces === '') return '';
  const opened = line.stretches.flatMap(({ opens, start }) => (start >= line.start ? opens : []));
  const notes = opened.map((opens) => noteHtml(findings[opens]!, result, context)).join('');
  return `<div class="l" data-n="${index + 1}">${pieces}${line.isLast ? '' : '\n'}</div>${notes}`;
}

/** The part of a stretch that lies in a line. Where findings begin it is a link to the first one's note. */
function pieceHtml(
  stretch: Stretch,
  line: MarkedLine,
  text: string,
  findings: readonly NumberedFinding[],
): string {
  const start = Math.min(Math.max(stretch.start, line.start), line.end);
  const words = text.slice(start, Math.min(stretch.end, line.end));
  if (stretch.depth === 0) return escapeSource(words);
  const begins = stretch.opens.length > 0 && stretch.start >= line.start;
  if (!begins && words === '') return '';
  const opened = (begins ? stretch.opens : [stretch.innermost!]).map((index) => findings[index]!);
  const classes = `m ${stretch.severity}${stretch.depth > 1 ? ' deep' : ''}${words === '' ? ' point' : ''}`;
  const data = `data-f="${opened.map(({ number }) => number).join(' ')}"${unseen(words)}`;
  if (!begins) return `<mark class="${classes}" ${data}>${escapeSource(words)}</mark>`;
  const name = opened.map((finding) => nameOf(finding, text)).join(' ');
  return `<a class="${classes}" href="#f${opened[0]!.number}" ${data} aria-label="${name}">${escapeSource(words)}</a>`;
}

function nameOf({ severity, ruleId, message, range }: NumberedFinding, text: string): string {
  const covered = text.slice(range.start, Math.min(range.end, range.start + longestQuote + 1));
  const quote = covered.replace(/\s+/g, ' ').trim();
  const shown = quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote;
  const level = severity === 'error' ? 'error' : 'warning';
  return `${level} ${escapeLine(ruleId)}: ${attributeText(message)}${shown === '' ? '' : ` (${escapeLine(shown)})`}`;
}

/** What cannot be seen is named. */
function unseen(words: string): string {
  return /^(?![\u202A-\u202E\u2066-\u2069])\p{Cf}+$/u.test(words)
    ? ` data-seen="${codePointName(words)}"`
    : '';
}

function foldHtml(from: number, to: number, lines: LineIndex, text: string): string {
  const folded = text.slice(lines.starts[from]!, lines.starts[to] ?? text.length).replace(/\r\n?/g, '\n');
  return (
    `<details class="fold"><summary>Lines ${from + 1} to ${to}, without findings</summary>` +
    `<div class="t" data-n="${from + 1}">${escapeSource(folded)}</div></details>`
  );
}
