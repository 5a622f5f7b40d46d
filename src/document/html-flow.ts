import type { Block } from './model.ts';

// What separates the text before it from the text behind it (HTML standard, 15.3.3 "Flow content" and after).
const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** What an element is in the flow of a post, where that is something. */
const blockKinds: Readonly<Record<string, Block['kind']>> = {
  ul: 'list',
  ol: 'list',
  menu: 'list',
  dl: 'list',
  li: 'item',
  dt: 'item',
  dd: 'item',
  blockquote: 'quote',
  table: 'table',
  pre: 'code',
  figure: 'image',
  hr: 'rule',
};
const holders = new Set<Block['kind']>(['list', 'item', 'quote', 'table']);
const voidElements = new Set(['hr']);

/** A block whose end is not known before its end tag is read. */
export interface GrowingBlock extends Block {
  range: { start: number; end: number };
}

/** Whether text is parted by an element. */
export function isBlockElement(name: string): boolean {
  return blockElements.has(name);
}

/**
 * The elements of raw HTML that are open. They stay open from one piece of raw HTML to the next, with Markdown in
 * between: `<blockquote>`, an empty line, a paragraph, an empty line, `</blockquote>`.
 */
export class HtmlFlow {
  /** The blocks that were opened, in source order. */
  readonly blocks: GrowingBlock[] = [];
  readonly #open: { readonly name: string; readonly block: GrowingBlock | null }[] = [];
  readonly #counts = new Map<string, number>();
  #depth = 0;

  /** How many lists, items, quotes and tables are open. */
  get depth(): number {
    return this.#depth;
  }

  get inList(): boolean {
    return this.#has('li') || this.#has('dd') || this.#has('dt');
  }

  get inQuote(): boolean {
    return this.#has('blockquote');
  }

  /** What text is that stands directly in the open elements. */
  get textKind(): 'paragraph' | 'cell' | 'caption' {
    if (this.#has('td') || this.#has('th')) return 'cell';
    const isCaption = this.#has('caption') || this.#has('figcaption') || this.#has('summary');
    return isCaption ? 'caption' : 'paragraph';
  }

  /** @param depth how many blocks of Markdown it stands in */
  open(name: string, start: number, end: number, depth: number): void {
    if (impliesEnd(this.#open.at(-1)?.name, name)) this.#pop(start);
    const kind = blockKinds[name];
    const block: GrowingBlock | null =
      kind === undefined ? null : { kind, range: { start, end }, depth: depth + this.#depth };
    if (block) this.blocks.push(block);
    if (voidElements.has(name)) return;
    this.#open.push({ name, block });
    this.#count(name, 1);
    if (block && holders.has(block.kind)) this.#depth++;
  }

  /** An end tag ends what is open inside its element too; one that matches nothing is ignored. */
  close(name: string, end: number): void {
    if (!this.#has(name)) return;
    while (this.#pop(end) !== name);
  }

  /** Ends what no tag has ended. */
  finish(end: number): void {
    while (this.#open.length > 0) this.#pop(end);
  }

  #pop(end: number): string | undefined {
    const element = this.#open.pop();
    if (!element) return undefined;
    this.#count(element.name, -1);
    if (element.block) {
      element.block.range.end = end;
      if (holders.has(element.block.kind)) this.#depth--;
    }
    return element.name;
  }

  #has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  #count(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }
}

const itemGroups = [['li'], ['dt', 'dd'], ['td', 'th'], ['tr']];

/** Whether a start tag ends the element before it, as `<li>` ends the `<li>` that was not closed. */
function impliesEnd(open: string | undefined, name: string): boolean {
  return open !== undefined && itemGroups.some((group) => group.includes(open) && group.includes(name));
}
