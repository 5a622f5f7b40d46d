import { languagesOf } from '../calendar/languages.ts';
import type { PeriodUnit } from '../calendar/period.ts';
import type { Agreement } from '../series/learn.ts';
import { type LearnedKey, learnKeys } from '../series/learn.ts';
import { type LearnedByline, learnByline, learnTags } from '../series/learn-labels.ts';
import { learnPathNaming, learnTitleNaming } from '../series/learn-pattern.ts';
import { type LearnedTerm, learnEnglish } from '../series/learn-terms.ts';
import { learnCalendar, learnLooks, learnUnit } from '../series/learn-time.ts';
import { counted } from './config-text.ts';
import type { SeriesDraft } from './series-setting.ts';

const adverbs: Readonly<Record<PeriodUnit, string>> = {
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  half: 'half-yearly',
  year: 'yearly',
};
const kinds: Readonly<Record<LearnedKey['kind'], string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
  list: 'a list',
  map: 'a group',
};

/** What was learned of a series: a line that sums it up, and a line for each part with how many posts agree. */
export function reportLines(draft: SeriesDraft, language: string | null): string[] {
  const { posts, setting, sections } = draft;
  const languages = languagesOf(language);
  const title = learnTitleNaming(posts, languages);
  const unit = learnUnit(posts);
  const shared = sections.filter(({ count, of }) => count === of).length;
  const summary = [
    unit ? adverbs[unit.unit] : '',
    title ? `titles “${title.pattern}”` : 'titles of many kinds',
    shared > 0 ? `${counted(shared, 'section')} shared by all` : 'no section shared by all',
  ].filter((part) => part !== '');
  const name = setting?.name ?? posts[0]!.titlePattern;
  const where = setting
    ? setting.files.join(', ')
    : 'not in the configuration, for no few patterns match these and no others; name them yourself';
  return [
    `${counted(posts.length, 'post')}: ${summary.join(', ')}`,
    ...details(draft, languages).map((line) => `  ${line}`),
    `  files: ${where}${setting ? ` (“${name}”)` : ''}`,
  ];
}

function details(
  { posts, sections, window }: SeriesDraft,
  languages: ReturnType<typeof languagesOf>,
): string[] {
  const title = learnTitleNaming(posts, languages);
  const path = learnPathNaming(posts, languages);
  const unit = learnUnit(posts);
  const looks = learnLooks(posts);
  const calendar = learnCalendar(posts);
  const english = learnEnglish(posts);
  const byline = learnByline(posts);
  const lines = [
    unit && `period: a ${unit.unit}, ${unit.named ? 'named' : 'by the dates'} ${share(unit)}`,
    looks && `direction: ${looks.looks} ${share(looks)}`,
    calendar && `quarters: from month ${calendar.startMonth} ${share(calendar)}`,
    title && `titles: “${title.pattern}” ${share(title)}`,
    path && `file names: “${path.pattern}” ${share(path)}`,
    window &&
      `dates: ${window.earliest} to ${window.latest} days from the period's last day, mostly ${window.median} ${share(window)}`,
    list(
      'sections',
      sections.map((section) => `${section.name}${aliasText(section.aliases)} ${share(section)}`),
    ),
    list('front matter', learnKeys(posts).filter(isUsual).map(keyText)),
    list(
      'tags',
      learnTags(posts).map((tag) => `${tag.tag} ${share(tag)}`),
    ),
    byline && `author: ${bylineText(byline)}`,
    english && `spelling: ${english.language} ${share(english, 'words')}`,
  ];
  return lines.filter((line) => line !== null);
}

/** What the terms of an archive are. */
export function termLines(terms: readonly LearnedTerm[]): string[] {
  return terms.map((term) => `${term.term}, not ${term.variants.join(' or ')} ${share(term, 'times')}`);
}

function list(name: string, items: readonly string[]): string | null {
  return items.length === 0 ? null : `${name}: ${items.join('; ')}`;
}

function share({ count, of }: Agreement, unit = ''): string {
  return `(${count} of ${of}${unit && ` ${unit}`})`;
}

function aliasText(aliases: readonly string[]): string {
  return aliases.length === 0 ? '' : `, also called ${aliases.join(', ')}`;
}

function isUsual({ count, of }: LearnedKey): boolean {
  return count * 2 >= of;
}

function keyText(key: LearnedKey): string {
  return `${key.key}: ${kinds[key.kind]} ${share(key)}`;
}

function bylineText({ form, name, count, of }: LearnedByline): string {
  return `${form}${name === null ? '' : `, always “${name}”`} ${share({ count, of })}`;
}
