import type { Nodes, Root } from 'mdast';

/**
 * A copy of a post's tree as remark gives it: plugins may change it, and in remark offsets count from behind a BOM.
 *
 * @param bom how many characters that is: 0 or 1
 */
export function copyOfTree(tree: Root, bom: number): Root {
  const copy = structuredClone(tree);
  if (bom === 0) return copy;
  const pending: Nodes[] = [copy];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { start, end } = node.position ?? {};
    if (start?.offset !== undefined) start.offset = Math.max(0, start.offset - bom);
    if (end?.offset !== undefined) end.offset = Math.max(0, end.offset - bom);
    // One by one: a long list of arguments would overflow the stack.
    if ('children' in node) for (const child of node.children as Nodes[]) pending.push(child);
  }
  return copy;
}
