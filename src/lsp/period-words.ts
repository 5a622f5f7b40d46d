import { civilOf, type Day } from '../calendar/days.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { NamedDays } from '../document/timeline.ts';

/** The days of a period in words: "1 April – 30 June", with the years where its name does not tell them. */
export function daysWords({ name, first, last }: NamedDays): string {
  const year = yearToldBy({ name, first, last });
  return first === last ? dayWords(first, year) : `${dayWords(first, year)} – ${dayWords(last, year)}`;
}

/** A day in words, without its year where that is `year`. */
export function dayWords(day: Day, year: number | null = null): string {
  const date = civilOf(day);
  const words = formatDate(date);
  return date.year === year ? words.slice(0, -String(year).length).trimEnd() : words;
}

/** The year of all days of a period, where its name says it and means the year of the calendar; else null. */
export function yearToldBy({ name, first, last }: NamedDays): number | null {
  const { year } = civilOf(first);
  const told = civilOf(last).year === year && new RegExp(`(?:^|\\s)${year}$`).test(name);
  return told ? year : null;
}
