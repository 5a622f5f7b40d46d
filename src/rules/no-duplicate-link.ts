import { type Address, addressesOf } from '../document/addresses.ts';
import type { Document } from '../document/document.ts';
import { hostOf } from '../document/host.ts';
import { opaque } from '../document/mapped-text.ts';
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
  *check(document) {
    const first = new Map<string, Range>();
    const pictures = pictureTargets(document);
    for (const address of addressesOf(document)) {
      const page = pageOf(address);
      if (page === null || pictures.has(address.range.start)) continue;
      const before = first.get(page);
      if (before === undefined) {
        first.set(page, address.range);
        continue;
      }
      const related = [{ range: before, message: 'It is linked here.' }];
      yield { message: 'duplicate', range: address.range, related };
    }
  },
});

/** What makes two addresses the same page; null for addresses that may well come twice. */
function pageOf({ kind, url }: Address): string | null {
  if (kind === 'image' || kind === 'definition' || kind === 'reference') return null;
  const host = /^https?:/i.test(url) ? hostOf(url) : null;
  if (!host) return null;
  const [path, ...fragment] = host.rest.split('#') as [string, ...string[]];
  // The front page of a site stands for its name: whoever is named twice may be linked twice.
  if (/^\/?$/.test(path) && fragment.join('') === '') return null;
  return [host.name.replace(/^www\./, ''), path.replace(/\/$/, ''), fragment.join('#')].join('#');
}

/** Where the targets of links stand that are nothing but a picture: the text beside it usually links the same page. */
function pictureTargets({ links }: Document): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { kind, text, urlRange } of links) {
    if (kind === 'image' || text === null) continue;
    if ([...text.text].every((character) => character === opaque || /\s/.test(character)))
      starts.add(urlRange.start);
  }
  return starts;
}
