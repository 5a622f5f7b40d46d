import { dirname } from 'node:path';
import {
  formatPeriod,
  type NamedPeriod,
  type PeriodUnit,
  periodLength,
  periodOf,
  type ReportingYear,
  resolvePeriod,
} from '../calendar/period.ts';
import type { SeriesSetting } from '../config/schema.ts';
import type { Parse } from '../document/document.ts';
import type { PostSettings } from '../engine/settings.ts';
import type { PostFacts } from '../series/facts.ts';
import { byPeriod, groupSeries } from '../series/group.ts';
import { issueOf, readPeriod } from '../series/issue.ts';
import { findPosts } from '../workspace/find.ts';
import { type KnownPost, readKnown } from './known.ts';
import { paced } from './paced.ts';
import { RunError } from './run-error.ts';
import type { PlacedPost, Session } from './session.ts';

/** A series that a post may be added to. */
export interface OpenSeries {
  readonly name: string;
  /** Absolute; the paths of its posts start here. */
  readonly root: string;
  /** In order; empty where the configuration alone knows the series. */
  readonly posts: readonly KnownPost[];
  readonly settings: PostSettings;
  readonly setting: SeriesSetting | null;
}

/** The series below a folder: those of the configuration, with or without posts, and those that are discovered. */
export async function openSeries(cwd: string, session: Session, parse: Parse): Promise<OpenSeries[]> {
  const { posts: found } = await findPosts(['.'], cwd);
  const places = new Map<string, KnownPost[]>();
  for await (const { path, base } of paced(found, 'reading')) {
    const known = await readKnown(path, base, session, parse);
    if (!known || known.placed.resolved.ignored) continue;
    const key = JSON.stringify([known.placed.root, known.placed.config.file]);
    places.set(key, [...(places.get(key) ?? []), known]);
  }
  const series = [...places.values()].flatMap(seriesOf);
  return [...series, ...(await unwritten(cwd, session, series))];
}

function seriesOf(known: readonly KnownPost[]): OpenSeries[] {
  const byPath = new Map(known.map((post) => [post.facts.path, post]));
  const facts = known.map((post) => post.facts);
  const groups = groupSeries(facts);
  const placed = new Set(groups.flatMap(({ posts }) => posts));
  const pairs = groups.length > 0 ? [] : pairsOf(facts.filter((post) => !placed.has(post)));
  return [...groups, ...pairs].map(({ name, posts }) => {
    const members = posts.map(({ path }) => byPath.get(path)!);
    const { placed: place } = members.at(-1)!;
    const { settings, series } = place.resolved;
    return {
      name,
      root: place.root,
      posts: members,
      settings: settings.post,
      setting: series?.setting ?? null,
    };
  });
}

/** Two posts whose files have one pattern: too few to hold anything against the third, enough to begin it with. */
function pairsOf(posts: readonly PostFacts[]): { name: string; posts: PostFacts[] }[] {
  const byName = new Map<string, PostFacts[]>();
  for (const post of posts) {
    const { folder, name } = post.pathPattern;
    const key = `${folder}/${name}`;
    if (name.includes('{}')) byName.set(key, [...(byName.get(key) ?? []), post]);
  }
  return [...byName.values()]
    .filter((pair) => pair.length > 1)
    .map((pair) => ({ name: pair[0]!.pathPattern.name, posts: pair.sort(byPeriod) }));
}

/** The series of the current folder's configuration that have no post yet. */
async function unwritten(cwd: string, session: Session, known: readonly OpenSeries[]): Promise<OpenSeries[]> {
  const place: PlacedPost = await session.place(`${cwd}/new.md`, cwd);
  const settings = place.config.layers.flatMap(({ config }) => config.series ?? []);
  const missing = settings.filter(({ name }) => !known.some((series) => series.name === name));
  const root = place.config.file === null ? place.root : dirname(place.config.file);
  return missing.map((setting) => {
    const post: PostSettings = {
      ...place.resolved.settings.post,
      series: setting.name,
      startMonth: setting.calendar?.startMonth ?? null,
      yearNamedAfter: setting.calendar?.namedAfter ?? null,
      language: setting.language ?? null,
      looks: setting.looks ?? null,
      window: setting.window ?? null,
      sections: (setting.sections ?? []).map((section) =>
        typeof section === 'string'
          ? { name: section, aliases: [], optional: false }
          : { name: section.name, aliases: section.aliases ?? [], optional: section.optional ?? false },
      ),
    };
    return { name: setting.name, root, posts: [], settings: post, setting };
  });
}

