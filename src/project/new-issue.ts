import type { Day } from '../calendar/days.ts';
import type { NamedPeriod, Period } from '../calendar/period.ts';
import { type Issue, issueOf } from '../series/issue.ts';
import { learnLooks } from '../series/learn-time.ts';
import type { KnownPost } from './known.ts';
import { type OpenSeries, reportingOf } from './new-series.ts';

/** A post with the issue that it is. */
export interface DatedPost {
  readonly post: KnownPost;
  readonly issue: Issue;
}

/** One post of each period (of a translation and its original one), of periods of the same length where there are two. */
export function likeNamed(posts: readonly DatedPost[], { unit, count }: NamedPeriod): readonly DatedPost[] {
  const single = [...new Map(posts.map((post) => [post.issue.period.first, post])).values()];
  const alike = single.filter(({ issue }) => issue.period.unit === unit && issue.period.count === count);
  return alike.length > 1 ? alike : single;
}

/** The posts with the issues that they are, by period. */
export function issuesOf({ posts, settings }: OpenSeries, { unit }: NamedPeriod): DatedPost[] {
  const dated = posts
    .flatMap((post) => {
      const issue = issueOf(post.facts, unit, reportingOf(settings));
      return issue ? [{ post, issue }] : [];
    })
    .sort((a, b) => a.issue.period.first - b.issue.period.first);
  return countUp(dated) ? dated : withoutNumbers(dated);
}

/** Whether nearly all numbers are higher than the one before. */
function countUp(posts: readonly DatedPost[]): boolean {
  const numbers = posts.flatMap(({ issue }) => issue.number ?? []);
  const steps = numbers.slice(1).map((number, i) => number - numbers[i]!);
  return steps.filter((step) => step > 0).length >= steps.length * 0.75;
}

/** Numbers that begin anew with each period ("part 2") are none of the issue. The first part of a period comes last. */
function withoutNumbers(posts: readonly DatedPost[]): DatedPost[] {
  return [...posts]
    .sort(
      (a, b) => a.issue.period.first - b.issue.period.first || (b.issue.number ?? 0) - (a.issue.number ?? 0),
    )
    .map(({ post, issue }) => ({ post, issue: { ...issue, number: null } }));
}

/** The number after that of the issue before; before all issues, the one below the first. */
export function nextNumber(dated: readonly DatedPost[], before: readonly DatedPost[]): number | null {
  const { number = null } = before.at(-1)?.issue ?? {};
  if (number !== null) return number + 1;
  const first = before.length === 0 ? dated[0]?.issue.number : null;
  return first ? first - 1 : null;
}

/**
 * The last day of the period and the usual number of days after it: at least one, where posts look back and have come out
 * after their period; inside the window.
 */
export function publicationDay(
  recent: readonly DatedPost[],
  period: Period,
  { settings }: OpenSeries,
): Day | null {
  const lags = daysFrom('last', recent);
  const fromFirst = daysFrom('first', recent);
  if (lags.length === 0) return null;
  const spread = (days: readonly number[]) => days.at(-1)! - days[0]!;
  // What always appears on the 1st of its own month has no usual number of days to the end of it.
  const median =
    fromFirst[0]! >= 0 && spread(fromFirst) < spread(lags)
      ? period.first + fromFirst[fromFirst.length >> 1]! - period.last
      : lags[lags.length >> 1]!;
  const looks = settings.looks ?? learnLooks(recent.map(({ post }) => post.facts))?.looks;
  const least = looks === 'back' && lags.some((lag) => lag > 0) ? 1 : Number.NEGATIVE_INFINITY;
  const { opens = null, closes = null } = settings.window ?? {};
  const lag = Math.max(median, least, opens ?? Number.NEGATIVE_INFINITY);
  return period.last + Math.min(lag, closes ?? Number.POSITIVE_INFINITY);
}

/** How far publications lie from an end of their periods, in order. */
function daysFrom(end: 'first' | 'last', posts: readonly DatedPost[]): number[] {
  return posts
    .flatMap(({ issue }) => (issue.day === null ? [] : [issue.day - issue.period[end]]))
    .sort((a, b) => a - b);
}
