import { type Day, daysInMonth } from '../calendar/days.ts';
import type { Flaw, Mention } from '../calendar/mentions.ts';
import { formatPeriod, type NamedPeriod, nameOf, type Period, resolvePeriod } from '../calendar/period.ts';
import { parseWrittenDate } from '../calendar/written-date.ts';
import { type WrittenMention, writtenMentionsOf } from '../document/dates.ts';
import type { Document } from '../document/document.ts';
import type { MappedText } from '../document/mapped-text.ts';
import { misspeltMonths } from '../document/misspelt-months.ts';
import { publicationDate } from '../document/periods.ts';
import type { Range } from '../document/source.ts';
import { isQuoted } from '../document/spelling.ts';
import { defineRule, type Problem } from '../engine/rule.ts';

type Key = 'day' | 'spelling' | 'reversed' | 'twice' | 'months' | 'length';

export default defineRule<Key>({
  id: 'no-impossible-date',
  summary: 'Disallow dates and periods that no calendar has.',
  category: 'period',
  recommended: 'error',
  fixes: 'sometimes',
  messages: {
    day: 'Says *{mention}*, but {month} has only {days} days.',
    spelling: 'Says *{mention}*: write *{right}*.',
    reversed: 'Says *{mention}*, which ends before it begins.',
    twice: 'Names *{mention}* twice in one list: one of them must be another.',
    months: 'Says *{mention}* beside {quarter}, whose months are {right}: only one of them can be right.',
    length: 'Counts *{mention}* to {quarter}, but a quarter has three months.',
  },
  *check(document, _options, { post }) {
    yield* impossibleFields(document);
    for (const { block, start, end, month } of misspeltMonths(document))
      yield spellingProblem(block, { start, end }, monthName(month));
    const published = publicationDate(document)?.day ?? null;
    let before: WrittenMention | null = null;
    for (const written of writtenMentionsOf(document)) {
      const beside =
        before?.text === written.text && before.mention.unit === 'quarter' ? before.mention : null;
      before = written;
      const { flaw } = written.mention;
      if (flaw === null && beside === null) continue;
      // What stands in quotation marks is another writer's, or the mistake that a post corrects.
      if (isQuoted(written.text.text, written.mention.start, written.mention.end)) continue;
      if (beside !== null && post.startMonth === null) yield* otherMonths(written, beside, published);
      if (flaw !== null) yield* problemsOf(written, flaw);
    }
  },
});

/** Front-matter values that are a date and nothing else. A year or month of zero is a place kept free. */
function* impossibleFields(document: Document): Iterable<Problem<Key>> {
  for (const { value } of document.frontMatter?.entries ?? []) {
    const written = parseWrittenDate(value.text);
    if (written === null || written.exists) continue;
    const { year, month, day } = written.date;
    if (year === 0 || month < 1 || month > 12 || day === 0) continue;
    const mention = value.text.slice(written.start, written.end);
    yield {
      message: 'day',
      range: value.sourceRange(0, value.text.length),
      data: { mention, ...lengthOf(month, year) },
    };
  }
}

/** "February 2023" and its number of days, for a message. */
function lengthOf(month: number, year: number | null): { month: string; days: number } {
  const named: NamedPeriod = { unit: 'month', index: month, count: 1, year: month === 2 ? year : null };
  return { month: formatPeriod(named), days: daysInMonth(year ?? 2024, month) };
}

