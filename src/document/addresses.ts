import type { Document } from './document.ts';
import { memoize } from './memo.ts';
import type { LinkKind } from './model.ts';
import type { Range } from './source.ts';

/** An address that a post leads to, at the place where it is written. */
export interface Address {
  readonly kind: LinkKind | 'bare';
  /** The address, entities and escapes decoded. */
  readonly url: string;
  readonly range: Range;
  /** Where the same characters are written a second time, as the text of the link. */
  readonly twin: Range | null;
}

/**
 * Every web address as often as it is written: targets of links, images and definitions, and bare ones. A definition
 * counts once, however many links refer to it. Addresses with a template tag in them are left out.
 */
export function addressesOf(document: Document): readonly Address[] {
  return remembered(document, null);
}

const remembered = memoize((document: Document, _key: null): readonly Address[] => {
  const { source } = document;
  const found: Address[] = [];
  // Those that a definition may stand behind; all others have an address of their own.
  const seen = new Set<number>();
  for (const { kind, url, urlRange, textRange, dynamic } of document.links) {
    if (dynamic) continue;
    if (kind !== 'inline' && kind !== 'html') {
      if (seen.has(urlRange.start)) continue;
      seen.add(urlRange.start);
    }
    found.push({ kind, url, range: urlRange, twin: twinOf(source, urlRange, textRange) });
  }
  for (const { kind, text, range } of document.bareLinks) {
    // Where a template tag follows, the address goes on in a way that is not known.
    if (kind !== 'url' || /^\{[{%]/.test(source.slice(range.end, range.end + 2))) continue;
    found.push({ kind: 'bare', url: text, range, twin: null });
  }
  return found;
}, 'addresses');

function twinOf(source: string, url: Range, text: Range | null): Range | null {
  if (text === null || text.start === url.start || text.end - text.start !== url.end - url.start) return null;
  return source.slice(text.start, text.end) === source.slice(url.start, url.end) ? text : null;
}
