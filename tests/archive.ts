import type { TestPost } from '../src/testing.ts';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The month that lies some months after January 2023. */
export function monthAt(index: number): {
  readonly name: string;
  readonly number: string;
  readonly year: number;
} {
  const at = ((index % 12) + 12) % 12;
  return { name: months[at]!, number: `${at + 1}`.padStart(2, '0'), year: 2023 + Math.floor(index / 12) };
}

/** The fifth day of the month after one. */
export function dayAfter(index: number): string {
  const { number, year } = monthAt(index + 1);
  return `${year}-${number}-05`;
}

export interface IssueParts {
  readonly title?: string;
  readonly date?: string;
  /** More lines of front matter. */
  readonly head?: string;
  readonly body?: string;
  readonly path?: string;
}

/** The monthly report on a month, counted from January 2023, with what it has of its own. */
export function monthly(index: number, parts: IssueParts = {}): TestPost & { readonly path: string } {
  const { name, number, year } = monthAt(index);
  const {
    title = `${name} ${year} Harbour Report`,
    date = dayAfter(index),
    head = '',
    body = 'Text.',
  } = parts;
  return {
    path: parts.path ?? `reports/${year}-${number}-harbour-report.md`,
    text: `---\ntitle: ${title}\ndate: ${date}\n${head}---\n\n${body}\n`,
  };
}

/** The reports on some months in a row, from January 2023 on. */
export function archive(count: number, parts: (index: number) => IssueParts = () => ({})): TestPost[] {
  return Array.from({ length: count }, (_, index) => monthly(index, parts(index)));
}

/** The numbered issue of a newsletter that comes out every week, counted from 1. */
export function weekly(number: number, parts: IssueParts = {}): TestPost & { readonly path: string } {
  const day = new Date(Date.UTC(2024, 0, 2 + 7 * (number - 1))).toISOString().slice(0, 10);
  const { title = `Harbour Weekly ${number}`, date = day, head = '', body = 'Text.' } = parts;
  return {
    path: parts.path ?? `weekly/${date}-harbour-weekly.md`,
    text: `---\ntitle: ${title}\ndate: ${date}\n${head}---\n\n${body}\n`,
  };
}
