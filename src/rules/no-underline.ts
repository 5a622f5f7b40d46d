import type { Mark, ProseBlock } from '../document/model.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'no-underline',
  summary: 'Disallow links that are underlined by hand.',
  category: 'residue',
  recommended: 'warn',
  fixes: 'always',
  messages: {
    underline:
      'The link *{text}* is underlined by hand; the page shows it as a link anyway: delete the `<u>`.',
  },
  *check(document) {
    const { source } = document;
    if (!document.tags.some(({ name }) => name === 'u')) return;
    for (const block of document.prose) {
      for (const mark of block.marks) {
        const { range, textRange } = mark;
        if (mark.kind !== 'underline' || !/^<u[\s>]/i.test(source.slice(range.start, range.start + 3)))
          continue;
        if (!isOfLink(mark, block)) continue;
        yield {
          message: 'underline',
          data: { text: block.text.slice(mark.start, mark.end).trim() },
          range,
          fix: {
            title: 'Delete the `<u>`',
            safety: 'safe',
            edits: [
              { range: { start: range.start, end: textRange.start }, text: '' },
              { range: { start: textRange.end, end: range.end }, text: '' },
            ],
          },
        };
      }
    }
  },
});

/** Whether it stands in the text of a link, or around a link and nothing else. */
function isOfLink({ start, end }: Mark, { text, links }: ProseBlock): boolean {
  if (text.slice(start, end).trim() === '') return false;
  const next = firstFrom(links, start);
  return links.slice(Math.max(0, next - 1), next + 1).some((link) => {
    const isInside = link.start <= start && end <= link.end;
    const isAround = start <= link.start && link.end <= end && link.end > link.start;
    const rest = text.slice(start, link.start) + text.slice(link.end, end);
    return isInside || (isAround && rest.trim() === '');
  });
}

/** The place of the first link that begins there or behind. */
function firstFrom(links: ProseBlock['links'], start: number): number {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (links[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
