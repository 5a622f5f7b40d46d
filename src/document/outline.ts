import type {
  Definition,
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Paragraph,
  Root,
  TableCell,
} from 'mdast';
import type { Block } from './model.ts';
import { limits } from './preflight.ts';
import type { Range } from './source.ts';

/** Where a node stands. */
export interface Placement {
  readonly inList: boolean;
  /** How many block quotes it stands in. */
  readonly quoteDepth: number;
  /** How many of lists, items, quotes, tables and footnotes it stands in. */
  readonly depth: number;
}

/** A node that holds prose. */
export interface Container extends Placement {
  readonly node: Paragraph | Heading | TableCell;
}

/** Raw HTML that stands as a block of its own. */
export interface HtmlPart extends Placement {
  readonly node: Html;
}

export type LinkNode = Link | LinkReference | Image | ImageReference | Definition;

/** A link node, with how many block quotes it stands in. */
export interface PlacedLink extends Pick<Placement, 'quoteDepth'> {
  readonly node: LinkNode;
}

/** What one walk over the tree collects, each list in source order. */
export interface Outline {
  /** What holds the text of the post. */
  readonly parts: readonly (Container | HtmlPart)[];
  readonly links: readonly PlacedLink[];
  /** Lists, items, quotes, code, tables, rules and footnotes; one that holds others comes before them. */
  readonly blocks: readonly Block[];
  /** Whether the tree is deeper than any that is linted. */
  readonly tooDeep: boolean;
}

const blockKinds: { readonly [type in Nodes['type']]?: Block['kind'] } = {
  list: 'list',
  listItem: 'item',
  blockquote: 'quote',
  code: 'code',
  table: 'table',
  thematicBreak: 'rule',
  footnoteDefinition: 'footnote',
};

/** Walks the tree once. */
export function outlineOf(tree: Root): Outline {
  const walk = new Walk();
  walk.visit(tree, 0, { inList: false, quoteDepth: 0, depth: 0 }, false);
  return walk;
}

class Walk implements Outline {
  readonly parts: (Container | HtmlPart)[] = [];
  readonly links: PlacedLink[] = [];
  readonly blocks: Block[] = [];
  tooDeep = false;

  /**
   * Depth is the document's choice, but the limit bounds the recursion.
   *
   * @param inline whether the node stands in prose
   */
  visit(node: Nodes, level: number, place: Placement, inline: boolean): void {
    if (level > limits.nesting) {
      this.tooDeep = true;
      return;
    }
    const { inList, quoteDepth, depth } = place;
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.parts.push({ node, inList, quoteDepth, depth });
        this.#visitChildren(node.children, level, place, true);
        return;
      case 'link':
      case 'linkReference':
        this.links.push({ node, quoteDepth });
        this.#visitChildren(node.children, level, place, inline);
        return;
      case 'image':
      case 'imageReference':
      case 'definition':
        this.links.push({ node, quoteDepth });
        return;
      case 'html':
        if (!inline) this.parts.push({ node, inList, quoteDepth, depth });
        return;
    }
    const kind = blockKinds[node.type];
    if (kind !== undefined) this.blocks.push({ kind, range: rangeOf(node), depth });
    if ('children' in node)
      this.#visitChildren(node.children, level, kind === undefined ? place : placeIn(node, place), inline);
  }

  #visitChildren(children: readonly Nodes[], level: number, place: Placement, inline: boolean): void {
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      if (child.type !== 'text') this.visit(child, level + 1, place, inline);
    }
  }
}

function placeIn(node: Nodes, { inList, quoteDepth, depth }: Placement): Placement {
  return {
    inList: inList || node.type === 'listItem',
    quoteDepth: quoteDepth + (node.type === 'blockquote' ? 1 : 0),
    depth: depth + 1,
  };
}

/** The range of a positioned node; an empty one at the start of the file where the parser gave none. */
export function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