/**
 * The series that a post is meant for: the named one, else the only one whose posts report on such periods.
 *
 * @param option by which somebody says the name; null where it is no option of a command
 * @throws RunError that names the choices
 */
export function chooseSeries(
  series: readonly OpenSeries[],
  named: NamedPeriod,
  name: string | undefined,
  option: string | null = '--series',
): OpenSeries {
  const chosen = seriesFor(series, named, name, option);
  const units = unitsOf(chosen);
  const [unit] = units;
  if (unit === undefined || units.includes(named.unit)) return chosen;
  const period = resolvePeriod(named);
  const meant = period ? `: write ${formatPeriod(periodOf(period.first, unit))}` : '';
  throw new RunError(
    `“${chosen.name}” has a post for each ${unit}, and ${formatPeriod(named)} is none${meant}.`,
  );
}

function seriesFor(
  series: readonly OpenSeries[],
  named: NamedPeriod,
  name: string | undefined,
  option: string | null,
): OpenSeries {
  const names = (list: readonly OpenSeries[]) => list.map((one) => `“${one.name}”`).join(', ');
  if (series.length === 0) {
    throw new RunError(
      'Nothing here tells what the post looks like: it takes two posts of one series, or a series in the configuration.',
    );
  }
  if (name !== undefined) {
    const wanted = name.toLowerCase();
    const named = [
      series.filter((one) => one.name === name),
      series.filter((one) => one.name.toLowerCase().includes(wanted)),
    ].find((list) => list.length > 0);
    if (named?.length === 1) return named[0]!;
    throw new RunError(unnamed(name, option, named !== undefined, names(named ?? series)));
  }
  const fitting = series.filter((one) => unitsOf(one)[0] === named.unit);
  const left = fitting.length > 0 ? fitting : series;
  if (left.length === 1) return left[0]!;
  const next = left.filter((one) => isNext(one, named));
  if (next.length === 1) return next[0]!;
  const how = option === null ? 'Name one of them' : `Say which with ${option}`;
  throw new RunError(`There are several series: ${names(left)}. ${how}.`);
}

function unnamed(name: string, option: string | null, isShared: boolean, list: string): string {
  if (option !== null) return `${option} "${name}" names ${isShared ? 'several of' : 'none of'}: ${list}.`;
  return isShared
    ? `Several series are called "${name}": ${list}.`
    : `No series is called "${name}" among ${list}.`;
}

/** Whether the last post of a series comes just before a period. */
function isNext({ posts, settings }: OpenSeries, named: NamedPeriod): boolean {
  const reporting = reportingOf(settings);
  const period = resolvePeriod(named, reporting);
  const issues = posts.flatMap(({ facts }) => issueOf(facts, named.unit, reporting)?.period.last ?? []);
  if (period === null || issues.length === 0) return false;
  const gap = period.first - Math.max(...issues) - 1;
  return gap >= 0 && gap < periodLength(period);
}

/** The units that posts report on, the one of most posts first; none where they name none. */
export function unitsOf({ posts, setting }: OpenSeries): readonly PeriodUnit[] {
  if (setting?.cadence) return [setting.cadence];
  const units = posts.flatMap(({ facts }) =>
    facts.period ? (readPeriod(facts.period.value.name)?.unit ?? []) : [],
  );
  const uses = (unit: PeriodUnit) => units.filter((other) => other === unit).length;
  return [...new Set(units)].sort((a, b) => uses(b) - uses(a));
}

/** How the quarters of a series are counted. */
export function reportingOf({ startMonth, yearNamedAfter }: PostSettings): ReportingYear | number {
  return startMonth === null ? 1 : { startMonth, namedAfter: yearNamedAfter ?? 'begin' };
}
