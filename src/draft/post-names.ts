import { civilOf } from '../calendar/days.ts';
import type { LanguageCode } from '../calendar/languages.ts';
import { globCharacters } from '../config/glob.ts';
import type { SeriesSetting } from '../config/schema.ts';
import type { PostFacts } from '../series/facts.ts';
import type { Issue } from '../series/issue.ts';
import { literalOf } from '../series/learn-pattern.ts';
import { fillingOf, namedPart, partsOf } from '../series/naming.ts';
import { monthName, restated, type YearOf } from '../series/restate.ts';
import { blank, placeholder, type Steps, titleOf } from './post-values.ts';

/** Where the next post of a series is written, relative to the root; null where nothing tells. */
export function nextPath(
  posts: readonly PostFacts[],
  issues: readonly Issue[],
  steps: Steps,
  pattern: string | null,
  title: string | null,
): string | null {
  const last = posts.at(-1)!;
  const names = segmentsOf(last.path);
  const before = posts.at(-2) && segmentsOf(posts.at(-2)!.path);
  const year = yearInFolders(posts, issues);
  const { last: lastIssue, next, languages } = steps;
  const folders = names.folders.length === 0 ? [] : inFolders(names, lastIssue, next, languages, year);
  const named = titleOf(names.name, before?.name, steps, 'todo', (name, from, to) => {
    const segments = name === names.name ? names : (before ?? names);
    return restated([...segments.folders, name].join('/'), from, to, languages)
      .split('/')
      .at(-1)!;
  });
  const name = named === placeholder ? slug(title ?? named) : named;
  const path = [...folders, name].join('/') + names.rest;
  const fits = pattern === null || fillingOf(pattern, namedPart(pattern, path), steps.languages) !== null;
  if (!fits && !pattern!.includes('/')) {
    return [...folders, filled(pattern!, steps.next, steps.languages, 'path')].join('/') + names.rest;
  }
  return path === last.path ? null : path;
}

/** The folders of the next post; of `2024/02/recap` the month is known by the year before it. */
function inFolders(
  { folders, name }: Segments,
  from: Issue,
  to: Issue,
  languages: readonly LanguageCode[],
  year: YearOf,
): readonly string[] {
  return restated([...folders, name].join('/'), from, to, languages, year)
    .split('/')
    .slice(0, -1);
}

/** A title as a file is called. */
function slug(title: string): string {
  const words = title
    .replaceAll(blank, 'todo')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['todo'];
  return words.join('-');
}

/** The path of the first post of a series, by its configuration; null where that does not name its files. */
export function firstPath(
  { files, path }: SeriesSetting,
  issue: Issue,
  languages: readonly LanguageCode[],
): string | null {
  if (path === undefined) return null;
  const glob = files[0]!.replace(/^(?:\.\/)+/, '').split('/');
  const plain = glob.findIndex((name) => globCharacters.test(name));
  const folders = plain < 0 ? glob.slice(0, -1) : glob.slice(0, plain);
  const ending = /\.\w+$/.exec(glob.at(-1)!)?.[0] ?? '.md';
  const isIndex = /^_?(?:index|readme)\./i.test(glob.at(-1)!);
  const name = filled(path, issue, languages, 'path');
  return [...folders, isIndex ? `${name}/${glob.at(-1)}` : name + ending].join('/');
}

/** A pattern with what an issue puts in place of its placeholders. */
export function filled(
  pattern: string,
  { period, day, number }: Issue,
  languages: readonly LanguageCode[],
  purpose: 'title' | 'path',
): string {
  const filler = purpose === 'path' ? 'todo' : blank;
  const first = civilOf(period.first);
  const date = civilOf(day ?? period.last + 1);
  const two = (value: number) => String(value).padStart(2, '0');
  const month = monthName(first.month, languages);
  const words = literalOf(pattern);
  const isLower = purpose === 'path' && words === words.toLowerCase();
  const quarter = period.unit === 'quarter' ? period.index : Math.ceil(first.month / 3);
  const values = {
    quarter: String(quarter),
    half: String(first.month > 6 ? 2 : 1),
    year: String(period.year),
    month: two(first.month),
    Month: isLower ? month.toLowerCase() : month,
    week: two(period.index),
    day: two(date.day),
    date: `${date.year}-${two(date.month)}-${two(date.day)}`,
    ordinal: ['first', 'second', 'third', 'fourth'][quarter - 1] ?? '',
    number: number === null ? filler : String(number),
    author: filler,
    any: filler,
  };
  return partsOf(pattern)
    .map(({ text, placeholder: name }) => (name === null ? text : values[name]))
    .join('');
}

/** The title of the next post; one that the configuration describes is made by it where the last one departs. */
export function nextTitle(
  last: string,
  before: string | undefined,
  steps: Steps,
  pattern: string | null,
): string {
  const title = titleOf(last, before, steps);
  const fits = pattern === null || fillingOf(pattern, title, steps.languages) !== null;
  return fits ? title : filled(pattern, steps.next, steps.languages, 'title');
}

interface Segments {
  readonly folders: readonly string[];
  /** What the post is called: its file's name without the ending, its folder's for `index` files. */
  readonly name: string;
  /** What follows the name. */
  readonly rest: string;
}

function segmentsOf(path: string): Segments {
  const names = path.split('/');
  const file = names.pop()!;
  if (names.length > 0 && /^_?(?:index|readme)\b/i.test(file))
    return { folders: names.slice(0, -1), name: names.at(-1)!, rest: `/${file}` };
  const ending = /(?:\.[a-z]{2})?\.\w+$/.exec(file)?.[0] ?? '';
  return { folders: names, name: file.slice(0, file.length - ending.length), rest: ending };
}

/** Whether folders are called after the year of the period or of the date, as the posts show in which these differ. */
function yearInFolders(posts: readonly PostFacts[], issues: readonly Issue[]): YearOf {
  let byDate = 0;
  for (const [i, { path }] of posts.entries()) {
    const { period, day } = issues[i]!;
    const dated = day === null ? period.year : civilOf(day).year;
    if (dated === period.year) continue;
    const { folders } = segmentsOf(path);
    if (folders.includes(String(dated))) byDate++;
    else if (folders.includes(String(period.year))) byDate--;
  }
  return byDate > 0 ? 'date' : 'period';
}
