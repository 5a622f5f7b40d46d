import { type RangeSet, rangeSet } from '../document/source.ts';
import type { Finding, LintOutcome } from './finding.ts';
import type { ActiveRule } from './settings.ts';
import { unsuppressed } from './unsuppressed.ts';

/**
 * Puts the findings of rules that looked at a post's series among its own: one place, one finding, and comments count for
 * all of them.
 *
 * @param rules those that are on for the post
 * @param added what was found in the series
 * @param ran ids of the rules that looked at the series, of which comments can turn out to be unused; null: none has yet
 * @returns findings ordered by start, then end, then rule id
 */
export function settle(
  { found, suppressions }: Pick<LintOutcome, 'found' | 'suppressions'>,
  rules: readonly ActiveRule[],
  added: readonly Finding[],
  ran: ReadonlySet<string> | null,
): readonly Finding[] {
  const all: Finding[] = [];
  for (const findings of found.values()) for (const finding of findings) all.push(finding);
  for (const finding of added) all.push(finding);
  // Most posts have no comment to judge.
  const judging = () => {
    const whole = rules.filter(({ rule }) => !hasFailed(found.get(rule.id)));
    const complete = whole.length === rules.length;
    return { rules: whole, ran: added.some(isFailure) ? null : ran, complete };
  };
  return unsuppressed(speakOnce(all, rules), suppressions, judging).sort(inOrder);
}

/** Whether a rule broke down: what it would have found, and a comment suppressed, is not known. */
function hasFailed(findings: readonly Finding[] = []): boolean {
  return findings.some(isFailure);
}

function isFailure({ ruleId }: Finding): boolean {
  return ruleId === 'rule-failed';
}

/** One place, one finding: a rule is silent where a rule that it yields to has spoken. */
export function speakOnce(findings: readonly Finding[], rules: readonly ActiveRule[]): readonly Finding[] {
  // One finding has nobody to yield to.
  if (findings.length < 2) return findings;
  const silenced = new Map<string, RangeSet>();
  for (const { rule } of rules) {
    const speakers = rule.yieldsTo;
    if (!speakers) continue;
    const spoken = findings.filter(({ ruleId }) => speakers.includes(ruleId));
    if (spoken.length > 0) silenced.set(rule.id, rangeSet(spoken.map(({ range }) => range)));
  }
  if (silenced.size === 0) return findings;
  return findings.filter(({ ruleId, range }) => !silenced.get(ruleId)?.overlaps(range));
}

/** By start, then end, then rule id. */
export function inOrder(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || compare(a.ruleId, b.ruleId);
}

/** By code units: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
