import { civilOf, type Day } from '../calendar/days.ts';
import { formatPeriod, type Period, resolvePeriod } from '../calendar/period.ts';
import { resolveMention, type TimeContext } from '../calendar/resolve.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { Document } from './document.ts';
import type { PostEvidence } from './evidence.ts';
import { quoted } from './mapped-text.ts';
import {
  directionOf,
  type PeriodSettings,
  publicationDate,
  subjectOf,
  type Window,
  windowAround,
} from './periods.ts';
import { mentionsOf } from './prose-periods.ts';
import { relativeTimesOf } from './relative-times.ts';
import type { Range } from './source.ts';

/** Days from `first` to `last`, both inclusive, under a name: "Q2 2024". */
export interface NamedDays {
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
}

/** A place where the post speaks of a time. */
export interface TimelineMention {
  readonly range: Range;
  readonly text: string;
  /** A kind of evidence ("title"), or where in the text it stands ("intro"). */
  readonly place: string;
  readonly role: string;
  /** What decided the role; null where nothing did. */
  readonly cue: string | null;
  /** Null where the year is not known, or there is no such day. */
  readonly period: NamedDays | null;
}

/** All that a post says of time, as plain data: why a finding came, or did not. */
export interface Timeline {
  /** What the post calls itself; null where it has no title. */
  readonly title: string | null;
  readonly looks: 'back' | 'ahead' | null;
  /** The name of the period and, where the year is known, its days; null where the post names none. */
  readonly subject: {
    readonly name: string;
    readonly days: NamedDays | null;
    readonly contested: boolean;
  } | null;
  readonly date: Day | null;
  /** The days on which the post may appear; null at an end that is open. The whole is null where every day will do. */
  readonly window: { readonly opens: Day | null; readonly closes: Day | null } | null;
  /** In source order. */
  readonly mentions: readonly TimelineMention[];
}

/** What is decided about a post's time, without the places that speak of it. */
export type DecidedTime = Omit<Timeline, 'mentions'>;

/** @param window the window around the last day of the period: as configured, else the share of it that may lie ahead */
export function decidedTimeOf(
  document: Document,
  settings: PeriodSettings,
  window: Window | number,
): DecidedTime {
  const subject = subjectOf(document, settings);
  const period = subject?.period ?? null;
  const name = subject === null ? '' : formatPeriod(subject.named);
  const looks = directionOf(document, settings);
  return {
    title: document.title && quoted(document.title, document.source),
    looks,
    subject: subject && { name, days: daysUnderName(period), contested: subject.contested },
    date: publicationDate(document)?.day ?? null,
    window: period === null || looks !== 'back' ? null : daysOf(windowAround(period, window), period.last),
  };
}

/** @param window as for {@link decidedTimeOf} */
export function timelineOf(document: Document, settings: PeriodSettings, window: Window | number): Timeline {
  const decided = decidedTimeOf(document, settings, window);
  const subject = subjectOf(document, settings);
  const context = { subject: subject?.period ?? null, published: decided.date };
  return {
    ...decided,
    mentions: [
      ...[...(subject?.support ?? []), ...(subject?.against ?? [])].flatMap((piece) =>
        stated(piece, context),
      ),
      ...told(document, context),
      ...relative(document),
    ].sort((a, b) => a.range.start - b.range.start),
  };
}

function daysOf(window: Window | null, last: Day): Timeline['window'] {
  if (window === null) return null;
  const { opens, closes } = window;
  return { opens: opens === null ? null : last + opens, closes: closes === null ? null : last + closes };
}

/** What front matter, title and headings state. The introduction is told with the other prose. */
function stated({ source, named, place }: PostEvidence, context: TimeContext): TimelineMention[] {
  if (place.range === null || source === 'intro') return [];
  const year = named.year ?? context.subject?.year ?? null;
  const period = daysUnderName(resolvePeriod({ ...named, year }));
  return [{ range: place.range, text: place.text, place: source, role: 'subject', cue: source, period }];
}

function told(document: Document, context: TimeContext): TimelineMention[] {
  return mentionsOf(document).map(({ mention, block, range, place, role, cue }) => {
    const period = daysUnderName(resolveMention(mention, context));
    const text = block.text.slice(mention.start, mention.end);
    return { range, text, place, role, cue, period };
  });
}

/** "Last quarter" is told as it stands: which one is meant, nothing in the post can say. */
function relative(document: Document): TimelineMention[] {
  return relativeTimesOf(document).map(({ range, text }) => {
    return { range, text, place: 'body', role: 'unknown', cue: 'relative', period: null };
  });
}

/** A day has the name of its month as a period; what is shown is the day. */
function daysUnderName(period: Period | null): NamedDays | null {
  if (period === null) return null;
  const { first, last } = period;
  return { name: first === last ? formatDate(civilOf(first)) : formatPeriod(period), first, last };
}
