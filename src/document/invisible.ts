import type { Document } from './document.ts';
import { type Range, rangeSet } from './source.ts';

/** Characters that no reader sees and that are no white space of Markdown, with what they are called. */
const names: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x0001, 0x0008, 'control character'],
  [0x000b, 0x000b, 'vertical tab'],
  [0x000c, 0x000c, 'form feed'],
  [0x000e, 0x001f, 'control character'],
  [0x007f, 0x009f, 'control character'],
  [0x00ad, 0x00ad, 'soft hyphen'],
  [0x200b, 0x200b, 'zero-width space'],
  [0x200c, 0x200c, 'zero-width non-joiner'],
  [0x200d, 0x200d, 'zero-width joiner'],
  [0x200e, 0x200f, 'mark of the direction of writing'],
  [0x2028, 0x2028, 'line separator'],
  [0x2029, 0x2029, 'paragraph separator'],
  [0x202a, 0x202e, 'control of the direction of writing'],
  [0x2060, 0x2060, 'word joiner'],
  [0x2066, 0x2069, 'control of the direction of writing'],
  [0xfeff, 0xfeff, 'byte-order mark'],
  [0xfffc, 0xfffc, 'placeholder of an object'],
];

export const invisible =
  /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF\uFFFC]/;
const all = new RegExp(`${invisible.source}+`, 'g');

/** Neighbouring invisible characters, each run once, without the byte-order mark that a file may start with. */
export function* invisibleRuns(source: string): Iterable<Range> {
  all.lastIndex = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let match = all.exec(source); match; match = all.exec(source))
    yield { start: match.index, end: match.index + match[0].length };
}

/** Such as `U+200B (zero-width space)`. */
export function invisibleName(character: string): string {
  const code = character.charCodeAt(0);
  const name = names.find(([first, last]) => first <= code && code <= last)?.[2] ?? 'control character';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${name})`;
}

export type InvisiblePlace = 'text' | 'address' | 'front matter' | 'elsewhere';

/** Tells of ranges, asked for in any order, what they stand in. */
export function invisiblePlaces(document: Document): (range: Range) => InvisiblePlace {
  const { frontMatter, textRanges, links, bareLinks } = document;
  const shown = links.flatMap(({ kind, textRange }) => (kind === 'image' && textRange ? textRange : []));
  const addresses = rangeSet([
    ...links.map(({ urlRange }) => urlRange),
    ...bareLinks.map((link) => link.range),
  ]);
  const texts = rangeSet([...textRanges, ...shown]);
  return (range) => {
    if (frontMatter && range.start < frontMatter.range.end) return 'front matter';
    if (addresses.overlaps(range)) return 'address';
    return texts.overlaps(range) ? 'text' : 'elsewhere';
  };
}
