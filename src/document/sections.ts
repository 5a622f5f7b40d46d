import type { Heading, Section } from './model.ts';

/**
 * The sections that headings open: each reaches to the next heading of its level or a higher one.
 *
 * @param headings top-level headings in source order
 * @param end where the last section ends
 */
export function sectionsOf(headings: readonly Heading[], end: number): Section[] {
  const sections: Section[] = [];
  const open: number[] = [];
  const ends = sectionEnds(headings, end);
  headings.forEach((heading, i) => {
    while (open.length > 0 && headings[open.at(-1)!]!.depth >= heading.depth) open.pop();
    sections.push({
      heading,
      range: { start: heading.range.start, end: ends[i]! },
      body: { start: heading.range.end, end: ends[i]! },
      parent: open.length > 0 ? sections[open.at(-1)!]! : null,
    });
    open.push(i);
  });
  return sections;
}

function sectionEnds(headings: readonly Heading[], end: number): number[] {
  const ends = new Array<number>(headings.length);
  const open: number[] = [];
  headings.forEach((heading, i) => {
    while (open.length > 0 && headings[open.at(-1)!]!.depth >= heading.depth)
      ends[open.pop()!] = heading.range.start;
    open.push(i);
  });
  for (const i of open) ends[i] = end;
  return ends;
}
