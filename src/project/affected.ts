import { join } from 'node:path';
import { findInSeries } from '../engine/lint-series.ts';
import { isSeriesRule } from '../engine/rule.ts';
import type { PostFacts } from '../series/facts.ts';
import type { SeriesGroup } from '../series/group.ts';
import { seriesBefore } from '../series/history.ts';
import type { KnownPost } from './known.ts';
import { groupsOf, placeIn, seriesRules } from './series.ts';

/**
 * Of posts that did not change those in which a change may cause a finding or end one, told by facts alone: those in which a
 * rule about whole series finds something, and those behind a post that changed of which a rule says that their series
 * concerns it.
 *
 * @param states the posts that changed as they are before and after, the new and the deleted ones in one of both
 * @param elsewhere facts of posts that nothing more is known of
 * @returns their absolute paths
 */
export function affectedBy(
  unchanged: readonly KnownPost[],
  states: readonly (readonly KnownPost[])[],
  elsewhere: readonly PostFacts[],
): ReadonlySet<string> {
  const affected = new Set<string>();
  const known = new Map(unchanged.map((post) => [post.facts, post]));
  const groupings = states.map((changed) => groupsOf([...changed, ...unchanged], elsewhere));
  const moved = new Set(states.flat().map(({ facts }) => facts));
  const shared = sharedGroups(groupings, moved);
  for (const group of groupings.flat()) {
    const isShared = shared.has(namesOf(group, moved));
    for (const post of affectedIn(group, beginningOf(group, moved, isShared), known))
      affected.add(pathOf(post));
  }
  return affected;
}

/** The absolute path of a post. */
export function pathOf({ placed }: Pick<KnownPost, 'placed'>): string {
  return join(placed.root, placed.path);
}

/** Where in a group, and among the posts of its folder, a change begins to count; infinity where it does not. */
interface Beginning {
  readonly inGroup: number;
  readonly inFolder: number;
}

function beginningOf(
  { posts, neighbours }: SeriesGroup,
  moved: ReadonlySet<PostFacts>,
  isShared: boolean,
): Beginning {
  const first = (list: readonly PostFacts[] | null) => {
    const at = list?.findIndex((facts) => moved.has(facts)) ?? -1;
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  // Posts that are together before the change or after it alone are another series from its beginning.
  return { inGroup: isShared ? first(posts) : -1, inFolder: first(neighbours) };
}

function* affectedIn(
  { name, posts, neighbours }: SeriesGroup,
  { inGroup, inFolder }: Beginning,
  known: ReadonlyMap<PostFacts, KnownPost>,
): Iterable<KnownPost> {
  if (inGroup === Number.POSITIVE_INFINITY && inFolder === Number.POSITIVE_INFINITY) return;
  const candidates = posts.flatMap((facts) => known.get(facts) ?? []);
  const found = findInSeries(posts, seriesRules(candidates));
  for (const [index, facts] of posts.entries()) {
    const post = known.get(facts);
    if (!post) continue;
    const place = neighbours ? placeIn(neighbours, facts) : -1;
    const beside = neighbours && seriesBefore(name, neighbours, place);
    const isBehind = index > inGroup || place > inFolder;
    const series = seriesBefore(name, posts, index, beside);
    if (found.has(facts.path) || (isBehind && asks(post, series))) yield post;
  }
}

/** Whether some rule that is on for a post may find something else with another series. */
function asks({ placed, facts }: KnownPost, series: ReturnType<typeof seriesBefore>): boolean {
  return placed.resolved.settings.rules.some(({ rule }) => {
    if (isSeriesRule(rule) || rule.needs !== 'series') return false;
    return rule.concerns === undefined || rule.concerns(facts, series);
  });
}

/** What the posts that stayed are called in the groups that are there in every grouping. */
function sharedGroups(
  groupings: readonly (readonly SeriesGroup[])[],
  moved: ReadonlySet<PostFacts>,
): ReadonlySet<string> {
  const [first, ...others] = groupings.map((groups) => new Set(groups.map((group) => namesOf(group, moved))));
  return new Set([...(first ?? [])].filter((names) => others.every((other) => other.has(names))));
}

/** The posts of a group that stayed, as one text. */
function namesOf({ posts }: SeriesGroup, moved: ReadonlySet<PostFacts>): string {
  return JSON.stringify(posts.filter((facts) => !moved.has(facts)).map(({ path }) => path));
}
