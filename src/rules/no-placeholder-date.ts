import { standInDate } from '../calendar/placeholder-date.ts';
import { addressDates } from '../document/address-date.ts';
import type { Document } from '../document/document.ts';
import { isUnpublished } from '../document/drafts.ts';
import { changeKeys, dateKeys, publicationStamp, subjectOf } from '../document/periods.ts';
import { defineRule, type Problem, type RuleContext } from '../engine/rule.ts';
import type { PostFacts } from '../series/facts.ts';
import { earlierWith, lastWith } from '../series/history.ts';
import { isTwin } from '../series/twins.ts';

type Key = 'day' | 'pattern' | 'copied';

export default defineRule<Key>({
  id: 'no-placeholder-date',
  summary: 'Disallow dates that only stand in for one, or were copied from another post.',
  category: 'front matter',
  recommended: 'error',
  needs: 'series',
  concerns: ({ stamp }, series) => stamp !== null && earlierWith(series, stampOf, stamp.value) === 1,
  yieldsTo: ['no-impossible-date', 'no-wrong-weekday'],
  messages: {
    day: '`{key}` says {written}, a date that only stands in for one: write the day.',
    pattern: '`{key}` says {written}, which nobody has filled in: write the day.',
    copied:
      'Dated {written}, to the second like “{title}”: the date was copied, write when this post appeared.',
  },
  *check(document, _options, context) {
    if (document.frontMatter === null || isUnpublished(document)) return;
    yield* standIns(document);
    yield* copied(document, context);
  },
});

const publicationKeys: ReadonlySet<string> = new Set(dateKeys.map(plainKey));

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[_ -]/g, '');
}

function* standIns(document: Document): Iterable<Problem<Key>> {
  for (const { key, value } of document.frontMatter?.entries ?? []) {
    const name = plainKey(key);
    if (!publicationKeys.has(name) && !changeKeys.has(name)) continue;
    const message = standInDate(value.text);
    if (message === null) continue;
    const data = { key, written: value.text.trim() };
    yield { message, range: value.sourceRange(0, value.text.length), data };
  }
  for (const { key, text, range } of addressDates(document.frontMatter)) {
    if (standInDate(text) !== null) yield { message: 'day', range, data: { key, written: text } };
  }
}

/** Times that are chosen by people, who have no seconds, or by schedules. */
const chosenTime = /:00$|23:59:59$/;

/** A time of day to the second that an earlier post of the series has as well. Offsets change with the season. */
function* copied(document: Document, context: RuleContext): Iterable<Problem<Key>> {
  const stamp = publicationStamp(document);
  if (stamp === null || chosenTime.test(stamp.value)) return;
  const { series } = context;
  // Many posts of one second were imported in it.
  if (series === null || earlierWith(series, stampOf, stamp.value) !== 1) return;
  const other = lastWith(series, stampOf, stamp.value);
  if (other?.stamp == null) return;
  const title = document.title?.text ?? '';
  const period = subjectOf(document, context.post)?.period ?? null;
  if (!isOtherIssue(other, title, period) || isTwin(other, document)) return;
  const written = document.source.slice(stamp.range.start, stamp.range.end);
  const related = [{ path: other.path, range: other.stamp.range, message: 'Here it stands first.' }];
  yield {
    message: 'copied',
    range: stamp.range,
    data: { written, title: other.title?.value ?? other.path },
    related,
  };
}

function stampOf({ stamp }: PostFacts): string[] {
  return stamp === null ? [] : [stamp.value];
}

/** Two titles, and two periods where both posts have one. */
function isOtherIssue(
  other: PostFacts,
  title: string,
  period: { first: number; last: number } | null,
): boolean {
  const theirs = other.period?.value ?? null;
  if (title === '' || other.title === null || other.title.value === title) return false;
  return period === null || theirs === null || period.first !== theirs.first || period.last !== theirs.last;
}
