import type { Day } from '../calendar/days.ts';
import type { Period } from '../calendar/period.ts';
import { resolveMention } from '../calendar/resolve.ts';
import { tellsAsOver, tellsAsToCome } from '../calendar/tense.ts';
import { formatDate } from '../calendar/written-date.ts';
import { mayTellOf, sentenceAround, type WrittenMention, writtenMentionsOf } from '../document/dates.ts';
import { directionOf, type PublicationDate, publicationDate, subjectOf } from '../document/periods.ts';
import { defineRule, type Problem, type Related } from '../engine/rule.ts';

type Key = 'over' | 'told' | 'early';

export default defineRule<Key>({
  id: 'no-stale-forward-reference',
  summary: 'Disallow speaking of a time as still to come that is over, or as over that is still to come.',
  category: 'period',
  recommended: 'warn',
  yieldsTo: [
    'no-impossible-date',
    'no-wrong-weekday',
    'no-placeholder-date',
    'no-wrong-year',
    'consistent-period',
    'no-quarter-mixup',
    'consistent-date',
    'date-in-window',
  ],
  messages: {
    over: 'Speaks of *{mention}* as still to come, but the post is dated {other}: tell what came of it.',
    told: 'Speaks of *{mention}* as still to come, but tells of *{other}* as over: tell what came of it.',
    early: 'Tells of *{mention}* as over, but the post is dated {other}: only one of them can be right.',
  },
  *check(document, _options, { post }) {
    const date = publicationDate(document);
    const subject = subjectOf(document, post)?.period ?? null;
    const times = writtenMentionsOf(document).flatMap((written) =>
      timesIn(written, subject, date?.day ?? null),
    );
    const days = times
      .filter(({ tense }) => tense === 'over')
      .sort((a, b) => a.period.first - b.period.first);
    for (const time of times) {
      if (time.tense === 'over') continue;
      if (date !== null && isPast(time, date.day)) yield problemOf('over', time, date);
      else {
        const told = firstSince(days, time.period.first);
        if (told !== null && contradicts(told, time, date?.day ?? null)) yield toldProblem(time, told);
      }
    }
    // A date before the end of the period is what date-in-window judges.
    const early =
      subject !== null && date !== null && date.day < subject.last && directionOf(document, post) === 'back';
    if (date === null || early) return;
    for (const time of days) if (isToCome(time, date.day)) yield problemOf('early', time, date);
  },
});

/** A day, week or month that the text tells as over or as still to come. */
interface ToldTime {
  readonly written: WrittenMention;
  readonly period: Period;
  readonly tense: 'over' | 'to come';
}

function timesIn(written: WrittenMention, subject: Period | null, published: Day | null): ToldTime[] {
  const { mention, linked } = written;
  const short =
    mention.day !== null || (mention.unit === 'month' && mention.count === 1) || mention.unit === 'week';
  if (!short || linked || mention.flaw !== null || !mayTellOf(written)) return [];
  const around = sentenceAround(written);
  const tense = tellsAsToCome(around)
    ? 'to come'
    : mention.day !== null && tellsAsOver(around)
      ? 'over'
      : null;
  const period = tense && resolveMention(mention, { subject, published });
  return tense === null || period === null ? [] : [{ written, period, tense }];
}

/** Further away, a time without a year may be that of another year. */
const nearDays = 60;

function isPast({ written, period }: ToldTime, published: Day): boolean {
  const days = published - period.last;
  return days > 1 && (written.mention.year !== null || days <= nearDays);
}

function isToCome({ written, period }: ToldTime, published: Day): boolean {
  const days = period.first - published;
  return days > 1 && (written.mention.year !== null || days <= nearDays);
}

/** The earliest of the days, which are in order, that is not before `first`; null for none. */
function firstSince(days: readonly ToldTime[], first: Day): ToldTime | null {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]!.period.first < first) low = middle + 1;
    else high = middle;
  }
  return days[low] ?? null;
}

/**
 * Whether a day that is over shows that the time is: it lies at least two weeks after its start, or the post's own
 * date is before it and proves nothing.
 */
function contradicts(told: ToldTime, { written, period }: ToldTime, published: Day | null): boolean {
  const days = told.period.first - period.first;
  if (days > nearDays && written.mention.year === null) return false;
  return days >= 14 || published === null || published < told.period.first;
}

function wordsOf({ written: { mention, text } }: ToldTime): string {
  return text.text.slice(mention.start, mention.end);
}

function problemOf(
  message: 'over' | 'early',
  time: ToldTime,
  { written, range }: PublicationDate,
): Problem<Key> {
  const other = formatDate(written.date);
  const related: Related[] = range === null ? [] : [{ range, message: `Here the date is ${other}.` }];
  return { message, range: time.written.range, data: { mention: wordsOf(time), other }, related };
}

function toldProblem(time: ToldTime, told: ToldTime): Problem<Key> {
  const other = wordsOf(told);
  return {
    message: 'told',
    range: time.written.range,
    data: { mention: wordsOf(time), other },
    related: [{ range: told.written.range, message: `Here ${other} is over.` }],
  };
}
