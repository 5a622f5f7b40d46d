import { dayAfter, monthAt } from '../archive.ts';

/** A post of a monthly series of the tests, with what it has of its own. */
export function report(index: number, body = `We mended ${index + 2} boats.`): string {
  const { name, year } = monthAt(index);
  return [
    '---',
    `title: ${name} ${year} Harbour Report`,
    `date: ${dayAfter(index)}`,
    '---',
    '',
    '## Work',
    '',
    body,
    '',
    '## Money',
    '',
    `We spent ${index + 31} crowns on nails.`,
    '',
  ].join('\n');
}

export function nameOf(index: number): string {
  const { number, year } = monthAt(index);
  return `posts/${year}-${number}.md`;
}

/** Posts of the series one after the other, by path. */
export function reports(count: number, from = 0): Record<string, string> {
  const indexes = Array.from({ length: count }, (_, index) => from + index);
  return Object.fromEntries(indexes.map((index) => [nameOf(index), report(index)]));
}

/** A sentence that names a month: copied into a later post it is left over. */
export const dated = 'The harbour office was closed from 12 February 2023 until the end of that month.';
