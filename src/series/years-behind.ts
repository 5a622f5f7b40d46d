import { civilOf } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { PostFacts } from './facts.ts';
import { isSame, lagOf, placeOfPeriod, type Run, runOf } from './runs.ts';
import type { Displaced, Fault } from './streams.ts';

interface Issue {
  readonly post: PostFacts;
  readonly run: Run;
}

/** How many of the issues before must have risen from period to period, and how many are looked at. */
const fewestAsked = 6;
const mostAsked = 8;
/** So many days off the usual a post may come, and so many months its series may have paused. */
const leeway = 10;
const longestPause = 2;
const yearOfMonths = 12;
const yearOfDays = 365;

/** Posts that state a period a year too early: by their date they are about the next one. */
export function yearsBehind(posts: readonly PostFacts[]): Displaced[] {
  const issues = posts
    .flatMap((post) => {
      const run = post.date && runOf(post);
      return run ? [{ post, run }] : [];
    })
    .sort((a, b) => a.post.date!.value - b.post.date!.value);
  const starts = new Set(issues.map(({ run }) => run.start));
  return issues.flatMap((issue, at) => {
    const before = issues.slice(Math.max(0, at - mostAsked), at);
    const last = before.at(-1);
    const isFree = !starts.has(issue.run.start + yearOfMonths);
    return last && isFree && isYearBehind(issue, before) ? [{ post: issue.post, before: last.post }] : [];
  });
}

function isYearBehind({ post, run }: Issue, before: readonly Issue[]): boolean {
  const last = before.at(-1)!.run;
  if (before.length < fewestAsked || run.end - run.start !== last.end - last.start || isSame(run, last))
    return false;
  const pause = run.start + yearOfMonths - last.end;
  if (pause < 0 || pause > longestPause) return false;
  if (before.some((issue, at) => at > 0 && issue.run.start < before[at - 1]!.run.end)) return false;
  const lags = before.map((issue) => lagOf(issue.post));
  const lag = lagOf(post) - yearOfDays;
  return lag >= Math.min(...lags) - leeway && lag <= Math.max(...lags) + leeway;
}

export function yearFault({ post, before }: Displaced): Fault<'year'> {
  return {
    message: 'year',
    data: {
      period: post.period!.value.name,
      date: formatDate(civilOf(post.date!.value)),
      before: before.period!.value.name,
    },
    path: post.path,
    range: placeOfPeriod(post),
    related: [{ path: before.path, range: placeOfPeriod(before), message: 'The issue before.' }],
  };
}
