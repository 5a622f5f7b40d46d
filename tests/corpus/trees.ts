import type { Nodes, Root, Text } from 'mdast';
import type { Point } from 'unist';

/** One end of a node. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** One point in which two trees differ. */
export interface Difference {
  /** The nodes of the first tree from the root to the one that differs. */
  readonly nodes: readonly Nodes[];
  /** What differs: `children`, `position.start`, `position.end`, or a property of the node. */
  readonly field: string;
  /** Its value in either tree; for `children` their types, for positions a {@link Place}. */
  readonly first: unknown;
  readonly second: unknown;
}

const structural = new Set(['type', 'children', 'position', 'data']);

/** Where two trees differ; nothing is compared below a node whose children are of other types. */
export function compareTrees(first: Nodes, second: Nodes, parents: readonly Nodes[] = []): Difference[] {
  const nodes = [...parents, first];
  const children = childrenOf(first);
  const others = childrenOf(second);
  const found = differingFields(first, second).map((difference) => ({ nodes, ...difference }));
  const [types, otherTypes] = [children.map(typeOf), others.map(typeOf)];
  if (!same(types, otherTypes))
    return [...found, { nodes, field: 'children', first: types, second: otherTypes }];
  return [...found, ...children.flatMap((child, index) => compareTrees(child, others[index]!, nodes))];
}

function differingFields(first: Nodes, second: Nodes): Omit<Difference, 'nodes'>[] {
  const a = fieldsOf(first);
  const b = fieldsOf(second);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !same(a[field], b[field]))
    .map((field) => ({ field, first: a[field], second: b[field] }));
}

/** A node's properties, and both its ends. */
function fieldsOf(node: Nodes): Record<string, unknown> {
  const own = Object.entries(node).filter(([key]) => !structural.has(key));
  const { start, end } = node.position ?? {};
  return { ...Object.fromEntries(own), 'position.start': placeOf(start), 'position.end': placeOf(end) };
}

function placeOf(point: Point | undefined): Place | undefined {
  return point && { offset: point.offset!, line: point.line, column: point.column };
}

function typeOf(node: Nodes): string {
  return node.type;
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

/** Equal values; what is absent, undefined and null is the same, as in mdast. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** A copy in which addresses that GFM links without being asked are the text they are written as. */
export function withoutLiteralLinks(tree: Root, source: string): Root {
  const copy = structuredClone(tree);
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children: readonly Nodes[] = node.children;
    const dissolved = children.flatMap((child) =>
      child.type === 'link' && isLiteral(child, source) ? child.children : [child],
    );
    const merged = mergeTexts(dissolved);
    Object.assign(node, { children: merged });
    merged.forEach(visit);
  };
  visit(copy);
  return copy;
}

function isLiteral(link: Nodes, source: string): boolean {
  const start = link.position?.start.offset;
  return start === undefined || (source[start] !== '[' && source[start] !== '<');
}

function mergeTexts(nodes: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') merged[merged.length - 1] = joined(last, node);
    else merged.push(node);
  }
  return merged;
}

/** Two neighbouring texts as one; without a position where one of them has none. */
function joined(a: Text, b: Text): Text {
  const position = a.position && b.position && { start: a.position.start, end: b.position.end };
  return { type: 'text', value: a.value + b.value, ...(position && { position }) };
}
