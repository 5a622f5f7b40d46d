import { civilOf, type Day } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import { indexLines, type LineIndex, type Range } from '../document/source.ts';
import { escapeLine } from './html-escape.ts';
import { type Lane, type LaneMark, lanesOf } from './html-lanes.ts';
import { createPlot, type Plot, trackHeight } from './html-plot.ts';
import type { Timeline } from './timeline-stretch.ts';

// Of a year of daily mentions, the first lines and days are enough to find the others.
const mostNamed = 12;

/**
 * A timeline as a list of rows: what the row is, a chart, and the same in words for who cannot see the chart.
 *
 * @param found ranges of findings about periods; mentions that they lie on are set apart
 */
export function timelineHtml(timeline: Timeline, text: string, found: readonly Range[]): string {
  if (isTimeless(timeline)) return '<p class="timeline">The post names no time.</p>';
  const plot = createPlot(timeline);
  const lines = indexLines(text);
  const lanes = lanesOf(timeline, found);
  const rows = [
    ...ownRows(timeline, plot, found.length > 0),
    ...lanes.map((lane) => laneRow(lane, plot, lines)),
  ];
  const axis = `<li class="axis" aria-hidden="true">${svg(plot.axis)}</li>`;
  return `<ul class="timeline" aria-label="Timeline">${rows.join('')}${axis}</ul>`;
}

function isTimeless({ subject, date, mentions }: Timeline): boolean {
  return subject === null && date === null && mentions.length === 0;
}

// Of the chart on one line, in pixels.
const thinLane = 4;

/** A timeline on one line, with a thin line for each role. It says nothing that {@link timelineHtml} does not. */
export function timelineLine(timeline: Timeline, found: readonly Range[]): string {
  const plot = createPlot(timeline);
  const marks = lanesOf(timeline, found).map((lane, index) => plot.thin(lane, 2 + index * thinLane));
  return `<svg class="plot thin" aria-hidden="true" width="100%" height="${trackHeight}">${plot.ground}${marks.join('')}${plot.date}</svg>`;
}

function row(kind: string, label: string, chart: string, words: string, tracks = 1): string {
  return `<li class="${kind}"><span class="lane">${label}</span>${svg(chart, tracks)}<span class="named">${words}</span></li>`;
}

function svg(content: string, tracks = 1): string {
  return `<svg class="plot tracks-${tracks}" aria-hidden="true" width="100%" height="${tracks * trackHeight}">${content}</svg>`;
}

function ownRows({ subject, date, window }: Timeline, plot: Plot, isFound: boolean): string[] {
  const about = subject ? escapeLine(subject.name) + spanWords(subject.days) : 'none';
  const contested = subject?.contested ? ' <strong class="bad">Its parts disagree.</strong>' : '';
  const opens = window?.opens == null ? '' : ` from ${dateOf(window.opens)}`;
  const closes = window?.closes == null ? '' : ` to ${dateOf(window.closes)}`;
  const dated = date === null ? 'none' : dateOf(date);
  const late = isFound && date !== null && isOutside(date, window);
  return [
    row('own', 'Period', plot.ground, about + contested),
    opens + closes === '' ? '' : row('own', 'May appear', plot.ground + plot.window, (opens + closes).trim()),
    row(
      late ? 'own outside' : 'own',
      'Date',
      plot.ground + plot.date,
      late ? `<strong class="bad">${dated} (outside these days)</strong>` : dated,
    ),
  ];
}

function isOutside(date: Day, window: Timeline['window']): boolean {
  if (window === null) return false;
  return (window.opens !== null && date < window.opens) || (window.closes !== null && date > window.closes);
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

function dateOf(day: Day): string {
  return formatDate(civilOf(day));
}
