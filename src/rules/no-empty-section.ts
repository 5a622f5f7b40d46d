import type { Document } from '../document/document.ts';
import type { Heading } from '../document/model.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'no-empty-section',
  summary: 'Disallow headings with nothing below them.',
  category: 'structure',
  recommended: 'warn',
  messages: {
    next: 'Nothing stands below *{heading}* before the next heading: write the section, or delete its heading.',
    end: 'Nothing stands below *{heading}*, the last heading: write the section, or delete its heading.',
  },
  *check(document) {
    const { sections } = document;
    for (const [i, { heading }] of sections.entries()) {
      const next = sections[i + 1]?.heading;
      if (next && next.depth > heading.depth) continue;
      if (heading.text.trim() === '' || saysEnough(heading)) continue;
      const end = next?.range.start ?? document.source.length;
      if (!isEmpty(document, heading.range.end, end)) continue;
      yield {
        message: next ? 'next' : 'end',
        data: { heading: heading.text.trim() },
        range: heading.textRange,
      };
    }
  },
});

function saysEnough(_heading: Heading): boolean {
  return false;
}

function isEmpty({ source, comments }: Document, start: number, end: number): boolean {
  let from = start;
  for (const { range } of comments) {
    if (range.start < start || range.start >= end) continue;
    if (source.slice(from, range.start).trim() !== '') return false;
    from = range.end;
  }
  return source.slice(from, end).trim() === '';
}
