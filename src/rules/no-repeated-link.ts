import * as z from 'zod/mini';
import { standingSection } from '../document/lasting-pages.ts';
import { memoizeText } from '../document/memo.ts';
import { plainName } from '../document/names.ts';
import { defineRule } from '../engine/rule.ts';
import { issueNameOf } from '../series/issue-name.ts';
import { repeatedLinks } from '../series/repeated-links.ts';

interface Options {
  issues: number;
  allow: string[];
  sections: string[];
  ignoreSections: string[];
}

export default defineRule<'repeated', Options>({
  id: 'no-repeated-link',
  summary: 'Disallow links that an earlier issue has featured.',
  category: 'series',
  recommended: 'off',
  options: z.strictObject({
    issues: z
      ._default(z.int().check(z.minimum(1), z.maximum(200)), 25)
      .check(z.describe('How many issues back links are compared.')),
    allow: z
      ._default(z.array(z.string()), [])
      .check(
        z.describe('Hosts and beginnings of addresses that may come again, such as `example.org/calendar`.'),
      ),
    sections: z
      ._default(z.array(z.string()), [])
      .check(
        z.describe(
          'Names of the sections that are looked at; where none is named, all but those for events, jobs, calls and the like.',
        ),
      ),
    ignoreSections: z
      ._default(z.array(z.string()), [])
      .check(z.describe('Names of sections whose links may come again.')),
  }),
  messages: {
    repeated: 'This page was linked in {issue} already: leave it out, or link what is new.',
  },
  *checkSeries(posts, { issues, allow, sections, ignoreSections }) {
    const allowed = allow.map(plainAddress);
    const wanted = new Set(sections.map(plainName));
    const ignored = new Set(ignoreSections.map(plainName));
    const isAllowed = (page: string) => allowed.some((start) => beginsWith(page.toLowerCase(), start));
    const isFeatured = (page: string, names: readonly string[]) => {
      if (allowed.length > 0 && isAllowed(page)) return false;
      const plain = names.map(nameOf);
      if (plain.some((name) => ignored.has(name))) return false;
      return wanted.size > 0 ? plain.some((name) => wanted.has(name)) : !names.some(isStanding);
    };
    for (const { post, link, other, original } of repeatedLinks(posts, issues, isFeatured)) {
      yield {
        message: 'repeated',
        path: post.path,
        range: link.range,
        data: { issue: issueNameOf(other) },
        related: [{ path: other.path, range: original.range, message: 'Here it is linked first.' }],
      };
    }
  },
});

const nameOf = memoizeText(plainName);
const isStanding = memoizeText((name: string) => standingSection.test(name));

/** Whether an address is another one or a page below it. */
function beginsWith(page: string, start: string): boolean {
  return page.startsWith(start) && (/^$|^[/?#]/.test(page.slice(start.length)) || /[/?#=&-]$/.test(start));
}

/** An address as it is compared, without scheme and `www.`. */
function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/^www\./, '');
}
