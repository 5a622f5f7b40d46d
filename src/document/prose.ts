import type { PhrasingContent } from 'mdast';
import { HtmlFlow } from './html-flow.ts';
import { type HtmlTextBlock, HtmlTextReader } from './html-text.ts';
import { InlineReader } from './inline.ts';
import type { Markup } from './markup.ts';
import type { Block } from './model.ts';
import { type Container, type HtmlPart, rangeOf } from './outline.ts';
import type { Found, InlineText, Reading } from './reading.ts';
import type { Range } from './source.ts';
import type { Template } from './template-tags.ts';

/** Reads what holds the text of one post. The parser's text nodes are not asked for text: only for where it stands. */
export class ProseReader {
  readonly found: Found = { bareLinks: [], textRanges: [], htmlLinks: [], comments: [], tags: [] };
  /** The elements of raw HTML that are open where the reading has come to. */
  readonly flow = new HtmlFlow();
  readonly #textBlocks: Block[] = [];
  readonly #markdownReadings: Reading[] = [];
  #templateIndex = 0;

  constructor(
    private readonly source: string,
    private readonly markup: Markup,
  ) {}

  /** Text, links and HTML of one container. Parts must come in source order. */
  read(container: Container): InlineText {
    const { node, quoteDepth } = container;
    return this.readChildren(node.children as PhrasingContent[], rangeOf(node), quoteDepth);
  }

  /** Text of the children of one node, as of a container. */
  readChildren(children: readonly PhrasingContent[], within: Range, quoteDepth: number): InlineText {
    const reader = new InlineReader(this.#markdownReading(quoteDepth));
    reader.children(children, within);
    reader.close(within.end);
    return reader.finish();
  }

  /** The text in raw HTML that stands as a block of its own. Parts must come in source order. */
  readHtml(part: HtmlPart): readonly HtmlTextBlock[] {
    const reader = new HtmlTextReader(part, this.flow, this.#reading(part.quoteDepth, false));
    const texts = reader.read(rangeOf(part.node));
    // One by one: a long list of arguments would overflow the stack.
    for (const block of reader.flowBlocks) this.#textBlocks.push(block);
    return texts;
  }

  /** The blocks that raw HTML makes, in no order. To be asked for at the end. */
  htmlBlocks(): readonly Block[] {
    this.flow.finish(this.source.length);
    return [...this.flow.blocks, ...this.#textBlocks];
  }

  /** One for each depth: a post has thousands of texts. */
  #markdownReading(quoteDepth: number): Reading {
    this.#markdownReadings[quoteDepth] ??= this.#reading(quoteDepth, true);
    return this.#markdownReadings[quoteDepth];
  }

  #reading(quoteDepth: number, escapes: boolean): Reading {
    return {
      source: this.source,
      markup: this.markup.text,
      found: this.found,
      templatesIn: this.#templatesIn,
      quoteDepth,
      escapes,
    };
  }

  /** The template tags that overlap a range; ranges must be asked for in ascending order of start. */
  readonly #templatesIn = (start: number, end: number): readonly Template[] => {
    const { templates } = this.markup;
    if (templates.length === 0) return templates;
    while (this.#templateIndex > 0 && templates[this.#templateIndex - 1]!.end > start) this.#templateIndex--;
    while ((templates[this.#templateIndex]?.end ?? Number.POSITIVE_INFINITY) <= start) this.#templateIndex++;
    const found: Template[] = [];
    for (let i = this.#templateIndex; (templates[i]?.start ?? end) < end; i++) found.push(templates[i]!);
    return found;
  };
}
