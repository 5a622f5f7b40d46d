import type { Document } from '../document/document.ts';
import { targetOf } from '../document/link-targets.ts';
import { opaque } from '../document/mapped-text.ts';
import type { Placed } from './facts.ts';

/** As many words may stand before a link that a line is about: "New: …", "🎉 Video …". */
const mostBefore = 2;

function wordsIn(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** Places in `links` of those that begin a list entry, a heading, a cell or a paragraph: what is there for their sake. */
export function featuredLinks(document: Document, links: readonly Placed<string>[]): number[] {
  const urls = new Set<string>();
  for (const { kind, text, inQuote, links: spans } of document.prose) {
    const [first] = spans;
    if (!first || inQuote || kind === 'caption') continue;
    if (first.start > 100 || (first.start > 0 && wordsIn(text.slice(0, first.start)) > mostBefore)) continue;
    if (hasWords(text, first.start, first.end)) urls.add(targetOf(first, document));
  }
  const places: number[] = [];
  for (let place = 0; place < links.length; place++) if (urls.has(links[place]!.value)) places.push(place);
  return places;
}

/** Whether a stretch of text is more than pictures, code and spaces. */
function hasWords(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text[at] !== opaque && text[at]!.trim() !== '') return true;
  return false;
}
