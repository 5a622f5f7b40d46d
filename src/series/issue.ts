import { civilOf, type Day } from '../calendar/days.ts';
import { defaultLanguages } from '../calendar/languages.ts';
import { findMentions } from '../calendar/mentions.ts';
import {
  type NamedPeriod,
  nameOf,
  type Period,
  type PeriodUnit,
  periodOf,
  type ReportingYear,
  resolvePeriod,
} from '../calendar/period.ts';
import { statedIn } from '../calendar/subject.ts';
import type { PostFacts } from './facts.ts';
import { namedPart } from './naming.ts';

/** What changes from one issue of a series to the next. */
export interface Issue {
  readonly period: Period;
  /** Publication date. */
  readonly day: Day | null;
  readonly number: number | null;
}

const shapes: readonly (readonly [RegExp, PeriodUnit])[] = [
  [/^(?<year>(?:19|20)\d\d)-?Q(?<index>[1-4])$/i, 'quarter'],
  [/^(?<year>(?:19|20)\d\d)-?H(?<index>[12])$/i, 'half'],
  [/^(?<year>(?:19|20)\d\d)-?W(?<index>0[1-9]|[1-4]\d|5[0-3]|[1-9])$/i, 'week'],
  [/^W(?<index>\d{1,2}) (?<year>(?:19|20)\d\d)$/i, 'week'],
  [/^(?<year>(?:19|20)\d\d)-(?<index>0?[1-9]|1[0-2])$/, 'month'],
  [/^(?<year>(?:19|20)\d\d)$/, 'year'],
];

/**
 * The period that somebody names in so many words: `2024-Q3`, `2024-05`, `2024-W23`, `2024-H1`, `2024`, and what a post may
 * call it: "Q3 2024", "May 2024". Null for everything else, and for a period without a year.
 */
export function readPeriod(text: string): NamedPeriod | null {
  const plain = text.trim();
  for (const [shape, unit] of shapes) {
    const groups = shape.exec(plain)?.groups;
    if (groups)
      return existing({ unit, index: Number(groups.index ?? 1), count: 1, year: Number(groups.year) });
  }
  const [mention, ...others] = findMentions(plain, defaultLanguages).filter(({ form }) => form !== 'date');
  if (!mention || others.length > 0 || mention.year === null) return null;
  return mention.start === 0 && mention.end === plain.length ? nameOf(mention) : null;
}

/** A week that its year does not have is no period. */
function existing(named: NamedPeriod): NamedPeriod | null {
  const period = resolvePeriod(named);
  return period && periodOf(period.first, named.unit).index === named.index ? named : null;
}

/**
 * The issue that a post is: by the period that it names, else by the one of its title and the year of its date, else by
 * its file's name, else by the `unit` that its date lies in. Null where it has no date either.
 */
export function issueOf(post: PostFacts, unit: PeriodUnit, reporting: ReportingYear | number): Issue | null {
  const day = post.date?.value ?? null;
  const number = post.number?.value ?? null;
  const period =
    namedPeriod(post, reporting) ??
    titlePeriod(post, reporting) ??
    titleWeek(post) ??
    filePeriod(post, reporting);
  if (period) return { period, day, number };
  return day === null ? null : { period: periodOf(day, unit, reporting), day, number };
}

function namedPeriod({ period }: PostFacts, reporting: ReportingYear | number): Period | null {
  const named = period && readPeriod(period.value.name);
  return named && resolvePeriod(named, reporting);
}

/** A week is no period that other text is held against, but it tells one issue from the next. */
function titleWeek({ title, date }: PostFacts): Period | null {
  const weeks = findMentions(title?.value ?? '', defaultLanguages).filter(({ unit }) => unit === 'week');
  const [week] = weeks;
  if (!week || weeks.length > 1) return null;
  const year = week.year ?? (date && civilOf(date.value).year);
  return resolvePeriod({ ...nameOf(week), year });
}

/** `2024-05.md` is called after its month, and after nothing else. */
function filePeriod({ path }: PostFacts, reporting: ReportingYear | number): Period | null {
  const named = readPeriod(namedPart('', path));
  return named && resolvePeriod(named, reporting);
}

/** "June in review", dated July 2026, is June 2026: the last one that has begun. */
function titlePeriod({ title, date }: PostFacts, reporting: ReportingYear | number): Period | null {
  const stated = title && statedIn(title.value)?.named;
  if (!stated || stated.year !== null || date === null) return null;
  const { year } = civilOf(date.value);
  const periods = [year, year - 1].map((candidate) =>
    resolvePeriod({ ...stated, year: candidate }, reporting),
  );
  return periods.find((period) => period !== null && period.first <= date.value) ?? null;
}
