import type { SeriesSetting } from '../config/schema.ts';
import type { LearnedTerm } from '../series/learn-terms.ts';
import type { SeriesDraft } from './series-setting.ts';
import type { Takeover } from './takeover.ts';

/**
 * The text of a configuration file: JSON with comments that say what each value was learned from.
 *
 * @param taken what comes from another linter's configuration
 */
export function configText(
  schema: string | null,
  drafts: readonly SeriesDraft[],
  terms: readonly LearnedTerm[],
  postCount: number,
  taken: Takeover | null = null,
): string {
  const series = drafts.flatMap((draft) => (draft.setting ? [seriesText(draft, draft.setting)] : []));
  const heads = [
    ...(taken ? [`// What ${taken.from} said of ${taken.linter} is taken over.`] : []),
    ...(taken && postCount === 0 ? [] : [learnedHead(drafts, series.length > 0, postCount, again(taken))]),
  ];
  const entries = [
    ...(schema === null ? [] : [`  "$schema": ${JSON.stringify(schema)}`]),
    '  "extends": ["recaplint:recommended"]',
    ...(series.length > 0 ? [`  "series": [\n${series.join(',\n')}\n  ]`] : []),
    ...(taken ? takenEntries(taken) : []),
    ...termEntry(terms, taken?.terms ?? []),
  ];
  return `${heads.join('\n')}\n{\n${entries.join(',\n')}\n}\n`;
}

/** The command that writes the configuration anew. */
export function again(taken: Takeover | null): string {
  return `recaplint init ${taken ? `--from ${taken.linter} ` : ''}--force`;
}

function learnedHead(
  drafts: readonly SeriesDraft[],
  hasSeries: boolean,
  postCount: number,
  command: string,
): string {
  const posts = counted(postCount, 'post');
  const nothing =
    drafts.length > 0
      ? 'no few patterns match the files of a series and no others: name them yourself.'
      : `too few of one kind to learn a series from. Run "${command}" when there are more.`;
  return hasSeries
    ? `// What recaplint learned from ${posts}. Change what does not fit; what is not stated here is learned in each run.`
    : `// ${posts}: ${nothing}`;
}

/** What another linter's configuration became, a line for each entry. */
function takenEntries({ rules, remark, patterns, ignores }: Takeover): string[] {
  const list = (key: string, items: readonly unknown[]) =>
    items.length === 0
      ? []
      : [`  ${JSON.stringify(key)}: [\n${items.map((item) => `    ${inLine(item)}`).join(',\n')}\n  ]`];
  const levels = Object.entries(rules).map(
    ([id, setting]) => `    ${JSON.stringify(id)}: ${inLine(setting)}`,
  );
  return [
    ...(levels.length === 0 ? [] : [`  "rules": {\n${levels.join(',\n')}\n  }`]),
    ...list('remark', remark),
    ...list('patterns', patterns),
    ...list('ignores', ignores),
  ];
}

/** Terms with the spellings that were found, and those of which any other use of capitals is meant. */
function termEntry(learned: readonly LearnedTerm[], taken: readonly string[]): string[] {
  const own = learned.filter(({ term }) => !taken.includes(term));
  const count = taken.length + own.length;
  if (count === 0) return [];
  const lines = [
    ...taken.map((term, i) => `    ${JSON.stringify(term)}: true${i < count - 1 ? ',' : ''}`),
    ...own.map(termText),
  ];
  return [`  "terms": {\n${lines.join('\n')}\n  }`];
}

function seriesText(draft: SeriesDraft, setting: SeriesSetting): string {
  const lines = Object.entries(setting).flatMap(([key, value]) => entryLines(key, value, draft));
  const periods = draft.posts.flatMap(({ period }) => period?.value.name ?? []);
  const span = periods.length > 1 ? `, ${periods[0]} to ${periods.at(-1)}` : '';
  const comment = `      // ${counted(draft.posts.length, 'post')}${span}.`;
  return `    {\n${comment}\n${withCommas(lines).join('\n')}\n    }`;
}

/** The lines of one key; a comment comes before its entry, so that none stands between a value and its comma. */
function entryLines(key: string, value: unknown, draft: SeriesDraft): string[] {
  if (key === 'sections') return sectionLines(draft);
  if (key === 'ordered' && value === false) return [];
  const entry = `      ${JSON.stringify(key)}: ${inLine(value)}`;
  if (key !== 'window' || !draft.window) return [entry];
  const { earliest, latest, count } = draft.window;
  return [
    `      // In days from the period's last day: ${counted(count, 'post')} came out between ${earliest} and ${latest}.`,
    entry,
  ];
}

function sectionLines({ setting, sections }: SeriesDraft): string[] {
  const lines = (setting?.sections ?? []).map((section, i) => {
    const { count, of } = sections[i]!;
    const comment = count < of ? ` // ${count} of ${of}` : '';
    const comma = i < sections.length - 1 ? ',' : '';
    return `        ${inLine(section)}${comma}${comment}`;
  });
  return [`      "sections": [\n${lines.join('\n')}\n      ]`];
}

function withCommas(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => !isComment(line));
  return lines.map((line, i) => (isComment(line) || i === last ? line : `${line},`));
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith('//');
}

/** JSON in one line, with the spaces that people put. */
function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${inLine(inner)}`);
  return `{ ${entries.join(', ')} }`;
}

function termText(
  { term, variants, count, of }: LearnedTerm,
  index: number,
  all: readonly unknown[],
): string {
  const comma = index < all.length - 1 ? ',' : '';
  return `    ${JSON.stringify(term)}: ${inLine(variants)}${comma} // ${count} of ${of}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
