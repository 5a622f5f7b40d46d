import type { Document } from '../document/document.ts';
import { emptyItemsOf } from '../document/empty-items.ts';
import { blocksWith } from '../document/joined-texts.ts';
import { lineRemoval } from '../document/line-removal.ts';
import type { Tag } from '../document/model.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Edit, type Problem } from '../engine/rule.ts';

type Key = 'formatting' | 'heading' | 'item' | 'paragraph' | 'element';

const messages: Readonly<Record<string, Key>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  p: 'paragraph',
  a: 'element',
  span: 'element',
  ul: 'element',
  ol: 'element',
  blockquote: 'element',
  b: 'formatting',
  strong: 'formatting',
  i: 'formatting',
  em: 'formatting',
  u: 'formatting',
  s: 'formatting',
  del: 'formatting',
  strike: 'formatting',
  ins: 'formatting',
};

export default defineRule<Key>({
  id: 'no-empty-markup',
  summary: 'Disallow formatting, headings, list items and paragraphs with nothing in them.',
  category: 'residue',
  recommended: 'warn',
  fixes: 'sometimes',
  messages: {
    formatting: '`{written}` formats nothing: delete it.',
    heading: 'A heading with no text: write it, or delete it.',
    item: 'A list item with nothing in it: write it, or delete it.',
    paragraph: 'A paragraph with nothing in it: delete it.',
    element: '`{written}` holds nothing: delete it.',
  },
  *check(document) {
    yield* emptyElements(document);
    yield* emptyHeadings(document);
    yield* emptyItems(document);
    yield* emptySigns(document);
  },
});

/** A start tag without attributes that nothing but white space or a line break parts from its end tag. */
function* emptyElements({ tags, source }: Document): Iterable<Problem<Key>> {
  let pre = 0;
  for (const [i, start] of tags.entries()) {
    if (start.name === 'pre') pre = start.kind === 'start' ? pre + 1 : Math.max(0, pre - 1);
    // Highlighters leave such tags in code.
    if (pre > 0) continue;
    const message = Object.hasOwn(messages, start.name) ? messages[start.name]! : null;
    if (start.kind !== 'start' || message === null || !isBare(start, source)) continue;
    const end = endOf(tags, i);
    if (!end) continue;
    const range = { start: start.range.start, end: end.range.end };
    const written = source.slice(range.start, range.end);
    if (!/^<\w+>[ \t\r\n]*(?:<br\s*\/?>[ \t\r\n]*)?<\/\w+\s*>$/i.test(written)) continue;
    yield { message, data: { written: written.replace(/\s+/g, ' ') }, range, fix: removal(source, range) };
  }
}

function endOf(tags: readonly Tag[], i: number): Tag | null {
  const { name } = tags[i]!;
  const next = tags[i + 1];
  const end = name === 'p' && next?.name === 'br' ? tags[i + 2] : next;
  return end?.kind === 'end' && end.name === name ? end : null;
}

function isBare({ name, range }: Tag, source: string): boolean {
  return range.end - range.start === name.length + 2 && source[range.end - 1] === '>';
}

function* emptyHeadings({ headings, source }: Document): Iterable<Problem<Key>> {
  for (const { html, text, range } of headings) {
    if (html || text !== '') continue;
    if (!/^#{1,6}[ \t]*(?:#+[ \t]*)?$/.test(source.slice(range.start, range.end))) continue;
    yield { message: 'heading', range, fix: removal(source, range) };
  }
}

function* emptyItems(document: Document): Iterable<Problem<Key>> {
  for (const { range, mayGo } of emptyItemsOf(document))
    yield { message: 'item', range, fix: mayGo ? removal(document.source, range) : undefined };
}

const anySigns = /\*\*|__/g;
const signs = /(?<!\S)(?:\*\*[ \t]{0,2}\*\*|__[ \t]{1,2}__)(?!\S)/;

function* emptySigns(document: Document): Iterable<Problem<Key>> {
  const { source } = document;
  for (const block of blocksWith(document, anySigns)) {
    if (block.html) continue;
    // Where there are more of them, they are pairs that went wrong.
    const match = signs.exec(block.text);
    if (!match) continue;
    const rest = block.text.slice(0, match.index) + block.text.slice(match.index + match[0].length);
    const range = block.sourceRange(match.index, match.index + match[0].length);
    const written = source.slice(range.start, range.end);
    if (/\*\*|__/.test(rest) || written.replace(/\s+/g, ' ') !== match[0]) continue;
    yield { message: 'formatting', data: { written: match[0] }, range, fix: removal(source, range) };
  }
}

/** Deletes the whole line where nothing else stands on it, and leaves one space where words would join. */
function removal(source: string, range: Range): Problem<Key>['fix'] {
  const edit = lineRemoval(source, range) ?? betweenWords(source, range);
  return { title: 'Delete it', safety: 'safe', edits: [edit] };
}

function betweenWords(source: string, { start, end }: Range): Edit {
  const before = source[start - 1] ?? '\n';
  let to = end;
  if (/\s/.test(before)) while (/[ \t]/.test(source[to] ?? '')) to++;
  const hasSpace = /\s/.test(source.slice(start, end));
  const after = source[to] ?? '\n';
  const joins = hasSpace && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return { range: { start, end: to }, text: joins ? ' ' : '' };
}
