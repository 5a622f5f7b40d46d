import { civilOf, type Day, dayOf, weekdayOf } from '../calendar/days.ts';
import type { DatedDay, Weekday } from '../calendar/mentions.ts';
import { formatDate } from '../calendar/written-date.ts';
import { type WrittenDay, writtenDaysOf } from '../document/dates.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/model.ts';
import { type PeriodSettings, publicationDate, subjectOf } from '../document/periods.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Problem } from '../engine/rule.ts';

type Key = 'wrong' | 'otherYear';

export default defineRule<Key>({
  id: 'no-wrong-weekday',
  summary: 'Disallow a date with a weekday that is not its own.',
  category: 'period',
  recommended: 'error',
  yieldsTo: ['no-impossible-date'],
  messages: {
    wrong: 'Says *{weekday}*, but {date} is a {right}: one of them is wrong.',
    otherYear:
      'Says *{weekday}*, but {date} is a {right}; in {year} it is a {weekday}: one of them is wrong.',
  },
  *check(document, _options, { post }) {
    const appeared = appearance(document, post);
    const dated = writtenDaysOf(document).flatMap((written) => datedWeekdays(written, appeared));
    const fitting = fittingDays(dated);
    for (const one of dated) {
      const meant = yearOfNeighbours(one, fitting);
      const years = meant === null ? one.years : [meant];
      const [nearest] = years;
      if (nearest === undefined || years.some((year) => agrees(one, year))) continue;
      yield problemOf(one, nearest, appeared);
    }
  },
});

/** A day and the weekday beside it, with the years it may be meant in, the likeliest first. */
interface DatedWeekday {
  readonly written: WrittenDay;
  readonly day: DatedDay;
  readonly weekday: Weekday;
  readonly years: readonly number[];
}

/** Round about when the post was read first: its date, else the end of its period. */
function appearance(document: Document, post: PeriodSettings): Day | null {
  return publicationDate(document)?.day ?? subjectOf(document, post)?.period?.last ?? null;
}

function datedWeekdays(written: WrittenDay, appeared: Day | null): DatedWeekday[] {
  const { weekday, until, flaw } = written.mention;
  if (weekday === null || flaw !== null || isOneOfSeveral(written, weekday)) return [];
  const years = yearsOf(written, appeared);
  if (years.length === 0) return [];
  const first = { written, day: written.day, weekday, years };
  return until?.weekday ? [first, { written, day: until.day, weekday: until.weekday, years }] : [first];
}

/** "Friday to Sunday, 12 May": which weekday goes with the day is not said. */
function isOneOfSeveral({ mention, text: { text } }: WrittenDay, weekday: Weekday): boolean {
  if (mention.until !== null) return false;
  return (
    joinedBefore.test(text.slice(Math.max(0, weekday.start - 20), weekday.start)) ||
    joinedAfter.test(text.slice(weekday.end, weekday.end + 9))
  );
}

/** "Saturday &", "Fri -": another weekday, and what joins it. */
const joinedBefore = /(?:day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?\s?(?:&|and|or|to|through|[-–—/])\s?$/i;
const joinedAfter = /^(?:['’]s\b|\s?[-–—/&]|\s(?:and|or|to|through|until)\b)/i;

/**
 * The year that is written, else those of the occurrences right before and right after the post appeared, the
 * nearer first: an event of next year is announced without its year.
 */
function yearsOf({ day: { year, month, day } }: WrittenDay, appeared: Day | null): number[] {
  if (year !== null) return [year];
  if (appeared === null) return [];
  const own = civilOf(appeared).year;
  const next = dayOf({ year: own, month, day }) >= appeared ? own : own + 1;
  return dayOf({ year: next, month, day }) - appeared <= 182 ? [next, next - 1] : [next - 1, next];
}

function agrees({ day, weekday }: DatedWeekday, year: number): boolean {
  return weekdayOf(dayOf({ ...day, year })) === weekday.index;
}

/** For each section and year, the days of the section whose weekday fits that year alone. */
type FittingDays = ReadonlyMap<Section | null, ReadonlyMap<number, ReadonlySet<string>>>;

function fittingDays(dated: readonly DatedWeekday[]): FittingDays {
  const found = new Map<Section | null, Map<number, Set<string>>>();
  for (const one of dated) {
    const [year, ...others] = one.years.filter((candidate) => agrees(one, candidate));
    if (year === undefined || others.length > 0) continue;
    const section = one.written.block?.section ?? null;
    const years = found.get(section) ?? new Map<number, Set<string>>();
    found.set(section, years.set(year, (years.get(year) ?? new Set()).add(dayName(one))));
  }
  return found;
}

/** The nearest year, where two other days of the same section fit it alone: then it is meant here as well. */
function yearOfNeighbours(one: DatedWeekday, fitting: FittingDays): number | null {
  const [nearest = 0, ...others] = one.years;
  const days = fitting.get(one.written.block?.section ?? null)?.get(nearest);
  if (others.length === 0 || days === undefined) return null;
  return days.size - (days.has(dayName(one)) ? 1 : 0) > 1 ? nearest : null;
}

function dayName({ day }: DatedWeekday): string {
  return `${day.month}-${day.day}`;
}

function problemOf(one: DatedWeekday, year: number, appeared: Day | null): Problem<Key> {
  const { written, day, weekday } = one;
  const name = nameOfWeekday(weekday.index);
  const other = [year + 1, year - 1].find(
    (candidate) =>
      day.year !== null &&
      agrees(one, candidate) &&
      appeared !== null &&
      Math.abs(dayOf({ ...day, year: candidate }) - appeared) < 300,
  );
  const date = formatDate({ ...day, year });
  return {
    message: other === undefined ? 'wrong' : 'otherYear',
    range: rangeOf(written, weekday),
    data: {
      weekday: name,
      date,
      right: nameOfWeekday(weekdayOf(dayOf({ ...day, year }))),
      year: other ?? year,
    },
    details: { subject: null, mention: date, role: 'event', cue: name },
  };
}

/** Weekday and date together: either may be the wrong one. */
function rangeOf({ mention, text }: WrittenDay, weekday: Weekday): Range {
  return text.sourceRange(Math.min(mention.start, weekday.start), Math.max(mention.end, weekday.end));
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function nameOfWeekday(index: number): string {
  return weekdays[index - 1] ?? '';
}
