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
import { limits } from './preflight.ts';

/** A node that holds prose, with where it stands. */
export interface Container {
  readonly node: Paragraph | Heading | TableCell;
  readonly inList: boolean;
  /** How many block quotes it stands in. */
  readonly quoteDepth: number;
  /** Whether it is a child of the root. */
  readonly topLevel: boolean;
}

export type LinkNode = Link | LinkReference | Image | ImageReference | Definition;

/** A link node, with how many block quotes it stands in. */
export interface PlacedLink {
  readonly node: LinkNode;
  readonly quoteDepth: number;
}

/** What one walk over the tree collects, each list in source order. */
export interface Outline {
  readonly containers: readonly Container[];
  readonly links: readonly PlacedLink[];
  /** Raw HTML that stands as a block of its own. */
  readonly htmlBlocks: readonly Html[];
  /** Whether the tree is deeper than any that is linted. */
  readonly tooDeep: boolean;
}

/** Walks the tree once, without recursion: depth is the document's choice, not ours. */
export function outlineOf(tree: Root): Outline {
  const containers: Container[] = [];
  const links: PlacedLink[] = [];
  const htmlBlocks: Html[] = [];
  let tooDeep = false;
  const pending: Step[] = [{ node: tree, depth: 0, inList: false, quoteDepth: 0, inline: false }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { node, depth } = step;
    if (depth > limits.nesting) {
      tooDeep = true;
      continue;
    }
    if (isContainer(node)) {
      containers.push({ node, inList: step.inList, quoteDepth: step.quoteDepth, topLevel: depth === 1 });
    } else if (isLink(node)) {
      links.push({ node, quoteDepth: step.quoteDepth });
    } else if (node.type === 'html' && !step.inline) {
      htmlBlocks.push(node);
    }
    if ('children' in node) pushChildren(pending, step);
  }
  return { containers, links, htmlBlocks, tooDeep };
}

interface Step {
  readonly node: Nodes;
  readonly depth: number;
  readonly inList: boolean;
  readonly quoteDepth: number;
  /** Whether the node stands in prose. */
  readonly inline: boolean;
}

function pushChildren(pending: Step[], step: Step): void {
  const node = step.node as Extract<Nodes, { children: unknown }>;
  const inList = step.inList || node.type === 'listItem';
  const quoteDepth = step.quoteDepth + (node.type === 'blockquote' ? 1 : 0);
  const inline = step.inline || isContainer(node);
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = node.children[i] as Nodes;
    if (child.type === 'text') continue;
    pending.push({ node: child, depth: step.depth + 1, inList, quoteDepth, inline });
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
