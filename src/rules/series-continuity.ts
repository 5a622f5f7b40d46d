import { defineRule } from '../engine/rule.ts';
import { dateFaults } from '../series/date-order.ts';
import { misdated, numberDateFault } from '../series/number-dates.ts';
import { numberFaults } from '../series/numbering.ts';
import { periodFaults } from '../series/periods-in-row.ts';
import { predecessorFaults } from '../series/predecessors.ts';
import { putInPlace, streamsOf } from '../series/streams.ts';
import { yearFault, yearsBehind } from '../series/years-behind.ts';

export default defineRule({
  id: 'series-continuity',
  summary: 'Disallow gaps and repetitions in a series, and links to the wrong issue before.',
  category: 'series',
  recommended: 'warn',
  yieldsTo: [
    'no-impossible-date',
    'no-wrong-weekday',
    'no-placeholder-date',
    'no-wrong-year',
    'consistent-period',
    'no-quarter-mixup',
    'consistent-date',
    'date-in-window',
  ],
  messages: {
    gap: 'No issue is about {missing}: the one before is about {before}, and the {count} up to it left out nothing. Check the period of this one.',
    twice: '“{title}” is about {period} already: check which period this issue is about.',
    year: 'The issue before is about {before}, and this one, dated {date}, about {period}: check the year.',
    order:
      'Dated {date}, the issue about {period} appeared before the one about {otherPeriod}, which is dated {otherDate}: check both dates.',
    numberOrder:
      'Dated {date}, number {number} appeared before number {other}, which is dated {otherDate}: check both dates.',
    numberGap: 'Number {number} follows number {before}: there is no number {expected}.',
    numberAgain: 'Number {number} is that of “{title}” already: this issue would be number {expected}.',
    numberBack:
      'Number {number} comes after number {before}: by its date this issue would be number {expected}.',
    previous: '“{text}” leads to “{title}”; the issue before this one is “{before}”. Link that one.',
  },
  *checkSeries(series) {
    for (const stream of streamsOf(series)) {
      const behind = yearsBehind(stream);
      const early = misdated(stream);
      yield* behind.map(yearFault);
      yield* early.map(numberDateFault);
      const posts = putInPlace(stream, [...behind, ...early]);
      const wrongYear = new Set(behind.map(({ post }) => post.path));
      const periods = [...periodFaults(posts)].filter(({ path }) => !wrongYear.has(path));
      // A title that was copied has the number of the other issue too.
      const repeated = new Set(periods.filter(({ message }) => message === 'twice').map(({ path }) => path));
      yield* periods;
      yield* dateFaults(posts);
      yield* [...numberFaults(posts)].filter(({ path }) => !repeated.has(path));
      yield* predecessorFaults(posts);
    }
  },
});
