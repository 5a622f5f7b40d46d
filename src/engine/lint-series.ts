import type { Range } from '../document/source.ts';
import type { PostFacts, SuppressedRange } from '../series/facts.ts';
import { byPeriod } from '../series/group.ts';
import type { Finding } from './finding.ts';
import { failure, findingOf, keep } from './made-finding.ts';
import { isSeriesRule } from './rule.ts';
import type { ActiveRule } from './settings.ts';
import { inOrder, speakOnce } from './settle.ts';
import { mustNamePost, problemsOf } from './yielded.ts';

/**
 * Runs the rules that look at series over the facts of one series, for posts of which nothing but facts is known. Where a
 * post itself was linted, `settle` puts what {@link findInSeries} gives among its findings.
 *
 * @param posts facts of the series' posts, in any order
 * @returns findings by post path; only posts with findings are in it
 */
export function lintSeries(
  posts: readonly PostFacts[],
  rules: readonly ActiveRule[],
): Map<string, Finding[]> {
  const suppressed = new Map(posts.map(({ path, suppressed: ranges }) => [path, ranges]));
  const findings = new Map<string, Finding[]>();
  for (const [path, found] of findInSeries(posts, rules)) {
    const kept = speakOnce(found, rules).filter((finding) => !isSilenced(finding, suppressed.get(path)));
    if (kept.length > 0) findings.set(path, kept.sort(inOrder));
  }
  return findings;
}

/** What rules find in a series, by post path, before one speaks for another and comments suppress some. */
export function findInSeries(
  posts: readonly PostFacts[],
  rules: readonly ActiveRule[],
): Map<string, Finding[]> {
  const ordered = [...posts].sort(byPeriod);
  const findings = new Map<string, Finding[]>();
  const paths = new Set(ordered.map(({ path }) => path));
  for (const active of rules) {
    for (const [path, found] of runRule(active, ordered, paths)) listOf(findings, path).push(...found);
  }
  return findings;
}

/** What one rule finds, by post path. */
function runRule(
  { rule, severity, options }: ActiveRule,
  ordered: readonly PostFacts[],
  paths: ReadonlySet<string>,
): ReadonlyMap<string, readonly Finding[]> {
  const findings = new Map<string, Finding[]>();
  if (!isSeriesRule(rule)) return findings;
  try {
    for (const problem of problemsOf(rule.checkSeries(ordered, options))) {
      mustNamePost(problem, paths);
      keep(listOf(findings, problem.path), findingOf(problem, rule, severity));
    }
  } catch (error) {
    const last = ordered.at(-1);
    if (last) listOf(findings, last.path).push(failure(rule, error));
  }
  return findings;
}

function listOf(lists: Map<string, Finding[]>, path: string): Finding[] {
  const list = lists.get(path) ?? [];
  lists.set(path, list);
  return list;
}

function isSilenced({ ruleId, range }: Finding, suppressed: readonly SuppressedRange[] = []): boolean {
  return suppressed.some(
    (stretch) => holds(stretch, range) && (stretch.rules === null || stretch.rules.includes(ruleId)),
  );
}

function holds(outer: Range, inner: Range): boolean {
  return inner.start >= outer.start && inner.start <= outer.end;
}
