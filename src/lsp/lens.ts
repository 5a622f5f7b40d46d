import { subjectOf } from '../document/periods.ts';
import type { Range } from '../document/source.ts';
import type { DecidedTime, NamedDays } from '../document/timeline.ts';
import { placedTime } from '../project/placed-timeline.ts';
import type { OpenPost } from './open-post.ts';
import { daysWords, dayWords, yearToldBy } from './period-words.ts';

/** A line over a place. */
interface Lens {
  /** The line below, without its line end. */
  readonly range: Range;
  readonly title: string;
}

/**
 * The line over a post that says what it reports on: "Q2 2025 · 1 April – 30 June", and where the
 * configuration says when it may appear, "appears from 1 July". Null where the post states no period, or where its parts disagree.
 */
export function lensOf(post: OpenPost): Lens | null {
  const { document, placed } = post;
  const { subject, window } = placedTime(document, placed);
  const days = subject?.days;
  if (!days || subject.contested || !isStated(post)) return null;
  // What a rule lets pass where no window is configured is no advice.
  const parts = [
    days.name,
    daysWords(days),
    ...(placed.resolved.settings.post.window ? appearsWords(window, days) : []),
  ];
  return { range: firstLine(post), title: parts.join(' · ') };
}

/** Whether the post itself names a period, and not its date alone. */
function isStated({ document, placed }: OpenPost): boolean {
  const subject = subjectOf(document, placed.resolved.settings.post);
  return subject?.support.some(({ source }) => source !== 'date') ?? false;
}

function appearsWords(window: DecidedTime['window'], days: NamedDays): string[] {
  if (window === null || (window.opens === null && window.closes === null)) return [];
  const year = yearToldBy(days);
  const from = window.opens === null ? '' : ` from ${dayWords(window.opens, year)}`;
  const until = window.closes === null ? '' : ` until ${dayWords(window.closes, year)}`;
  return [`appears${from}${until}`];
}

/** The line with which front matter or title begins. */
function firstLine({ document }: OpenPost): Range {
  const { lines, frontMatter, headings } = document;
  const start = frontMatter?.range.start ?? headings[0]?.range.start ?? 0;
  const line = lines.lineRange(lines.pointAt(start).line);
  return { start: Math.min(start, line.end), end: line.end };
}
