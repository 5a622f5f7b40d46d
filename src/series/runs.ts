import { civilOf } from '../calendar/days.ts';
import { formatPeriod, widened } from '../calendar/period.ts';
import type { EvidenceSource } from '../calendar/subject.ts';
import type { Range } from '../document/source.ts';
import type { PostFacts } from './facts.ts';
import { placeOf } from './streams.ts';

/** A run of whole months, counted from a fixed one on; the end is the month after the last. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const plain: ReadonlySet<EvidenceSource> = new Set(['field', 'title', 'path', 'slug', 'heading']);

/** The period of a post where it is stated plainly; null where it is not made of whole months. */
export function runOf({ period }: PostFacts): Run | null {
  if (period === null || !plain.has(period.value.source)) return null;
  const [from, to] = [civilOf(period.value.first), civilOf(period.value.last + 1)];
  if (from.day !== 1 || to.day !== 1) return null;
  return { start: from.year * 12 + from.month - 1, end: to.year * 12 + to.month - 1 };
}

const [january, july, august, december] = [0, 6, 7, 11];

/** Whether people may have been on holiday in some month of a run: in December or January. */
export function isHoliday(run: Run): boolean {
  return hasMonth(run, [december, january]);
}

/** Whether a series may pause in some month of a run: for holidays, or for the summer. */
export function isQuiet(run: Run): boolean {
  return isHoliday(run) || hasMonth(run, [july, august]);
}

function hasMonth({ start, end }: Run, months: readonly number[]): boolean {
  for (let at = start; at < end; at++) if (months.includes(at % 12)) return true;
  return false;
}

/** How a reader calls a run of periods of some months each. */
export function nameOfRun({ start, end }: Run, unit: number): string {
  const count = end - start;
  const named = { unit: 'month' as const, index: (start % 12) + 1, count, year: Math.floor(start / 12) };
  return formatPeriod(count === unit ? widened(named) : named);
}

export function isSame(a: Run, b: Run): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Days from the end of a post's period to its date. */
export function lagOf({ date, period }: PostFacts): number {
  return date!.value - period!.value.last;
}

/** Where a post states its period: at the title, where no place in its text does. */
export function placeOfPeriod(post: PostFacts): Range {
  const { range } = post.period!;
  return range.end > range.start ? range : placeOf(post);
}
