import type { Grammar } from './grammar.ts';
import type { Flaw, Mention, Span } from './mentions.ts';
import { isAll } from './pattern.ts';
import { holds, resolvePeriod, runOf } from './period.ts';

/** What joins two mentions is no longer than this, white space included. */
const longestJoint = 16;

/** Joins neighbours to runs, gives the items of a list the year at its end, and marks what cannot be joined. */
export function joinMentions(text: string, found: readonly Mention[], grammar: Grammar): Mention[] {
  const joined: Mention[] = [];
  let list: Mention[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const joint = last === undefined ? null : jointOf(text, last, next, grammar);
    if (last === undefined || joint === null) {
      list = [next];
      joined.push(next);
      continue;
    }
    const twice = joint === 'list' ? listedBefore(list, next) : undefined;
    list.push(next);
    const item = twice === undefined ? next : flawed(next, 'listed-twice', twice);
    const run = twice === undefined ? runFrom(last, next, joint) : null;
    if (run !== null) joined[joined.length - 1] = run;
    else joined.push(joint === 'range' ? endOfRange(last, item) : item);
    if (run === null && joint === 'list') shareYear(joined);
  }
  return joined.map((mention, index) => besideMonths(text, joined[index - 1], mention));
}

type Joint = 'range' | 'list';

function jointOf(text: string, last: Mention, next: Mention, { context }: Grammar): Joint | null {
  if (next.start - last.end > longestJoint) return null;
  const gap = text.slice(last.end, next.start);
  return isAll(context.range, gap) ? 'range' : isAll(context.list, gap) ? 'list' : null;
}

function runFrom(last: Mention, next: Mention, joint: Joint): Mention | null {
  const dated = (mention: Mention) => mention.day !== null;
  if (dated(last) || dated(next)) return null;
  const end = next.index < last.index && next.laterYear !== null ? { ...next, year: next.laterYear } : next;
  const run = runOf(last, end, joint === 'list');
  if (run === null) return null;
  return {
    ...next,
    ...run,
    start: last.start,
    form: 'run',
    indexSpan: last.indexSpan,
    part: last.part,
    parts: [...(last.parts.length === 0 ? [last] : last.parts), next],
    flaw: last.flaw,
  };
}

/** The item of a list of quarters or halves that names the same one, years that are left open agreeing with any. */
function listedBefore(list: readonly Mention[], next: Mention): Mention | undefined {
  if (next.unit !== 'quarter' && next.unit !== 'half') return undefined;
  const neighbour = list.at(-1);
  const years = (item: Mention) =>
    item.year === next.year || (item === neighbour && (item.year === null || next.year === null));
  const same = (item: Mention) =>
    item.unit === next.unit && item.index === next.index && item.count === next.count && years(item);
  return list.find(same);
}

/** The end of a range that lies before its start. Without years only days of one month tell. */
function endOfRange(last: Mention, next: Mention): Mention {
  if (last.unit !== next.unit || last.until !== null) return next;
  const sameMonth = last.index === next.index && last.day !== null && next.day !== null;
  const start = last.year ?? (sameMonth ? next.year : null);
  const known = (start !== null && next.year !== null) || (sameMonth && last.year === null);
  if (!known) return next;
  const distance =
    ((next.year ?? 0) - (start ?? 0)) * 400 +
    (next.index - last.index) * 32 +
    (next.day?.day ?? 0) -
    (last.day?.day ?? 0);
  return distance < 0 ? flawed(next, 'reversed-range', last) : next;
}

/** "Q1 and Q3 2024": the year at the end of a list holds for the items before it that have none. */
function shareYear(joined: Mention[]): void {
  const last = joined.at(-1);
  const before = joined.at(-2);
  if (last?.year == null || before === undefined || before.year !== null) return;
  if (before.unit !== last.unit || before.day !== null || last.day !== null) return;
  if (before.index < last.index) joined[joined.length - 2] = { ...before, year: last.year };
}

/** Marks months in brackets after a quarter, and a quarter after months, where the calendar counts others to it. */
function besideMonths(text: string, last: Mention | undefined, next: Mention): Mention {
  if (last === undefined || !/^\s?\($/.test(text.slice(last.end, next.start)) || text[next.end] !== ')')
    return next;
  const quarter = [last, next].find(({ unit, fiscal }) => unit === 'quarter' && !fiscal);
  const months = [last, next].find(({ unit, count, day }) => unit === 'month' && count > 1 && day === null);
  if (quarter === undefined || months === undefined) return next;
  const year = quarter.year ?? months.year ?? 2024;
  const years = months.year === null ? [year - 1, year, year + 1] : [months.year];
  const days = resolvePeriod({ ...quarter, year });
  const inside = (year: number) => {
    const span = resolvePeriod({ ...months, year });
    return days !== null && span !== null && holds(days, span);
  };
  return years.some(inside) ? next : flawed(next, 'other-months', last);
}

function flawed(mention: Mention, kind: Flaw['kind'], other: Span): Mention {
  const { start, end } = mention;
  return mention.flaw === null
    ? { ...mention, flaw: { kind, start, end, other: { start: other.start, end: other.end } } }
    : mention;
}
