import { hostOf } from '../document/host.ts';
import type { Link } from '../document/model.ts';
import type { Range } from '../document/source.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'no-duplicate-link',
  summary: 'Disallow linking one page twice in a post.',
  category: 'links',
  recommended: 'off',
  messages: {
    duplicate:
      'The post links this page already: keep the better one of the two links, or link what is meant here.',
  },
  *check({ links }) {
    const first = new Map<string, Range>();
    for (const link of links) {
      const page = pageOf(link);
      if (page === null) continue;
      const before = first.get(page);
      if (before === undefined) {
        first.set(page, link.urlRange);
        continue;
      }
      const related = [{ range: before, message: 'It is linked here.' }];
      yield { message: 'duplicate', range: link.urlRange, related };
    }
  },
});

/** What makes two links lead to the same page; null for links that may well come twice. */
function pageOf({ kind, url, text, dynamic }: Link): string | null {
  if (dynamic || (kind !== 'inline' && kind !== 'html' && kind !== 'autolink')) return null;
  const host = /^https?:/i.test(url) ? hostOf(url) : null;
  if (!host) return null;
  const [path, ...fragment] = host.rest.split('#') as [string, ...string[]];
  const page = path.replace(/\/$/, '');
  if (isName(host.name, page, text?.text ?? '')) return null;
  return [host.name.replace(/^www\./, ''), page, fragment.join('#')].join('#');
}

const codeHost = /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$/;

// What stands before or behind a name in addresses.
const collection =
  /^(?:@|c|channel|company|events?|groups?|in|labels?|people|profile|tags?|team|topics?|users?|[a-z]{2})$/i;

/** Sites, people, groups, projects and numbered changes are linked wherever they are named; pictures beside a text. */
function isName(host: string, page: string, text: string): boolean {
  const [path = '', query] = page.split('?');
  const segments = path.split('/').filter((segment) => segment !== '' && !collection.test(segment));
  if (query === undefined && segments.length <= (codeHost.test(host) ? 2 : 1)) return true;
  if (!/[\p{L}\p{N}]/u.test(text) || /^@|^[\w./-]{0,100}[#!]?\d+$/.test(text)) return true;
  return !/\s/.test(text) && letters(segments.at(-1) ?? '') === letters(text);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
