import type { Document } from './document.ts';
import { blocksWith } from './joined-texts.ts';
import { matchesIn } from './matches.ts';
import { plainSource } from './plain-source.ts';
import type { Range } from './source.ts';

/** `[text][label]` or `[^1]` for which the post has no definition. */
export interface UndefinedReference {
  readonly kind: 'undefined' | 'footnote';
  readonly range: Range;
  readonly label: string;
}

const maybe = /\]\[|\[\^/g;
const reference = /(?<![\p{L}\p{N}_)\]\\!$])\[([^[\]\n\\]{2,200})\]\[([^[\]\n\\^]{1,80})\](?!\s?\[|[(\]:])/gu;
const footnote = /(?<![\\[$`])\[\^([\p{L}\p{N}_-]{1,40})\](?![(:[*+?{])/gu;

/**
 * References and footnotes that nobody defines, so that readers see the brackets. Only in posts that have other
 * definitions and take nothing in from elsewhere: a site may define its labels in one place. A footnote that is a number
 * needs no others.
 */
export function undefinedReferences(document: Document): UndefinedReference[] {
  const { source, templates, bareLinks, prose } = document;
  // What is neither link nor footnote stands in the text as it is written, or in an address that took it in.
  const isTaken = bareLinks.some(({ text }) => text.search(maybe) >= 0);
  const blocks = isTaken ? prose : blocksWith(document, maybe);
  if (blocks.length === 0) return [];
  if (
    templates.some(({ start, end }) =>
      /include|import|partial|snippet|links|refs/i.test(source.slice(start, end)),
    )
  )
    return [];
  const hasDefinitions = document.links.some(({ kind }) => kind === 'definition');
  const hasFootnotes = /^ {0,3}\[\^[^\]\s]{1,40}\]:/m.test(source);
  const defined = new Set([...source.matchAll(/\[([^[\]\n]{1,200})\]:/g)].map(([, label]) => normal(label!)));
  const hasNumbers = [...defined].some((label) => /^\d+$/.test(label));
  return blocks.flatMap(({ html, range, text }) => {
    if (html || !text.includes('[')) return [];
    const written = plainSource(document, range);
    const found: UndefinedReference[] = [];
    const add = (kind: UndefinedReference['kind'], match: RegExpMatchArray, label: string) => {
      const start = range.start + match.index!;
      if (!defined.has(normal(kind === 'footnote' ? `^${label}` : label)))
        found.push({ kind, label, range: { start, end: start + match[0].length } });
    };
    if (hasDefinitions)
      for (const match of matchesIn(written, reference))
        if (isLink(match[1]!, match[2]!, hasNumbers)) add('undefined', match, match[2]!);
    for (const match of matchesIn(written, footnote))
      if (hasFootnotes || /^\d{1,2}$/.test(match[1]!)) add('footnote', match, match[1]!);
    return found;
  });
}

/**
 * Two words and a label, or a number as a label where other numbers are defined. `[series][video]` are tags, `[1][2]` are
 * sources, and an address as a label is another mistake.
 */
function isLink(words: string, label: string, hasNumbers: boolean): boolean {
  if (!/\p{L}{2}/u.test(words) || !/^[\p{L}\p{N}][^\uFFFC/@]*$/u.test(label)) return false;
  if (/^\d+$/.test(label)) return hasNumbers;
  return /[^\s:]\s+\S/.test(words.trim());
}

function normal(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
