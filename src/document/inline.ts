import type { Link as LinkNode, PhrasingContent } from 'mdast';
import { findBareLinks } from './bare-links.ts';
import { appendDecoded } from './decode.ts';
import { type HtmlAttribute, type HtmlToken, tokenizeHtml } from './html.ts';
import { embeddedElements, hiddenElements, markElements, opaqueElements } from './inline-elements.ts';
import { LazyLink } from './lazy-link.ts';
import { MappedTextBuilder, opaque } from './mapped-text.ts';
import type { Link, LinkSpan, Mark } from './model.ts';
import { rangeOf } from './outline.ts';
import type { InlineText, Reading } from './reading.ts';
import type { Range } from './source.ts';

type StartTag = HtmlToken & { kind: 'start' };

const remarkable = /[\\&\r\n@]|:\/\/|www\./;
const none: readonly never[] = [];
const addressRest = /^[^\s<>()[\]|"{]*/;

/** Whether text is read as it stands: it has no escape, entity, line end or address in it. */
export function isVerbatim(text: string): boolean {
  return !remarkable.test(text);
}

interface OpenTag {
  readonly tag: StartTag;
  readonly textStart: number;
}

/** Reads inline content, piece by piece, to one text. */
export class InlineReader {
  readonly #text = new MappedTextBuilder();
  /** These are made when there is one: few texts have any, and a post has thousands of texts. */
  #links: LinkSpan[] | null = null;
  #marks: Mark[] | null = null;
  #openMarks: Map<string, OpenTag[]> | null = null;
  #linkDepth = 0;
  #opaqueDepth = 0;
  #hiddenDepth = 0;
  #preDepth = 0;
  #anchor: OpenTag | null = null;

  constructor(private readonly reading: Reading) {}

  /** How many UTF-16 units of text, links and marks were read. */
  get readSoFar(): { text: number; links: number; marks: number } {
    return { text: this.#text.length, links: this.#links?.length ?? 0, marks: this.#marks?.length ?? 0 };
  }

  /** Whether text that is read now is no text: it stands in `<script>`, `<style>`, `<pre>` and the like. */
  get isOutOfSight(): boolean {
    return this.#hiddenDepth > 0 || this.#preDepth > 0;
  }

  /** What was read, as it stands now. */
  finish(): InlineText {
    const { text, sourceRange } = this.#text.finish();
    return { text, sourceRange, links: this.#links ?? none, marks: this.#marks ?? none };
  }

  /** What was read since then; links and marks with their places in all that was read. */
  since(before: { text: number; links: number; marks: number }): InlineText {
    const { text, sourceRange } = this.#text.slice(before.text, this.#text.length);
    const links = this.#links?.slice(before.links) ?? none;
    return { text, sourceRange, links, marks: this.#marks?.slice(before.marks) ?? none };
  }

  /** Ends what is still open, as a browser does where its surroundings end. */
  close(at: number): void {
    this.#closeAnchor({ start: at, end: at });
  }

  /** Parts what was read from what follows. */
  separate(at: number): void {
    this.#text.atom('\n', at, at);
  }

  /**
   * Reads siblings. Text and what GFM made of bare addresses are taken together, as one stretch of source:
   * the parsers cut such stretches differently, and leave some of the pieces without a position.
   */
  children(nodes: readonly PhrasingContent[], within: Range): void {
    let runStart = -1;
    let reached = nodes[0]?.position?.start.offset ?? within.start;
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      const { position } = node;
      const start = position?.start.offset;
      const end = position?.end.offset;
      if (start === undefined || end === undefined || isPlain(node, this.reading.source)) {
        if (runStart < 0) runStart = start ?? reached;
        if (end !== undefined) reached = end;
        continue;
      }
      if (runStart >= 0) this.run(runStart, start);
      runStart = -1;
      this.#node(node, { start, end });
      reached = end;
    }
    if (runStart >= 0)
      this.run(runStart, Math.max(reached, nodes.at(-1)?.position?.end.offset ?? within.end));
  }

  /** Reads a piece of HTML. */
  token(token: HtmlToken): void {
    if (token.kind === 'text') this.run(token.range.start, token.range.end);
    else if (token.kind === 'comment') {
      this.reading.found.comments.push({ kind: 'html', range: token.range, textRange: token.textRange });
    } else if (token.kind === 'start') this.#startTag(token);
    else this.#endTag(token);
  }

  /** A stretch of text: cut at template tags and bare addresses, which are no prose, and decoded between. */
  run(start: number, end: number): void {
    if (this.#hiddenDepth > 0) return;
    if (this.#opaqueDepth + this.#preDepth > 0) {
      this.#text.atom(opaque, start, end);
      return;
    }
    const tags = this.reading.templatesIn(start, end);
    if (tags.length === 0) {
      this.#plain(start, end, false);
      return;
    }
    let from = start;
    for (const tag of tags) {
      const tagStart = Math.max(from, tag.start);
      this.#plain(from, tagStart, !tag.isFormat);
      from = Math.max(from, Math.min(end, tag.end));
      if (tag.isFormat) continue;
      // An address that begins with a tag goes on behind it.
      if (this.reading.source[from] === '/')
        from += addressRest.exec(this.reading.source.slice(from, Math.min(end, from + 500)))![0].length;
      this.#text.atom(opaque, tagStart, from);
    }
    this.#plain(from, end, false);
  }

  #node(node: PhrasingContent, range: Range): void {
    switch (node.type) {
      case 'emphasis':
      case 'strong':
      case 'delete':
        this.#mark(node, range);
        break;
      case 'link':
        if (this.reading.source[range.start] === '<') this.#opaque(range);
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
        for (const token of tokenizeHtml(this.reading.markup, range.start, range.end)) this.token(token);
        break;
      default:
        this.#opaque(range);
    }
  }

  #mark(node: PhrasingContent & { type: Mark['kind']; children: PhrasingContent[] }, range: Range): void {
    const start = this.#text.length;
    this.children(node.children, range);
    const { source } = this.reading;
    const isSingle = node.type === 'emphasis' || (node.type === 'delete' && source[range.start + 1] !== '~');
    const width = isSingle ? 1 : 2;
    const textRange = { start: range.start + width, end: range.end - width };
    this.#addMark({ kind: node.type, start, end: this.#text.length, range, textRange });
  }

  #link(children: readonly PhrasingContent[], range: Range, url: string): void {
    const start = this.#text.length;
    this.#linkDepth++;
    this.children(children, range);
    this.#linkDepth--;
    this.#addLink({ start, end: this.#text.length, url, range });
  }

  #addLink(link: LinkSpan): void {
    this.#links ??= [];
    this.#links.push(link);
  }

  #addMark(mark: Mark): void {
    this.#marks ??= [];
    this.#marks.push(mark);
  }

  #opaque(range: Range): void {
    if (this.#opaqueDepth + this.#hiddenDepth === 0) this.#text.atom(opaque, range.start, range.end);
  }

  /** @param leadsToTag whether what a tag shows follows at once */
  #plain(start: number, end: number, leadsToTag: boolean): void {
    const text = this.reading.source.slice(start, end);
    if (isVerbatim(text)) {
      if (start < end) this.reading.found.textRanges.push({ start, end });
      this.#text.verbatim(text, start);
      return;
    }
    let from = start;
    for (const link of findBareLinks(this.reading.source, start, end)) {
      this.#prose(from, link.range.start);
      this.#text.atom(opaque, link.range.start, link.range.end);
      const goesOn = leadsToTag && !/\s/.test(this.reading.source.slice(link.range.end, end));
      if (this.#linkDepth === 0 && !goesOn) this.reading.found.bareLinks.push(link);
      from = link.range.end;
    }
    this.#prose(from, end);
  }

  #prose(start: number, end: number): void {
    if (start >= end) return;
    this.reading.found.textRanges.push({ start, end });
    appendDecoded(this.#text, start, end, this.reading);
  }

  #startTag(tag: StartTag): void {
    const { name, range } = tag;
    this.reading.found.tags.push(tag);
    if (embeddedElements.has(name)) this.#opaque(range);
    if (name === 'br') this.#text.atom(' ', range.start, range.end);
    else if (name === 'pre') this.#preDepth++;
    else if (opaqueElements.has(name)) this.#opaqueDepth++;
    else if (hiddenElements.has(name)) this.#hiddenDepth++;
    else if (name === 'img') this.#image(tag);
    else if (name === 'a') this.#openAnchor(tag);
    else if (Object.hasOwn(markElements, name)) {
      this.#openMarks ??= new Map();
      const open = this.#openMarks.get(name) ?? [];
      open.push({ tag, textStart: this.#text.length });
      this.#openMarks.set(name, open);
    }
  }

  #endTag(token: HtmlToken & { kind: 'end' }): void {
    const { name, range } = token;
    this.reading.found.tags.push({ ...token, attribute: () => undefined });
    if (name === 'pre') this.#preDepth = Math.max(0, this.#preDepth - 1);
    else if (opaqueElements.has(name)) this.#opaqueDepth = Math.max(0, this.#opaqueDepth - 1);
    else if (hiddenElements.has(name)) this.#hiddenDepth = Math.max(0, this.#hiddenDepth - 1);
    else if (name === 'a') this.#closeAnchor(range);
    else this.#closeMark(name, range);
  }

  #closeMark(name: string, range: Range): void {
    const open = this.#openMarks?.get(name)?.pop();
    if (!open) return;
    this.#addMark({
      kind: markElements[name]!,
      start: open.textStart,
      end: this.#text.length,
      range: { start: open.tag.range.start, end: range.end },
      textRange: { start: open.tag.range.end, end: range.start },
    });
  }

  #openAnchor(tag: StartTag): void {
    // A link cannot stand in a link: the second `<a>` ends the first.
    this.#closeAnchor({ start: tag.range.start, end: tag.range.start });
    if (tag.attribute('href') === undefined) return;
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
    const whole = { start: anchor.tag.range.start, end: range.end };
    const { url, dynamic } = this.#targetOf(target);
    this.#addLink({ start, end, url, range: whole });
    this.reading.found.htmlLinks.push(
      new LazyLink(
        'html',
        whole,
        { url, urlRange: target.range, dynamic },
        { start: anchor.tag.range.end, end: range.start },
        // Sliced when asked: slicing while the text still grows would copy it for every link.
        () => builder.slice(start, end),
      ),
    );
  }

  #image(tag: StartTag): void {
    const target = tag.attribute('src');
    const alt = tag.attribute('alt');
    this.#opaque(tag.range);
    if (!target) return;
    const text = new MappedTextBuilder();
    if (alt) appendDecoded(text, alt.range.start, alt.range.end, { ...this.reading, escapes: false });
    this.reading.found.htmlLinks.push({
      kind: 'image',
      range: tag.range,
      urlRange: target.range,
      text: text.finish(),
      textRange: alt?.range ?? null,
      ...this.#targetOf(target),
    });
  }

  /** A target with template tags is as it is written. */
  #targetOf({ value, range }: HtmlAttribute): Pick<Link, 'url' | 'dynamic'> {
    const dynamic = this.reading.templatesIn(range.start, range.end).length > 0;
    return { url: dynamic ? this.reading.source.slice(range.start, range.end) : value, dynamic };
  }
}

/** Text, or what GFM made of a bare address in text: a link that starts with no bracket. */
function isPlain(node: PhrasingContent, source: string): boolean {
  if (node.type === 'text') return true;
  if (node.type !== 'link') return false;
  const first = source[rangeOf(node as LinkNode).start];
  return first !== '[' && first !== '<';
}
