import { civilOf } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { PostFacts } from './facts.ts';
import type { Fault } from './streams.ts';

/** Posts that are published together may be dated in any order. */
const fewestDays = 3;

/** Posts dated before the post about the period before theirs. Posts in order. */
export function* dateFaults(posts: readonly PostFacts[]): Iterable<Fault<'order'>> {
  let before: PostFacts | null = null;
  for (const post of posts) {
    const { date, period } = post;
    if (date === null || period === null || period.value.source === 'date') continue;
    if (before?.date && before.period && before.period.value.last < period.value.first) {
      const early = before.date.value - date.value;
      if (early >= fewestDays && date.range.end > date.range.start) yield fault(post, before);
    }
    before = post;
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
