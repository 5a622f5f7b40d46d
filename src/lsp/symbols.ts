import { quoted } from '../document/mapped-text.ts';
import type { Entry, Section } from '../document/model.ts';
import { covers, type Range } from '../document/source.ts';
import { shortLine } from '../reporters/message-text.ts';
import type { OpenPost } from './open-post.ts';

/** A part of a post as an outline names it. */
export interface PostSymbol {
  readonly kind: 'front matter' | 'key' | 'section';
  /** Never empty. */
  readonly name: string;
  readonly detail?: string;
  /** All of it; that of a child lies in that of its parent. */
  readonly range: Range;
  /** Its name, inside `range`. */
  readonly nameRange: Range;
  readonly children: readonly PostSymbol[];
}

const longestName = 120;

/** The outline of a post: its front matter with the top-level keys, then its sections, each in the one it belongs to. */
export function symbolsOf({ document }: OpenPost): readonly PostSymbol[] {
  const roots: PostSymbol[] = [];
  if (document.frontMatter) {
    const { range, entries } = document.frontMatter;
    const nameRange = { start: range.start, end: Math.min(range.end, range.start + 3) };
    const children = entries.map(keySymbol).filter((key) => covers(range, key.range));
    roots.push({ kind: 'front matter', name: 'Front matter', range, nameRange, children });
  }
  const childrenOf = new Map<Section, PostSymbol[]>();
  for (const section of document.sections) {
    const children: PostSymbol[] = [];
    childrenOf.set(section, children);
    const siblings = (section.parent && childrenOf.get(section.parent)) ?? roots;
    siblings.push(sectionSymbol(section, children, document.source));
  }
  return roots;
}

function keySymbol({ key, keyRange, value }: Entry): PostSymbol {
  const detail = value.items.length > 0 ? value.items.map(({ text }) => text).join(', ') : value.text;
  return {
    kind: 'key',
    name: shortLine(key, longestName) || '(no name)',
    ...(detail.trim() === '' ? {} : { detail: shortLine(detail, longestName) }),
    range: { start: keyRange.start, end: Math.max(keyRange.end, value.range.end) },
    nameRange: keyRange,
    children: [],
  };
}

function sectionSymbol(
  { heading, range }: Section,
  children: readonly PostSymbol[],
  source: string,
): PostSymbol {
  const { start, end } = heading.range;
  return {
    kind: 'section',
    name: shortLine(quoted(heading, source), longestName) || '(no text)',
    range,
    nameRange: { start, end: Math.min(end, range.end) },
    children,
  };
}
