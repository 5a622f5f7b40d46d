import type { InlineText } from './inline.ts';
import type { Markup } from './markup.ts';
import type { BareLink, Block, Comment, Heading, Link, ProseBlock, Section, Tag } from './model.ts';
import { type Container, type Outline, rangeOf } from './outline.ts';
import { ProseReader } from './prose.ts';
import { sectionsOf } from './sections.ts';
import type { Range } from './source.ts';

/** Everything that one reading of the text gives. */
export interface Text {
  readonly prose: readonly ProseBlock[];
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly bareLinks: readonly BareLink[];
  readonly textRanges: readonly Range[];
  readonly htmlLinks: readonly Link[];
  readonly htmlComments: readonly Comment[];
  readonly tags: readonly Tag[];
  /** The blocks that raw HTML makes, in no order. */
  readonly htmlBlocks: () => readonly Block[];
}

/** A block of text that does not know its section yet. */
type Unplaced = Omit<ProseBlock, 'section'> & { readonly heading: Heading | null };

/** Reads all text of a post, in one pass over what holds it. */
export function readText(source: string, outline: Outline, markup: Markup): Text {
  const reader = new ProseReader(source, markup);
  const blocks: Unplaced[] = [];
  for (const part of outline.parts) {
    if (part.node.type !== 'html') blocks.push(markdownBlock(source, part as Container, reader));
    else
      for (const text of reader.readHtml({ ...part, node: part.node }))
        blocks.push({ ...text, html: true, node: part.node });
  }
  const headings = blocks.filter(({ heading }) => heading !== null);
  const sections = sectionsOf(
    headings.flatMap(({ heading, depth }) => (depth === 0 ? [heading!] : [])),
    source.length,
  );
  const { bareLinks, textRanges, htmlLinks, comments, tags } = reader.found;
  return {
    headings: headings.map(({ heading }) => heading!),
    sections,
    prose: placeInSections(blocks, sections),
    bareLinks,
    textRanges,
    htmlLinks: htmlLinks.sort((a, b) => a.range.start - b.range.start),
    htmlComments: comments,
    tags,
    htmlBlocks: () => reader.htmlBlocks(),
  };
}

function markdownBlock(source: string, container: Container, reader: ProseReader): Unplaced {
  const { node, depth, inList, quoteDepth } = container;
  const text = reader.read(container);
  const { flow } = reader;
  const kind = node.type === 'tableCell' ? 'cell' : node.type;
  return {
    ...text,
    kind,
    range: contentRange(node),
    inList: inList || flow.inList,
    inQuote: quoteDepth > 0 || flow.inQuote,
    depth: depth + flow.depth,
    html: false,
    node,
    heading: headingFrom(source, node, text),
  };
}

function headingFrom(source: string, node: Container['node'], text: InlineText): Heading | null {
  if (node.type !== 'heading') return null;
  const range = rangeOf(node);
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  const marks = /^[ \t]*#*[ \t]*/.exec(source.slice(range.start, Math.min(range.end, range.start + 16)))![0]
    .length;
  const textRange = { start: start ?? range.start + marks, end: end ?? range.start + marks };
  return { depth: node.depth, range, textRange, html: false, text: text.text, sourceRange: text.sourceRange };
}

function placeInSections(blocks: readonly Unplaced[], sections: readonly Section[]): ProseBlock[] {
  let next = 0;
  return blocks.map(({ heading: _, ...block }) => {
    while ((sections[next]?.range.start ?? Number.POSITIVE_INFINITY) <= block.range.start) next++;
    return { ...block, section: sections[next - 1] ?? null };
  });
}

/** From the first to the last character of its content: of task items, parsers disagree on what is before. */
function contentRange(node: Container['node']): Range {
  const whole = rangeOf(node);
  if (node.type === 'heading') return whole;
  return {
    start: node.children[0]?.position?.start.offset ?? whole.start,
    end: node.children.at(-1)?.position?.end.offset ?? whole.end,
  };
}
