import type { Finding } from './finding.ts';
import { notice, overflowFinding } from './notices.ts';
import type { Problem, Rule } from './rule.ts';
import type { ActiveRule } from './settings.ts';
import { isObject, mustBeFix, mustBePlain, mustBeRelated, mustLieWithin } from './well-formed.ts';

/**
 * What a rule has said, as a finding.
 *
 * @param length UTF-16 units of the post, where it is known
 * @throws RangeError where the rule points, or would write, outside the post, TypeError where it says what is no problem: what
 *   comes after slices texts there, and reads all of it
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
    // A rule may go on with the object.
    range: { start: problem.range.start, end: problem.range.end },
    fix: problem.fix,
    related: problem.related ?? [],
    details: problem.details,
    url: rule.url,
  };
}

/** A rule may be a stranger's, which no compiler has seen. */
function mustBeProblem(problem: Problem, { messages }: Rule, length: number): void {
  if (!isObject(problem)) throw new TypeError(`it yields ${typeof problem} instead of a problem`);
  const { message, range, fix, related, details } = problem;
  if (typeof message !== 'string' || !Object.hasOwn(messages, message)) {
    const keys = Object.keys(messages).map((key) => `"${key}"`);
    throw new TypeError(`it has the messages ${keys.join(', ')}, and yields ${said(message)}`);
  }
  mustLieWithin(range, length);
  if (fix) mustBeFix(fix, length);
  if (related) mustBeRelated(related, length);
  if (details) mustBePlain(details);
}

function said(message: unknown): string {
  return typeof message === 'string' ? `"${message}"` : typeof message;
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
    return error instanceof Error ? `${error.message}${lineOf(error)}` : String(error);
  } catch {
    return `it threw ${typeof error}`;
  }
}

/** The line of a rule that somebody is writing: a file that is read again when it has changed is marked so in the stack. */
function lineOf({ stack }: Error): string {
  const [, file, line] = /([^/\\\s]{1,100})\?changed=[\d.]+:(\d+):\d+/.exec(stack ?? '') ?? [];
  return file === undefined ? '' : `; ${file}, line ${line}`;
}

/**
 * What `check` or `checkSeries` has returned, to go through.
 *
 * @throws TypeError where that is no list
 */
export function problemsOf<Given extends Problem>(returned: Iterable<Given>, name: string): Iterable<Given> {
  const isList = isObject(returned) && Symbol.iterator in returned;
  if (isList) return returned;
  throw new TypeError(
    `\`${name}\` returns no list of problems: write \`*${name}(…)\` and \`yield\`, without \`async\``,
  );
}

function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? String(data[name]) : placeholder,
  );
}
