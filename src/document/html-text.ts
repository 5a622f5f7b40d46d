import { type HtmlToken, tokenizeHtml } from './html.ts';
import { type HtmlFlow, isBlockElement } from './html-flow.ts';
import { InlineReader } from './inline.ts';
import { opaque } from './mapped-text.ts';
import type { Block, Heading, ProseBlock } from './model.ts';
import type { HtmlPart } from './outline.ts';
import type { InlineText, Reading } from './reading.ts';
import type { Range } from './source.ts';

/** A stretch of text in raw HTML: a block that holds no other. */
export interface HtmlTextBlock extends InlineText {
  readonly kind: ProseBlock['kind'];
  /** From the first to the last character of its content; of a heading with its tags. */
  readonly range: Range;
  readonly inList: boolean;
  readonly inQuote: boolean;
  readonly depth: number;
  readonly heading: Heading | null;
}

/** How much of each was read. */
interface ReadSoFar {
  readonly text: number;
  readonly links: number;
  readonly marks: number;
}

const embedded = new Set(['img', 'iframe', 'video', 'audio', 'embed', 'object', 'canvas']);

/** A block that is being read. */
interface Current {
  readonly kind: ProseBlock['kind'];
  readonly level: number;
  /** Where its start tag begins; of text without an element of its own, where its content does. */
  readonly start: number;
  /** Whether it is an element: else it is text that stands directly in one. */
  readonly element: string | null;
  /** What was read before it. */
  readonly before: ReadSoFar;
  contentStart: number;
  contentEnd: number;
  hasImage: boolean;
}

/** Reads one piece of raw HTML as a browser would: which text belongs together, and what it is. */
export class HtmlTextReader {
  readonly #inline: InlineReader;
  readonly #blocks: HtmlTextBlock[] = [];
  /** Paragraphs, headings and images, in source order. */
  readonly flowBlocks: Block[] = [];
  #current: Current | null = null;
  /** Where inline tags began that no text has followed yet. */
  #pendingStart: number | null = null;

  constructor(
    private readonly part: HtmlPart,
    private readonly flow: HtmlFlow,
    private readonly reading: Reading,
  ) {
    this.#inline = new InlineReader(reading);
  }

  read({ start, end }: Range): readonly HtmlTextBlock[] {
    for (const token of tokenizeHtml(this.reading.markup, start, end)) this.#token(token);
    this.#inline.close(end);
    this.#endBlock(end);
    return this.#blocks;
  }

  #token(token: HtmlToken): void {
    if ((token.kind === 'start' || token.kind === 'end') && isBlockElement(token.name)) {
      this.#blockTag(token);
    } else if (token.kind === 'text' || token.kind === 'start') {
      this.#content(token);
    } else {
      this.#inline.token(token);
      if (this.#current && token.kind === 'end') this.#current.contentEnd = token.range.end;
    }
  }

  #blockTag(token: HtmlToken & { kind: 'start' | 'end' }): void {
    const { kind, name, range } = token;
    this.#endBlock(kind === 'end' && this.#current?.element === name ? range.end : range.start);
    this.#inline.token(token);
    if (kind === 'end') {
      this.flow.close(name, range.end);
      return;
    }
    this.flow.open(name, range.start, range.end, this.part.depth);
    if (name === 'p' || headingLevel(name) > 0) this.#beginBlock(name, range.start, range.end);
  }

  #content(token: HtmlToken & { kind: 'text' | 'start' }): void {
    const { start, end } = this.#visible(token);
    // White space counts between words, not at the start of a block.
    const isNothing = start === end || this.#inline.isOutOfSight;
    const isEmbedded = token.kind === 'start' && embedded.has(token.name);
    if (!this.#current && !isNothing) {
      if (token.kind === 'start' && !isEmbedded) this.#pendingStart ??= start;
      else this.#beginBlock(null, this.#pendingStart ?? start, this.#pendingStart ?? start);
    }
    if (!isNothing || this.#current || token.kind === 'start') this.#inline.token(token);
    const current = this.#current;
    if (!current || isNothing) return;
    if (current.contentEnd < 0) current.contentStart = this.#pendingStart ?? start;
    current.contentEnd = end;
    if (isEmbedded) current.hasImage = true;
  }

  /** A token without the white space around it; empty where it is nothing else. */
  #visible({ kind, range }: HtmlToken): Range {
    if (kind !== 'text') return range;
    const { markup } = this.reading;
    const text = markup.slice(range.start, range.end);
    const blank = this.reading.quoteDepth > 0 ? /^[ \t\r\n>]*/ : /^[ \t\r\n]*/;
    const start = range.start + blank.exec(text)![0].length;
    let end = range.end;
    while (end > start && /[ \t\r\n]/.test(markup[end - 1]!)) end--;
    return { start, end };
  }

  #beginBlock(element: string | null, start: number, contentStart: number): void {
    const level = element === null ? 0 : headingLevel(element);
    const kind = level > 0 ? 'heading' : this.flow.textKind;
    const before = this.#inline.readSoFar;
    this.#current = { kind, level, start, element, before, contentStart, contentEnd: -1, hasImage: false };
  }

  /** @param end where its element ends, its end tag included */
  #endBlock(end: number): void {
    this.#pendingStart = null;
    const current = this.#current;
    if (!current) return;
    this.#current = null;
    const content = { start: current.contentStart, end: Math.max(current.contentStart, current.contentEnd) };
    const whole = current.element === null ? content : { start: current.start, end };
    const text = sliceOf(this.#inline, current.before);
    this.#blocks.push({
      ...text,
      kind: current.kind,
      range: current.kind === 'heading' ? whole : content,
      inList: this.flow.inList || this.part.inList,
      inQuote: this.flow.inQuote || this.part.quoteDepth > 0,
      depth: this.part.depth + this.flow.depth,
      heading: current.level > 0 ? headingOf(current.level, whole, content, text) : null,
    });
    this.#addFlowBlock(current.hasImage && isOpaque(text.text) ? 'image' : current.kind, whole);
    this.#inline.separate(end);
  }

  #addFlowBlock(kind: ProseBlock['kind'] | 'image', range: Range): void {
    if (kind === 'cell') return;
    this.flowBlocks.push({ kind, range, depth: this.part.depth + this.flow.depth });
  }
}

function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

function headingOf(
  depth: number,
  range: Range,
  textRange: Range,
  { text, sourceRange }: InlineText,
): Heading {
  return { depth, range, textRange, html: true, text, sourceRange };
}

function isOpaque(text: string): boolean {
  return [...text].every((character) => character === opaque || character === ' ');
}

/** What was read since then, without the white space at both ends. */
function sliceOf(inline: InlineReader, before: ReadSoFar): InlineText {
  const { text, sourceRange, links, marks } = inline.since(before);
  let start = 0;
  let end = text.length;
  while (start < end && /[ \t]/.test(text[start]!)) start++;
  while (end > start && /[ \t]/.test(text[end - 1]!)) end--;
  const within = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: Math.min(Math.max(span.start - before.text, start), end) - start,
    end: Math.max(Math.min(span.end - before.text, end), start) - start,
  });
  return {
    text: text.slice(start, end),
    sourceRange: (first, last) => sourceRange(start + first, start + last),
    links: links.map(within),
    marks: marks.map(within),
  };
}
