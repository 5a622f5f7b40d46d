import type { Nodes, Root } from 'mdast';
import type { Parse } from './document.ts';
import type { FrontMatterBlock } from './front-matter.ts';
import type { LineIndex, Range } from './source.ts';

/**
 * Parses a post. Front matter never reaches the parser: it is blanked out, line by line, so that both
 * parsers agree on where it ends and every other offset stays what it is. Its node is put back afterwards. So is what
 * was written where the markup has something else for template tags.
 *
 * @param markup the source with something neutral for template tags, as long as the source
 */
export function parseTree(
  source: string,
  markup: string,
  block: FrontMatterBlock | null,
  lines: LineIndex,
  parse: Parse,
): Root {
  const bom = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const markdown = block
    ? blank(source.slice(bom, block.range.end)) + markup.slice(block.range.end)
    : markup.slice(bom);
  const tree = parse(markdown);
  if (bom) shift(tree);
  if (markup !== source) restore(tree, source, markup);
  if (block) tree.children.unshift(frontMatterNode(source, block, lines));
  return tree;
}

/** A tree without content, for posts that are not parsed. */
export function emptyTree(): Root {
  return { type: 'root', children: [] };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

// mdast has a node for YAML only; remark-frontmatter calls the others what they hold, and so do we.
function frontMatterNode(
  source: string,
  block: FrontMatterBlock,
  lines: LineIndex,
): Root['children'][number] {
  const value = source.slice(block.content.start, block.content.end).replace(/(?:\r\n|\r|\n)$/, '');
  const type = block.format === 'header' ? 'yaml' : block.format;
  return { type, value, position: positionOf(block.range, lines) } as Root['children'][number];
}

function positionOf(range: Range, lines: LineIndex) {
  return {
    start: { ...lines.pointAt(range.start), offset: range.start },
    end: { ...lines.pointAt(range.end), offset: range.end },
  };
}

/** Parsers count from behind a BOM; offsets here count from the start of the file. */
function shift(tree: Root): void {
  const pending: Nodes[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.position) {
      node.position.start.offset = (node.position.start.offset ?? 0) + 1;
      node.position.end.offset = (node.position.end.offset ?? 0) + 1;
    }
    // One by one: a long list of arguments would overflow the stack.
    if ('children' in node) for (const child of node.children as Nodes[]) pending.push(child);
  }
}

/** Gives nodes the text of their source back, where that stands in the markup as they have it. */
function restore(tree: Root, source: string, markup: string): void {
  const pending: Nodes[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if ('value' in node || 'url' in node) restoreNode(node, source, markup);
    if ('children' in node) for (const child of node.children as Nodes[]) pending.push(child);
  }
}

function restoreNode(
  node: Extract<Nodes, { value: string } | { url: string }>,
  source: string,
  markup: string,
): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  const written = source.slice(start, end);
  const seen = markup.slice(start, end);
  if (written === seen) return;
  const key = 'value' in node ? 'value' : 'url';
  const fields = node as unknown as Record<typeof key, string>;
  const at = key === 'value' ? seen.indexOf(fields.value) : seen.lastIndexOf(fields.url);
  if (at >= 0) fields[key] = written.slice(at, at + fields[key].length);
}
