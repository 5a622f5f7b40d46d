import { defaultLanguages, type LanguageCode } from './languages.ts';
import { findMentions, type Mention } from './mentions.ts';
import {
  type NamedPeriod,
  nameOf,
  namingsDiffer,
  type Period,
  type ReportingYear,
  resolvePeriod,
  widened,
} from './period.ts';
import { leadsAway } from './role.ts';
import { yearReviewWords } from './words-en.ts';

/** Where a post can state its period, with the weight of each. The publication date speaks where nothing else does. */
const weights = {
  field: 6,
  title: 5,
  path: 3,
  description: 3,
  slug: 2,
  heading: 2,
  intro: 2,
  tag: 1,
  image: 1,
  alt: 1,
  date: 1,
} as const;

export type EvidenceSource = keyof typeof weights;

/** What one text states: its period, and the months that it counts to a quarter, where it names both. */
export interface Statement {
  readonly named: NamedPeriod;
  readonly months: NamedPeriod | null;
}

/** One place that states the period of a post. `place` is the caller's own, such as a source range. */
export interface Evidence<Location> extends Statement {
  readonly source: EvidenceSource;
  readonly place: Location;
}

/** What a post reports on. */
export interface Subject<Location> {
  readonly named: NamedPeriod;
  /** Its days; null where no evidence names the year. */
  readonly period: Period | null;
  /** Whether the post counts other months to the quarter than the calendar does. */
  readonly ownCalendar: boolean;
  /** Evidence for it and against it, strongest first. */
  readonly support: readonly Evidence<Location>[];
  readonly against: readonly Evidence<Location>[];
  /** Whether the evidence is too divided to hold other text against the period. */
  readonly contested: boolean;
}

/** What prose such as a description states; mentions that lead away from it ("after a slow Q1") do not count. */
export function statedInProse(
  text: string,
  languages: readonly LanguageCode[] = defaultLanguages,
): Statement | null {
  const leads = ({ start }: Mention) => leadsAway(text.slice(Math.max(0, start - 200), start));
  return statedBy(
    findMentions(text, languages).filter((mention) => !leads(mention)),
    text,
  );
}

/**
 * What a title or a heading states, or null where it names no period, or several. A quarter
 * and a single month name a cohort ("July 2025 Short-Term Q2 Project Updates") and state nothing.
 * A bare year counts only beside words such as "in review".
 */
export function statedIn(
  text: string,
  languages: readonly LanguageCode[] = defaultLanguages,
): Statement | null {
  return statedBy(findMentions(text, languages), text);
}

function statedBy(found: readonly Mention[], text: string): Statement | null {
  const mentions = found.filter(({ form }) => form !== 'date');
  const years = mentions.filter(({ unit }) => unit === 'year');
  const months = onlyOne(mentions.filter(({ unit }) => unit === 'month'));
  const larger = onlyOne(mentions.filter(({ unit }) => unit === 'quarter' || unit === 'half'));
  if (months === 'several' || larger === 'several') return null;
  const main = larger ?? months;
  if (main === null) return years.length === 1 && yearReviewWords.test(text) ? plain(years[0]) : null;
  if (larger !== null && months !== null && months.count === 1) return null;
  const named = { ...main, year: main.year ?? onlyYear(years) };
  return { named: nameOf(named), months: larger === null || months === null ? null : nameOf(months) };
}

function plain(mention: Mention | undefined): Statement | null {
  return mention === undefined ? null : { named: nameOf(mention), months: null };
}

function onlyYear(years: readonly Mention[]): number | null {
  return years.length === 1 ? (years[0]?.year ?? null) : null;
}

/** The one period that all mentions name, the most complete naming of it; null for none. */
function onlyOne(mentions: readonly Mention[]): Mention | 'several' | null {
  const complete = mentions.find(({ year }) => year !== null) ?? mentions[0] ?? null;
  if (complete === null) return null;
  const same = (other: Mention) =>
    other.index === complete.index &&
    other.count === complete.count &&
    (other.year ?? complete.year) === complete.year;
  return mentions.every(same) ? complete : 'several';
}

/** Pieces of evidence that are weighed, the strongest first; each is compared with each, and real posts have ten. */
const mostPieces = 64;

/**
 * The period that the evidence agrees on: the naming with the most weight behind it. Null without evidence; the
 * name of a picture or a tag alone is none.
 * `reporting` says when the series' year begins: 1 for the calendar year.
 */
export function chooseSubject<L>(
  evidence: readonly Evidence<L>[],
  reporting: ReportingYear | number,
): Subject<L> | null {
  const pieces = evidence
    .map((piece) => (reporting === 1 ? { ...piece, named: widened(piece.named) } : piece))
    .sort((a, b) => weights[b.source] - weights[a.source])
    .slice(0, mostPieces);
  let best: Evidence<L> | undefined;
  for (const piece of pieces)
    if (best === undefined || weightFor(piece, pieces) > weightFor(best, pieces)) best = piece;
  if (best === undefined || weightFor(best, pieces) < 2) return null;
  const named = withYear(best.named, pieces);
  const support = pieces.filter((piece) => namingsDiffer(named, piece.named) === false);
  const against = pieces.filter((piece) => namingsDiffer(named, piece.named) === true);
  const own = ownMonths(named, pieces, reporting);
  return {
    named,
    period: own ?? resolvePeriod(named, reporting),
    ownCalendar: own !== null,
    support,
    against,
    contested: 2 * totalWeight(against) > totalWeight(support),
  };
}

/** A naming with the year that most of the evidence for it names, where it leaves the year open. */
function withYear<L>(claim: NamedPeriod, pieces: readonly Evidence<L>[]): NamedPeriod {
  if (claim.year !== null) return claim;
  let best: Evidence<L> | null = null;
  for (const piece of pieces) {
    if (piece.named.year === null || namingsDiffer(claim, piece.named) !== false) continue;
    if (best === null || weightFor(piece, pieces) > weightFor(best, pieces)) best = piece;
  }
  return { ...claim, year: best?.named.year ?? null };
}

function weightFor<L>(claim: Evidence<L>, pieces: readonly Evidence<L>[]): number {
  return totalWeight(pieces.filter(({ named }) => namingsDiffer(claim.named, named) === false));
}

function totalWeight(pieces: readonly Evidence<unknown>[]): number {
  return pieces.reduce((sum, { source }) => sum + weights[source], 0);
}

/** The months that the post itself gives for its quarter, where they are not those of the calendar. */
function ownMonths(
  named: NamedPeriod,
  pieces: readonly Evidence<unknown>[],
  reporting: ReportingYear | number,
): Period | null {
  if (named.unit !== 'quarter' && named.unit !== 'half') return null;
  const usual = resolvePeriod(named, reporting);
  for (const { months, named: stated } of pieces) {
    const run = months ?? (stated.unit === 'month' && stated.count > 2 ? stated : null);
    const own = run && resolvePeriod({ ...run, year: run.year ?? named.year });
    if (own && usual && (own.first !== usual.first || own.last !== usual.last)) return own;
  }
  return null;
}
