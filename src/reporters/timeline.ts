import { civilOf, type Day } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import { indexLines, type LineIndex, type Range } from '../document/source.ts';
import type { FileResult } from '../engine/finding.ts';
import { jsonText } from './json-text.ts';
import { shownPath } from './paths.ts';
import type { ReportContext } from './report.ts';
import { stretchOf, type Timeline } from './timeline-stretch.ts';
import { visible } from './visible.ts';

type TimelineMention = Timeline['mentions'][number];

/** Columns of the chart. */
const chartWidth = 48;
const longestQuote = 40;

/** Timelines are no report: nothing but the folder that paths are shown from is asked for. */
type TimelineReporter = (results: readonly FileResult[], context: Pick<ReportContext, 'cwd'>) => string;

/** Draws what posts say of time: a line for each mention, with a bar where its period lies. */
export const timeline: TimelineReporter = (results, { cwd }) =>
  results.map((result) => (result.timeline ? chartOf(result, result.timeline, cwd) : '')).join('\n');

function chartOf({ path, text }: FileResult, timeline: Timeline, cwd: string): string {
  const lines = indexLines(text);
  const scale = scaleOf(timeline);
  const rows = [
    ['line', rulerOf(scale), 'period', 'role', 'by', ''],
    ...ownRows(timeline, scale),
    ...timeline.mentions.map((mention) => rowOf(mention, lines, scale)),
  ];
  return [visible(shownPath(path, cwd)), ...factsOf(timeline), '', ...aligned(rows)]
    .map((line) => `${line}\n`)
    .join('');
}

/** What is decided about the post, one line each. */
function factsOf({ subject, looks, date, window }: Timeline): string[] {
  const days = subject?.days;
  const about =
    subject === null
      ? 'no period'
      : subject.name + (days ? `, ${dateOf(days.first)} to ${dateOf(days.last)}` : '');
  const opens = window?.opens == null ? '' : ` from ${dateOf(window.opens)}`;
  const closes = window?.closes == null ? '' : ` until ${dateOf(window.closes)}`;
  return [
    `  about   ${about}${subject?.contested ? ' (its parts disagree)' : ''}`,
    `  looks   ${looks ?? 'neither back nor ahead, by its title'}`,
    `  dated   ${date === null ? 'nowhere' : dateOf(date)}`,
    `  window  ${opens + closes === '' ? 'any day' : (opens + closes).trim()}`,
  ];
}

/** From which day the chart shows how many days in a column. */
interface Scale {
  readonly first: Day;
  readonly daysPerColumn: number;
}

function scaleOf(timeline: Timeline): Scale {
  const { first, last } = stretchOf(timeline);
  return { first, daysPerColumn: (last - first + 1) / chartWidth };
}

/** The first and the last day of the chart, at its ends. */
function rulerOf({ first, daysPerColumn }: Scale): string {
  const last = dateOf(first + Math.round(daysPerColumn * chartWidth) - 1);
  return dateOf(first).padEnd(chartWidth - last.length) + last;
}

function ownRows({ subject, date, window }: Timeline, scale: Scale): string[][] {
  const rows: string[][] = [];
  if (subject?.days) rows.push(['', bar(scale, subject.days, '█'), subject.days.name, '', '', 'the post']);
  if (window !== null) {
    const first = window.opens ?? Number.NEGATIVE_INFINITY;
    const last = window.closes ?? Number.POSITIVE_INFINITY;
    rows.push(['', bar(scale, { first, last }, '─'), '', '', '', 'its window']);
  }
  if (date !== null) rows.push(['', bar(scale, { first: date, last: date }, '◆'), '', '', '', 'its date']);
  return rows;
}

function rowOf(
  { range, period, role, cue, text }: TimelineMention,
  lines: LineIndex,
  scale: Scale,
): string[] {
  const quote = visible(text.replace(/\s+/g, ' '));
  return [
    String(lines.pointAt(range.start).line),
    period ? bar(scale, period, '▒') : '',
    period?.name ?? '?',
    role,
    cue ?? '',
    quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote,
  ];
}

/** A stretch of days as a bar; an arrow at the edge where it lies outside the chart. */
function bar({ first, daysPerColumn }: Scale, days: { first: Day; last: Day }, mark: string): string {
  const column = (day: Day) => Math.floor((day - first) / daysPerColumn);
  const from = column(days.first);
  const to = column(days.last);
  if (to < 0) return '◂';
  if (from >= chartWidth) return `${' '.repeat(chartWidth - 1)}▸`;
  const start = Math.max(0, from);
  return ' '.repeat(start) + mark.repeat(Math.min(chartWidth - 1, to) - start + 1);
}

/** Columns as wide as their widest cell; what stands there comes last and may be as long as it likes. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widest = (index: number) => rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0);
  const widths = (rows[0] ?? []).map((_, index) => widest(index));
  return rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padStart(widths[0] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function dateOf(day: Day): string {
  return formatDate(civilOf(day));
}

/** The same as plain JSON: an array of timelines, days as `YYYY-MM-DD`, lines and columns from 1. */
export const timelineJson: TimelineReporter = (results) =>
  `${jsonText(
    results.flatMap((result) => (result.timeline ? [jsonOf(result, result.timeline)] : [])),
    2,
  )}\n`;

function jsonOf({ path, text }: FileResult, { subject, looks, date, window, mentions }: Timeline): object {
  const lines = indexLines(text);
  return {
    filePath: path,
    looks,
    subject: subject && { name: subject.name, ...isoDays(subject.days), contested: subject.contested },
    date: isoDay(date),
    window: window && { opens: isoDay(window.opens), closes: isoDay(window.closes) },
    mentions: mentions.map(({ range, text: words, place, role, cue, period }) => ({
      ...placeOf(range, lines),
      text: words,
      place,
      role,
      cue,
      period: period && { name: period.name, ...isoDays(period) },
    })),
  };
}

function placeOf({ start, end }: Range, lines: LineIndex): object {
  const from = lines.pointAt(start);
  const to = lines.pointAt(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function isoDays(days: { first: Day; last: Day } | null): object {
  return { first: isoDay(days?.first ?? null), last: isoDay(days?.last ?? null) };
}

function isoDay(day: Day | null): string | null {
  if (day === null) return null;
  const { year, month, day: ofMonth } = civilOf(day);
  const padded = (number: number, width: number) => String(number).padStart(width, '0');
  return [padded(year, 4), padded(month, 2), padded(ofMonth, 2)].join('-');
}
