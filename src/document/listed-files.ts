import type { Document } from './document.ts';
import { fileKindOf, relativePath } from './local-targets.ts';

const fileName = /(?<![\p{L}\p{N}_.@-])[\p{L}\p{N}_.@-]+\.(?:md|mdx|markdown)(?![\p{L}\p{N}])/giu;
const word = /[\p{L}\p{N}_.@-]+/gu;

/**
 * The posts among the names of a folder that a post of it does not list, in order. It lists what it links, with an ending
 * or without, what a list of its front matter or a template tag names, and every file name that is written out.
 */
export function unlistedPosts(document: Document, names: readonly string[]): string[] {
  const listed = listedNames(document);
  const own = document.path.slice(document.path.lastIndexOf('/') + 1);
  return names
    .filter((name) => fileKindOf(name) === 'post' && name !== own && !/^[._]|^(?:index|readme)\b/i.test(name))
    .filter((name) => !listed.has(plainName(name)))
    .sort((a, b) => (a < b ? -1 : 1));
}

function listedNames({ source, links, templates, frontMatter }: Document): Set<string> {
  const targets = links.flatMap(({ url }) => pathOf(url) ?? []);
  const values = (frontMatter?.entries ?? []).flatMap(({ value }) => value.items.map(({ text }) => text));
  const tags = templates.flatMap(({ start, end }) => source.slice(start, end).match(word) ?? []);
  return new Set([...targets, ...values, ...tags, ...(source.match(fileName) ?? [])].map(plainName));
}

/** Where a link leads within the site: `clang.md`, `./clang/`, `/reports/clang/`. */
function pathOf(url: string): string | null {
  return url.startsWith('/') ? url.replace(/[?#].*$/s, '') : relativePath(url);
}

/** A file's name without its folder, its ending and a mark of language. */
function plainName(path: string): string {
  const name = path.replace(/\/$/, '');
  return name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.(?:mdx?|markdown|html?)$/i, '')
    .replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/i, '')
    .toLowerCase();
}
