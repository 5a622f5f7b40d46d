import { quoted } from '../document/mapped-text.ts';
import type { Mark, ProseBlock } from '../document/model.ts';
import type { Range } from '../document/source.ts';
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
    address:
      'The address *{text}* is underlined by hand, as if it were a link: delete the `<u>`, and make it one.',
  },
  *check(document) {
    const { source } = document;
    if (!document.tags.some(({ name }) => name === 'u')) return;
    const addresses = endsOf(document.bareLinks);
    const autolinks = endsOf(document.links.filter(({ kind }) => kind === 'autolink'));
    for (const block of document.prose) {
      for (const mark of block.marks) {
        const { range, textRange } = mark;
        if (mark.kind !== 'underline' || !/^<u[\s>]/i.test(source.slice(range.start, range.start + 3)))
          continue;
        const isLink = isOfLink(mark, block) || isAround(mark, source, autolinks);
        if (!isLink && !isAround(mark, source, addresses)) continue;
        yield {
          message: isLink ? 'underline' : 'address',
          data: { text: quoted(block, source, mark.start, mark.end) },
          range,
          fix: {
            title: 'Delete the `<u>`',
            safety: isLink ? 'safe' : 'unsafe',
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

/** Where links end, by their starts. */
function endsOf(links: readonly { readonly range: Range }[]): ReadonlyMap<number, number> {
  return new Map(links.map(({ range: { start, end } }) => [start, end]));
}

/** Whether it stands around one of the links and nothing else. */
function isAround(
  { textRange: { start, end } }: Mark,
  source: string,
  ends: ReadonlyMap<number, number>,
): boolean {
  const inside = source.slice(start, end);
  const first = start + inside.length - inside.trimStart().length;
  return ends.get(first) === start + inside.trimEnd().length;
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
