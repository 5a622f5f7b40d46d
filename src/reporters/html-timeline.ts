import { civilOf, type Day } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import { indexLines, type LineIndex, type Range } from '../document/source.ts';
import type { FileResult } from '../engine/finding.ts';
import { counted, escapeLine } from './html-escape.ts';
import { type Lane, type LaneMark, lanesOf } from './html-lanes.ts';
import { createPlot, type Plot, trackHeight } from './html-plot.ts';

type Timeline = NonNullable<FileResult['timeline']>;

// Of a year of daily mentions, the first lines and days are enough to find the others.
const mostNamed = 12;

/**
 * A timeline as a list of rows: what the row is, a chart, and the same in words for who cannot see the chart.
 *
 * @param found ranges of findings about periods; mentions that they lie on are set apart
 */
export function timelineHtml(timeline: Timeline, text: string, found: readonly Range[]): string {
  const plot = createPlot(timeline);
  const lines = indexLines(text);
  const lanes = lanesOf(timeline, found);
  const rows = [...ownRows(timeline, plot), ...lanes.map((lane) => laneRow(lane, plot, lines))];
  const axis = `<li class="axis" aria-hidden="true">${svg(plot.axis)}</li>`;
  return `<ul class="timeline" aria-label="Timeline">${rows.join('')}${axis}</ul>`;
}

// Of the chart on one line, in pixels.
const thinLane = 4;

/** A timeline on one line: a thin line for each role, and a sentence for who cannot see it. */
export function timelineLine(timeline: Timeline, found: readonly Range[], isDecoration: boolean): string {
  const plot = createPlot(timeline);
  const lanes = lanesOf(timeline, found);
  const marks = lanes.map((lane, index) => plot.thin(lane, 2 + index * thinLane));
  const name = isDecoration ? 'aria-hidden="true"' : `role="img" aria-label="${sentenceOf(timeline, lanes)}"`;
  return `<svg class="plot thin" ${name} width="100%" height="${trackHeight}">${plot.ground}${marks.join('')}${plot.date}</svg>`;
}

function row(kind: string, label: string, chart: string, words: string, tracks = 1): string {
  return `<li class="${kind}"><span class="lane">${label}</span>${svg(chart, tracks)}<span class="named">${words}</span></li>`;
}

function svg(content: string, tracks = 1): string {
  return `<svg class="plot tracks-${tracks}" aria-hidden="true" width="100%" height="${tracks * trackHeight}">${content}</svg>`;
}

function ownRows({ subject, date, window }: Timeline, plot: Plot): string[] {
  const about = subject ? escapeLine(subject.name) + spanWords(subject.days) : 'names none';
  const contested = subject?.contested ? ' <strong class="bad">Its parts disagree.</strong>' : '';
  const opens = window?.opens == null ? '' : ` from ${dateOf(window.opens)}`;
  const closes = window?.closes == null ? '' : ` to ${dateOf(window.closes)}`;
  const rows = [
    row('own', 'Period', plot.ground, about + contested),
    row('own', 'Date', plot.ground + plot.date, date === null ? 'none' : dateOf(date)),
  ];
  if (opens + closes !== '')
    rows.splice(1, 0, row('own', 'May appear', plot.ground + plot.window, (opens + closes).trim()));
  return rows;
}

function spanWords(days: { readonly first: Day; readonly last: Day } | null): string {
  return days ? ` (${dateOf(days.first)} to ${dateOf(days.last)})` : '';
}

function laneRow(lane: Lane, plot: Plot, lines: LineIndex): string {
  const { role, label, marks, undated } = lane;
  const { chart, tracks } = plot.lane(lane);
  const named = [...marks.map((mark) => markWords(mark, lines)), ...undatedWords(undated, lines)];
  return row(`lane-${role}`, label, plot.ground + chart, limited(named).join('; '), tracks);
}

function markWords({ name, mentions, isFound }: LaneMark, lines: LineIndex): string {
  const words = `${escapeLine(name)} <small>${linesWords(mentions, lines)}</small>`;
  return isFound ? `<strong class="bad">${words} (see the finding)</strong>` : words;
}

function undatedWords(undated: Lane['undated'], lines: LineIndex): string[] {
  if (undated.length === 0) return [];
  const words = new Set(undated.map(({ text }) => `“${escapeLine(text.replace(/\s+/g, ' '))}”`));
  return [`${limited([...words]).join(', ')} <small>${linesWords(undated, lines)}</small>`];
}

function linesWords(mentions: LaneMark['mentions'], lines: LineIndex): string {
  const numbers = [...new Set(mentions.map(({ range }) => lines.pointAt(range.start).line))];
  return `${numbers.length === 1 ? 'line' : 'lines'} ${limited(numbers.map(String)).join(', ')}`;
}

function limited(items: readonly string[]): readonly string[] {
  return items.length > mostNamed
    ? [...items.slice(0, mostNamed), `and ${(items.length - mostNamed).toLocaleString('en-US')} more`]
    : items;
}

/** The timeline in one sentence, as an attribute. */
function sentenceOf({ subject, date }: Timeline, lanes: readonly Lane[]): string {
  const about = subject ? `About ${escapeLine(subject.name)}` : 'About no period';
  const dated = date === null ? 'without a date' : `dated ${dateOf(date)}`;
  const named = lanes.map(({ label, marks, undated }) => {
    const names = limited([...new Set(marks.map(({ name }) => escapeLine(name)))]);
    const count = counted(marks.length + undated.length, 'mention');
    return `${label}: ${names.length > 0 ? names.join(', ') : count}`;
  });
  return [`${about}, ${dated}`, ...named].join('. ');
}

function dateOf(day: Day): string {
  return formatDate(civilOf(day));
}
