import { parseWrittenDate } from './written-date.ts';

/** Days that programs write where nobody gave one, and that people write for "some day". */
const standIns: ReadonlySet<string> = new Set([
  // Zero of Unix clocks, and the evening before in zones west of Greenwich.
  '1970-1-1',
  '1969-12-31',
  // Zero of spreadsheets.
  '1899-12-30',
  '1899-12-31',
  '1900-1-0',
  '1900-1-1',
  // Ends of time.
  '2099-12-31',
  '2100-1-1',
  '2999-12-31',
  '3000-1-1',
]);

/** A pattern of a date, or a date some parts of which are left open: `YYYY-MM-DD`, `2024-XX-XX`, `DD/MM/YYYY`, `2024-05-??`. */
const open =
  /^\s*(?:(?:\d{4}|[yYxX?_#]{4}|\d\d[xXyY?_]{2})([-/.])(?:\d\d?|[mMxX?_#]{2}|mmm|MMM)\1(?:\d\d?|[dDxX?_#]{2})|(?:\d\d?|[mMdDxX?_#]{2})([-/.])(?:\d\d?|[mMdDxX?_#]{2})\2(?:\d{4}|[yYxX?_#]{4}))(?:[T ][\d:hHmMsSxX?_]{4,8}(?: ?[A-Za-z]|\s?[+-][\d:xXhHmM]{4,5})?)?\s*$/;

/**
 * The kind of stand-in that a text is instead of a date: a `day` that nothing is published on, a `pattern` nobody
 * filled in, or null for anything else.
 */
export function standInDate(text: string): 'day' | 'pattern' | null {
  if (text.length > 64) return null;
  const written = parseWrittenDate(text);
  if (written === null) return open.test(text) && /[a-z?_#]{2}/i.test(text) ? 'pattern' : null;
  const { year, month, day } = written.date;
  const isZero = year <= 1 || month === 0 || day === 0;
  return isZero || year === 9999 || standIns.has(`${year}-${month}-${day}`) ? 'day' : null;
}
