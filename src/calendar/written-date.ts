import { type CivilDate, daysInMonth } from './days.ts';
import type { Span } from './mentions.ts';
import { monthNumbers, monthPattern } from './words-en.ts';

/** A date as somebody wrote it down; nothing is converted between time zones. */
export interface WrittenDate extends Span {
  readonly date: CivilDate;
  /** Whether the calendar has that day; 31 September has none. */
  readonly exists: boolean;
  /** The time of day to the second, as written and without its offset ("16:41:59"); null where no seconds stand. */
  readonly time: string | null;
}

const zone = '(?:Z|UTC|GMT|[AP]M|[+-]\\d\\d(?::?\\d\\d)?)';
const clock = `(?:[T ](?:(?<time>\\d{1,2}:\\d\\d:\\d\\d)(?:[.,]\\d{1,9})?|\\d{1,2}:\\d\\d)\\s?${zone}?)?`;
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';
const shapes = {
  dashes: new RegExp(`^\\s*(?<date>(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2}))${clock}\\s*$`, 'i'),
  slashes: new RegExp(`^\\s*(?<date>(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2}))${clock}\\s*$`, 'i'),
  monthFirst: new RegExp(
    `^\\s*${weekday}(?<date>(?<month>${monthPattern})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4}))${clock}\\s*$`,
    'i',
  ),
  dayFirst: new RegExp(
    `^\\s*${weekday}(?<date>(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${monthPattern})\\.?,? (?<year>\\d{4}))${clock}\\s*$`,
    'i',
  ),
};

const beginning = /^\s*(?:\d{4}([-/])|\d{1,2}(?:st|nd|rd|th)? |([a-z]{3}))/i;
const year = / \d{4}(?:[T ]\d|\s*$)/;
const firstLetters: ReadonlySet<string> = new Set(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', ...monthNumbers.keys()].map((name) => name.slice(0, 3)),
);

/** The shapes that a text can have by how it begins: values of all kinds are asked about, and few are dates. */
function shapesOf(text: string): readonly RegExp[] {
  const match = beginning.exec(text);
  if (match === null) return [];
  const [, sign, letters] = match;
  if (sign !== undefined) return [sign === '-' ? shapes.dashes : shapes.slashes];
  if (!year.test(text)) return [];
  if (letters === undefined) return [shapes.dayFirst];
  return firstLetters.has(letters.toLowerCase()) ? [shapes.monthFirst, shapes.dayFirst] : [];
}

/**
 * Reads a text that is a date and nothing else: `2024-05-07`, `2024/5/7`, `May 7, 2024`, `7 May 2024`, also with a
 * weekday, a time and an offset. Null for anything else; `start` and `end` leave out the time of day.
 */
export function parseWrittenDate(text: string): WrittenDate | null {
  if (text.length > 64) return null;
  for (const shape of shapesOf(text)) {
    const groups = shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const { year, month = '', day, date: words = '' } = groups;
    const number = monthNumbers.get(month.toLowerCase()) ?? Number(month);
    const date = { year: Number(year), month: number, day: Number(day) };
    const exists = number >= 1 && number <= 12 && date.day >= 1 && date.day <= daysInMonth(date.year, number);
    // No weekday holds what a date begins with.
    const start = text.indexOf(words);
    return { date, exists, time: groups.time ?? null, start, end: start + words.length };
  }
  return null;
}

/** The full date that a file or folder name starts with or contains (`2024-05-07-recap.md`), or null. */
export function dateInPath(path: string): CivilDate | null {
  const written = writtenInPath(path);
  return written?.exists ? written.date : null;
}

/** The words of such a date where the calendar has no such day ("2017-04-31"), or null. */
export function impossibleDateInPath(path: string): string | null {
  const written = writtenInPath(path);
  if (written === null || written.exists) return null;
  // A month or day that no month has makes the digits a number and no date.
  const { month, day } = written.date;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? written.text : null;
}

function writtenInPath(path: string): (WrittenDate & { text: string }) | null {
  const match = /(?:^|[/_ -])((?:19|20)\d\d)[-_/](\d\d)[-_/](\d\d)(?!\d)/.exec(path);
  const text = match?.slice(1).join('-');
  const written = text === undefined ? null : parseWrittenDate(text);
  return written && text !== undefined ? { ...written, text } : null;
}

const monthNames = [...monthNumbers].filter(([name]) => name.length > 3 || name === 'may');

/** A date as a reader writes it: "7 May 2024". */
export function formatDate({ year, month, day }: CivilDate): string {
  const name = monthNames.find(([, number]) => number === month)?.[0] ?? '';
  return `${day} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}
