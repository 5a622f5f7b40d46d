import type { FileResult, Finding } from '../engine/finding.ts';
import { lintSeries } from '../engine/lint.ts';
import { isSeriesRule } from '../engine/rule.ts';
import type { ActiveRule } from '../engine/settings.ts';
import type { PostFacts } from '../series/facts.ts';
import type { LintedPost } from './lint-post.ts';

/** A post whose facts count in its series. */
type Member = LintedPost & { readonly facts: PostFacts };

/** The results of all posts, with what the rules that look at whole series find in those of the run added. */
export function withSeriesFindings(posts: readonly LintedPost[]): FileResult[] {
  const found = new Map<FileResult, readonly Finding[]>();
  for (const members of seriesOf(posts)) {
    const findings = lintSeries(
      members.map(({ facts }) => facts),
      seriesRules(members),
    );
    for (const member of members)
      found.set(member.result, ownFindings(findings.get(member.facts.path), member));
  }
  return posts.map(({ result }) => {
    const added = found.get(result) ?? [];
    return added.length === 0
      ? result
      : { ...result, findings: [...result.findings, ...added].sort(byPlace) };
  });
}

/** Posts by the series that one configuration puts them in. */
function seriesOf(posts: readonly LintedPost[]): Iterable<readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const post of posts) {
    const { facts, placed } = post;
    if (!facts) continue;
    const key = JSON.stringify([placed.config.file, facts.series]);
    const members = groups.get(key) ?? [];
    members.push({ ...post, facts });
    groups.set(key, members);
  }
  return groups.values();
}

/** The rules about series that are on for some post of it. */
function seriesRules(members: readonly Member[]): readonly ActiveRule[] {
  const active = members.flatMap(({ placed }) => placed.resolved.settings.rules);
  return [
    ...new Map(
      active.filter(({ rule }) => isSeriesRule(rule)).map((entry) => [entry.rule.id, entry]),
    ).values(),
  ];
}

/** What was found in a post by rules that are on for it, at its own severity. */
function ownFindings(findings: readonly Finding[] = [], { placed }: Member): readonly Finding[] {
  const severities = new Map(placed.resolved.settings.rules.map(({ rule, severity }) => [rule.id, severity]));
  return findings.flatMap((finding) => {
    const severity = finding.ruleId === 'rule-failed' ? finding.severity : severities.get(finding.ruleId);
    return severity ? [{ ...finding, severity }] : [];
  });
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
