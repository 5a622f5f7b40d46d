import { civilOf } from '../calendar/days.ts';
import type { Mention } from '../calendar/mentions.ts';
import { formatPeriod, type Period } from '../calendar/period.ts';
import { formatDate } from '../calendar/written-date.ts';
import { type WrittenMention, writtenMentionsOf } from '../document/dates.ts';
import type { Document } from '../document/document.ts';
import { writesYear, yearAhead, yearNear, yearOfNewYear } from '../document/other-years.ts';
import { type PostSubject, type PublicationDate, publicationDate, subjectOf } from '../document/periods.ts';
import { mentionsOf } from '../document/prose-periods.ts';
import { defineRule, type Problem, type Related } from '../engine/rule.ts';

type Key = 'subject' | 'far' | 'over';

export default defineRule<Key>({
  id: 'no-wrong-year',
  summary: 'Disallow a year that cannot be meant.',
  category: 'period',
  recommended: 'warn',
  fixes: 'sometimes',
  yieldsTo: ['no-impossible-date', 'no-wrong-weekday'],
  messages: {
    subject: 'Says *{mention}*, but the post is about {context}: write {right}.',
    far: 'Says *{mention}*, which is years away from {context}: write {right}.',
    over: 'Speaks of *{mention}* as not yet over, but the post is dated {context}: write {right}.',
  },
  *check(document, _options, { post }) {
    const subject = knownSubject(subjectOf(document, post));
    const date = publicationDate(document);
    const published = date?.day ?? null;
    const other = otherSide(subject, date);
    const stated = subject === null ? null : statedInOtherYear(document, subject);
    const about = subject ? formatPeriod(subject.named) : published === null ? '' : civilOf(published).year;
    for (const written of writtenMentionsOf(document)) {
      if (!namesYear(written)) continue;
      const ofSubject =
        subject &&
        (yearOfSubject(written, subject, stated) ?? yearOfNewYear(written, subject.period, published));
      const near = ofSubject ?? yearNear(written, subject?.period ?? null, published);
      if (near !== null) {
        yield { ...problemOf(ofSubject === null ? 'far' : 'subject', written, near, about), related: other };
      } else if (published !== null) {
        const year = yearAhead(written, published, subject?.period ?? null);
        const dated = otherSide(null, date);
        if (year !== null) {
          yield { ...problemOf('over', written, year, formatDate(civilOf(published))), related: dated };
        }
      }
    }
  },
});

type KnownSubject = PostSubject & { readonly period: Period };

/** What the year is held against: where the period is stated, else the date. */
function otherSide(subject: KnownSubject | null, date: PublicationDate | null): Related[] {
  const range = subject?.support.find(({ place }) => place.range !== null)?.place.range;
  if (subject && range) return [{ range, message: `Here the period is ${formatPeriod(subject.named)}.` }];
  return date?.range ? [{ range: date.range, message: 'This is the date of the post.' }] : [];
}

/** A subject that can be held against other years. */
function knownSubject(subject: PostSubject | null): KnownSubject | null {
  return subject?.period == null || subject.contested ? null : { ...subject, period: subject.period };
}

/** Only a year in four digits, in the post's own words, is judged. */
function namesYear({ mention, linked }: WrittenMention): boolean {
  const { yearSpan, laterYear, flaw } = mention;
  return (
    !linked && flaw === null && laterYear === null && yearSpan !== null && yearSpan.end - yearSpan.start === 4
  );
}

/** Offsets of the prose that states the period of the post, but in another year. */
function statedInOtherYear(document: Document, { named }: KnownSubject): ReadonlySet<number> {
  const stated = mentionsOf(document).filter(
    ({ mention, role, place, block }) =>
      role === 'subject' &&
      // A section may tell where its story began, and a paragraph that names the post's year sets one against the other.
      place !== 'section-start' &&
      !writesYear(block, named.year) &&
      mention.unit === named.unit &&
      mention.index === named.index &&
      mention.count === named.count &&
      (mention.unit !== 'month' || place === 'intro'),
  );
  return new Set(stated.map(({ range }) => range.start));
}

/** The subject's year, for words that state its period or give all of its days in another one. */
function yearOfSubject(
  { mention, range }: WrittenMention,
  { named, period }: KnownSubject,
  stated: ReadonlySet<number> | null,
): number | null {
  if (mention.year === named.year) return null;
  return stated?.has(range.start) || isWindow(mention, period) ? named.year : null;
}

/** Whether a range of days has the first and the last day of the period, whatever the year. */
function isWindow({ day, until }: Mention, period: Period): boolean {
  if (day === null || until === null) return false;
  const [first, last] = [civilOf(period.first), civilOf(period.last)];
  const begins = day.month === first.month && day.day === first.day;
  return begins && until.day.month === last.month && until.day.day === last.day;
}

function problemOf(
  message: Key,
  written: WrittenMention,
  year: number,
  context: string | number,
): Problem<Key> {
  const { mention, text, range } = written;
  const { yearSpan, start, end, until } = mention;
  const words = text.text.slice(start, end);
  const corrected =
    yearSpan && `${text.text.slice(start, yearSpan.start)}${year}${text.text.slice(yearSpan.end, end)}`;
  // A window has a second year, whose place is not known.
  const right = until === null && corrected !== null ? corrected : null;
  return {
    message,
    range,
    data: { mention: words, context, right: right === null ? `the year ${year}` : `*${right}*` },
    fix:
      right === null || yearSpan === null
        ? undefined
        : {
            title: `Write "${right}"`,
            safety: 'unsafe',
            edits: [{ range: text.sourceRange(yearSpan.start, yearSpan.end), text: String(year) }],
          },
    details: { subject: context, mention: words, role: 'subject', cue: message },
  };
}
