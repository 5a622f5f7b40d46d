import type { Html, Link as LinkNode, Nodes, PhrasingContent } from 'mdast';
import { findBareLinks } from './bare-links.ts';
import { appendDecoded } from './decode.ts';
import { type HtmlToken, tokenizeHtml } from './html.ts';
import { type MappedText, MappedTextBuilder, opaque } from './mapped-text.ts';
import type { BareLink, Comment, Link, LinkSpan } from './model.ts';
import type { Container } from './outline.ts';
import type { Range } from './source.ts';

/** What reading the prose of a post finds besides the prose itself. Lists grow in source order. */
export interface ProseFindings {
  readonly bareLinks: BareLink[];
  readonly textRanges: Range[];
  readonly htmlLinks: Link[];
  readonly comments: Comment[];
}

/** The text of one container. */
export interface ContainerText extends MappedText {
  readonly links: readonly LinkSpan[];
}

// Elements whose text is no prose.
const codeElements = new Set(['code', 'kbd', 'samp', 'var', 'pre', 'script', 'style', 'textarea']);

/** Reads the containers of one post. The parser's text nodes are not asked for text: only for where it stands. */
export class ProseReader {
  readonly found: ProseFindings = { bareLinks: [], textRanges: [], htmlLinks: [], comments: [] };
  #templateIndex = 0;

  /** @param templates template tags, ascending */
  constructor(
    private readonly source: string,
    private readonly templates: readonly Range[],
  ) {}

  /** Text, links and HTML of one container. Containers must come in source order. */
  read(container: Container): ContainerText {
    const { node, quoteDepth } = container;
    return this.readChildren(node.children as PhrasingContent[], rangeOf(node), quoteDepth);
  }

  /** Text of the children of one node, as of a container. */
  readChildren(children: readonly PhrasingContent[], within: Range, quoteDepth: number): ContainerText {
    const pass = new Pass(this, this.source, quoteDepth);
    pass.children(children, within);
    return pass.finish();
  }

  /** Links, comments and text of HTML that stands as a block of its own. */
  readHtmlBlock(node: Html): void {
    const { start, end } = rangeOf(node);
    const pass = new Pass(this, this.source, 0);
    for (const token of tokenizeHtml(this.source, start, end)) pass.html(token);
    pass.finish();
  }

  /** The template tags that overlap a range; ranges must be asked for in ascending order of start. */
  templatesIn(start: number, end: number): Range[] {
    const templates = this.templates;
    while (this.#templateIndex > 0 && templates[this.#templateIndex - 1]!.end > start) this.#templateIndex--;
    while ((templates[this.#templateIndex]?.end ?? Number.POSITIVE_INFINITY) <= start) this.#templateIndex++;
    const found: Range[] = [];
    for (let i = this.#templateIndex; (templates[i]?.start ?? end) < end; i++) found.push(templates[i]!);
    return found;
  }
}

interface OpenAnchor {
  readonly tag: HtmlToken & { kind: 'start' };
  readonly textStart: number;
}

/** One pass over the children of one container. */
class Pass {
  readonly #text = new MappedTextBuilder();
  readonly #links: LinkSpan[] = [];
  #linkDepth = 0;
  #codeDepth = 0;
  #anchor: OpenAnchor | null = null;

  constructor(
    private readonly reader: ProseReader,
    private readonly source: string,
    private readonly quoteDepth: number,
  ) {}

  finish(): ContainerText {
    const { text, sourceRange } = this.#text.finish();
    return { text, sourceRange, links: this.#links };
  }

  /**
   * Reads siblings. Text and what GFM made of bare addresses are taken together, as one stretch of source:
   * the parsers cut such stretches differently, and leave some of the pieces without a position.
   */
  children(nodes: readonly PhrasingContent[], within: Range): void {
    let runStart = -1;
    let reached = nodes[0]?.position?.start.offset ?? within.start;
    for (const node of nodes) {
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (start === undefined || end === undefined || isPlain(node, this.source)) {
        if (runStart < 0) runStart = start ?? reached;
        if (end !== undefined) reached = end;
        continue;
      }
      if (runStart >= 0) this.#run(runStart, start);
      runStart = -1;
      this.#node(node, { start, end });
      reached = end;
    }
    if (runStart >= 0) this.#run(runStart, Math.max(reached, this.#contentEnd(nodes, within)));
  }

  html(token: HtmlToken): void {
    if (token.kind === 'text') this.#run(token.range.start, token.range.end);
    else if (token.kind === 'comment') this.#comment(token);
    else if (token.kind === 'start') this.#startTag(token);
    else this.#endTag(token);
  }

  /** Where the last sibling ends: only unpositioned ones leave it to the container. */
  #contentEnd(nodes: readonly PhrasingContent[], within: Range): number {
    return nodes.at(-1)?.position?.end.offset ?? within.end;
  }

  #node(node: PhrasingContent, range: Range): void {
    switch (node.type) {
      case 'emphasis':
      case 'strong':
      case 'delete':
        this.children(node.children, range);
        break;
      case 'link':
        if (this.source[range.start] === '<') this.#opaque(range);
        else this.#link(node.children, range, node.url);
        break;
      case 'linkReference':
        this.#link(node.children, range, '');
        break;
      case 'break':
        this.#text.atom(' ', range.start, range.end);
        break;
      case 'footnoteReference':
        break;
      case 'html':
        for (const token of tokenizeHtml(this.source, range.start, range.end)) this.html(token);
        break;
      default:
        this.#opaque(range);
    }
  }

  #link(children: readonly PhrasingContent[], range: Range, url: string): void {
    const start = this.#text.length;
    this.#linkDepth++;
    this.children(children, range);
    this.#linkDepth--;
    this.#links.push({ start, end: this.#text.length, url });
  }

  #opaque(range: Range): void {
    if (this.#codeDepth === 0) this.#text.atom(opaque, range.start, range.end);
  }

  /** A stretch of text: cut at template tags and bare addresses, which are no prose, and decoded between. */
  #run(start: number, end: number): void {
    if (this.#codeDepth > 0) {
      this.#text.atom(opaque, start, end);
      return;
    }
    let from = start;
    for (const tag of this.reader.templatesIn(start, end)) {
      this.#plain(from, Math.max(from, tag.start));
      this.#text.atom(opaque, Math.max(from, tag.start), Math.min(end, tag.end));
      from = Math.max(from, Math.min(end, tag.end));
    }
    this.#plain(from, end);
  }

  #plain(start: number, end: number): void {
    let from = start;
    for (const link of findBareLinks(this.source, start, end)) {
      this.#prose(from, link.range.start);
      this.#text.atom(opaque, link.range.start, link.range.end);
      if (this.#linkDepth === 0) this.reader.found.bareLinks.push(link);
      from = link.range.end;
    }
    this.#prose(from, end);
  }

  #prose(start: number, end: number): void {
    if (start >= end) return;
    this.reader.found.textRanges.push({ start, end });
    appendDecoded(this.#text, this.source, start, end, this.quoteDepth);
  }

  #comment(token: HtmlToken & { kind: 'comment' }): void {
    this.reader.found.comments.push({ kind: 'html', range: token.range, textRange: token.textRange });
  }

  #startTag(token: HtmlToken & { kind: 'start' }): void {
    if (token.name === 'br') this.#text.atom(' ', token.range.start, token.range.end);
    else if (codeElements.has(token.name)) this.#codeDepth++;
    else if (token.name === 'img') this.#image(token);
    else if (token.name === 'a') this.#openAnchor(token);
  }

