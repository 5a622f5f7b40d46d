import { hostOf } from '../document/host.ts';
import { isRepeatMeant, linkPlacer, type PlacedLink } from '../document/link-repeats.ts';
import type { Link } from '../document/model.ts';
import { isNameAddress, namesOnPath } from '../document/name-addresses.ts';
import { defineRule } from '../engine/rule.ts';

// How many earlier links to one page a link is compared with.
const mostCompared = 8;

export default defineRule({
  id: 'no-duplicate-link',
  summary: 'Disallow linking one page twice in a post.',
  category: 'links',
  recommended: 'off',
  messages: {
    duplicate:
      'The post links this page already, as “{text}”: keep the better one of the two links, or link what is meant here.',
  },
  *check(document) {
    const earlier = new Map<string, PlacedLink[]>();
    const placed = linkPlacer(document);
    for (const link of document.links) {
      const page = pageOf(link);
      if (page === null) continue;
      const here = placed(link);
      const known = earlier.get(page);
      if (known === undefined) {
        earlier.set(page, [here]);
        continue;
      }
      const first = known.find((before) => !isRepeatMeant(before, here));
      if (known.length < mostCompared) known.push(here);
      if (!first) continue;
      const related = [{ range: first.link.urlRange, message: 'It is linked here.' }];
      yield { message: 'duplicate', data: { text: first.text }, range: link.urlRange, related };
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

/** Sites, people, groups, projects and numbered changes are linked wherever they are named; pictures beside a text. */
function isName(host: string, page: string, text: string): boolean {
  if (isNameAddress(host, page)) return true;
  if (!/[\p{L}\p{N}]/u.test(text) || /^@|^[\w./-]{0,100}[#!]?\d+$/.test(text)) return true;
  if (/\s/.test(text)) return false;
  // `std::vec::Vec<T>` is a name in code, wherever its documentation stands.
  if (/\w::\w/.test(text)) return true;
  return (
    letters(nameIn(namesOnPath(page.split('?', 1)[0]!).at(-1) ?? '')) ===
    letters(text.replace(/<[^<>]{0,40}>$/, ''))
  );
}

// What rustdoc writes before the name of an item.
const itemKind =
  /^(?:attr|constant|derive|enum|fn|keyword|macro|method|mod|primitive|static|struct|trait|traitalias|type|union)\./;

function nameIn(segment: string): string {
  return segment.replace(/\.(?:html?|php|aspx?|md|pdf|rs)$/i, '').replace(itemKind, '');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