function* problemsOf(written: WrittenMention, flaw: Flaw): Iterable<Problem<Key>> {
  const { mention, text, linked } = written;
  const start = Math.min(mention.start, flaw.other?.start ?? mention.start);
  const words = text.text.slice(start, mention.end);
  const range = text.sourceRange(start, mention.end);
  if (flaw.kind === 'reversed-range') yield { message: 'reversed', range, data: { mention: words } };
  else if (flaw.kind === 'listed-twice') {
    const data = { mention: text.text.slice(flaw.start, flaw.end) };
    const other = flaw.other && text.sourceRange(flaw.other.start, flaw.other.end);
    const related = other ? [{ range: other, message: 'Here it stands first.' }] : [];
    yield { message: 'twice', range: text.sourceRange(flaw.start, flaw.end), data, related };
  } else if (flaw.kind === 'no-such-day') {
    const days = [mention.day, mention.until?.day].filter((day) => day != null);
    const wrong = days.find(({ year, month, day }) => day > daysInMonth(year ?? 2024, month));
    if (wrong)
      yield { message: 'day', range, data: { mention: words, ...lengthOf(wrong.month, wrong.year) } };
  } else if (!linked) yield* misspelling(written, flaw);
}

/** "30nd" and "Febuary". In the text of a link they may be the title that somebody else chose. */
function* misspelling({ mention, text }: WrittenMention, flaw: Flaw): Iterable<Problem<Key>> {
  if (mention.day === null || flaw.kind === 'other-months') return;
  const number = Number.parseInt(text.text.slice(flaw.start, flaw.end), 10);
  const right =
    flaw.kind === 'month-spelling' ? monthName(mention.day.month) : `${number}${ordinalEnding(number)}`;
  yield spellingProblem(text, flaw, right);
}

function spellingProblem(text: MappedText, { start, end }: Range, right: string): Problem<Key> {
  const range = text.sourceRange(start, end);
  return {
    message: 'spelling',
    range,
    data: { mention: text.text.slice(start, end), right },
    fix: { title: `Write "${right}"`, safety: 'unsafe', edits: [{ range, text: right }] },
  };
}

function monthName(index: number): string {
  return formatPeriod({ unit: 'month', index, count: 1, year: null });
}

function ordinalEnding(day: number): string {
  if (day > 10 && day < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

/** How far from its quarter a range of days may stand and still be that of the quarter. */
const besideReach = 60;

/** Months beside a quarter that has others, unless they may be those of a quarter that the series counts its own way. */
function* otherMonths(
  { mention, text }: WrittenMention,
  beside: Mention,
  published: Day | null,
): Iterable<Problem<Key>> {
  const isWindow = mention.form === 'window' && mention.start - beside.end <= besideReach;
  if (mention.flaw?.kind !== 'other-months' && !isWindow) return;
  const year = beside.year ?? mention.year;
  const quarter = { ...nameOf(beside), year };
  const right = monthsOf(quarter);
  if (mention.index === right.index && mention.count === right.count) return;
  const months = { ...nameOf(mention), year: mention.year ?? year };
  const words = text.text.slice(mention.start, mention.end);
  if (mayBeOwnCalendar(months, words, resolvePeriod(quarter), published)) return;
  const name = formatPeriod(quarter);
  yield {
    message: quarter.count === 1 && months.count > 3 ? 'length' : 'months',
    range: text.sourceRange(mention.start, mention.end),
    data: { mention: words, quarter: name, right: formatPeriod(right) },
    related: [{ range: text.sourceRange(beside.start, beside.end), message: `Here the quarter is ${name}.` }],
  };
}

function monthsOf({ index, count }: NamedPeriod): NamedPeriod {
  return { unit: 'month', index: index * 3 - 2, count: count * 3, year: null };
}

/**
 * Three months that are no calendar quarter ("May–July") are quarters of a calendar of one's own; those that are
 * another calendar quarter may be those of a fiscal year, where the post appeared soon after them. No calendar
 * counts four months to a quarter.
 */
function mayBeOwnCalendar(
  months: NamedPeriod,
  words: string,
  quarter: Period | null,
  published: Day | null,
): boolean {
  if (months.count !== 3) return months.count < 3 || /mid/i.test(words);
  if (months.index % 3 !== 1) return true;
  const own = resolvePeriod(months);
  if (own === null || quarter === null || published === null) return false;
  const lag = published - own.last;
  return lag >= -45 && lag <= 75 && Math.abs(published - quarter.last) > 45;
}
