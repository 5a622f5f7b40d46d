import { memoize } from '../document/memo.ts';
import type { PostFacts } from './facts.ts';
import { meantPatterns } from './mistyped-patterns.ts';
import { changing, patternLead } from './pattern.ts';
import { translations } from './translations.ts';

/** The fewest posts of one pattern that make a series. */
const fewest = 3;

/** The posts of one series, in order. */
export interface SeriesGroup {
  /** The configured name, else the pattern that its posts share, such as "{} status update". */
  readonly name: string;
  readonly configured: boolean;
  /** By period, then date, then path. */
  readonly posts: readonly PostFacts[];
  /** The posts of its folder and language that no configuration puts into a series, by date; null where it is configured. */
  readonly neighbours: readonly PostFacts[] | null;
}

/**
 * Puts posts into series: those that a configuration names into its series, the others, within one folder or folders
 * that differ in a period or number alone and within one language, by the pattern of their titles, of what stands before
 * a colon in them, or of their file names. A post whose title departs from the others belongs to those whose file names
 * have its pattern, or to those that it names but for one mistyped word. Posts that fit nowhere are in no group. Linear in the number of posts, up to sorting.
 */
export function groupSeries(posts: readonly PostFacts[]): SeriesGroup[] {
  const configured = gather(
    posts.filter(({ series }) => series !== null),
    ({ series }) => series!,
  );
  const groups = [...configured].map(([name, members]) => groupOf(name, members, null));
  const loose = posts.filter(({ series }) => series === null);
  const languages = translations(loose.map(({ path }) => path));
  const places = gather(loose, ({ path, pathPattern: { folder } }) =>
    JSON.stringify([folder, languages.get(path) ?? null]),
  );
  for (const neighbours of places.values()) {
    const dated = [...neighbours].sort(byDate);
    for (const [name, members] of patternGroups(neighbours.map((post) => patterned(post, null))))
      groups.push(groupOf(name, members, dated));
  }
  return groups;
}

/** By period, then date, then path; posts without a period stand where their date puts them. */
export function byPeriod(a: PostFacts, b: PostFacts): number {
  return placeInTime(a) - placeInTime(b) || dateOf(a) - dateOf(b) || compare(a.path, b.path);
}

function byDate(a: PostFacts, b: PostFacts): number {
  const dayOf = ({ date, period }: PostFacts) => date?.value ?? period?.value.last ?? Number.MAX_SAFE_INTEGER;
  return dayOf(a) - dayOf(b) || byPeriod(a, b);
}

interface PatternedPost {
  readonly post: PostFacts;
  readonly title: string;
  readonly lead: string;
  readonly name: string;
}

// Remembered: in an editor all posts but one are those that were grouped before.
const patterned = memoize((post: PostFacts, _: null): PatternedPost => {
  const { titlePattern, pathPattern } = post;
  return {
    post,
    title: unpunctuated(titlePattern),
    lead: unpunctuated(patternLead(titlePattern)),
    name: unpunctuated(pathPattern.name),
  };
});

/** "Short-term updates, {}" and "Short term updates: {}" are one pattern. */
function unpunctuated(pattern: string): string {
  return pattern
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}{}]+/gu, ' ')
    .trim();
}

function patternGroups(posts: readonly PatternedPost[]): Map<string, PostFacts[]> {
  const groupNames = new Map<PatternedPost, string>();
  for (const part of ['title', 'lead', 'name'] as const) {
    const taken = new Set(groupNames.values());
    const left = posts.filter((post) => !groupNames.has(post) && isPattern(post[part]));
    for (const [pattern, members] of gather(left, (post) => post[part])) {
      if (members.length < fewest && !taken.has(pattern)) continue;
      for (const member of members) groupNames.set(member, pattern);
    }
    // Before weaker patterns make groups of their own, a post joins those whose file names have its pattern.
    if (part === 'lead') joinByName(posts, groupNames);
  }
  joinMistyped(posts, groupNames);
  joinDated(posts, groupNames);
  const groups = gather([...groupNames.keys()], (post) => groupNames.get(post)!);
  return new Map([...groups].map(([name, members]) => [name, members.map(({ post }) => post)]));
}

function joinByName(posts: readonly PatternedPost[], groupNames: Map<PatternedPost, string>): void {
  for (const [name, members] of gather(posts, (post) => post.name)) {
    if (!isPattern(name)) continue;
    const placed = members.filter((member) => groupNames.has(member));
    const [largest, share] = mostCommon(placed.map((member) => groupNames.get(member)!));
    if (largest === null || share < fewest || share * 2 <= members.length) continue;
    for (const member of members) if (!groupNames.has(member)) groupNames.set(member, largest);
  }
}

/** A post whose title or file name is, but for one mistyped word, that of the posts of a group belongs to them. */
function joinMistyped(posts: readonly PatternedPost[], groupNames: Map<PatternedPost, string>): void {
  for (const part of ['title', 'name'] as const) {
    const placed = gather([...groupNames.keys()], (post) => post[part]);
    const shared = [...placed].filter(([, members]) => members.length >= fewest).map(([pattern]) => pattern);
    const left = gather(
      posts.filter((post) => !groupNames.has(post)),
      (post) => post[part],
    );
    const single = [...left].filter(([, members]) => members.length === 1).map(([pattern]) => pattern);
    for (const [pattern, meant] of meantPatterns(single, shared)) {
      const [group] = mostCommon(placed.get(meant)!.map((member) => groupNames.get(member)!));
      groupNames.set(left.get(pattern)![0]!, group!);
    }
  }
}

/** Posts of free titles whose files are called after their periods alone, as in `news/2024-q1.md`, are one series. */
function joinDated(posts: readonly PatternedPost[], groupNames: Map<PatternedPost, string>): void {
  const dated = posts.filter(
    (post) => !groupNames.has(post) && post.name === changing && post.post.period !== null,
  );
  if (dated.length < fewest) return;
  for (const post of dated) groupNames.set(post, `${post.post.pathPattern.folder}/${changing}`);
}

/** Whether something changes in it and something stays: "{}" and "2024" alone say nothing. */
function isPattern(pattern: string): boolean {
  return pattern.includes(changing) && /\p{L}{2}/u.test(pattern.replaceAll(changing, ''));
}

function mostCommon(values: readonly string[]): [string | null, number] {
  let best: [string | null, number] = [null, 0];
  for (const [value, same] of gather(values, (one) => one))
    if (same.length > best[1]) best = [value, same.length];
  return best;
}

function groupOf(
  name: string,
  members: readonly PostFacts[],
  neighbours: readonly PostFacts[] | null,
): SeriesGroup {
  return { name, configured: neighbours === null, posts: [...members].sort(byPeriod), neighbours };
}

function gather<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function placeInTime({ period, date }: PostFacts): number {
  return period?.value.last ?? date?.value ?? Number.MAX_SAFE_INTEGER;
}

function dateOf({ date }: PostFacts): number {
  return date?.value ?? Number.MAX_SAFE_INTEGER;
}

/** By code units: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
