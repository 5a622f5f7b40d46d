import { basename } from 'node:path';
import type { Entry, FrontMatter } from '../document/model.ts';
import { changeKeys, dateKeys } from '../document/periods.ts';
import { habitsOf } from './habits.ts';
import { dueSentences } from './hover-date.ts';
import { markdownCode, markdownSentence, markdownText } from './markdown-text.ts';
import type { OpenPost } from './open-post.ts';
import { childOf, demandsOf, descriptionOf, keysOf, type SchemaView, viewSchema } from './schema-view.ts';

/** A key of front matter with the keys around it, the outermost first. */
type KeyTrail = readonly Entry[];

/** The key at an offset; null where there is none. */
export function keyAt(frontMatter: FrontMatter | null, offset: number): KeyTrail | null {
  if (!frontMatter || offset < frontMatter.range.start || offset > frontMatter.range.end) return null;
  const trail: Entry[] = [];
  for (let entries = frontMatter.entries; ; ) {
    const own = entries.find(({ keyRange: { start, end } }) => start <= offset && offset < end);
    if (own) return [...trail, own];
    const around = entries.find(({ value: { range } }) => range.start <= offset && offset < range.end);
    if (!around) return null;
    trail.push(around);
    entries = around.value.entries;
  }
}

/** What the configuration and the series say of a key; null where they say nothing. */
export function keyMarkdown(post: OpenPost, trail: KeyTrail): string | null {
  const { key } = trail.at(-1)!;
  const isTopLevel = trail.length === 1;
  const sentences = [
    ...schemaSentences(post, trail),
    ...(isTopLevel ? [...dateSentences(post, key), ...titleSentences(post, key), ...usual(post, key)] : []),
  ];
  return sentences.length === 0 ? null : [`**${markdownText(key)}**`, ...sentences].join('  \n');
}

function schemaSentences({ placed }: OpenPost, trail: KeyTrail): string[] {
  const { schema } = placed.resolved.settings.post;
  if (!schema?.content) return [];
  const name = markdownCode(basename(schema.file));
  let around: SchemaView = viewSchema(schema.content, schema.content);
  for (const { key } of trail.slice(0, -1)) around = childOf(around, key);
  const { key } = trail.at(-1)!;
  const own = keysOf(around).find((known) => known.key === key);
  if (!own) return [];
  const view = childOf(around, key);
  const description = descriptionOf(view);
  const demands = [...(own.required ? ['be there'] : []), ...demandsOf(view)];
  return [
    ...(description === null ? [] : [markdownText(description)]),
    ...(demands.length === 0 ? [`${name} allows it.`] : [`By ${name} it must ${inWords(demands)}.`]),
  ];
}

function inWords(demands: readonly string[]): string {
  const shown = demands.map(markdownSentence);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function dateSentences(post: OpenPost, key: string): string[] {
  const lower = key.toLowerCase();
  const isDate = !changeKeys.has(lower) && dateKeys.some((known) => known.toLowerCase() === lower);
  return isDate ? dueSentences(post) : [];
}

function titleSentences({ placed }: OpenPost, key: string): string[] {
  const { title, series } = placed.resolved.settings.post;
  if (key.toLowerCase() !== 'title' || title === null) return [];
  return [`Posts of “${markdownText(series ?? '')}” are titled ${markdownCode(title)}.`];
}

/** What the last posts of the series have under the key. */
function usual({ series }: OpenPost, key: string): string[] {
  const habits = habitsOf(series);
  const uses = habits.keys.filter((known) => known.key.toLowerCase() === key.toLowerCase());
  const count = uses.reduce((sum, use) => sum + use.count, 0);
  if (habits.of < 2 || count === 0) return [];
  const most = habits
    .valuesOf(key)
    .filter((use) => use.count > 1 && use.count * 2 > count)
    .slice(0, 5)
    .map(({ value }) => markdownCode(value));
  const values = most.length === 0 ? '' : `; most have ${most.join(', ')}`;
  return [`In ${count} of the last ${habits.of} posts of the series${values}.`];
}
