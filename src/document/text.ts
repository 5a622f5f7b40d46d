import type { HtmlTextBlock } from './html-text.ts';
import type { MappedText } from './mapped-text.ts';
import type { Markup } from './markup.ts';
import type { BareLink, Block, Comment, Heading, Link, ProseBlock, Section, Tag } from './model.ts';
import { type Container, type HtmlPart, type Outline, rangeOf } from './outline.ts';
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
type Unplaced = ProseBlock & { section: Section | null };

/** Reads all text of a post, in one pass over what holds it. */
export function readText(source: string, outline: Outline, markup: Markup): Text {
  const reader = new ProseReader(source, markup);
  const blocks: Unplaced[] = [];
  const headings: Heading[] = [];
  const topHeadings: Heading[] = [];
  const add = (block: Unplaced, heading: Heading | null) => {
    blocks.push(block);
    if (heading === null) return;
    headings.push(heading);
    if (block.depth === 0) topHeadings.push(heading);
  };
  for (let i = 0; i < outline.parts.length; i++) {
    const part = outline.parts[i]!;
    const { node } = part;
    if (node.type !== 'html') {
      const block = markdownBlock(part as Container, reader);
      add(block, headingFrom(source, node, block));
    } else for (const text of reader.readHtml(part as HtmlPart)) add(htmlBlock(text, node), text.heading);
  }
  const sections = sectionsOf(topHeadings, source.length);
  placeInSections(blocks, sections);
  const { bareLinks, textRanges, htmlLinks, comments, tags } = reader.found;
  return {
    headings,
    sections,
    prose: blocks,
    bareLinks,
    textRanges,
    htmlLinks: htmlLinks.sort((a, b) => a.range.start - b.range.start),
    htmlComments: comments,
    tags,
    htmlBlocks: () => reader.htmlBlocks(),
  };
}

// Blocks are written out property by property: a post has thousands, and spreading an object costs more than reading one.
function markdownBlock(container: Container, reader: ProseReader): Unplaced {
  const { node, depth, inList, quoteDepth } = container;
  const { text, sourceRange, links, marks } = reader.read(container);
  const { flow } = reader;
  return {
    text,
    sourceRange,
    links,
    marks,
    kind: node.type === 'tableCell' ? 'cell' : node.type,
    range: contentRange(node),
    section: null,
    inList: inList || flow.inList,
    inQuote: quoteDepth > 0 || flow.inQuote,
    depth: depth + flow.depth,
    html: false,
    node,
  };
}

function htmlBlock(block: HtmlTextBlock, node: HtmlPart['node']): Unplaced {
  const { text, sourceRange, links, marks, kind, range, inList, inQuote, depth } = block;
  return {
    text,
    sourceRange,
    links,
    marks,
    kind,
    range,
    section: null,
    inList,
    inQuote,
    depth,
    html: true,
    node,
  };
}

function headingFrom(source: string, node: Container['node'], text: MappedText): Heading | null {
  if (node.type !== 'heading') return null;
  const range = rangeOf(node);
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  const marks = /^[ \t]*#*[ \t]*/.exec(source.slice(range.start, Math.min(range.end, range.start + 16)))![0]
    .length;
  const textRange = { start: start ?? range.start + marks, end: end ?? range.start + marks };
  return { depth: node.depth, range, textRange, html: false, text: text.text, sourceRange: text.sourceRange };
}

function placeInSections(blocks: readonly Unplaced[], sections: readonly Section[]): void {
  let next = 0;
  for (const block of blocks) {
    while ((sections[next]?.range.start ?? Number.POSITIVE_INFINITY) <= block.range.start) next++;
    block.section = sections[next - 1] ?? null;
  }
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
