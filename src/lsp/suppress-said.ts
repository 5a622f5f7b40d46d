import type { Nodes, Text } from 'mdast';
import type { Document } from '../document/document.ts';
import type { Value } from '../document/model.ts';
import type { CommentForm } from './suppress-comment.ts';

/**
 * What a post says and how it is built, as one text, without the comments that are for recaplint: two texts that differ in
 * such comments alone say the same. Linear.
 *
 * @param form how comments are written in the text; what is compared must be asked about in the same way
 */
export function whatIsSaid({ frontMatter, templates, source, tree }: Document, form: CommentForm): string {
  const entries = frontMatter?.entries.map(({ key, value }) => [key, valueSaid(value)]) ?? [];
  const tags = templates.map(({ start, end }) => withoutComments(source.slice(start, end))).filter(Boolean);
  // To a parser a comment of MDX is a word, which it does not always give back as it was written.
  const textOf = (node: Text) => {
    const { start, end } = node.position ?? {};
    return form === 'mdx' && start && end ? source.slice(start.offset, end.offset) : node.value;
  };
  return JSON.stringify([
    frontMatter?.format,
    frontMatter?.errors.length,
    entries,
    tags,
    nodeSaid(tree, textOf),
  ]);
}

function valueSaid({ kind, text, items, entries }: Value): unknown {
  return [kind, text, items.map(valueSaid), entries.map(({ key, value }) => [key, valueSaid(value)])];
}

/** Fields of nodes that stand for something in the text; where it stands is not among them. */
const fields = [
  ...['type', 'depth', 'ordered', 'start', 'spread', 'checked', 'align', 'url', 'title', 'alt'],
  ...['identifier', 'referenceType', 'lang', 'meta', 'value'],
];

/** A node as plain data; null for one that holds nothing but comments. */
function nodeSaid(node: Nodes, textOf: (node: Text) => string): Record<string, unknown> | null {
  // Front matter is said by its entries.
  if (['yaml', 'toml', 'json'].includes(node.type)) return null;
  const all = node as unknown as Record<string, unknown>;
  const said: Record<string, unknown> = {};
  for (const field of fields) if (all[field] !== undefined) said[field] = all[field];
  if (node.type === 'text') said.value = withoutComments(textOf(node));
  if (node.type === 'html') said.value = withoutLineSpace(withoutComments(node.value)).trimEnd();
  if (node.type === 'html' && said.value === '') return null;
  if (!('children' in node)) return said;
  const children = joined(node.children.map((child) => nodeSaid(child, textOf)));
  const isEmptied = node.type === 'paragraph' && children.length === 0;
  return isEmptied ? null : { ...said, children };
}

/** Joins texts that a comment parted, and drops the space before it where a line ends there. */
function joined(nodes: readonly (Record<string, unknown> | null)[]): Record<string, unknown>[] {
  const list: Record<string, unknown>[] = [];
  for (const node of nodes) {
    if (node === null) continue;
    const last = list.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      list[list.length - 1] = { ...last, value: `${last.value}${node.value}` };
    else list.push(node);
  }
  return list
    .map((node, index) => {
      if (node.type !== 'text') return node;
      const value = withoutLineSpace(node.value as string);
      const endsLine = index === list.length - 1 || list[index + 1]!.type === 'break';
      return { ...node, value: endsLine ? value.trimEnd() : value };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
}

/** Without HTML's and MDX's comments to recaplint. */
function withoutComments(text: string): string {
  if (!text.includes('recaplint-')) return text;
  return without(without(text, '<!--', '-->'), '{/*', '*/}');
}

function without(text: string, opening: string, closing: string): string {
  let kept = '';
  let from = 0;
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, from)) {
    const end = text.indexOf(closing, at + opening.length);
    if (end < 0) break;
    const isOwn = text
      .slice(at + opening.length, end)
      .trimStart()
      .startsWith('recaplint-');
    kept += text.slice(from, isOwn ? at : end + closing.length);
    from = end + closing.length;
  }
  return kept + text.slice(from);
}

/** Without spaces at the ends of lines that another one follows. */
function withoutLineSpace(text: string): string {
  return text.replace(/(?<![ \t])[ \t]+(?=[\r\n])/g, '');
}
