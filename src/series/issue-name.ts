import { civilOf } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { PostFacts } from './facts.ts';

/** What a message calls an earlier post: by its number, else its period, its day, its title or its path. */
export function issueNameOf({ number, period, date, title, path }: PostFacts): string {
  if (number) return `issue ${number.value}`;
  if (period) return `the issue on ${period.value.name}`;
  if (date) return `the issue of ${formatDate(civilOf(date.value))}`;
  return `“${title?.value ?? path}”`;
}
