import { dayOf } from '../calendar/days.ts';
import { dateInPath } from '../calendar/written-date.ts';
import type { PostFacts, Series } from './facts.ts';
import { onceFor } from './history.ts';
import { inLanguage } from './translations.ts';

/** So many other posts must be named after another day before it is a custom. */
const fewestApart = 3;
/** The custom is a lag of days or weeks, which changes a little. */
const mostChange = 31;

/** How many days a post appeared after the day that its file is named after; null where it has none. */
export function daysAfterName({ path, date }: PostFacts): number | null {
  const named = date && dateInPath(path);
  return date && named ? date.value - dayOf(named) : null;
}

/**
 * Whether most other posts of the series appeared as long after the day that their file is named after, as minutes do that
 * are named after the meeting.
 */
export function isNamedApart(path: string, days: number, series: Series | null): boolean {
  if (series === null) return false;
  const { stems, lags, usual } = onceFor(series, customOf);
  const own = stems.has(inLanguage(path).stem) ? 1 : 0;
  const [apart, others] = [lags.length - own, stems.size - own];
  return apart >= fewestApart && apart * 2 > others && Math.abs(days - usual) <= mostChange;
}

interface Custom {
  /** The posts that are named after a day, translations taken together. */
  readonly stems: ReadonlySet<string>;
  /** How long after it those appeared that are named after another day than their own, ascending, and the middle one. */
  readonly lags: readonly number[];
  readonly usual: number;
}

function customOf(posts: readonly PostFacts[]): Custom {
  const lagOf = new Map<string, number>();
  for (const post of posts) {
    const lag = daysAfterName(post);
    if (lag !== null) lagOf.set(inLanguage(post.path).stem, lag);
  }
  const lags = [...lagOf.values()].filter((lag) => Math.abs(lag) > 1).sort((a, b) => a - b);
  return { stems: new Set(lagOf.keys()), lags, usual: lags[lags.length >> 1] ?? 0 };
}
