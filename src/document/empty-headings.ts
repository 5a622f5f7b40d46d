import type { Document } from './document.ts';
import type { Heading } from './model.ts';
import { plainName } from './names.ts';
import { emptySectionsOf } from './section-content.ts';
import { covers } from './source.ts';

/** A heading with nothing below it that promises something. */
export interface EmptyHeading {
  readonly heading: Heading;
  /** Whether it is the last one of the post. */
  readonly isLast: boolean;
}

/**
 * The headings that nothing stands below, though something should: they have no link or image that says where more is,
 * and no program fills their section. One that {@link readsAsSentence} may be all there is to say; it is among them.
 */
export function emptyHeadings(document: Document): readonly EmptyHeading[] {
  const { sections } = document;
  if (sections.length === 0) return [];
  const withText = headingsThatTell(document);
  return [...emptySectionsOf(document)]
    .map((i) => ({ heading: sections[i]!.heading, isLast: i + 1 === sections.length }))
    .filter(({ heading }) => !withText.has(heading) && !isFilledByTool(heading.text));
}

/** "No events this month.", "See you in May!": the heading is the text. Its sign tells so. */
export function readsAsSentence(text: string): boolean {
  return /[.!…]["”’)]?\s*$/u.test(text) || hasTwoQuestions(text);
}

/** Whether a question ends before the one that it ends with. */
function hasTwoQuestions(text: string): boolean {
  const whole = text.trimEnd();
  return whole.endsWith('?') && /[\p{Ll}\p{N}]\?/u.test(whole.slice(0, -1));
}

/** Headings with a link, image, code or template tag: they say by themselves where more is. Empty ones say nothing. */
function headingsThatTell({ headings, links }: Document): ReadonlySet<Heading> {
  const found = new Set<Heading>();
  let link = 0;
  for (const heading of headings) {
    while (link < links.length && links[link]!.range.start < heading.range.start) link++;
    const hasLink = link < links.length && covers(heading.range, links[link]!.range);
    if (hasLink || heading.text.includes('\uFFFC') || heading.text.trim() === '') found.add(heading);
  }
  return found;
}

/** What generators and plugins fill, to the reader's eyes: a table of contents, the comments. */
function isFilledByTool(text: string): boolean {
  return /\b(?:contents|toc|footnotes|references|bibliography|comments)\b/.test(plainName(text));
}
