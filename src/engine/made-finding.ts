import type { Finding } from './finding.ts';
import { notice, overflowFinding } from './notices.ts';
import type { Problem, Rule } from './rule.ts';
import type { ActiveRule } from './settings.ts';
import { mustBeProblem, plainDetails } from './yielded.ts';

/**
 * What a rule has said, as a finding.
 *
 * @param length UTF-16 units of the post, where it is known
 * @throws TypeError, RangeError where that cannot be one
 */
export function findingOf(
  problem: Problem,
  rule: Rule,
  severity: ActiveRule['severity'],
  length = Number.MAX_SAFE_INTEGER,
): Finding {
  mustBeProblem(problem, rule, length);
  return {
    ruleId: rule.id,
    severity,
    messageKey: problem.message,
    message: fill(rule.messages[problem.message]!, problem.data ?? {}),
    range: problem.range,
    fix: problem.fix,
    related: problem.related ?? [],
    details: plainDetails(problem.details),
    url: rule.url,
  };
}

/** The most findings that are kept of one rule in one post; the most seen is 42, and 86 of all rules. */
export const mostFindings = 5_000;

/**
 * Puts a finding to those that its rule has in a post; in the place of the first one too many comes a notice that there
 * are more.
 *
 * @returns whether there is room for another
 */
export function keep(findings: Finding[], finding: Finding): boolean {
  if (findings.length > mostFindings) return false;
  const hasRoom = findings.length < mostFindings;
  findings.push(hasRoom ? finding : overflowFinding(finding, mostFindings));
  return hasRoom;
}

/** The finding in the place of those of a rule that broke down. */
export function failure(rule: Rule, error: unknown): Finding {
  const message = `The rule \`${rule.id}\` broke down on this post (${reasonOf(error)}); its findings are missing.`;
  return notice('rule-failed', message, { start: 0, end: 0 });
}

/** What is thrown may be anything, also what no text can be made of. */
function reasonOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return `it threw ${typeof error}`;
  }
}

function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? String(data[name]) : placeholder,
  );
}
