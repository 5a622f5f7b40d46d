import { type CivilDate, type Day, dayOf } from '../calendar/days.ts';
import { findMentions } from '../calendar/mentions.ts';
import { standInDate } from '../calendar/placeholder-date.ts';
import { dateInPath, formatDate, impossibleDateInPath, parseWrittenDate } from '../calendar/written-date.ts';
import { addressDates } from '../document/address-date.ts';
import { sentenceAround, writtenDaysOf } from '../document/dates.ts';
import type { Document } from '../document/document.ts';
import type { MappedText } from '../document/mapped-text.ts';
import { memoize } from '../document/memo.ts';
import { changeKeys, dateKeys, type PublicationDate, publicationDate } from '../document/periods.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Problem, type Related, type RuleContext } from '../engine/rule.ts';
import { daysAfterName, isNamedApart } from '../series/named-days.ts';

type Key = 'path' | 'impossible' | 'field' | 'changed' | 'address' | 'line';
type Dated = PublicationDate & { readonly range: Range };

export default defineRule<Key>({
  id: 'consistent-date',
  summary: 'Disallow dates of publication that differ by more than a day.',
  category: 'period',
  recommended: 'warn',
  yieldsTo: [
    'no-impossible-date',
    'no-wrong-weekday',
    'no-placeholder-date',
    'no-wrong-year',
    'consistent-period',
    'no-quarter-mixup',
  ],
  messages: {
    path: 'Dated {date}, but the file name says {other}: only one of them can be right.',
    impossible: 'Dated {date}, but the file name says {other}, a day that does not exist: rename the file.',
    field: 'Says {other}, but `{key}` says {date}: only one of them can be right.',
    changed: 'Last changed {other}, before the post appeared on {date}: only one of them can be right.',
    address:
      'The address in `{key}` says {other}, but the post is dated {date}: only one of them can be right.',
    line: 'Says it was published on {other}, but the post is dated {date}: only one of them can be right.',
  },
  needs: 'series',
  concerns: (facts) => Math.abs(daysAfterName(facts) ?? 0) > 1,
  *check(document, _options, context) {
    const date = publicationDate(document);
    if (date === null) return;
    if (date.range !== null) {
      const dated = { ...date, range: date.range };
      yield* againstPath(document, dated, context);
      yield* againstFields(document, dated);
    }
    yield* againstAddresses(document, date);
    yield* againstLines(document, date);
  },
});

/** One day is the difference between time zones. */
function differs(a: Day, b: Day): boolean {
  return Math.abs(a - b) > 1;
}

function* againstPath(document: Document, date: Dated, context: RuleContext): Iterable<Problem<Key>> {
  const data = { date: formatDate(date.written.date) };
  const inPath = dateInPath(document.path);
  const impossible = inPath === null ? impossibleDateInPath(document.path) : null;
  if (inPath !== null && differs(dayOf(inPath), date.day)) {
    if (
      !namesMonths(document, inPath) &&
      !isNamedApart(document.path, date.day - dayOf(inPath), context.series)
    )
      yield { message: 'path', range: date.range, data: { ...data, other: formatDate(inPath) } };
  } else if (impossible !== null) {
    yield { message: 'impossible', range: date.range, data: { ...data, other: impossible } };
  }
}

/** `2024-07-08`, where the title reads "July and August". */
function namesMonths({ title, languages }: Document, { month, day }: CivilDate): boolean {
  if (title === null || day !== (month % 12) + 1) return false;
  const months = findMentions(title.text.slice(0, 300), languages).flatMap(({ unit, index, count }) =>
    unit === 'month' ? Array.from({ length: count }, (_, step) => ((index - 1 + step) % 12) + 1) : [],
  );
  return months.includes(month) && months.includes(day);
}

/** Other fields that tell the day of publication or of the last change; those of events and deadlines are free. */
function* againstFields(document: Document, date: Dated): Iterable<Problem<Key>> {
  const entries = document.frontMatter?.entries ?? [];
  const own = entries.find(
    ({ value }) => value.range.start <= date.range.start && date.range.end <= value.range.end,
  );
  for (const { key, value } of entries) {
    const written = parseWrittenDate(value.text);
    if (written === null || !written.exists) continue;
    const day = dayOf(written.date);
    const published = dateKeys.some((name) => name.toLowerCase() === key.toLowerCase());
    const changed = changeKeys.has(key.toLowerCase().replace(/[_ -]/g, ''));
    if (!differs(day, date.day) || !(published || (changed && day < date.day))) continue;
    const data = {
      date: formatDate(date.written.date),
      other: formatDate(written.date),
      key: own?.key ?? 'date',
    };
    const range = value.sourceRange(0, value.text.length);
    yield { message: published ? 'field' : 'changed', range, data, related: relatedTo(date) };
  }
}

/** The address that the front matter gives the page. */
function* againstAddresses({ frontMatter }: Document, date: PublicationDate): Iterable<Problem<Key>> {
  for (const { key, text, range, written } of addressDates(frontMatter)) {
    if (!written.exists || standInDate(text) !== null || !differs(dayOf(written.date), date.day)) continue;
    const data = { key, date: formatDate(date.written.date), other: formatDate(written.date) };
    yield { message: 'address', range, data, related: relatedTo(date) };
  }
}

/** Cheap, and met by few texts, of which each may hold many days. */
const publishes = memoize(({ text }: MappedText, _: null) => /Published|Posted/.test(text));
/** "Published", and maybe a first day, right before the day. */
const publishedBefore = /(?:^|[^\p{L}])(?:Published|Posted)(?: on)?:?\s{1,3}(?:[\w ]{1,20},? ?(?:&|and) )?$/u;

/** "Published 16 June 2026" somewhere in a text that claims to be older. */
function* againstLines(document: Document, date: PublicationDate): Iterable<Problem<Key>> {
  for (const written of writtenDaysOf(document)) {
    const { year, month, day } = written.day;
    if (year === null || written.mention.flaw !== null) continue;
    const said = { year, month, day };
    if (dayOf(said) <= date.day + 1 || !publishes(written.text, null)) continue;
    if (!publishedBefore.test(sentenceAround(written).before)) continue;
    const data = { date: formatDate(date.written.date), other: formatDate(said) };
    yield { message: 'line', range: written.range, data, related: relatedTo(date) };
  }
}

function relatedTo({ range, written }: PublicationDate): Related[] {
  return range === null ? [] : [{ range, message: `Here the date is ${formatDate(written.date)}.` }];
}
