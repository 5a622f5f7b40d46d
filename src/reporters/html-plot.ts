import { civilOf, type Day, dayOf } from '../calendar/days.ts';
import type { FileResult } from '../engine/finding.ts';
import { escapeHtml } from './html-escape.ts';
import type { LaneMark } from './html-lanes.ts';
import { stretchOf } from './timeline-stretch.ts';

const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

type Timeline = NonNullable<FileResult['timeline']>;

/** Draws days as SVG whose width is that of the page: places are percentages, heights are pixels. */
export interface Plot {
  /** What all rows share: the period of the post as a band, and lines where months or years begin. */
  readonly ground: string;
  readonly axis: string;
  window(): string;
  date(): string;
  mark(role: string, mark: LaneMark): string;
}

/** Height of a row. */
export const rowHeight = 24;

export function createPlot(timeline: Timeline): Plot {
  const { first, last } = stretchOf(timeline);
  const edge = Math.max(1, Math.round((last - first) / 25));
  const scale = { first: first - edge, last: last + edge };
  const ticks = ticksOf(scale);
  const { subject, window, date } = timeline;
  const band = subject?.days ? rect(scale, subject.days, 0, rowHeight, 'band') : '';
  const lines = ticks.map(
    ({ day }) => `<line class="tick" x1="${at(scale, day)}%" x2="${at(scale, day)}%" y2="100%"/>`,
  );
  return {
    ground: band + lines.join(''),
    axis: ticks.map((tick) => labelOf(tick, scale)).join(''),
    window: () => {
      if (window === null) return '';
      const days = { first: window.opens ?? scale.first, last: window.closes ?? scale.last };
      return rect(scale, days, 8, 8, 'window');
    },
    date: () => (date === null ? '' : diamond(scale, date)),
    mark: (role, mark) => markOf(scale, role, mark),
  };
}

interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** Heights of the bars in pixels from the top of the row, and the radius of their corners: each role looks different. */
const shapes: Readonly<Record<string, readonly { y: number; height: number; rx?: number }[]>> = {
  subject: [{ y: 4, height: 16 }],
  background: [{ y: 6, height: 12 }],
  event: [{ y: 6, height: 12, rx: 6 }],
  comparison: [
    { y: 6, height: 4 },
    { y: 14, height: 4 },
  ],
  plan: [{ y: 6, height: 12, rx: 3 }],
  unknown: [{ y: 11, height: 2 }],
};

function markOf(scale: Days, role: string, mark: LaneMark): string {
  const known = role in shapes ? role : 'unknown';
  const words = escapeHtml(mark.name);
  const open = `<g class="mark role-${known}${mark.isFound ? ' found' : ''}" data-role="${known}"><title>${words}</title>`;
  const outside = outsideOf(scale, mark);
  if (outside !== null) return `${open}${outside}</g>`;
  const bars = shapes[known]!.map(({ y, height, rx }) => rect(scale, mark, y, height, '', rx));
  const middle = (at(scale, mark.first) + at(scale, mark.last + 1)) / 2;
  const sign = mark.isFound ? `<text class="sign" x="${round(middle)}%" y="17">!</text>` : '';
  return `${open}${bars.join('')}${sign}</g>`;
}

/** An arrow at the edge for what lies beyond it. */
function outsideOf(scale: Days, { first, last }: Days): string | null {
  if (last < scale.first) return '<text class="arrow" x="0" y="17">◂</text>';
  if (first > scale.last) return '<text class="arrow end" x="100%" y="17">▸</text>';
  return null;
}

function rect(scale: Days, days: Days, y: number, height: number, name: string, rx = 0): string {
  const from = Math.max(0, at(scale, days.first));
  const to = Math.min(100, at(scale, days.last + 1));
  if (to <= 0 || from >= 100) return '';
  const corner = rx > 0 ? ` rx="${rx}"` : '';
  const label = name === '' ? '' : ` class="${name}"`;
  return `<rect${label} x="${round(from)}%" y="${y}" width="${round(to - from)}%" height="${height}"${corner}/>`;
}

function diamond(scale: Days, day: Day): string {
  const x = at(scale, day + 0.5);
  if (x < 0) return '<text class="date" x="0" y="18">◂</text>';
  if (x > 100) return '<text class="date end" x="100%" y="18">▸</text>';
  return `<text class="date" x="${x}%" y="18">◆</text>`;
}

/** Percent of the width at which a day begins, to a hundredth. */
function at({ first, last }: Days, day: Day): number {
  return round(((day - first) / (last - first + 1)) * 100);
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

interface Tick {
  readonly day: Day;
  readonly label: string;
}

// With more labels than these they would run into each other on a telephone.
const mostTicks = 5;

/** Days, months or years, as many as there is room for. */
function ticksOf({ first, last }: Days): Tick[] {
  const dayStep = [1, 2, 7].find((step) => (last - first) / step <= mostTicks);
  if (dayStep !== undefined) return everyDays(first + 1, last, dayStep);
  const from = civilOf(first);
  const months = (last - first) / 30;
  const step = [1, 3, 6, 12, 24, 60].find((candidate) => months / candidate <= mostTicks) ?? 120;
  const ticks: Tick[] = [];
  const start = Math.ceil((from.year * 12 + from.month - 1) / step) * step;
  for (let month = start; ; month += step) {
    const year = Math.floor(month / 12);
    const day = dayOf({ year, month: (month % 12) + 1, day: 1 });
    if (day > last) return ticks;
    const label = step < 12 ? `${shortMonths[month % 12]} ${year}` : String(year);
    if (day >= first) ticks.push({ day, label });
  }
}

function everyDays(first: Day, last: Day, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let day = first; day <= last; day += step) {
    const { month, day: ofMonth } = civilOf(day);
    ticks.push({ day, label: `${ofMonth} ${shortMonths[month - 1]}` });
  }
  return ticks;
}

function labelOf({ day, label }: Tick, scale: Days): string {
  const x = at(scale, day);
  // One that begins here would be cut off.
  return x > 86 ? '' : `<text class="when" x="${x}%" dx="3" y="14">${label}</text>`;
}
