import type { PhrasingContent } from 'mdast';
import { opaque } from './mapped-text.ts';
import type { Markup } from './markup.ts';
import type { Block, ProseBlock } from './model.ts';
import { type Outline, rangeOf } from './outline.ts';
import type { Text } from './text.ts';

const shown = new RegExp(`[^${opaque} ]`);

/** What stands in the flow of a post, in order of start; one that holds others comes before them. */
export function blocksOf(outline: Outline, text: Text, markup: Markup): Block[] {
  const starts = new Set(markup.templates.map(({ start }) => start));
  const blocks: Block[] = [...outline.blocks, ...text.htmlBlocks()];
  for (const block of text.prose) {
    if (block.html || block.kind === 'cell') continue;
    blocks.push({ kind: kindOf(block, starts), range: rangeOf(block.node), depth: block.depth });
  }
  for (const { range, depth } of markup.standing) blocks.push({ kind: 'template', range, depth });
  return blocks.sort((a, b) => a.range.start - b.range.start || a.depth - b.depth);
}

function kindOf(block: ProseBlock, templateStarts: ReadonlySet<number>): Block['kind'] {
  if (block.kind !== 'paragraph') return block.kind as Block['kind'];
  if (shown.test(block.text)) return 'paragraph';
  if (templateStarts.has(block.range.start)) return 'template';
  const { node } = block;
  return 'children' in node && node.children.length > 0 && (node.children as PhrasingContent[]).every(isImage)
    ? 'image'
    : 'paragraph';
}

/** An image, a link around images, or what parts two of them. */
function isImage(node: PhrasingContent): boolean {
  if (node.type === 'link' || node.type === 'linkReference') return node.children.every(isImage);
  if (node.type === 'text') return node.value.trim() === '';
  return (
    node.type === 'image' || node.type === 'imageReference' || node.type === 'break' || node.type === 'html'
  );
}
