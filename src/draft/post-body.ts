import { posix } from 'node:path';
import { opaque } from '../document/mapped-text.ts';
import { plainName } from '../document/names.ts';
import type { SectionSetting } from '../engine/settings.ts';
import type { PostFacts } from '../series/facts.ts';
import { learnSections } from '../series/learn.ts';
import { restated } from '../series/restate.ts';
import { isProven, placeholder, type Steps } from './post-values.ts';

/** A heading of the new post. */
interface NextSection {
  readonly name: string;
  readonly depth: number;
}

/** A section in this share of the recent posts belongs to the next one. */
const usual = 0.75;

/**
 * What stands below the title: the link to the issue before, and the sections with a placeholder each.
 *
 * @param written Markdown of headings by their text
 */
export function nextBody(
  posts: readonly PostFacts[],
  settings: readonly SectionSetting[],
  steps: Steps | null,
  path: string,
  written: ReadonlyMap<string, string>,
): string[] {
  const sections = nextSections(posts, settings);
  const link = steps && previousLink(posts, steps, path);
  const blocks = sections.flatMap(({ name, depth }) => [
    `${'#'.repeat(depth)} ${written.get(name) ?? escaped(name)}`,
    placeholder,
  ]);
  if (blocks.length === 0) blocks.push(placeholder);
  if (!link) return blocks;
  return link.atEnd ? [...blocks, link.text] : [link.text, ...blocks];
}

function nextSections(posts: readonly PostFacts[], settings: readonly SectionSetting[]): NextSection[] {
  const learned = learnSections(posts);
  const isUsual = (names: readonly string[]) => {
    const plain = names.map(plainName);
    const found = learned.find(({ name, aliases }) =>
      [name, ...aliases].some((one) => plain.includes(plainName(one))),
    );
    return found !== undefined && found.count >= posts.length * usual;
  };
  const wanted =
    settings.length > 0
      ? settings.filter(({ name, aliases, optional }) => !optional || isUsual([name, ...aliases]))
      : posts.length < 2
        ? learned
        : learned.filter(({ count }) => count >= posts.length * usual);
  return wanted.map(({ name, aliases }) => latestOf([name, ...aliases], posts));
}

/** The section as the last post that has it writes it. */
function latestOf(names: readonly string[], posts: readonly PostFacts[]): NextSection {
  const plain = new Set(names.map(plainName));
  for (const { sections } of [...posts].reverse()) {
    const found = sections.find(({ value }) => plain.has(plainName(value)));
    if (found) return { name: found.value, depth: found.depth };
  }
  return { name: names[0]!, depth: 2 };
}

function escaped(text: string): string {
  return text
    .replace(new RegExp(`[${opaque}\\p{Cc}]`, 'gu'), '')
    .replace(/(?<![\s:.,])[\s:.,]+$/, '')
    .trim()
    .replace(/[\\*`[\]<]/g, '\\$&');
}

/** A link to the last issue, where the recent ones have one to theirs. */
function previousLink(
  posts: readonly PostFacts[],
  steps: Steps,
  path: string,
): { readonly text: string; readonly atEnd: boolean } | null {
  const last = posts.at(-1)!;
  const before = posts.at(-2);
  const [link] = last.previous;
  if (!link || posts.filter(({ previous }) => previous.length > 0).length * 2 < posts.length) return null;
  const text = previousText(link.value, steps);
  const target = previousTarget(link.url, last, before, steps, path);
  const [first] = last.sections;
  return { text: `[${text}](${target})`, atEnd: first !== undefined && link.range.start > first.range.start };
}

/** What the last issue calls the one before it, said of the last issue. */
function previousText(text: string, { before, last, languages }: Steps): string {
  return before === null ? text : restated(text, before, last, languages);
}

/** Where the last issue stands, in the form in which it names the one before it; `TODO` where that does not tell. */
function previousTarget(
  url: string,
  last: PostFacts,
  before: PostFacts | undefined,
  steps: Steps,
  path: string,
): string {
  const folder = posix.dirname(last.path);
  if (before && posix.normalize(posix.join(folder, url)) === before.path) {
    const target = posix.relative(posix.dirname(path), last.path);
    return encodeURI(/^\.\//.test(url) ? `./${target}` : target);
  }
  if (before && steps.before) {
    const next = restated(url, steps.before, steps.last, steps.languages);
    if (next !== url) return next;
    const [link] = before.previous;
    if (link && isProven(link.url, url, steps)) return next;
  }
  return placeholder;
}
