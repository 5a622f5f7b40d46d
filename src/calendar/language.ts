/**
 * The words of one language that the calendar reads: data, in lower case, without patterns. Rows of names begin
 * with the full name; what follows it are other spellings and abbreviations. A space stands for any white space.
 */
export interface Language {
  /** January to December. */
  readonly months: readonly (readonly string[])[];
  /** Month names that are other words too, so that a capital at the start of a sentence proves nothing. */
  readonly doubtfulMonths: readonly string[];
  /** Words that are one letter from a month name and no misspelling of it. */
  readonly notMonths: readonly string[];
  /** Monday to Sunday. */
  readonly weekdays: readonly (readonly string[])[];
  /** What counts quarters and halves: the rows for 1 to 4. */
  readonly ordinals: readonly (readonly string[])[];
  /** "last": the fourth quarter, but only beside a year. */
  readonly finals: readonly string[];
  /** The words for 2 to 6. */
  readonly numbers: readonly (readonly string[])[];
  /** What a day's number may carry, with the days that carry it; null: all that no other mark claims. */
  readonly dayMarks: readonly { readonly mark: string; readonly days: readonly number[] | null }[];
  /** Nouns for a week with a number, a month, a quarter, a half and a year. */
  readonly units: Readonly<Record<'week' | 'month' | 'quarter' | 'half' | 'year', readonly string[]>>;
  /** What marks a year as fiscal. */
  readonly fiscal: readonly string[];
  /** Between a period and its year. */
  readonly of: readonly string[];
  /** Between a day and its month. */
  readonly dayOf: readonly string[];
  readonly and: readonly string[];
  readonly or: readonly string[];
  readonly to: readonly string[];
  readonly articles: readonly string[];
  /** Words before a period that take a part of it. */
  readonly parts: Readonly<Record<'early' | 'middle' | 'late', readonly string[]>>;
  readonly seasons: readonly string[];
  /** Words before a month that show it is one ("in May", "early March"). */
  readonly beforeMonth: readonly string[];
  /** What may follow a doubtful month in lower case ("March update"). */
  readonly afterMonth: readonly string[];
  /** What follows such a word where it is a verb ("May I", "March to the beat"). */
  readonly afterVerb: readonly string[];
  /** What follows a quarter in the name of a branch or release, and what stands before it. */
  readonly releases: readonly string[];
  /** Who or what "the first quarter of" may be one of when it is one of a year. */
  readonly years: readonly string[];
}

/** Both languages in one: words of either count. */
export function mergeLanguages(a: Language, b: Language): Language {
  const rows = (x: Language['months'], y: Language['months']) =>
    x.map((row, index) => [...row, ...(y[index] ?? [])]);
  return {
    months: rows(a.months, b.months),
    doubtfulMonths: [...a.doubtfulMonths, ...b.doubtfulMonths],
    notMonths: [...a.notMonths, ...b.notMonths],
    weekdays: rows(a.weekdays, b.weekdays),
    ordinals: rows(a.ordinals, b.ordinals),
    finals: [...a.finals, ...b.finals],
    numbers: rows(a.numbers, b.numbers),
    dayMarks: [...a.dayMarks, ...b.dayMarks],
    units: mergeRecords(a.units, b.units),
    fiscal: [...a.fiscal, ...b.fiscal],
    of: [...a.of, ...b.of],
    dayOf: [...a.dayOf, ...b.dayOf],
    and: [...a.and, ...b.and],
    or: [...a.or, ...b.or],
    to: [...a.to, ...b.to],
    articles: [...a.articles, ...b.articles],
    parts: mergeRecords(a.parts, b.parts),
    seasons: [...a.seasons, ...b.seasons],
    beforeMonth: [...a.beforeMonth, ...b.beforeMonth],
    afterMonth: [...a.afterMonth, ...b.afterMonth],
    afterVerb: [...a.afterVerb, ...b.afterVerb],
    releases: [...a.releases, ...b.releases],
    years: [...a.years, ...b.years],
  };
}

type Table<K extends string> = Readonly<Record<K, readonly string[]>>;

function mergeRecords<K extends string>(a: Table<K>, b: Table<K>): Table<K> {
  const merged = Object.keys(a).map((key) => [key, [...a[key as K], ...b[key as K]]]);
  return Object.fromEntries(merged) as Table<K>;
}

/** The source of a pattern for any of some words, longer ones before those that begin them. */
export function anyOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  const sources = sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s'));
  return `(?:${sources.join('|')})`;
}

/** The abbreviations among the spellings of names, those that may carry a dot. */
export function abbreviations(rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row) =>
    row.filter((word) =>
      row.some((name) => name.length > word.length && (word.length === 3 || name.startsWith(word))),
    ),
  );
}

/** Each word of the rows with the number of its row, from `first` upwards. */
export function numbered(rows: readonly (readonly string[])[], first = 1): Map<string, number> {
  return new Map(rows.flatMap((row, index) => row.map((word) => [word, index + first] as const)));
}
