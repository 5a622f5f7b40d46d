import type { Document } from '../document/document.ts';
import type { Tag } from '../document/model.ts';
import { defineRule } from '../engine/rule.ts';

// What Markdown with tables can say, and what groups without saying anything.
const plainElements = new Set(
  (
    'a b blockquote body br code dd del div em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s span strike strong ' +
    'table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const fewestCharacters = 200;

export default defineRule({
  id: 'no-html-body',
  summary: 'Disallow posts that are written in HTML where Markdown would do.',
  category: 'residue',
  recommended: 'warn',
  messages: {
    html: 'Most of this post ({share} %) is raw HTML that Markdown can say as well: convert it to Markdown.',
  },
  *check(document) {
    const { tags } = document;
    if (tags.length < 4) return;
    const share = shareOfHtml(document);
    if (share <= 0.5 || !tags.every(isPlain)) return;
    const first = document.prose.find(({ html }) => html)!;
    const { offset } = first.node.position!.start;
    // A post of end tags alone has none that opens.
    const tag = tags.find(({ kind, range }) => kind === 'start' && range.end >= offset!) ?? tags[0]!;
    yield { message: 'html', data: { share: Math.floor(share * 100) }, range: tag.range };
  },
});

function shareOfHtml({ prose }: Document): number {
  let all = 0;
  let html = 0;
  for (const { text, html: isHtml } of prose) {
    all += text.length;
    if (isHtml) html += text.length;
  }
  return html < fewestCharacters ? 0 : html / all;
}

function isPlain({ name, attribute }: Tag): boolean {
  return plainElements.has(name) && !attribute('colspan') && !attribute('rowspan');
}
