import { civilOf, type Day, dayOf, weekdayOf } from '../calendar/days.ts';
import type { LanguageCode } from '../calendar/languages.ts';
import { parseWrittenDate } from '../calendar/written-date.ts';
import type { Issue } from '../series/issue.ts';
import { type Restatement, restated, restatements } from '../series/restate.ts';

/** The steps from an earlier issue to the last one, and from that to the new one. */
export interface Steps {
  /** The issue before {@link before}. */
  readonly earliest: Issue | null;
  readonly before: Issue | null;
  readonly last: Issue;
  readonly next: Issue;
  readonly languages: readonly LanguageCode[];
}

/** What keeps the place of a text that only a writer knows, and of a part of a title. */
export const placeholder = 'TODO';
export const blank = '___';

/** Whether a text of the issue before, restated for the last one, is what the last one says. */
export function isProven(before: string | undefined, last: string, steps: Steps): boolean {
  if (before === undefined || steps.before === null) return false;
  return restated(before, steps.before, steps.last, steps.languages) === last;
}

/** The same of a sentence, which two issues may share by mistake: all of the last three must follow from their periods. */
export function isProvenTwice(earlier: readonly (string | undefined)[], last: string, steps: Steps): boolean {
  const [before, earliest] = earlier;
  if (!isProven(before, last, steps)) return false;
  if (earlier.length < 2 || steps.before === null || steps.earliest === null) return true;
  return (
    earliest !== undefined && restated(earliest, steps.earliest, steps.before, steps.languages) === before
  );
}

/** The changes that make a text of the last issue one of the new. */
export function changesOf(text: string, { last, next, languages }: Steps): Restatement[] {
  return restatements(text, last, next, languages);
}

/**
 * The title of the new issue: the last one's restated, with a blank for the words in the middle that differ from issue to
 * issue; `TODO` where titles share no words.
 */
export function titleOf(
  last: string,
  before: string | undefined,
  steps: Steps,
  filler = blank,
  restate = (text: string, from: Issue, to: Issue) => restated(text, from, to, steps.languages),
): string {
  const next = restate(last, steps.last, steps.next);
  if (before === undefined || steps.before === null) return next;
  const expected = restate(before, steps.before, steps.last);
  if (expected === last) return next;
  const [start, end] = commonEnds(splitWords(expected), splitWords(last));
  const words = splitWords(next);
  // Restating changes words, and neither adds nor removes any.
  const head = words.slice(0, start).join('');
  const tail = words.slice(words.length - end).join('');
  return /\p{L}/u.test(head + tail) ? `${head}${filler}${tail}` : placeholder;
}

/** Words and what parts them, in turn. */
function splitWords(text: string): string[] {
  return text.match(/[\s_-]+|[^\s_-]+/g) ?? [];
}

/** How many pieces two texts begin and end with alike; neither end cuts between words without a space. */
function commonEnds(a: readonly string[], b: readonly string[]): [number, number] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const isGap = (piece: string | undefined) => piece !== undefined && /^[\s_-]/.test(piece);
  if (start > 0 && !isGap(b[start - 1])) start--;
  if (end > 0 && !isGap(b[b.length - end])) end--;
  return [start, end];
}

/**
 * A date of the last issue, as far from its publication in the new one, in the same form; null for texts that are none.
 * A post that nobody has changed yet was last changed when it was published (`isChange`).
 */
export function dateFor(text: string, { last, next }: Steps, isChange: boolean): Restatement | null {
  const written = parseWrittenDate(text);
  if (!written?.exists || next.day === null) return null;
  const day = dayOf(written.date);
  const moved = isChange ? next.day : movedDay(day, last, next, next.day);
  const weekday = text.slice(0, written.start).replace(/\p{L}+/u, (name) => weekdayLike(name, moved));
  const old = text.slice(written.start, written.end);
  return { start: 0, end: written.end, text: weekday + inForm(old, day, moved) };
}

/** Days that bound the period of the last issue bound that of the next one. */
function movedDay(day: Day, last: Issue, next: Issue, published: Day): Day {
  if (last.day === null || day === last.day) return published;
  if (day === last.period.first) return next.period.first;
  if (day === last.period.last) return next.period.last;
  return day + published - last.day;
}

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function weekdayLike(old: string, day: Day): string {
  const name = weekdays[weekdayOf(day) % 7]!;
  return old.length > 5 ? name : name.slice(0, 3);
}

/** A day as another one is written; `2024-05-07` where that form is too free to keep. */
function inForm(old: string, from: Day, to: Day): string {
  const date = civilOf(to);
  const iso = [date.year, two(date.month), two(date.day)].join('-');
  const parts = /^(\d{4})([-/])(\d{1,2})[-/](\d{1,2})$/.exec(old);
  if (parts) {
    const [, , separator, month, day] = parts;
    const short = (value: number, like: string) => (like.length === 1 ? String(value) : two(value));
    return [date.year, short(date.month, month!), short(date.day, day!)].join(separator!);
  }
  const before = civilOf(from);
  const named = old
    .replace(/\d{4}/, String(date.year))
    .replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)/, (day) => ordinalLike(day, date.day))
    .replace(/\p{L}{3,}/u, (name) => monthLike(name, before.month, date.month));
  const read = parseWrittenDate(named);
  return read?.exists && dayOf(read.date) === to ? named : iso;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function ordinalLike(old: string, day: number): string {
  if (/^\d+$/.test(old)) return String(day);
  const ending = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

function monthLike(old: string, from: number, to: number): string {
  const isShort = old.length < monthNames[from - 1]!.length;
  const name = isShort ? monthNames[to - 1]!.slice(0, 3) : monthNames[to - 1]!;
  return old === old.toLowerCase() ? name.toLowerCase() : name;
}
