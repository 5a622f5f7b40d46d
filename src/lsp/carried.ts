import type { Range } from '../document/source.ts';
import type { Finding } from '../engine/finding.ts';
import { isSeriesRule } from '../engine/rule.ts';
import { settle } from '../engine/settle.ts';
import type { LintedPost } from '../project/lint-post.ts';
import type { OpenPost } from './open-post.ts';

/**
 * The findings of a text that was not compared with its series yet: its own, and those that the series added to the text
 * before it, where they lie now. What was changed itself has none of these.
 */
export function carriedFindings(
  { result, outcome, placed }: LintedPost,
  before: OpenPost,
): readonly Finding[] {
  const { rules } = placed.resolved.settings;
  const ofSeries = new Set(rules.flatMap(({ rule }) => (isSeriesRule(rule) ? [rule.id] : [])));
  const isCarried = (id: string) => id === 'unused-directive' || ofSeries.has(id) || outcome.askers.has(id);
  const found = new Map([...outcome.found].filter(([id]) => !isCarried(id)));
  const shift = shiftBetween(before.document.source, result.text);
  const carried = before.findings.flatMap((finding): Finding[] => {
    const range = isCarried(finding.ruleId) ? shift(finding.range) : null;
    // Where its fix would be now, nobody has looked.
    return range ? [{ ...finding, range, fix: undefined, related: relatedAt(finding, shift) }] : [];
  });
  const own = settle({ found, suppressions: outcome.suppressions }, rules, carried, null);
  return own.filter((finding) => finding.ruleId !== 'unused-directive' || carried.includes(finding));
}

function relatedAt({ related }: Finding, shift: (range: Range) => Range | null): Finding['related'] {
  return related.flatMap((one) => {
    const range = one.path === undefined ? shift(one.range) : one.range;
    return range ? [{ ...one, range }] : [];
  });
}

/** Where a range of one text lies in another that was made of it by one change; null where the change touches it. */
export function shiftBetween(before: string, after: string): (range: Range) => Range | null {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  let sameEnd = 0;
  while (
    sameEnd < most - same &&
    before.charCodeAt(before.length - 1 - sameEnd) === after.charCodeAt(after.length - 1 - sameEnd)
  )
    sameEnd++;
  const by = after.length - before.length;
  return ({ start, end }) => {
    if (end <= same) return { start, end };
    return start >= before.length - sameEnd ? { start: start + by, end: end + by } : null;
  };
}
