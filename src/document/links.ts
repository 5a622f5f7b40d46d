import type { Definition, PhrasingContent } from 'mdast';
import { appendDecoded, decodeMarkdown } from './decode.ts';
import { isVerbatim } from './inline.ts';
import { LazyLink, type Target } from './lazy-link.ts';
import { type MappedText, MappedTextBuilder, verbatimText } from './mapped-text.ts';
import type { Markup } from './markup.ts';
import type { Link, LinkKind } from './model.ts';
import { type LinkNode, type PlacedLink, rangeOf } from './outline.ts';
import { ProseReader } from './prose.ts';
import type { Range } from './source.ts';

const space = /\s/;
/** What nearly every target is made of, and nothing that ends one. */
const plainTarget = /[^\s\\()]*/y;

/**
 * The links, images and definitions that the Markdown itself writes, in source order. Targets are read from
 * the source and not from the tree: the place is needed anyway, and so both parsers give the same. What is a bracket
 * or a space is asked of the markup, where template tags have none.
 */
export function readLinks(source: string, nodes: readonly PlacedLink[], markup: Markup): Link[] {
  const definitions = readDefinitions(source, nodes, markup);
  const reader = new ProseReader(source, markup);
  const links: Link[] = [];
  for (const placed of nodes) {
    const link = readLink(source, placed, markup, definitions, reader);
    if (link) links.push(link);
  }
  return links;
}

function readLink(
  source: string,
  { node, quoteDepth }: PlacedLink,
  markup: Markup,
  definitions: ReadonlyMap<string, Target>,
  reader: ProseReader,
): Link | null {
  if (!node.position) return null;
  const range = rangeOf(node);
  const first = source[range.start];
  if (node.type === 'definition') {
    const target = definitionTarget(source, node, markup);
    return { kind: 'definition', range, ...target, text: null, textRange: null };
  }
  if (node.type === 'link' && first === '<') return autolink(source, range, markup);
  // What GFM makes of a bare address starts with no bracket; our own scanner finds those.
  if (node.type === 'link' && first !== '[') return null;
  const isImage = node.type === 'image' || node.type === 'imageReference';
  const textRange = { start: range.start + (isImage ? 2 : 1), end: textEnd(markup.text, node, range) };
  const target =
    node.type === 'linkReference' || node.type === 'imageReference'
      ? definitions.get(node.identifier)
      : targetAt(source, textRange.end + 2, range.end, markup);
  if (!target) return null;
  const kind: LinkKind = isImage ? 'image' : node.type === 'link' ? 'inline' : 'reference';
  return new LazyLink(kind, range, target, textRange, () =>
    linkText(source, node, textRange, quoteDepth, markup, reader),
  );
}

function autolink(source: string, range: Range, markup: Markup): Link {
  const urlRange = { start: range.start + 1, end: range.end - 1 };
  const url = source.slice(urlRange.start, urlRange.end);
  return {
    kind: 'autolink',
    range,
    url,
    urlRange,
    text: verbatimText(url, urlRange.start),
    textRange: urlRange,
    dynamic: isDynamic(urlRange, markup.templates),
  };
}

function linkText(
  source: string,
  node: LinkNode,
  range: Range,
  quoteDepth: number,
  markup: Markup,
  reader: ProseReader,
): MappedText {
  if ('children' in node) {
    const only = node.children.length === 1 ? rangeOf(node.children[0]!) : null;
    const isText = node.children[0]?.type === 'text' && only?.start === range.start && only.end === range.end;
    const written = source.slice(range.start, range.end);
    // Most are one word or a few. This is what the reader gives for them.
    if (isText && isVerbatim(written) && !isDynamic(range, markup.templates))
      return verbatimText(written, range.start);
    return reader.readChildren(node.children as PhrasingContent[], range, quoteDepth);
  }
  const text = new MappedTextBuilder();
  appendDecoded(text, range.start, range.end, { source, quoteDepth, escapes: true });
  return text.finish();
}

/** Where the text of a link or image ends: at the bracket that closes it. */
function textEnd(source: string, node: LinkNode, range: Range): number {
  const lastChild = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined;
  if (lastChild !== undefined && source[lastChild] === ']') return lastChild;
  const from = range.start + (source[range.start] === '!' ? 2 : 1);
  let depth = 0;
  for (let i = from; i < range.end; i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (character === '[') depth++;
    else if (character === ']' && depth-- === 0) return i;
  }
  return range.end;
}

function readDefinitions(source: string, nodes: readonly PlacedLink[], markup: Markup): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const { node } of nodes) {
    // The first definition of a label counts (CommonMark 0.31, section 6.3).
    if (node.type === 'definition' && node.position && !targets.has(node.identifier)) {
      targets.set(node.identifier, definitionTarget(source, node, markup));
    }
  }
  return targets;
}

function definitionTarget(source: string, node: Definition, markup: Markup): Target {
  const { start, end } = rangeOf(node);
  const { text } = markup;
  let i = start + 1;
  while (i < end && !(text[i] === ']' && text[i + 1] === ':')) i += text[i] === '\\' ? 2 : 1;
  return targetAt(source, i + 2, end, markup);
}

/** Reads the link destination that starts at or behind `from` (CommonMark 0.31, section 6.3). */
function targetAt(source: string, from: number, end: number, markup: Markup): Target {
  const { text } = markup;
  let start = Math.min(from, end);
  while (start < end && isGap(text, start)) start++;
  const urlRange =
    text[start] === '<'
      ? { start: start + 1, end: angleEnd(text, start + 1, end) }
      : bareTarget(text, start, end);
  const written = source.slice(urlRange.start, urlRange.end);
  return { url: decodeMarkdown(written), urlRange, dynamic: isDynamic(urlRange, markup.templates) };
}

/** Whether white space or a quote mark stands there. */
function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 62 || ((code <= 32 || code >= 128) && space.test(text[at]!));
}

function angleEnd(source: string, start: number, end: number): number {
  let i = start;
  while (i < end && source[i] !== '>') i += source[i] === '\\' ? 2 : 1;
  return Math.min(i, end);
}

function bareTarget(source: string, start: number, end: number): Range {
  let depth = 0;
  plainTarget.lastIndex = start;
  plainTarget.test(source);
  let i = plainTarget.lastIndex;
  for (; i < end; i++) {
    const character = source[i]!;
    if (character === '\\' && i + 1 < end) i++;
    else if (space.test(character)) break;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) break;
  }
  return { start, end: Math.min(i, end) };
}

function isDynamic(range: Range, templates: readonly Range[]): boolean {
  if (templates.length === 0) return false;
  let low = 0;
  let high = templates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (templates[middle]!.end <= range.start) low = middle + 1;
    else high = middle;
  }
  return (templates[low]?.start ?? range.end) < range.end;
}
