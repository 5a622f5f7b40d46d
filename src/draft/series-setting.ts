import { type LanguageCode, languagesOf } from '../calendar/languages.ts';
import { compileGlobs } from '../config/glob.ts';
import type { SeriesSetting } from '../config/schema.ts';
import { opaque } from '../document/mapped-text.ts';
import { plainName } from '../document/names.ts';
import type { PostFacts } from '../series/facts.ts';
import { byPeriod, type SeriesGroup } from '../series/group.ts';
import { type LearnedSection, learnSections } from '../series/learn.ts';
import { learnPathNaming, learnTitleNaming, literalOf } from '../series/learn-pattern.ts';
import { learnEnglish } from '../series/learn-terms.ts';
import {
  type LearnedWindow,
  learnCalendar,
  learnLooks,
  learnUnit,
  learnWindow,
} from '../series/learn-time.ts';
import { globsOf } from './globs.ts';

/** A series as `recaplint init` proposes it, with what it was learned from. */
export interface SeriesDraft {
  readonly posts: readonly PostFacts[];
  /** Null where no globs tell its posts from others. */
  readonly setting: SeriesSetting | null;
  readonly sections: readonly LearnedSection[];
  readonly window: LearnedWindow | null;
}

/** Posts of one pattern that are written down as a series; of three nothing is learned yet. */
const fewestPosts = 4;
const mostSections = 40;

/**
 * What the configuration would say of each series. Only what all posts, or nearly all, agree on is written down: what it
 * does not state is still learned anew in every run.
 */
export function draftSeries(
  groups: readonly SeriesGroup[],
  posts: readonly PostFacts[],
  languageOf: (path: string) => string | null,
): SeriesDraft[] {
  const names = new Set<string>();
  const series = groups.filter((group) => group.posts.length >= fewestPosts);
  const placed = new Set(groups.flatMap((group) => group.posts));
  const loose = posts.filter((post) => !placed.has(post));
  return series.map((group) => {
    const own = new Set(group.posts);
    const others = [...placed].filter((post) => !own.has(post));
    return draftOf(group, { others, loose }, languageOf(group.posts[0]!.path), names);
  });
}

function draftOf(
  { posts: grouped, name: pattern }: SeriesGroup,
  around: { readonly others: readonly PostFacts[]; readonly loose: readonly PostFacts[] },
  language: string | null,
  names: Set<string>,
): SeriesDraft {
  const languages = languagesOf(language);
  const files = globsOf(
    {
      members: grouped.map(({ path }) => path),
      others: around.others.map(({ path }) => path),
      loose: around.loose.map(({ path }) => path),
    },
    languages,
  );
  const matches = compileGlobs(files ?? []);
  const members = [...grouped, ...around.loose.filter(({ path }) => matches(path))].sort(byPeriod);
  const sections = usualSections(members);
  const window = learnLooks(members)?.looks === 'back' ? learnWindow(members) : null;
  if (files === null) return { posts: members, setting: null, sections, window };
  const title = learnTitleNaming(members, languages);
  const name = uniqueName(title?.pattern ?? pattern, members[0]!, names);
  const tag = language ?? learnEnglish(members)?.language;
  const setting: SeriesSetting = {
    name,
    files,
    ...(title && { title: title.pattern }),
    ...pathAndTime(members, languages),
    ...(tag && { language: tag }),
    ...(window && { window: { opens: window.opens, closes: null } }),
    ...(sections.length > 0 && {
      sections: sections.map(sectionSetting),
      ordered: areOrdered(sections, members),
    }),
  };
  return { posts: members, setting, sections, window };
}

function pathAndTime(
  posts: readonly PostFacts[],
  languages: readonly LanguageCode[],
): Partial<SeriesSetting> {
  const path = learnPathNaming(posts, languages);
  const unit = learnUnit(posts);
  const looks = learnLooks(posts);
  const calendar = learnCalendar(posts);
  return {
    ...(path && { path: path.pattern }),
    ...(unit && { cadence: unit.unit }),
    ...(looks && { looks: looks.looks }),
    ...(calendar && { calendar: { startMonth: calendar.startMonth, namedAfter: calendar.namedAfter } }),
  };
}

/** What fewer posts share may be chance. */
const fewestForSections = 5;

/** The sections that all posts have, and with them those that half have; none where no section is in all. */
function usualSections(posts: readonly PostFacts[]): readonly LearnedSection[] {
  const learned = learnSections(posts)
    .map((section) => ({
      ...section,
      name: readable(section.name),
      aliases: [...new Set(section.aliases.map(readable))].filter((alias) => alias !== ''),
    }))
    .filter(({ name, count }) => name !== '' && count * 2 >= posts.length);
  const shared = posts.length >= fewestForSections && learned.some(({ count }) => count === posts.length);
  return shared ? learned.slice(0, mostSections) : [];
}

/** A heading without what is no text in it; empty where nothing is left. */
function readable(name: string): string {
  return name.replaceAll(opaque, ' ').replace(/\s+/g, ' ').trim();
}

function sectionSetting({ name, aliases, count, of }: LearnedSection) {
  const others = aliases.slice(0, 20);
  if (count === of && others.length === 0) return name;
  return {
    name,
    ...(others.length > 0 && { aliases: others }),
    ...(count < of && { optional: true }),
  };
}

/** Whether the sections stand in their order in every post. */
function areOrdered(sections: readonly LearnedSection[], posts: readonly PostFacts[]): boolean {
  const known = sections.map(({ name, aliases }) => new Set([name, ...aliases].map(plainName)));
  return posts.every((post) => {
    const headings = post.sections.map(({ value }) => plainName(value));
    const places = known
      .map((names) => headings.findIndex((heading) => names.has(heading)))
      .filter((place) => place >= 0);
    return places.every((place, i) => i === 0 || place > places[i - 1]!);
  });
}

/** What the titles have in common, without the small words that lead to what changes. */
function uniqueName(pattern: string, { pathPattern }: PostFacts, names: Set<string>): string {
  const [head] = pattern.split('{any}', 1);
  const named = /\p{L}/u.test(literalOf(head!)) ? head! : pattern;
  // Of "{Month}'s best of FY{year}" "best" is the name.
  const words = literalOf(named.replace(/(?<!\p{L})\p{L}{1,2}(?=\{\w+\})|(?<=\})['’]s\b/gu, ' '))
    .toLowerCase()
    .replace(/\{\}/g, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}'’.&/-]*/gu);
  const isSmall = (word: string) =>
    /^(?:from|by|in|of|for|and|the|at|on|to|with|q|h|w|week|a|an|#)$/.test(word);
  const own = (words ?? []).map((word) => word.replace(/(?<![.&/-])[.&/-]+$/, ''));
  while (own.length > 0 && isSmall(own[0]!)) own.shift();
  while (own.length > 0 && isSmall(own.at(-1)!)) own.pop();
  const folder = pathPattern.folder.replaceAll('{}', '').split('/').filter(Boolean).at(-1) ?? 'posts';
  const base = own.join(' ').slice(0, 60) || folder;
  const candidates = [
    base,
    `${folder} ${base}`,
    ...Array.from({ length: 100 }, (_, i) => `${base} ${i + 2}`),
  ];
  const name = candidates.find((candidate) => !names.has(candidate))!;
  names.add(name);
  return name;
}
