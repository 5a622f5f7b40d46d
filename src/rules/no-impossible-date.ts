import { daysInMonth } from '../calendar/days.ts';
import type { Flaw } from '../calendar/mentions.ts';
import { formatPeriod, type NamedPeriod, nameOf, type Period, resolvePeriod } from '../calendar/period.ts';
import { parseWrittenDate } from '../calendar/written-date.ts';
import { type WrittenMention, writtenMentionsOf } from '../document/dates.ts';
import type { Document } from '../document/document.ts';
import { publicationDate } from '../document/periods.ts';
import { defineRule, type Problem, type RuleContext } from '../engine/rule.ts';

type Key = 'day' | 'spelling' | 'reversed' | 'twice' | 'months';

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
  },
  *check(document, _options, { post }) {
    yield* impossibleFields(document);
    const mentions = writtenMentionsOf(document);
    for (const [index, written] of mentions.entries()) {
      const { flaw } = written.mention;
      if (flaw === null) continue;
      if (flaw.kind === 'other-months') yield* otherMonths(document, post, mentions, index);
      else yield* problemsOf(written, flaw);
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
  const { mention, text, range, linked } = written;
  const words = text.text.slice(mention.start, mention.end);
  if (flaw.kind === 'reversed-range') yield { message: 'reversed', range, data: { mention: words } };
  else if (flaw.kind === 'listed-twice') {
    const data = { mention: text.text.slice(flaw.start, flaw.end) };
    yield { message: 'twice', range: text.sourceRange(flaw.start, flaw.end), data };
  } else if (flaw.kind === 'no-such-day') {
    const days = [mention.day, mention.until?.day].filter((day) => day != null);
    const wrong = days.find(({ year, month, day }) => day > daysInMonth(year ?? 2024, month));
    if (wrong)
      yield { message: 'day', range, data: { mention: words, ...lengthOf(wrong.month, wrong.year) } };
  } else if (!linked) yield* misspelling(written, flaw);
}

/** "30nd" and "Febuary". In the text of a link they may be the title that somebody else chose. */
function* misspelling({ mention, text }: WrittenMention, flaw: Flaw): Iterable<Problem<Key>> {
  if (mention.day === null) return;
  const words = text.text.slice(flaw.start, flaw.end);
  const number = Number.parseInt(words, 10);
  const right =
    flaw.kind === 'month-spelling'
      ? formatPeriod({ unit: 'month', index: mention.day.month, count: 1, year: null })
      : `${number}${ordinalEnding(number)}`;
  const range = text.sourceRange(flaw.start, flaw.end);
  yield {
    message: 'spelling',
    range,
    data: { mention: words, right },
    fix: { title: `Write "${right}"`, safety: 'unsafe', edits: [{ range, text: right }] },
  };
}

function ordinalEnding(day: number): string {
  if (day > 10 && day < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

/** Months beside a quarter that has others, unless they may be those of a quarter that the series counts its own way. */
function* otherMonths(
  document: Document,
  post: RuleContext['post'],
  mentions: readonly WrittenMention[],
  index: number,
): Iterable<Problem<Key>> {
  const written = mentions[index]!;
  const beside = [mentions[index - 1], mentions[index + 1]].find(
    (other) => other?.text === written.text && other.mention.unit === 'quarter',
  );
  if (beside === undefined || post.startMonth !== null) return;
  const year = beside.mention.year ?? written.mention.year;
  const quarter = { ...nameOf(beside.mention), year };
  const months = { ...nameOf(written.mention), year: written.mention.year ?? year };
  const words = written.text.text.slice(written.mention.start, written.mention.end);
  if (mayBeOwnCalendar(months, words, resolvePeriod(quarter), publicationDate(document)?.day ?? null)) return;
  yield {
    message: 'months',
    range: written.range,
    data: { mention: words, quarter: formatPeriod(quarter), right: formatPeriod(monthsOf(quarter)) },
    related: [{ range: beside.range, message: `Here the quarter is ${formatPeriod(quarter)}.` }],
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
  appeared: number | null,
): boolean {
  if (months.count !== 3) return months.count < 3 || /mid/i.test(words);
  if (months.index % 3 !== 1) return true;
  const own = resolvePeriod(months);
  if (own === null || quarter === null || appeared === null) return false;
  const late = appeared - own.last;
  return late >= -45 && late <= 75 && Math.abs(appeared - quarter.last) > 45;
}
