import { civilOf, type Day, dayOf } from '../calendar/days.ts';
import { escapeHtml } from './html-escape.ts';
import type { Lane, LaneMark } from './html-lanes.ts';
import { stretchOf, type Timeline } from './timeline-stretch.ts';

const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Draws days as SVG whose width is that of the page: places are percentages, heights are pixels. */
export interface Plot {
  /** What all rows share: the period of the post as a band, and lines where months or years begin. */
  readonly ground: string;
  readonly axis: string;
  readonly window: string;
  readonly date: string;
  /** The marks of a lane; those that overlap stand below one another, in as many tracks as are told. */
  lane(lane: Lane): { readonly chart: string; readonly tracks: number };
  /** The marks of a lane as thin lines, `top` pixels from the top. */
  thin(lane: Lane, top: number): string;
}

/** Height of a track in pixels; that of a row is as many times as much as it has tracks. */
export const trackHeight = 24;
// More would make one row as tall as the rest of the chart; what comes then overlaps.
const mostTracks = 4;

export function createPlot(timeline: Timeline): Plot {
  const { first, last } = stretchOf(timeline);
  const edge = Math.max(1, Math.round((last - first) / 25));
  const scale = { first: first - edge, last: last + edge };
  const ticks = namesDays(timeline) ? ticksOf(scale) : [];
  const { subject, window, date } = timeline;
  const lines = ticks
    .map(({ day }) => at(scale, day))
    .map((x) => `<line class="tick" x1="${x}%" x2="${x}%" y2="100%"/>`);
  const days = window && { first: window.opens ?? scale.first, last: window.closes ?? scale.last };
  return {
    ground: (subject?.days ? rect(scale, subject.days, '0', '100%', ' class="band"') : '') + lines.join(''),
    axis: ticks.map((tick) => labelOf(tick, scale)).join(''),
    window: days ? rect(scale, days, '8', '8', ' class="window"') : '',
    date: date === null ? '' : diamond(scale, date),
    lane: (lane) => laneChart(scale, lane),
    thin: ({ role, marks }, top) => marks.map((mark) => group(role, mark, bar(scale, mark, top, 2))).join(''),
  };
}

/** Whether there is any day that the chart could show. */
function namesDays({ subject, date, mentions }: Timeline): boolean {
  return subject?.days != null || date !== null || mentions.some(({ period }) => period !== null);
}

function laneChart(scale: Days, { role, marks }: Lane): { chart: string; tracks: number } {
  const ordered = [...marks].sort((a, b) => a.first - b.first || b.last - a.last);
  const ends: number[] = [];
  const charts = ordered.map((mark) => {
    const free = ends.findIndex((end) => end < mark.first);
    const track = free >= 0 ? free : Math.min(ends.length, mostTracks - 1);
    ends[track] = Math.max(ends[track] ?? mark.last, mark.last);
    return group(role, mark, markChart(scale, role, mark), track);
  });
  return { chart: charts.join(''), tracks: Math.max(1, ends.length) };
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

function group(role: string, { name, isFound }: LaneMark, content: string, track = 0): string {
  const down = track === 0 ? '' : ` transform="translate(0 ${track * trackHeight})"`;
  return `<g class="mark role-${role}${isFound ? ' found' : ''}" data-role="${role}"${down}><title>${escapeHtml(name)}</title>${content}</g>`;
}

function markChart(scale: Days, role: string, mark: LaneMark): string {
  if (mark.last < scale.first) return '<text class="arrow" x="0" y="17">◂</text>';
  if (mark.first > scale.last) return '<text class="arrow end" x="100%" y="17">▸</text>';
  const from = Math.max(0, at(scale, mark.first));
  const to = Math.min(100, at(scale, mark.last + 1));
  const bars = shapes[role]!.map(({ y, height, rx }) => bar(scale, mark, y, height, rx));
  const sign = mark.isFound ? `<text class="sign" x="${round((from + to) / 2)}%" y="17">!</text>` : '';
  return bars.join('') + sign;
}

// Percent of the width; on a telephone, what is narrower would hardly be seen without an outline.
const leastShown = 1.5;

function bar(scale: Days, days: Days, y: number, height: number, rx = 0): string {
  const isBrief = at(scale, days.last + 1) - at(scale, days.first) < leastShown;
  const corner = rx > 0 ? ` rx="${rx}"` : '';
  return rect(scale, days, `${y}`, `${height}`, `${isBrief ? ' class="brief"' : ''}${corner}`);
}

function rect(scale: Days, days: Days, y: string, height: string, attributes = ''): string {
  const from = Math.max(0, at(scale, days.first));
  const to = Math.min(100, at(scale, days.last + 1));
  if (to <= 0 || from >= 100) return '';
  return `<rect${attributes} x="${round(from)}%" y="${y}" width="${round(to - from)}%" height="${height}"/>`;
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
