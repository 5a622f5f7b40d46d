import * as z from 'zod/mini';
import { formatPeriod, type Period } from '../calendar/period.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { Document } from '../document/document.ts';
import {
  directionOf,
  type PostSubject,
  type PublicationDate,
  publicationDate,
  subjectOf,
  type Window,
  windowAround,
} from '../document/periods.ts';
import { introOf } from '../document/prose-periods.ts';
import { defineRule, type Problem, type RuleContext } from '../engine/rule.ts';

type Key = 'early' | 'late';

export default defineRule<Key, { opens: number }>({
  id: 'date-in-window',
  summary: 'Disallow a publication date outside the window around the end of the period.',
  category: 'period',
  recommended: 'error',
  yieldsTo: ['no-placeholder-date', 'consistent-date', 'consistent-period', 'no-quarter-mixup'],
  options: z.strictObject({
    opens: z
      ._default(z.number().check(z.gte(0), z.lte(1)), 0.5)
      .check(
        z.describe(
          'How much of the period may still lie ahead on the publication date, as a share of its days.',
        ),
      ),
  }),
  messages: {
    early: 'Dated {date}, {days} before {period} ends; a recap is dated {when}.',
    late: 'Dated {date}, {days} after {period} ended; posts of this series come at most {most} after it.',
  },
  *check(document, options, context) {
    const found = postInTime(document, context);
    if (found === null) return;
    const { date, period } = found;
    const window = windowAround(period, context.post.window ?? options.opens);
    const lag = date.day - period.last;
    if (window?.opens != null && lag < window.opens) yield problemOf('early', found, window);
    if (window?.closes != null && lag > window.closes) yield problemOf('late', found, window);
  },
});

/** Whether the post counts in fiscal years, whose quarters end on days that nothing tells. */
function speaksOfFiscalYear(document: Document): boolean {
  const texts = [document.title, document.description, ...introOf(document).slice(0, 2)];
  return texts.some((text) => text !== null && /\bfiscal\b|\bFY ?['’]?\d{2}/i.test(text.text));
}

interface PostInTime {
  readonly subject: PostSubject;
  readonly period: Period;
  readonly date: PublicationDate;
  /** Where the date stands; the title where the file name gives it. */
  readonly range: Problem['range'];
}

/** A post whose date can be judged: it looks back, on a period that is not in doubt, and says when it appeared. */
function postInTime(document: Document, { post }: RuleContext): PostInTime | null {
  const subject = subjectOf(document, post);
  const date = publicationDate(document);
  if (subject?.period == null || subject.contested || date === null) return null;
  if (directionOf(document, post) !== 'back') return null;
  if (post.startMonth === null && speaksOfFiscalYear(document)) return null;
  // A period that only the date tells says nothing about the date.
  if (subject.support.every(({ source }) => source === 'date')) return null;
  const range = date.range ?? subject.support.find(({ place }) => place.range !== null)?.place.range;
  return range == null ? null : { subject, period: subject.period, date, range };
}

function problemOf(message: Key, { subject, period, date, range }: PostInTime, window: Window): Problem<Key> {
  const name = formatPeriod(subject.named);
  const stated = subject.support.find(({ place }) => place.range !== null && place.range !== range)?.place;
  return {
    message,
    range,
    data: {
      date: formatDate(date.written.date),
      days: countOfDays(Math.abs(date.day - period.last)),
      period: name,
      when: `after its ${unitOf(subject)}`,
      most: countOfDays(window.closes ?? 0),
    },
    related: stated?.range ? [{ range: stated.range, message: `Here the period is ${name}.` }] : [],
    details: { subject: name, mention: formatDate(date.written.date), role: 'event', cue: null },
  };
}

function countOfDays(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function unitOf({ named }: PostSubject): string {
  return named.count > 1 ? 'period' : named.unit === 'half' ? 'half-year' : named.unit;
}
