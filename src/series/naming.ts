import { grammarFor, type LanguageCode } from '../calendar/languages.ts';

/** What a pattern of titles or file names may hold for that which changes from issue to issue. */
export const placeholders = [
  'quarter',
  'half',
  'year',
  'month',
  'Month',
  'week',
  'day',
  'date',
  'ordinal',
  'number',
  'author',
  'any',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** A piece of a pattern: words that every issue has, or a placeholder. */
export type NamingPart =
  | { readonly text: string; readonly placeholder: null }
  | { readonly text: string; readonly placeholder: Placeholder };

/** What stands in a text for a placeholder. */
export interface Filled {
  readonly placeholder: Placeholder;
  readonly text: string;
}

/** How a placeholder is written, and the most characters of that. `{Month}`, `{author}` and `{any}` are words. */
const written: Readonly<Partial<Record<Placeholder, readonly [RegExp, number]>>> = {
  quarter: [/^[1-4]$/, 1],
  half: [/^[12]$/, 1],
  year: [/^(?:19|20)\d\d$/, 4],
  month: [/^(?:0?[1-9]|1[0-2])$/, 2],
  week: [/^(?:0?[1-9]|[1-4]\d|5[0-3])$/, 2],
  day: [/^(?:0?[1-9]|[12]\d|3[01])$/, 2],
  date: [/^(?:19|20)\d\d([-/._])(?:0\d|1[0-2])\1[0-3]\d$/, 10],
  ordinal: [/^(?:first|second|third|fourth|1st|2nd|3rd|4th)$/i, 6],
  number: [/^\d{1,6}$/, 6],
};

/** Longer titles and names are compared by their beginning. */
const longest = 300;
const longestMonths = 36;
/** What stands between the months of an issue for several: "July and August", "July–August". */
const betweenMonths = /(?:,\s*|(?<!\s)\s+)(?:and|und)\s+|(?:(?<!\s)\s+)?[,–—/&+-]\s*/;

const braces = /\{([^{}]*)\}/g;

/** The pieces of a pattern. What is in braces and no placeholder stands for itself. */
export function partsOf(pattern: string): NamingPart[] {
  const parts: NamingPart[] = [];
  let from = 0;
  for (const { index, 0: text, 1: name } of pattern.matchAll(braces)) {
    const placeholder = placeholders.find((known) => known === name);
    if (placeholder === undefined) continue;
    if (index > from) parts.push({ text: pattern.slice(from, index), placeholder: null });
    parts.push({ text, placeholder });
    from = index + text.length;
  }
  if (from < pattern.length) parts.push({ text: pattern.slice(from), placeholder: null });
  return parts;
}

/** The first thing in braces that is no placeholder; null where all are. */
export function unknownPlaceholder(pattern: string): string | null {
  const names = [...pattern.matchAll(braces)].map(([, name]) => name!);
  return names.find((name) => !placeholders.some((known) => known === name)) ?? null;
}

/**
 * What fills the placeholders of a pattern in a text; null where the text does not fit it. All ways to read the text are
 * followed at once, so that no pattern takes longer than its length times that of the text.
 */
export function fillingOf(
  pattern: string,
  text: string,
  languages: readonly LanguageCode[],
): readonly Filled[] | null {
  const read = text.slice(0, longest);
  const parts = partsOf(pattern);
  const { months } = grammarFor(languages);
  // For each part, where it can end, with where it then starts.
  const ends: Map<number, number>[] = [];
  let starts: Iterable<number> = [0];
  for (const part of parts) {
    const reached = new Map<number, number>();
    for (const [start, end] of readings(part, starts, read, months)) {
      if (!reached.has(end)) reached.set(end, start);
    }
    if (reached.size === 0) return null;
    ends.push(reached);
    starts = reached.keys();
  }
  return ends.at(-1)?.has(read.length) ? walkBack(parts, ends, read) : null;
}

function* readings(
  part: NamingPart,
  starts: Iterable<number>,
  text: string,
  months: ReadonlyMap<string, number>,
): Iterable<readonly [start: number, end: number]> {
  if (part.placeholder === 'any' || part.placeholder === 'author') {
    const first = Math.min(...starts);
    for (let end = first + 1; end <= text.length; end++) yield [first, end];
    return;
  }
  for (const start of starts) for (const end of endsOf(part, start, text, months)) yield [start, end];
}

function* endsOf(
  { text: literal, placeholder }: NamingPart,
  start: number,
  text: string,
  months: ReadonlyMap<string, number>,
): Iterable<number> {
  if (placeholder === null) {
    if (text.startsWith(literal, start)) yield start + literal.length;
    return;
  }
  const [shape, most] = written[placeholder] ?? [null, longestMonths];
  for (let end = start + 1; end <= Math.min(text.length, start + most); end++) {
    const piece = text.slice(start, end);
    if (shape ? shape.test(piece) : areMonths(piece, months)) yield end;
  }
}

function areMonths(text: string, months: ReadonlyMap<string, number>): boolean {
  return text.split(betweenMonths).every((name) => months.has(name.toLowerCase()));
}

function walkBack(
  parts: readonly NamingPart[],
  ends: readonly ReadonlyMap<number, number>[],
  text: string,
): Filled[] {
  const filled: Filled[] = [];
  let end = text.length;
  for (let i = parts.length - 1; i >= 0; i--) {
    const start = ends[i]!.get(end)!;
    const { placeholder } = parts[i]!;
    if (placeholder !== null) filled.unshift({ placeholder, text: text.slice(start, end) });
    end = start;
  }
  return filled;
}

/**
 * The part of a path that a pattern of file names speaks of: as many names as it has, without the ending and a mark of
 * the language. For `index` and `readme` files the folder is the name.
 */
export function namedPart(pattern: string, path: string): string {
  const names = path
    .replace(/(?:\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?)?\.[A-Za-z]{1,8}$/, '')
    .split('/')
    .filter((name) => name !== '');
  if (names.length > 1 && /^_?(?:index|readme)$/i.test(names.at(-1)!)) names.pop();
  return names.slice(-pattern.split('/').length).join('/');
}
