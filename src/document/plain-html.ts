import type { HtmlAttribute, HtmlToken } from './html.ts';
import type { Range } from './source.ts';

/** A tag whose attributes, if it has any, hold no entity, and are parted by white space. */
const tag =
  /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[ \t\r\n]+[A-Za-z_][\w:.-]*(?:[ \t\r\n]*=[ \t\r\n]*(?:"[^"&\r]*"|'[^'&\r]*'|[^\s"'<>=`&]+))?)*)[ \t\r\n]*\/?>/y;
const attribute = /([A-Za-z_][\w:.-]*)(?:[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
const noAttribute = () => undefined;

/**
 * The tokens of HTML that means the same to everybody, as most of it does; null where it is for a tokenizer by the book
 * to say. What stands behind `special` is no markup. Linear: the first thing that is not plain ends the search.
 */
export function plainTokens(
  html: string,
  offset: number,
  special: Readonly<Record<string, unknown>>,
): HtmlToken[] | null {
  // A tokenizer drops it.
  if (html.includes('\0')) return null;
  const tokens: HtmlToken[] = [];
  for (let at = 0; at < html.length; ) {
    const found = html.indexOf('<', at);
    const open = found < 0 ? html.length : found;
    if (open > at) tokens.push({ kind: 'text', range: { start: offset + at, end: offset + open } });
    if (open === html.length) break;
    const token = html.startsWith('<!--', open) ? commentAt(html, open, offset) : tagAt(html, open, offset);
    if (token === null || (token.kind === 'start' && Object.hasOwn(special, token.name))) return null;
    tokens.push(token);
    at = token.range.end - offset;
  }
  return tokens;
}

/** A comment that ends with its first `-->`; one that `>`, `->` or `--!>` ends before is none of these. */
function commentAt(html: string, at: number, offset: number): HtmlToken | null {
  const start = at + '<!--'.length;
  const end = html.indexOf('-->', start);
  if (end < 0 || html[start] === '>' || html.startsWith('->', start)) return null;
  if (html.slice(start, end + 1).includes('--!')) return null;
  const range = { start: offset + at, end: offset + end + '-->'.length };
  return { kind: 'comment', range, textRange: { start: offset + start, end: offset + end } };
}

function tagAt(html: string, at: number, offset: number): HtmlToken | null {
  tag.lastIndex = at;
  const match = tag.exec(html);
  if (match === null) return null;
  const [whole, slash, written, attributes] = match as unknown as [string, string, string, string];
  const name = written.toLowerCase();
  const range = { start: offset + at, end: offset + at + whole.length };
  if (slash !== '') return attributes === '' ? { kind: 'end', name, range } : null;
  if (attributes === '') return { kind: 'start', name, range, attribute: noAttribute };
  const from = range.start + 1 + written.length;
  return { kind: 'start', name, range, attribute: (wanted) => attributeIn(attributes, from, wanted) };
}

/** @param name in lower case; the first of that name counts */
function attributeIn(written: string, offset: number, name: string): HtmlAttribute | undefined {
  attribute.lastIndex = 0;
  for (let match = attribute.exec(written); match; match = attribute.exec(written)) {
    if (match[1]!.toLowerCase() !== name) continue;
    const quoted = match[2] ?? match[3];
    const value = quoted ?? match[4] ?? '';
    const end = offset + match.index + match[0].length - (quoted === undefined ? 0 : 1);
    const range: Range = { start: end - value.length, end };
    return { value, range };
  }
  return undefined;
}
