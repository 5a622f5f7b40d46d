import type { Document } from './document.ts';

/** A comment of a few words marks where a tool puts something: `<!-- toc -->`, `<!-- events:start -->`. */
const mostWordsOfMarker = 3;

/**
 * The sections below whose headings nothing stands before the next heading of their level or a higher one, or before
 * the end. Comments are nothing; template tags, images, definitions and raw HTML are something.
 *
 * @returns their places in `document.sections`
 */
export function emptySectionsOf({ sections, source, comments }: Document): ReadonlySet<number> {
  const empty = new Set<number>();
  let comment = 0;
  for (const [i, { heading }] of sections.entries()) {
    const next = sections[i + 1]?.heading;
    if (next && next.depth > heading.depth) continue;
    const end = next?.range.start ?? source.length;
    let from = heading.range.end;
    while (comment < comments.length && comments[comment]!.range.start < from) comment++;
    let isEmpty = true;
    for (; isEmpty && (comments[comment]?.range.start ?? end) < end; comment++) {
      const { range, textRange } = comments[comment]!;
      const isMarker = wordsIn(source.slice(textRange.start, textRange.end)) <= mostWordsOfMarker;
      isEmpty = !isMarker && isBlank(source.slice(from, range.start));
      from = range.end;
    }
    if (isEmpty && isBlank(source.slice(from, end))) empty.add(i);
  }
  return empty;
}

/** White space, the sign of a quote, and tags that only group: `</div>` behind the last heading. */
function isBlank(text: string): boolean {
  return text.replace(/<\/(?:div|section|article|main|body)\s{0,9}>/gi, '').trim() === '';
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