  #endTag(token: HtmlToken & { kind: 'end' }): void {
    if (codeElements.has(token.name)) this.#codeDepth = Math.max(0, this.#codeDepth - 1);
    else if (token.name === 'a') this.#closeAnchor(token.range);
  }

  #openAnchor(tag: HtmlToken & { kind: 'start' }): void {
    if (this.#anchor !== null || tag.attribute('href') === undefined) return;
    this.#anchor = { tag, textStart: this.#text.length };
    this.#linkDepth++;
  }

  #closeAnchor(range: Range): void {
    const anchor = this.#anchor;
    const target = anchor?.tag.attribute('href');
    if (!anchor || !target) return;
    this.#anchor = null;
    this.#linkDepth--;
    const start = anchor.textStart;
    const end = this.#text.length;
    const builder = this.#text;
    this.#links.push({ start, end, url: target.value });
    const whole = { start: anchor.tag.range.start, end: range.end };
    const textRange = { start: anchor.tag.range.end, end: range.start };
    this.reader.found.htmlLinks.push({
      kind: 'html',
      range: whole,
      url: target.value,
      urlRange: target.range,
      // Sliced when asked: slicing while the text still grows would copy it for every link.
      get text() {
        return builder.slice(start, end);
      },
      textRange,
      dynamic: this.reader.templatesIn(target.range.start, target.range.end).length > 0,
    });
  }

  #image(tag: HtmlToken & { kind: 'start' }): void {
    const target = tag.attribute('src');
    const alt = tag.attribute('alt');
    this.#opaque(tag.range);
    if (!target) return;
    const text = new MappedTextBuilder();
    if (alt) appendDecoded(text, this.source, alt.range.start, alt.range.end, this.quoteDepth);
    this.reader.found.htmlLinks.push({
      kind: 'image',
      range: tag.range,
      url: target.value,
      urlRange: target.range,
      text: text.finish(),
      textRange: alt?.range ?? null,
      dynamic: this.reader.templatesIn(target.range.start, target.range.end).length > 0,
    });
  }
}

/** Text, or what GFM made of a bare address in text: a link that starts with no bracket. */
function isPlain(node: PhrasingContent, source: string): boolean {
  if (node.type === 'text') return true;
  if (node.type !== 'link') return false;
  const first = source[(node as LinkNode).position?.start.offset ?? 0];
  return first !== '[' && first !== '<';
}

/** The range of a positioned node; an empty one at the start of the file where the parser gave none. */
export function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
