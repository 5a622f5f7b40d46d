import { civilOf, dayOf } from '../../src/calendar/days.ts';
import { findMentions, type Mention } from '../../src/calendar/mentions.ts';
import { type PeriodUnit, resolvePeriod, widened } from '../../src/calendar/period.ts';
import { sentenceStarts } from '../../src/calendar/sentences.ts';
import { monthNumbers, ordinalNumbers } from '../../src/calendar/words-en.ts';
import { parseWrittenDate } from '../../src/calendar/written-date.ts';
import type { Document } from '../../src/document/document.ts';
import type { MappedText } from '../../src/document/mapped-text.ts';
import { introOf } from '../../src/document/prose-periods.ts';
import type { Range } from '../../src/document/source.ts';

/** Which statement of a post's subject was swapped. */
export type SwapKind = 'title' | 'description' | 'first sentence' | 'date' | 'year' | 'month list';

/** One statement of the subject, written as that of a neighbouring period. */
export interface Swap {
  readonly kind: SwapKind;
  readonly range: Range;
  /** What stands there now. */
  readonly text: string;
  /** What stood there, so that a finding at a place that still says it counts. */
  readonly was: Mention | null;
}

/** Every way to write one statement of the subject wrongly; `title` is the mention that all others agree with. */
export function swapsOf(document: Document): Swap[] {
  const title = document.title && firstStatement(document.title);
  if (!title || !document.title) return [];
  const statements: [SwapKind, MappedText | null][] = [
    ['title', document.title],
    ['description', document.description],
    ['first sentence', firstSentence(document)],
  ];
  return [
    ...statements.flatMap(([kind, text]) => (text ? swapsIn(kind, text, title) : [])),
    ...dateSwaps(document, title),
  ];
}

/** The one period of a text that is no day and no bare year; null for none or several. */
function firstStatement({ text }: MappedText): Mention | null {
  const mentions = findMentions(text).filter(({ form, unit }) => form !== 'date' && unit !== 'year');
  return mentions.length === 1 ? mentions[0]! : null;
}

function firstSentence(document: Document): MappedText | null {
  const [block] = introOf(document);
  if (!block) return null;
  const [, end = block.text.length] = sentenceStarts(block.text);
  return { text: block.text.slice(0, end), sourceRange: (start, stop) => block.sourceRange(start, stop) };
}

function swapsIn(kind: SwapKind, text: MappedText, title: Mention): Swap[] {
  const same = (mention: Mention) => {
    const [a, b] = [widened(mention), widened(title)];
    return a.unit === b.unit && a.index === b.index && a.count === b.count;
  };
  const mention = findMentions(text.text).find(
    (candidate) => candidate.form !== 'date' && candidate.unit !== 'year' && same(candidate),
  );
  if (!mention) return [];
  const swaps: Swap[] = [];
  const words = text.text.slice(mention.start, mention.end);
  const range = text.sourceRange(mention.start, mention.end);
  const other = neighbour(words, mention);
  if (other)
    swaps.push({
      kind: mention.unit === 'month' && mention.count > 1 ? 'month list' : kind,
      range,
      text: other,
      was: mention,
    });
  if (mention.yearSpan && kind === 'title') {
    const { start, end } = mention.yearSpan;
    const year = String((mention.year ?? 0) - 1).slice(start - end);
    swaps.push({ kind: 'year', range: text.sourceRange(start, end), text: year, was: mention });
  }
  return swaps;
}

const sizes: Readonly<Record<PeriodUnit, number>> = { week: 52, month: 12, quarter: 4, half: 2, year: 1 };
const token = new RegExp(
  `\\b(?:${[...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')}|${[...ordinalNumbers.keys()].join('|')})\\b|(?<=q|h|quarter |^)[1-4](?!\\d)|(?<![\\d-])(?:0[1-9]|1[0-2])(?=/|\\sand\\s\\d)|(?<=[-–])[1-4](?!\\d)`,
  'gi',
);

/** The same words for the next period of the year, or for the one before where there is none. */
function neighbour(words: string, { unit, index, count }: Mention): string | null {
  const by = index + 2 * count - 1 <= sizes[unit] ? count : -count;
  if (index + by < 1) return null;
  const swapped = words.replace(token, (word) => shifted(word, by));
  return swapped === words ? null : swapped;
}

function shifted(word: string, by: number): string {
  const table = monthNumbers.has(word.toLowerCase()) ? monthNumbers : ordinalNumbers;
  const number = table.get(word.toLowerCase());
  if (number === undefined) return String(Number(word) + by).padStart(word.length, '0');
  const names = namesOf(table, number + by);
  const name = names[Math.min(namesOf(table, number).indexOf(word.toLowerCase()), names.length - 1)] ?? word;
  return /^\p{Lu}/u.test(word) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function namesOf(table: ReadonlyMap<string, number>, number: number): string[] {
  return [...table].filter(([, value]) => value === number).map(([name]) => name);
}

/** The publication date one period earlier, as it stands in an issue made from the one before. */
function dateSwaps(document: Document, title: Mention): Swap[] {
  const value = document.frontMatter?.get('date')?.value;
  const written = value && parseWrittenDate(value.text);
  const period = resolvePeriod({ ...title, year: title.year ?? written?.date.year ?? null });
  if (!value || !written?.exists || !period || period.last - period.first < 80) return [];
  const day = civilOf(dayOf(written.date) - (period.last - period.first + 1));
  const text = value.text.slice(written.start, written.end);
  const parts = /^(\d{4})([-/])(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!parts) return [];
  const pad = (number: number, like: string) => String(number).padStart(like.length, '0');
  const moved = [day.year, pad(day.month, parts[3]!), pad(day.day, parts[4]!)].join(parts[2]);
  return [{ kind: 'date', range: value.sourceRange(written.start, written.end), text: moved, was: null }];
}
