import { emptyHeadings, readsAsSentence } from '../document/empty-headings.ts';
import type { Range } from '../document/source.ts';
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
    for (const { heading, isLast } of emptyHeadings(document)) {
      if (readsAsSentence(heading.text)) continue;
      yield {
        message: isLast ? 'end' : 'next',
        data: { heading: heading.text.trim() },
        range: withoutBreaks(heading.textRange, document.source),
      };
    }
  },
});

/** Line breaks at the end of a heading are no part of what is to be read. */
function withoutBreaks({ start, end }: Range, source: string): Range {
  const text = source.slice(start, end);
  const tail = /(?:<br\s{0,3}\/?>\s{0,20}){1,5}$/i.exec(text.slice(-100))?.[0].length ?? 0;
  return { start, end: start + text.slice(0, text.length - tail).trimEnd().length };
}
