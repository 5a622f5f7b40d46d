import { civilOf } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { PostFacts } from './facts.ts';
import { lagOf } from './runs.ts';
import type { Fault } from './streams.ts';

/** Posts that are published together may be dated in any order. */
const fewestDays = 3;
/** How many of the posts before show how long after its period one appears, and the fewest that do. */
const mostAsked = 8;
const fewestAsked = 4;

/** Posts dated before the post about the period before theirs. Posts in order. */
export function* dateFaults(posts: readonly PostFacts[]): Iterable<Fault<'order'>> {
  const dated = posts.filter(({ date, period }) => date && period && period.value.source !== 'date');
  for (const [at, post] of dated.entries()) {
    const before = dated[at - 1];
    if (before === undefined || before.period!.value.last >= post.period!.value.first) continue;
    const early = before.date!.value - post.date!.value;
    const { start, end } = post.date!.range;
    if (early < fewestDays || end <= start) continue;
    const lags = dated.slice(Math.max(0, at - mostAsked), at).map(lagOf);
    // Else the post before was late.
    if (lags.length >= fewestAsked && lagOf(post) < Math.min(...lags)) yield fault(post, before);
  }
}

function fault(post: PostFacts, before: PostFacts): Fault<'order'> {
  return {
    message: 'order',
    data: {
      period: post.period!.value.name,
      date: formatDate(civilOf(post.date!.value)),
      otherPeriod: before.period!.value.name,
      otherDate: formatDate(civilOf(before.date!.value)),
    },
    path: post.path,
    range: post.date!.range,
    related: [{ path: before.path, range: before.date!.range, message: 'The date of the issue before.' }],
  };
}
