import type { Finding } from '../engine/finding.ts';
import { findInSeries } from '../engine/lint-series.ts';
import { isSeriesRule } from '../engine/rule.ts';
import type { ActiveRule } from '../engine/settings.ts';
import { settle } from '../engine/settle.ts';
import type { PostFacts, Series } from '../series/facts.ts';
import { groupSeries, type SeriesGroup } from '../series/group.ts';
import { seriesBefore } from '../series/history.ts';
import { isTurnDue } from '../workspace/turns.ts';
import type { KnownPost } from './known.ts';
import { type LintedPost, type LintPostOptions, lintAgain } from './lint-post.ts';
import { announce } from './paced.ts';

/** What the posts of a run are compared with: posts in which nothing is reported. */
export interface Company {
  /** Those that stand beside them. */
  readonly beside: readonly KnownPost[];
  /** Facts that were read elsewhere, of posts that nothing more is known of. */
  readonly elsewhere: readonly PostFacts[];
}

/**
 * The posts of a run with what their series adds: rules that ask for the series are asked again with it, and rules that
 * look at whole series are run.
 */
export async function withSeries(
  posts: readonly LintedPost[],
  { beside, elsewhere }: Company,
  options: LintPostOptions,
): Promise<LintedPost[]> {
  if (posts.every(({ facts }) => facts === null)) return [...posts];
  const byPath = new Map(posts.map((post) => [post.result.path, post]));
  const own = posts.flatMap(({ placed, facts }): KnownPost[] => (facts ? [{ placed, facts }] : []));
  const found = new Map<string, SeriesFindings>();
  for (const group of groupsOf([...own, ...beside], elsewhere))
    await relintGroup(group, byPath, found, options);
  return posts.map(({ result: { path } }) => settled(byPath.get(path)!, found.get(path)));
}

/** What rules that look at whole series found in one post, and which of them were run. */
interface SeriesFindings {
  readonly findings: readonly Finding[];
  readonly ran: ReadonlySet<string>;
}

/** Ids of the rules that asked for the series and may find something else with it. */
function concernedRules({ outcome, facts, placed }: LintedPost, series: Series): ReadonlySet<string> {
  const concerned = new Set<string>();
  for (const { rule } of placed.resolved.settings.rules) {
    if (isSeriesRule(rule) || !outcome.askers.has(rule.id)) continue;
    if (facts === null || rule.concerns === undefined || rule.concerns(facts, series)) concerned.add(rule.id);
  }
  return concerned;
}

/** Series of posts with one root and one configuration. Facts that were read elsewhere count for each root. */
export function groupsOf(
  known: readonly KnownPost[],
  elsewhere: readonly PostFacts[],
): readonly (SeriesGroup & { readonly root: string })[] {
  const places = new Map<string, KnownPost[]>();
  for (const one of known) {
    const key = JSON.stringify([one.placed.root, one.placed.config.file]);
    const place = places.get(key);
    if (place) place.push(one);
    else places.set(key, [one]);
  }
  return [...places.values()].flatMap((place) => {
    const own = new Set(place.map(({ facts }) => facts.path));
    const facts = [...place.map((post) => post.facts), ...elsewhere.filter(({ path }) => !own.has(path))];
    return groupSeries(facts).map((group) => ({ ...group, root: place[0]!.placed.root }));
  });
}

async function relintGroup(
  { name, posts, root, neighbours }: SeriesGroup & { readonly root: string },
  linted: Map<string, LintedPost>,
  found: Map<string, SeriesFindings>,
  options: LintPostOptions,
): Promise<void> {
  let members = posts;
  for (const [index, facts] of posts.entries()) {
    const post = linted.get(absolute(root, facts.path));
    if (!post) continue;
    if (isTurnDue()) await announce('comparing the series');
    const beside = neighbours && seriesBefore(name, neighbours, placeIn(neighbours, facts));
    const series = seriesBefore(name, members, index, beside);
    const concerned = concernedRules(post, series);
    if (concerned.size === 0) continue;
    const after = await lintAgain(post, options, series, concerned);
    linted.set(post.result.path, after);
    // Later posts are held against what this one says after its repair, so that a second run repairs nothing more.
    if (after.result.text !== post.result.text && after.facts)
      members = replaced(members, index, after.facts);
  }
  const targets = members.flatMap(({ path }) => linted.get(absolute(root, path)) ?? []);
  const rules = seriesRules(targets);
  if (rules.length === 0) return;
  const findings = findInSeries(members, rules);
  for (const post of targets) found.set(post.result.path, ownFindings(findings.get(post.placed.path), post));
}

const places = new WeakMap<readonly PostFacts[], ReadonlyMap<PostFacts, number>>();

/** Where a post stands in a list, which is gone through once. */
export function placeIn(posts: readonly PostFacts[], post: PostFacts): number {
  const known = places.get(posts) ?? new Map(posts.map((facts, index) => [facts, index]));
  places.set(posts, known);
  return known.get(post)!;
}

function replaced<T>(items: readonly T[], index: number, item: T): readonly T[] {
  return [...items.slice(0, index), item, ...items.slice(index + 1)];
}

function absolute(root: string, path: string): string {
  return `${root.replace(/\/$/, '')}/${path}`;
}

/** The rules about series that are on for some post of it. */
export function seriesRules(members: readonly Pick<LintedPost, 'placed'>[]): readonly ActiveRule[] {
  const active = members.flatMap(({ placed }) => placed.resolved.settings.rules);
  return [
    ...new Map(
      active.filter(({ rule }) => isSeriesRule(rule)).map((entry) => [entry.rule.id, entry]),
    ).values(),
  ];
}

/** What was found in a post by rules that are on for it, at its own severity. */
function ownFindings(findings: readonly Finding[] = [], { placed }: LintedPost): SeriesFindings {
  const { rules } = placed.resolved.settings;
  const severities = new Map(rules.map(({ rule, severity }) => [rule.id, severity]));
  const own = findings.flatMap((finding) => {
    const severity = finding.ruleId === 'rule-failed' ? finding.severity : severities.get(finding.ruleId);
    return severity ? [{ ...finding, severity }] : [];
  });
  return { findings: own, ran: new Set(rules.flatMap(({ rule }) => (isSeriesRule(rule) ? [rule.id] : []))) };
}

const noSeries: SeriesFindings = { findings: [], ran: new Set() };

function settled(post: LintedPost, { findings, ran }: SeriesFindings = noSeries): LintedPost {
  const { path, root, text } = post.result;
  const settledFindings = settle(post.outcome, post.placed.resolved.settings.rules, findings, ran);
  return { ...post, result: { path, root, text, findings: settledFindings } };
}
