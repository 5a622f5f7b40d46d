import { hostOf } from '../document/host.ts';
import { isLasting } from '../document/lasting-pages.ts';
import { isNameAddress } from '../document/name-addresses.ts';
import { parametersOf, purposeOf } from '../document/tracking.ts';
import type { Placed, PostFacts, SectionFact } from './facts.ts';
import { isTwin } from './twins.ts';

/** A link of a post that one of the posts before it has as well. */
export interface RepeatedLink {
  readonly post: PostFacts;
  readonly link: Placed<string>;
  /** The last earlier post that has it, and its link. */
  readonly other: PostFacts;
  readonly original: Placed<string>;
}

interface Use {
  readonly position: number;
  readonly post: PostFacts;
  readonly link: Placed<string>;
}

/** A link that so many of the last posts have is there on purpose. */
const standing = 3;

/**
 * The links of posts that stand in one of the last `window` posts, in order. What three of those posts, or more than a
 * third of them, link is a standing link. Linear in the links of all posts, for a window of bounded size.
 *
 * @param isFeatured which links count, in both posts
 */
export function* repeatedLinks(
  posts: readonly PostFacts[],
  window: number,
  isFeatured: (page: string, section: readonly string[]) => boolean,
): Iterable<RepeatedLink> {
  const uses = new Map<string, Use[]>();
  for (const [position, post] of posts.entries()) {
    const from = Math.max(0, position - window);
    const own = featured(post, isFeatured);
    for (const [page, link] of own) {
      const before = (uses.get(page) ?? []).slice(-window).filter((use) => use.position >= from);
      const last = before.findLast((use) => !isTwin(use.post, post));
      if (last && before.length < standing && before.length * 3 <= position - from)
        yield { post, link, other: last.post, original: last.link };
    }
    for (const [page, link] of own) {
      const known = uses.get(page);
      if (known) known.push({ position, post, link });
      else uses.set(page, [{ position, post, link }]);
    }
  }
}

/** By page, the first featured link of a post to it. */
function featured(
  post: PostFacts,
  isFeatured: (page: string, section: readonly string[]) => boolean,
): Map<string, Placed<string>> {
  const found = new Map<string, Placed<string>>();
  const links = post.featured.flatMap((place) => post.links[place] ?? []);
  links.sort((a, b) => a.range.start - b.range.start);
  const open: SectionFact[] = [];
  let next = 0;
  for (const link of links) {
    for (; post.sections[next] && post.sections[next]!.range.start <= link.range.start; next++) {
      const section = post.sections[next]!;
      while (open.length > 0 && open.at(-1)!.depth >= section.depth) open.pop();
      open.push(section);
    }
    const page = pageOf(link.value);
    if (page === null || found.has(page)) continue;
    if (
      isFeatured(
        page,
        open.map(({ value }) => value),
      )
    )
      found.set(page, link);
  }
  return found;
}

/** A template fills it in. */
const unknown = /\{[{%]|\$\{|<%/;

const media = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|mp4|webm|mov)$/i;

/**
 * What makes two addresses lead to one page: host, path, parameters that matter, and fragment. Null for addresses that
 * are no page of the web, for pictures, and for names, which are linked wherever they stand.
 */
function pageOf(url: string): string | null {
  const host = /^https?:/i.test(url) && !unknown.test(url) ? hostOf(url) : null;
  if (!host) return null;
  const name = host.name.replace(/^www\./, '');
  const [page, ...pieces] = host.rest.split('#') as [string, ...string[]];
  const fragment = pieces.join('#');
  const [path] = page.split('?', 1) as [string];
  if (media.test(path)) return null;
  const needed = parametersOf(page).filter((one) => purposeOf(one.name, one.value, host.name) === null);
  const query = needed.map(({ range }) => page.slice(range.start, range.end)).join('&');
  const plain = path.replace(/(?<!\/)\/+$/, '') + (query === '' ? '' : `?${query}`);
  if (isLasting(name, path) || (fragment === '' && isNameAddress(host.name, plain))) return null;
  return name + plain + (fragment === '' ? '' : `#${fragment}`);
}
