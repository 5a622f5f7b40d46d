import { civilOf, type Day } from '../calendar/days.ts';
import { type LanguageCode, monthTables } from '../calendar/languages.ts';
import type { Period } from '../calendar/period.ts';
import { ordinalNumbers } from '../calendar/words-en.ts';
import type { Issue } from './issue.ts';
import { monthIn, piecesOf, templateOf } from './learn-pattern.ts';

/** New text for a stretch of a text. */
export interface Restatement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Which year is meant where an issue of one year appears in the next. */
export type YearOf = 'period' | 'date';

const ordinals = [
  ['first', 'second', 'third', 'fourth'],
  ['1st', '2nd', '3rd', '4th'],
];

/**
 * What has to change in a text of one issue to make it one of another: its period, its date and its number. What speaks
 * of anything else stays as it is.
 */
export function restatements(
  text: string,
  from: Issue,
  to: Issue,
  languages: readonly LanguageCode[],
  year: YearOf = 'period',
): Restatement[] {
  const pieces = piecesOf(text);
  const template = templateOf(text, languages);
  const changes: Restatement[] = [];
  let start = 0;
  for (const [i, piece] of pieces.entries()) {
    const end = start + piece.length;
    // A year beside the month of the publication is that of the publication.
    const isBesideDate = [i - 2, i + 2].some(
      (at) => template[at] === '{month}' && restatedMonth(pieces[at]!, from.period, to.period) === null,
    );
    const change = { from, to, year: isBesideDate ? 'date' : year, languages } as const;
    const changed = template[i] === piece ? piece : restatedPiece(piece, template[i]!, change);
    if (changed !== piece) changes.push({ start, end, text: changed });
    start = end;
  }
  return changes;
}

/** The text with these changes made. */
export function restated(
  text: string,
  from: Issue,
  to: Issue,
  languages: readonly LanguageCode[],
  year: YearOf = 'period',
): string {
  let made = '';
  let at = 0;
  for (const change of restatements(text, from, to, languages, year)) {
    made += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return made + text.slice(at);
}

interface Change {
  readonly from: Issue;
  readonly to: Issue;
  readonly year: YearOf;
  readonly languages: readonly LanguageCode[];
}

function restatedPiece(piece: string, template: string, { from, to, year, languages }: Change): string {
  if (template === '{date}') return restatedDate(piece, from.day, to.day);
  if (template === '{year}') return restatedYear(piece, from, to, year);
  if (template === '{number}') {
    return from.number !== null && to.number !== null && Number(piece) === from.number
      ? String(to.number).padStart(piece.length, '0')
      : piece;
  }
  if (template === '{year}{month}') {
    const months = restatedMonth(piece.slice(4), from.period, to.period);
    return months === null ? piece : `${months.year}${padded(months.month, 2)}`;
  }
  if (template === '{month}') {
    const months = restatedMonth(piece, from.period, to.period) ?? datedMonth(piece, from.day, to.day);
    return months === null ? piece : padded(months.month, piece.length);
  }
  if (template.startsWith('{Month}')) return restatedName(piece, from.period, to.period, languages);
  return restatedIndex(piece, template, from.period, to.period);
}

function restatedDate(piece: string, from: Day | null, to: Day | null): string {
  if (from === null || to === null) return piece;
  const separator = piece[4]!;
  const written = (day: Day) => {
    const { year, month, day: dayOfMonth } = civilOf(day);
    return [year, padded(month, 2), padded(dayOfMonth, 2)].join(separator);
  };
  return piece === written(from) ? written(to) : piece;
}

function restatedYear(piece: string, from: Issue, to: Issue, kind: YearOf): string {
  const value = Number(piece);
  const dated = (issue: Issue) => (issue.day === null ? issue.period.year : civilOf(issue.day).year);
  const isDated = value === dated(from);
  const isNamed = value === from.period.year;
  if (isDated && (!isNamed || kind === 'date')) return String(dated(to));
  return isNamed ? String(to.period.year) : piece;
}

/** The month that stands in the one period where this one stands in the other; null for months outside. */
function restatedMonth(
  written: string | number,
  from: Period,
  to: Period,
): { year: number; month: number } | null {
  const start = civilOf(from.first);
  const end = civilOf(from.last);
  const place = (Number(written) - start.month + 12) % 12;
  const length = (end.year - start.year) * 12 + end.month - start.month;
  if (from.unit === 'week' || place > length) return null;
  const first = civilOf(to.first);
  const months = first.year * 12 + first.month - 1 + place;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** The month of the publication; null where this one is not. */
function datedMonth(written: string, from: Day | null, to: Day | null): { month: number } | null {
  if (from === null || to === null) return null;
  return civilOf(from).month === Number(written) ? civilOf(to) : null;
}

/** A month's name in the same language, as long and in the same capitals as the other. */
function restatedName(piece: string, from: Period, to: Period, languages: readonly LanguageCode[]): string {
  const word = monthIn(piece);
  const name = word.toLowerCase();
  const table = monthTables(languages).find((rows) => rows.some((row) => row.includes(name)));
  const index = table?.findIndex((row) => row.includes(name)) ?? -1;
  const months = index < 0 ? null : restatedMonth(index + 1, from, to);
  if (!table || months === null) return piece;
  const row = table[months.month - 1]!;
  const isShort = name !== table[index]![0];
  const other = (isShort ? row.find(({ length }) => length === 3) : undefined) ?? row[0]!;
  const text = other + piece.slice(word.length);
  if (word === name) return text;
  return word === word.toUpperCase() ? text.toUpperCase() : capitalised(text);
}

/** A month as titles name it. */
export function monthName(month: number, languages: readonly LanguageCode[]): string {
  return capitalised(monthTables(languages)[0]![month - 1]![0]!);
}

function capitalised(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

function restatedIndex(piece: string, template: string, from: Period, to: Period): string {
  const unit = { '{quarter}': 'quarter', '{ordinal}': 'quarter', '{half}': 'half', '{week}': 'week' }[
    template
  ];
  if (unit === undefined || from.unit !== unit || to.unit !== unit) return piece;
  if (template !== '{ordinal}') return Number(piece) === from.index ? padded(to.index, piece.length) : piece;
  if (ordinalNumbers.get(piece.toLowerCase()) !== from.index) return piece;
  const words = ordinals.find((list) => list.includes(piece.toLowerCase())) ?? ordinals[0]!;
  const word = words[to.index - 1]!;
  return /^\p{Lu}/u.test(piece) ? capitalised(word) : word;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
