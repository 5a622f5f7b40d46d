import * as z from 'zod/mini';
import { type Anchors, anchorsOf } from '../document/anchors.ts';
import type { Document } from '../document/document.ts';
import { unlistedPosts } from '../document/listed-files.ts';
import { fileKindOf, folderOf, joinPath, placesOf, relativePath } from '../document/local-targets.ts';
import type { Link } from '../document/model.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type FileSet, type Problem } from '../engine/rule.ts';

export default defineRule<'fragment' | 'file' | 'unlisted', { index: string[] }>({
  id: 'no-broken-local-link',
  summary: 'Disallow links to headings and files that are not there.',
  category: 'links',
  recommended: 'warn',
  options: z.strictObject({
    index: z
      ._default(z.array(z.string()), [])
      .check(z.describe('Names of files that must link every post beside them, such as `index.md`.')),
  }),
  messages: {
    fragment:
      'No heading or `id` of this post is called `{name}`, so the link leads nowhere: write the name of one that is there.',
    file: 'There is no file `{name}`, so the link leads nowhere: write the path of one that is there.',
    unlisted:
      '`{name}` stands in this folder, but nothing here leads to it: link it, or take it out of the folder.',
  },
  *check(document, { index }, { files }) {
    const isMissing = fragmentTest(document);
    const seen = new Set<number>();
    for (const link of document.links) {
      const { url, urlRange: range, dynamic } = link;
      if (dynamic || seen.has(range.start)) continue;
      seen.add(range.start);
      const problem = url.startsWith('#')
        ? isMissing(link) && { message: 'fragment' as const, data: { name: url.slice(1) } }
        : files && missingFile(document.path, url, files);
      if (problem) yield { ...problem, range };
    }
    if (files && index.some((name) => `/${document.path}`.endsWith(`/${name}`)))
      yield* unlisted(document, files);
  },
});

/** Posts in the folder of an index that it does not list, reported at its title. */
function* unlisted(document: Document, files: FileSet): Iterable<Problem<'unlisted'>> {
  const { title, path } = document;
  const range = title ? title.sourceRange(0, title.text.length) : { start: 0, end: 0 };
  for (const name of unlistedPosts(document, files.list(folderOf(path))))
    yield { message: 'unlisted', data: { name }, range };
}

/** Tells whether the fragment that a link leads to is not there. */
function fragmentTest(document: Document): (link: Link) => boolean {
  let anchors: Anchors | null | undefined;
  return (link) => {
    if (foreign.test(link.url) || isControl(document, link)) return false;
    if (anchors === undefined) anchors = namesAreKnown(document) ? anchorsOf(document) : null;
    return anchors !== null && !anchors.isEmpty && !anchors.has(link.url.slice(1));
  };
}

// What browsers, footnotes, code listings and the frames of sites make themselves.
const foreign =
  /^#(?:$|top$|[!/:?]|L\d|(?:user-content-)?_?(?:fn|ftn|footnote|edn|cite|note|ref-)|(?:fig|tbl|eq|lst|sec|thm|exm)[-:]|(?:main|content|comments?|respond|disqus_thread|toc|table-of-contents|contents|nav|navigation|header|footer|sidebar|search|menu|contact|newsletter|subscribe|sign-?up|download|share)$)/i;

/** A link that a script uses as a button, for a tab or a dialogue. */
function isControl({ source }: Document, { kind, range, urlRange }: Link): boolean {
  if (kind !== 'html') return false;
  const tag = source.slice(range.start, range.end).split('>', 1)[0]!;
  return urlRange.start < range.end && /\s(?:data-|onclick|role|aria-controls)/i.test(tag);
}

/** Whether all ids of the finished page stand in the post: no template or component may make some. */
function namesAreKnown({ source, templates, frontMatter, tags }: Document): boolean {
  const start = frontMatter?.range.end ?? 0;
  if (templates.some((range) => range.start >= start && !isInTarget(range, source))) return false;
  if (/^(?:import\s|--8<--|\{!|!\[\[|:::|\.\. )/m.test(source)) return false;
  return !tags.some(({ range }) => /[A-Z]/.test(source[range.start + 1] ?? ''));
}

/** Whether a template tag is written as part of an address, where it can make no heading: `]({{ base }}/x)`. */
function isInTarget({ start }: Range, source: string): boolean {
  const word = source
    .slice(Math.max(0, start - 200), start)
    .split(/\s/)
    .at(-1)!;
  return /\]\(|=["']/.test(word);
}

type Missing = Pick<Problem<'file'>, 'message' | 'data'>;

/** A file that is missing where others of its kind are kept. */
function missingFile(postPath: string, url: string, files: FileSet): Missing | null {
  const path = relativePath(url);
  const kind = path === null ? null : fileKindOf(path);
  if (path === null || kind === null) return null;
  const expected = joinPath(folderOf(postPath), path);
  if (expected === null) return null;
  for (const place of placesOf(postPath, path)) if (files.has(place)) return null;
  const neighbours = files.list(folderOf(expected));
  return neighbours.some((name) => fileKindOf(name) === kind)
    ? { message: 'file', data: { name: path } }
    : null;
}
