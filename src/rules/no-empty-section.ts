import type { Document } from '../document/document.ts';
import type { Heading } from '../document/model.ts';
import { plainName } from '../document/names.ts';
import { emptySectionsOf } from '../document/section-content.ts';
import { covers, type Range } from '../document/source.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'no-empty-section',
  summary: 'Disallow headings with nothing below them.',
  category: 'structure',
  recommended: 'warn',
  messages: {
    next: 'Nothing stands below *{heading}* before the next heading: write the section, delete its heading, or give the headings that belong to it a lower level.',
    end: 'Nothing stands below *{heading}*, the last heading: write the section, or delete its heading.',
  },
  *check(document) {
    const { sections } = document;
    if (sections.length === 0) return;
    const withText = headingsThatTell(document);
    for (const i of emptySectionsOf(document)) {
      const { heading } = sections[i]!;
      if (withText.has(heading) || isSentence(heading.text) || isFilledByTool(heading.text)) continue;
      yield {
        message: i + 1 < sections.length ? 'next' : 'end',
        data: { heading: heading.text.trim() },
        range: withoutBreaks(heading.textRange, document.source),
      };
    }
  },
});

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

/** Line breaks at the end of a heading are no part of what is to be read. */
function withoutBreaks({ start, end }: Range, source: string): Range {
  const text = source.slice(start, end);
  const tail = /(?:<br\s{0,3}\/?>\s{0,20}){1,5}$/i.exec(text.slice(-100))?.[0].length ?? 0;
  return { start, end: start + text.slice(0, text.length - tail).trimEnd().length };
}

/** "No events this month.", "See you in May!": the heading is the text. */
function isSentence(text: string): boolean {
  return /[.!…]["”’)]?\s*$/u.test(text) || /[\p{Ll}\p{N}]\?.*\?\s*$/u.test(text);
}

/** What generators and plugins fill, to the reader's eyes: a table of contents, the comments. */
function isFilledByTool(text: string): boolean {
  return /\b(?:contents|toc|footnotes|references|bibliography|comments)\b/.test(plainName(text));
}
