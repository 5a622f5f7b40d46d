import type { Document } from './document.ts';
import type { LinkAttempt } from './link-attempts.ts';
import { matchesIn } from './matches.ts';

const brokenTag = /<a\s[^<>{}]{0,80}?href\s?=(?!\s?\{)/gi;
/** Longer tags are not looked through. */
const longestTag = 300;

/** `<a href="address>text</a>`: what no parser takes for a tag is shown as text. */
export function* brokenTags(text: string): Iterable<LinkAttempt> {
  if (!text.includes('<a')) return;
  for (const { 0: opening, index: start } of matchesIn(text, brokenTag)) {
    if (text[start - 1] === '\\') continue;
    const close = text.slice(start, start + longestTag).indexOf('>');
    const end = close < 0 ? start + opening.length : start + close + 1;
    yield { kind: 'tag', range: { start, end }, text: '', right: repaired(text.slice(start, end)) };
  }
}

/** Tags in raw HTML whose quotation mark is never closed, so that a browser swallows all that follows. */
export function* swallowingTags({ tree, source }: Document): Iterable<LinkAttempt> {
  if (!/<a\s/i.test(source)) return;
  for (const node of tree.children) {
    const offset = node.position?.start.offset;
    if (node.type !== 'html' || offset === undefined) continue;
    const html = source.slice(offset, node.position!.end.offset);
    const last = html.lastIndexOf('"');
    if (last < 0) continue;
    const start = html.lastIndexOf('<a', last);
    const tag = start < 0 ? null : /^<a\s[^<>]{0,200}>/i.exec(html.slice(start, start + longestTag));
    const isOpen = tag !== null && !/["<>]/.test(html.slice(start + 1, last));
    const right = isOpen ? repaired(tag[0]) : null;
    if (right === null) continue;
    const at = offset + start;
    yield { kind: 'tag', range: { start: at, end: at + tag![0].length }, text: '', right };
  }
}

/** The tag with straight quotation marks, or with the one that is missing, where nothing else can be meant. */
function repaired(tag: string): string | null {
  const typographic = /^(<a\s+href\s?=\s?)[“”„″]([^\s<>"“”„″]+)[“”„″](\s?>)$/i.exec(tag);
  if (typographic) return `${typographic[1]}"${typographic[2]}"${typographic[3]}`;
  const open = /^(<a\s+href\s?=\s?"[^\s<>"]+)>$/i.exec(tag);
  return open ? `${open[1]}">` : null;
}
