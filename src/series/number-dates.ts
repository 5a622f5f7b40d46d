import { civilOf } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { PostFacts } from './facts.ts';
import type { Displaced, Fault } from './streams.ts';

/** Posts that are published together may be dated in any order. */
const fewestDays = 3;
/** How many numbers in a row, dated one after the other, show where a post belongs. */
const fewestInRow = 6;

/**
 * Posts without a period that their numbers put last, or between two others, and their dates among much older ones. Posts
 * in order: by date.
 */
export function misdated(posts: readonly PostFacts[]): Displaced[] {
  const dated = posts.filter(
    ({ number, date, period }) => number && date && (period === null || period.value.source === 'date'),
  );
  const counted = [...dated].sort((a, b) => numberOf(a) - numberOf(b));
  const places = new Map(dated.map((post, place) => [post, place]));
  return counted.flatMap((post, at) => {
    const row = counted.slice(Math.max(0, at - fewestInRow), at);
    const before = row.at(-1);
    const { start, end } = post.date!.range;
    if (before === undefined || end <= start || dayOf(before) - dayOf(post) < fewestDays) return [];
    const next = counted[at + 1];
    const isRight =
      next === undefined || (dayOf(next) >= dayOf(before) && numberOf(next) === numberOf(post) + 1);
    const place = places.get(post)!;
    if (!isRight || !isInRow([...row, post]) || isNeeded(dated[place - 1], dated[place + 1])) return [];
    return [{ post, before }];
  });
}

/** Whether posts have numbers in a row, and all but the last come one after the other. */
function isInRow(posts: readonly PostFacts[]): boolean {
  if (posts.length <= fewestInRow) return false;
  return posts.every((post, at) => {
    const before = posts[at - 1];
    if (before === undefined) return true;
    return numberOf(post) - numberOf(before) === 1 && (at === fewestInRow || dayOf(post) >= dayOf(before));
  });
}

/** Whether a number is missing between two posts: then the one between them has a wrong number. */
function isNeeded(before: PostFacts | undefined, after: PostFacts | undefined): boolean {
  return before !== undefined && after !== undefined && numberOf(after) - numberOf(before) > 1;
}

export function numberDateFault({ post, before }: Displaced): Fault<'numberOrder'> {
  return {
    message: 'numberOrder',
    data: {
      number: numberOf(post),
      date: formatDate(civilOf(dayOf(post))),
      other: numberOf(before),
      otherDate: formatDate(civilOf(dayOf(before))),
    },
    path: post.path,
    range: post.date!.range,
    related: [{ path: before.path, range: before.date!.range, message: 'The date of the issue before.' }],
  };
}

function numberOf({ number }: PostFacts): number {
  return number!.value;
}

function dayOf({ date }: PostFacts): number {
  return date!.value;
}
