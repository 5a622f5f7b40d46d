import { civilOf } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { PostFacts } from './facts.ts';

const part = /\b(?:part|teil|partie|parte)\s#?\d/iu;

/** What a message calls an earlier post: by its number, else its period, its day, its title or its path. */
export function issueNameOf({ number, period, date, title, path }: PostFacts): string {
  if (number && !part.test(title?.value ?? '')) return `issue ${number.value}`;
  if (period) return `the issue on ${period.value.name}`;
  if (date) return `the issue of ${formatDate(civilOf(date.value))}`;
  return `“${title?.value ?? path}”`;
}
