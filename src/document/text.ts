import type { MappedText } from './mapped-text.ts';
import type { BareLink, Comment, Heading, Link, ProseBlock, Section } from './model.ts';
import type { Container, Outline } from './outline.ts';
import { ProseReader, rangeOf } from './prose.ts';
import { sectionsOf } from './sections.ts';
import type { Range } from './source.ts';

/** Everything that one reading of the prose gives. */
export interface Text {
  readonly prose: readonly ProseBlock[];
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly bareLinks: readonly BareLink[];
  readonly textRanges: readonly Range[];
  readonly htmlLinks: readonly Link[];
  readonly htmlComments: readonly Comment[];
}

/** Reads all prose of a post, in one pass over its containers and its blocks of HTML. */
export function readText(source: string, outline: Outline, templates: readonly Range[]): Text {
  const reader = new ProseReader(source, templates);
  const texts = outline.containers.map((container) => ({ container, text: reader.read(container) }));
  const headingOf = new Map(
    texts.flatMap(({ container, text }) => {
      const heading = headingFrom(source, container, text);
      return heading ? [[container.node, heading] as const] : [];
    }),
  );
  for (const node of outline.htmlBlocks) reader.readHtmlBlock(node);
  const topLevel = texts.flatMap(({ container }) => {
    const heading = headingOf.get(container.node);
    return heading && container.topLevel ? [heading] : [];
  });
  const sections = sectionsOf(topLevel, source.length);
  return {
    headings: [...headingOf.values()],
    sections,
    prose: placeInSections(texts, sections),
    bareLinks: reader.found.bareLinks.sort(byStart),
    textRanges: reader.found.textRanges.sort((a, b) => a.start - b.start),
    htmlLinks: reader.found.htmlLinks.sort(byStart),
    htmlComments: reader.found.comments.sort(byStart),
  };
}

function headingFrom(source: string, { node }: Container, text: MappedText): Heading | null {
  if (node.type !== 'heading') return null;
  const range = rangeOf(node);
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  const marks = /^[ \t]*#*[ \t]*/.exec(source.slice(range.start, Math.min(range.end, range.start + 16)))![0]
    .length;
  const textRange = { start: start ?? range.start + marks, end: end ?? range.start + marks };
  return { depth: node.depth, range, textRange, text: text.text, sourceRange: text.sourceRange };
}

function placeInSections(
  texts: readonly { container: Container; text: ReturnType<ProseReader['read']> }[],
  sections: readonly Section[],
): ProseBlock[] {
  let next = 0;
  return texts.map(({ container, text }) => {
    const range = contentRange(container.node);
    while ((sections[next]?.range.start ?? Number.POSITIVE_INFINITY) <= range.start) next++;
    return {
      kind: kindOf(container.node),
      range,
      section: sections[next - 1] ?? null,
      inList: container.inList,
      inQuote: container.quoteDepth > 0,
      links: text.links,
      node: container.node,
      text: text.text,
      sourceRange: text.sourceRange,
    };
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

function kindOf(node: Container['node']): ProseBlock['kind'] {
  return node.type === 'tableCell' ? 'cell' : node.type;
}

function byStart(a: { range: Range }, b: { range: Range }): number {
  return a.range.start - b.range.start;
}
