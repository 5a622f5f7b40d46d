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

/** Walks the tree once, without recursion: depth is the document's choice, not ours. */
export function outlineOf(tree: Root): Outline {
  const parts: (Container | HtmlPart)[] = [];
  const links: PlacedLink[] = [];
  const blocks: Block[] = [];
  let tooDeep = false;
  const pending: Step[] = [{ node: tree, level: 0, inList: false, quoteDepth: 0, depth: 0, inline: false }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { node, inList, quoteDepth, depth } = step;
    if (step.level > limits.nesting) {
      tooDeep = true;
      continue;
    }
    const kind = blockKinds[node.type];
    if (isContainer(node)) parts.push({ node, inList, quoteDepth, depth });
    else if (isLink(node)) links.push({ node, quoteDepth });
    else if (node.type === 'html' && !step.inline) parts.push({ node, inList, quoteDepth, depth });
    else if (kind !== undefined) blocks.push({ kind, range: rangeOf(node), depth });
    if ('children' in node) pushChildren(pending, step);
  }
  return { parts, links, blocks, tooDeep };
}

/** The range of a positioned node; an empty one at the start of the file where the parser gave none. */
export function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

interface Step extends Placement {
  readonly node: Nodes;
  readonly level: number;
  /** Whether the node stands in prose. */
  readonly inline: boolean;
}

function pushChildren(pending: Step[], step: Step): void {
  const node = step.node as Extract<Nodes, { children: unknown }>;
  const inList = step.inList || node.type === 'listItem';
  const quoteDepth = step.quoteDepth + (node.type === 'blockquote' ? 1 : 0);
  const depth = step.depth + (blockKinds[node.type] === undefined ? 0 : 1);
  const inline = step.inline || isContainer(node);
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = node.children[i] as Nodes;
    if (child.type === 'text') continue;
    pending.push({ node: child, level: step.level + 1, inList, quoteDepth, depth, inline });
  }
}

function isContainer(node: Nodes): node is Container['node'] {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

function isLink(node: Nodes): node is LinkNode {
  return (
    node.type === 'link' ||
    node.type === 'linkReference' ||
    node.type === 'image' ||
    node.type === 'imageReference' ||
    node.type === 'definition'
  );
}
