import { type Day, dayOf } from '../calendar/days.ts';
import { type Looks, looksOf } from '../calendar/looks.ts';
import {
  nameOf,
  type Period,
  type PeriodUnit,
  periodLength,
  periodOf,
  type ReportingYear,
  resolvePeriod,
} from '../calendar/period.ts';
import { standInDate } from '../calendar/placeholder-date.ts';
import { slugOf } from '../calendar/slug.ts';
import { chooseSubject, type EvidenceSource, type Subject } from '../calendar/subject.ts';
import { dateInPath, formatDate, parseWrittenDate, type WrittenDate } from '../calendar/written-date.ts';
import { addressDates } from './address-date.ts';
import type { Document } from './document.ts';
import { evidenceIn, type PostEvidence, rangeOfText, type StatedAt } from './evidence.ts';
import { memoize } from './memo.ts';
import type { Range } from './source.ts';

/** What the configuration may say of a post's time; null where it is silent. */
export interface PeriodSettings {
  /** The month (1–12) in which the first quarter begins. */
  readonly startMonth: number | null;
  /** The unit that each post of the series reports on; null: not configured. */
  readonly cadence?: PeriodUnit | null;
  /** The calendar year that a year of that kind is named after; null: the one it begins in. */
  readonly yearNamedAfter?: 'begin' | 'end' | null;
  readonly looks: Looks | null;
}

export type PostSubject = Subject<StatedAt>;

/** How a message calls each kind of evidence. */
export const evidenceNames: Readonly<Record<EvidenceSource, string>> = {
  field: 'front matter',
  title: 'title',
  path: 'file name',
  description: 'description',
  slug: 'slug',
  heading: 'first heading',
  intro: 'introduction',
  tag: 'tag',
  image: 'image',
  alt: 'alternative text of the image',
  date: 'date',
};

/** What the post reports on, or null where nothing tells. */
export function subjectOf(document: Document, settings: PeriodSettings): PostSubject | null {
  return rememberedSubject(document, reportingYear(settings)) ?? datedSubject(document, settings);
}

/**
 * The period of a post that names none, in a series whose cadence is configured: the one that was over on its date, or
 * would be within half its length. It must not be held against that date.
 */
function datedSubject(document: Document, settings: PeriodSettings): PostSubject | null {
  const { cadence = null } = settings;
  const date = publicationDate(document);
  if (cadence === null || date === null || directionOf(document, settings) !== 'back') return null;
  const reporting = reportingYear(settings);
  const lag = Math.ceil(periodLength(periodOf(date.day, cadence, reporting)) / 2);
  const period = periodOf(date.day - lag, cadence, reporting);
  const named = nameOf(period);
  const place = { text: formatDate(date.written.date), range: date.range };
  const support: PostEvidence[] = [{ source: 'date', named, months: null, place }];
  return { named, period, ownCalendar: false, support, against: [], contested: false };
}

/** When the year of a series begins, and after which year it is named; 1 for the calendar year. */
function reportingYear({ startMonth, yearNamedAfter = null }: PeriodSettings): ReportingYear | number {
  if (startMonth === null || yearNamedAfter === null) return startMonth ?? 1;
  return { startMonth, namedAfter: yearNamedAfter };
}

const rememberedSubject = memoize(
  (document: Document, reporting: ReportingYear | number) =>
    chooseSubject(evidenceIn(document, publicationDate(document)?.day ?? null), reporting),
  'periods',
);

/** Whether the post looks back or ahead: as configured, else by its title and file name; null where neither tells. */
export function directionOf(document: Document, settings: PeriodSettings): Looks | null {
  return settings.looks ?? looksOf(document.title?.text ?? '', slugOf(document.path));
}

/** Days from the last day of a period between which a post about it appears; null is no limit. */
export interface Window {
  readonly opens: number | null;
  readonly closes: number | null;
}

/**
 * The window in which a post about a period appears: the configured one, else one that opens when no more than a `share`
 * (0 to 1) of the period lies ahead, and does not close. Months and pairs of months have none unless it is configured:
 * their name is as often the month in which the issue appears as the month it reports on.
 */
export function windowAround(period: Period, configured: Window | number): Window | null {
  if (typeof configured !== 'number') return configured;
  const months = Math.round(periodLength(period) / 30.4);
  return months < 3 ? null : { opens: -Math.floor(periodLength(period) * configured), closes: null };
}

/** The day a post says it was published on. */
export interface PublicationDate {
  readonly day: Day;
  readonly written: Pick<WrittenDate, 'date' | 'time'>;
  /** The front-matter value; null where the file name gives the date. */
  readonly range: Range | null;
}

/** Front-matter keys under which generators keep the day of publication, in the order in which they are asked. */
export const dateKeys = [
  'date',
  'published',
  'pubDate',
  'publishDate',
  'publish_date',
  'published_at',
  'publishedAt',
];

/** Keys under which generators keep the day of the last change, in lower case and without separators. */
export const changeKeys: ReadonlySet<string> = new Set(
  'updated updatedat updateddate lastmod lastmodified lastmodifiedat lastupdated modified modifiedat datemodified'.split(
    ' ',
  ),
);

/**
 * The front matter's date, else the full date in the path, else one in the page's address that the front matter gives,
 * else null. A day that does not exist, or that only stands in
 * for one (9999-12-31), is no date.
 */
export function publicationDate(document: Document): PublicationDate | null {
  return rememberedDate(document, null);
}

const rememberedDate = memoize((document: Document, _: null): PublicationDate | null => {
  for (const key of dateKeys) {
    const value = document.frontMatter?.get(key)?.value;
    const written = value === undefined ? null : parseWrittenDate(value.text);
    if (value && written?.exists && standInDate(value.text) === null)
      return { day: dayOf(written.date), written, range: rangeOfText(value) };
  }
  const date = dateInPath(document.path);
  if (date) return { day: dayOf(date), written: { date, time: null }, range: null };
  const address = addressDates(document.frontMatter).find(
    ({ text, written }) => written.exists && standInDate(text) === null,
  );
  return address
    ? { day: dayOf(address.written.date), written: address.written, range: address.range }
    : null;
});

/** The day of publication with its time to the second, offset left out; null where the front matter gives no seconds. */
export function publicationStamp(
  document: Document,
): { readonly value: string; readonly range: Range } | null {
  const date = publicationDate(document);
  if (date === null || date.range === null || date.written.time === null) return null;
  return { value: `${date.day} ${date.written.time}`, range: date.range };
}

/**
 * The year that a post about a period must mean, by its publication date: with the next year, or for months also with
 * the year before, it would come within weeks of the end (reports up to a year late are real), and with the stated year it comes a year too late or early.
 * Null where nothing is wrong, or where two places state the year.
 */
export function meantYear({ named, support }: PostSubject, date: PublicationDate | null): number | null {
  if (date === null || named.year === null || named.unit === 'year') return null;
  if (support.filter((piece) => piece.named.year !== null).length > 1) return null;
  const isMonth = named.unit === 'month';
  const fits = (year: number) => {
    const lag = date.day - (resolvePeriod({ ...named, year })?.last ?? Number.NaN);
    return lag >= (isMonth ? -31 : 0) && lag <= 75;
  };
  return [named.year + 1, ...(isMonth ? [named.year - 1] : [])].find(fits) ?? null;
}
