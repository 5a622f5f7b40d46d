import type { Document } from './document.ts';
import type { ProseBlock, Section } from './model.ts';
import { plainName } from './names.ts';
import { emptySectionsOf } from './section-content.ts';

/** The longest line above a heading that can name a group. */
const longestLine = 160;
const months = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/g;

/**
 * Tells of two sections of one level under one parent, given by their places, whether they stand in different groups
 * although no level says so.
 */
export function impliedGroups(document: Document): (first: number, second: number) => boolean {
  const { sections } = document;
  const empty = emptySectionsOf(document);
  const names = sections.map(({ heading }) => plainName(heading.text));
  const firstPlaces = firstPlacesOf(names.map(withoutTime));
  const isUnderLine = linesAbove(document);
  return (first, second) => {
    // An empty heading with others behind it is one of a higher level, and no second section of the name.
    if (empty.has(first) && second > first + 1) return true;
    for (let place = first + 1; place < second; place++) {
      const timeless = withoutTime(names[place]!);
      const isNumbered = /\d/.test(names[place]!) && timeless !== withoutTime(names[first]!);
      if (empty.has(place) || (isNumbered && firstPlaces.get(timeless)! < first)) return true;
    }
    return isUnderPair(sections, names, first, second) || isUnderLine(sections[first]!, sections[second]!);
  };
}

function firstPlacesOf(names: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) if (!places.has(name)) places.set(name, place);
  return places;
}

/** How many headings to either side are held against each other. */
const reach = 40;

/** "Recent work" before the first and "Upcoming work" between the two, at their level: names that differ in one word. */
function isUnderPair(
  sections: readonly Section[],
  names: readonly string[],
  first: number,
  second: number,
): boolean {
  const { parent, heading } = sections[first]!;
  const isSibling = (place: number) =>
    sections[place]!.parent === parent && sections[place]!.heading.depth === heading.depth;
  for (let place = first + 1; place < Math.min(second, first + reach); place++) {
    // Names that are like that of the two are a row that it belongs to.
    if (!isSibling(place) || areVariants(names[place]!, names[first]!)) continue;
    for (let before = Math.max(0, first - reach); before < first; before++)
      if (isSibling(before) && areVariants(names[before]!, names[place]!)) return true;
  }
  return false;
}

function areVariants(a: string, b: string): boolean {
  const [first, second] = [a.split(' '), b.split(' ')];
  if (first.length < 2 || first.length !== second.length) return false;
  return first.filter((word, i) => word !== second[i]).length === 1;
}

/** Tells whether a line of bold or italic text stands between the two, or right above each one that differs in numbers. */
function linesAbove(document: Document): (first: Section, second: Section) => boolean {
  const { source, sections } = document;
  const headings = new Map(sections.map(({ heading }) => [heading.range.start, heading.depth]));
  const paragraphs = paragraphsOf(document);
  return (first, second) => {
    const own = paragraphs.get(first.parent) ?? [];
    const above = own.filter(({ range }) => range.start < first.heading.range.start);
    const between = own.slice(above.length).filter(({ range }) => range.start < second.heading.range.start);
    const hasMarkedAbove = above.some((block) => isMarked(block, source));
    const opens = (block: ProseBlock) =>
      isMarked(block, source) &&
      (hasMarkedAbove ||
        isDated(block.text) ||
        (headings.get(behind(block, source)) ?? 0) >= first.heading.depth);
    if (between.some(opens)) return true;
    const [one, two] = [above.at(-1), between.at(-1)];
    const stands = (block: ProseBlock, { heading }: Section) => behind(block, source) === heading.range.start;
    return one && two ? stands(one, first) && stands(two, second) && isRow(one.text, two.text) : false;
  };
}

/** The top-level paragraphs below each heading and right below its subheadings. */
function paragraphsOf({ prose }: Document): ReadonlyMap<Section | null, ProseBlock[]> {
  const paragraphs = new Map<Section | null, ProseBlock[]>();
  for (const block of prose) {
    if (block.kind !== 'paragraph' || block.depth > 0) continue;
    const { section } = block;
    for (const parent of new Set([section, section?.parent ?? null])) {
      const known = paragraphs.get(parent);
      if (known) known.push(block);
      else paragraphs.set(parent, [block]);
    }
  }
  return paragraphs;
}

/** Whether the first line of a paragraph is nothing but bold or italic text. */
function isMarked({ text, marks }: ProseBlock, source: string): boolean {
  return marks.some(
    ({ kind, start, end, range }) =>
      kind !== 'delete' &&
      text.slice(0, start).trim() === '' &&
      end - start <= longestLine &&
      (text.slice(end).trim() === '' ||
        /^[ \t]{0,4}(?:[\r\n]|<br)/.test(source.slice(range.end, range.end + 8))),
  );
}

function isDated(text: string): boolean {
  const line = text.trim().split('\n', 1)[0]!.slice(0, longestLine).toLowerCase();
  return /\d/.test(line) && line.replace(months, '') !== line;
}

/** Where the next thing begins behind a paragraph. */
function behind({ range }: ProseBlock, source: string): number {
  return range.end + /^(?:\s|<\/\w+>)*/.exec(source.slice(range.end, range.end + 100))![0].length;
}

function isRow(one: string, two: string): boolean {
  if (one === two || one.length > longestLine || !/\d/.test(two) || /[\r\n]/.test(two.trim())) return false;
  return withoutTime(one.toLowerCase()) === withoutTime(two.toLowerCase());
}

/** A name without numbers and months. */
function withoutTime(name: string): string {
  return name.replace(months, '').replace(/\d+/g, '').replace(/\s+/g, ' ').trim();
}
