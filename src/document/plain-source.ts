import type { Document } from './document.ts';
import { opaque } from './mapped-text.ts';
import type { Range } from './source.ts';

/**
 * The source of a range in which everything but text and bare addresses (code, the marks and targets of links, tags,
 * templates) is replaced by U+FFFC, one for each UTF-16 unit: places in it are places in the source. Escapes and
 * entities stand as they are written.
 */
export function plainSource(document: Document, { start, end }: Range): string {
  const { source, textRanges, bareLinks } = document;
  const texts = overlapping(textRanges, (range) => range, start, end);
  const bare = overlapping(bareLinks, ({ range }) => range, start, end);
  const kept = bare.length === 0 ? texts : [...texts, ...bare].sort((a, b) => a.start - b.start);
  let text = '';
  let at = start;
  for (const range of kept) {
    const from = Math.max(at, range.start);
    const to = Math.min(end, range.end);
    if (to <= from) continue;
    text += opaque.repeat(from - at) + source.slice(from, to);
    at = to;
  }
  return text + opaque.repeat(end - at);
}

/** The ranges of those items, given in ascending order, that share a character with `start` to `end`. */
function overlapping<T>(
  items: readonly T[],
  rangeOf: (item: T) => Range,
  start: number,
  end: number,
): Range[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rangeOf(items[middle]!).end <= start) low = middle + 1;
    else high = middle;
  }
  const found: Range[] = [];
  for (; low < items.length && rangeOf(items[low]!).start < end; low++) found.push(rangeOf(items[low]!));
  return found;
}
