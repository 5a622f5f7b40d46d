import { civilOf, type Day } from '../calendar/days.ts';
import type { Period } from '../calendar/period.ts';
import { resolveMention } from '../calendar/resolve.ts';
import { speaksAhead, tellsAsOver } from '../calendar/tense.ts';
import { longAgo, yearBefore } from '../calendar/tense-en.ts';
import { sentenceAround, type WrittenMention } from './dates.ts';
import { memoize } from './memo.ts';
import type { ProseBlock } from './model.ts';

/** Whether a block writes a year anywhere. Many periods may stand in one block: each year is looked for once. */
export const writesYear = memoize(({ text }: ProseBlock, year: number | null) => text.includes(String(year)));

/**
 * The new year, for a day that its first months tell as over in the number of the old one, where the same day of
 * the new year lies in the period of the post.
 */
export function yearOfNewYear(written: WrittenMention, period: Period, published: Day | null): number | null {
  const { mention } = written;
  const appeared = published === null ? null : civilOf(published);
  if (appeared === null || appeared.month > 3 || mention.day === null || mention.until !== null) return null;
  if (mention.year !== appeared.year - 1 || tells(yearBefore, written)) return null;
  const own = resolveMention(mention, { subject: null, published });
  const next = resolveMention({ ...mention, year: appeared.year }, { subject: null, published });
  if (own === null || next === null || distance(own, period) < 60) return null;
  const meant = next.first >= period.first && next.last <= Math.min(period.last, published ?? 0);
  return meant && tellsAsOver(sentenceAround(written)) ? appeared.year : null;
}

/** Twelve quarters. */
const farDays = 3 * 365;

/**
 * A year one digit away that brings a quarter near to what the post is about, else to when it appeared, where its
 * own is years off and no history is told.
 */
export function yearNear(
  written: WrittenMention,
  subject: Period | null,
  published: Day | null,
): number | null {
  const { mention } = written;
  const anchor = subject ?? (published === null ? null : { first: published, last: published });
  if (anchor === null || mention.unit !== 'quarter' || mention.count > 1) return null;
  const own = resolveMention(mention, { subject, published });
  if (own === null || distance(own, anchor) < farDays || tells(longAgo, written)) return null;
  const year = civilOf(anchor.last).year;
  return [year, year - 1, year + 1].find((candidate) => oneDigitApart(candidate, own.year)) ?? null;
}

type Days = Pick<Period, 'first' | 'last'>;

function distance(a: Days, b: Days): number {
  return Math.max(a.first - b.last, b.first - a.last);
}

function tells(words: RegExp, written: WrittenMention): boolean {
  const { before, after } = sentenceAround(written);
  return words.test(before) || words.test(after);
}

function oneDigitApart(a: number, b: number): boolean {
  const digits = String(b);
  return [...String(a)].filter((digit, index) => digit !== digits[index]).length === 1;
}

/**
 * The next year, for a time that is long over though the sentence looks ahead to it: a deadline with last year's
 * number. What is near to the period of a late post ("see you in Q2") is the next one.
 */
export function yearAhead(written: WrittenMention, published: Day, subject: Period | null): number | null {
  const { mention } = written;
  if (mention.unit === 'year' || mention.unit === 'half') return null;
  const own = resolveMention(mention, { subject: null, published });
  if (own === null || own.last > published - 150) return null;
  if ((subject !== null && distance(own, subject) < 200) || tells(longAgo, written)) return null;
  const next = resolveMention({ ...mention, year: own.year + 1, until: null }, { subject: null, published });
  const comes = next !== null && next.last >= published - 3 && next.first <= published + 200;
  return comes && speaksAhead(sentenceAround(written)) ? own.year + 1 : null;
}
