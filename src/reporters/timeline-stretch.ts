import type { Day } from '../calendar/days.ts';
import type { FileResult } from '../engine/finding.ts';

/** What a post says of time, as a result carries it. */
export type Timeline = NonNullable<FileResult['timeline']>;

// A paragraph may name a year of the last century; a chart shows the years around the post.
const reachInDays = 400;

/** The days that a chart of a timeline shows, both inclusive: those that the post names, as far as they are near it. */
export function stretchOf({ subject, date, mentions }: Timeline): {
  readonly first: Day;
  readonly last: Day;
} {
  const periods = mentions.flatMap(({ period }) => period ?? []);
  const centre = subject?.days?.first ?? date ?? periods[0]?.first ?? 0;
  const days = [
    ...(subject?.days ? [subject.days.first, subject.days.last] : []),
    ...(date === null ? [] : [date]),
    ...periods.flatMap(({ first, last }) => [first, last]),
  ].filter((day) => Math.abs(day - centre) <= reachInDays);
  const first = days.reduce((least, day) => Math.min(least, day), centre);
  const last = days.reduce((most, day) => Math.max(most, day), centre);
  return { first, last };
}
