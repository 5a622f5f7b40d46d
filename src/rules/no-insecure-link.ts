import * as z from 'zod/mini';
import { type Address, addressesOf } from '../document/addresses.ts';
import type { Document } from '../document/document.ts';
import { hasPublicSuffix, hostOf, isSampleHost } from '../document/host.ts';
import { answersHttps } from '../document/https-hosts.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../engine/rule.ts';
import { earlierWith, lastWith } from '../series/history.ts';
import { insecureHostsIn, secureHostsIn } from '../series/linked-hosts.ts';

// Addresses that name a vocabulary and are compared letter by letter: nobody follows them.
const identifier =
  /^http:\/\/(?:(?:www\.)?w3\.org\/(?:[12]\d{3}\/|ns\/|XML\/)|(?:[\w-]+\.)*(?:schemas?|xmlns|purl|ns|json-schema|rdfs|ogp|xmlsoap|openxmlformats|opengis|docbook)\.[\w.-]+|docs\.oasis-open\.org\/|java\.sun\.com\/xml|www\.sitemaps\.org\/schemas|dublincore\.org\/)/i;

type Key = 'listed' | 'linked' | 'other';

export default defineRule<Key, { all: boolean }>({
  id: 'no-insecure-link',
  summary: 'Disallow `http:` addresses of hosts that answer `https:`.',
  category: 'links',
  recommended: 'warn',
  needs: 'series',
  concerns: (facts, series) => {
    const own = secureHostsIn(facts);
    // What the post itself or the list says of a host is known without the series.
    const hosts = insecureHostsIn(facts).filter(
      (host) => earlierWith(series, secureHostsIn, host) > 0 && !own.includes(host) && !answersHttps(host),
    );
    return hosts.length > 0 && facts.links.some(({ value }) => hosts.includes(insecureHost(value) ?? ''));
  },
  strict: { all: true },
  fixes: 'sometimes',
  options: z.strictObject({
    all: z
      ._default(z.boolean(), false)
      .check(
        z.describe('Whether `http:` is reported also where nothing tells that the host answers `https:`.'),
      ),
  }),
  messages: {
    listed:
      'This address begins with `http:`, so it is fetched unprotected, although {host} is known to answer `https:`: write `https://{host}`.',
    linked:
      'This address begins with `http:`, so it is fetched unprotected, although {where} links {host} with `https:`: write `https://{host}`.',
    other:
      'This address begins with `http:`, so it is fetched unprotected: write `https://{host}` if the host answers that.',
  },
  *check(document, { all }, context) {
    if (!/http(?::|&)/i.test(document.source)) return;
    let known: SecureLinks | undefined;
    for (const address of addressesOf(document)) {
      const host = insecureHost(address.url);
      if (host === null) continue;
      known ??= secureLinks(document, context);
      const found = reasonFor(host, known, all);
      if (found === null) continue;
      const safety = found.message === 'other' ? 'unsafe' : 'safe';
      yield { ...found, ...correction(address, document.source, safety) };
    }
  },
});

/** The host of an `http:` address that somebody may follow; null for all other addresses. */
function insecureHost(url: string): string | null {
  // Most addresses begin with `https:` and are done with here.
  if (url[4] !== ':' || !/^http:\/\//i.test(url) || identifier.test(url)) return null;
  const host = hostOf(url);
  // A port belongs to one scheme, and names without a public suffix to a network of their own.
  if (!host || host.hasPort || isSampleHost(host.name) || !hasPublicSuffix(host.name)) return null;
  return host.name;
}

type Reason = Pick<Problem<Key>, 'message' | 'data' | 'related'>;

interface SecureLinks {
  /** Hosts that the post links with `https:`, and where first. */
  readonly post: ReadonlyMap<string, Range>;
  readonly context: RuleContext;
}

function secureLinks(document: Document, context: RuleContext): SecureLinks {
  const post = new Map<string, Range>();
  for (const { url, range } of addressesOf(document)) {
    const host = secureHost(url);
    if (host !== null && !post.has(host)) post.set(host, range);
  }
  return { post, context };
}

function secureHost(url: string): string | null {
  if (!/^https:\/\//i.test(url)) return null;
  const host = hostOf(url);
  return host && !host.hasPort ? host.name : null;
}

/** Why the host should be linked with `https:`; null where nothing says so. */
function reasonFor(host: string, { post, context }: SecureLinks, all: boolean): Reason | null {
  const own = post.get(host);
  if (own) {
    const related = [{ range: own, message: `${host} is linked with \`https:\` here.` }];
    return { message: 'linked', data: { host, where: 'this post' }, related };
  }
  if (answersHttps(host)) return { message: 'listed', data: { host } };
  const { series } = context;
  const earlier = series && lastWith(series, secureHostsIn, host);
  if (earlier) {
    const range = earlier.links.find(({ value }) => secureHost(value) === host)!.range;
    const related = [{ path: earlier.path, range, message: `${host} is linked with \`https:\` here.` }];
    return { message: 'linked', data: { host, where: 'an earlier post of the series' }, related };
  }
  return all ? { message: 'other', data: { host } } : null;
}

/** Scheme and host, with the edit that puts the `s` in; the whole address, without one, where it is written in code. */
function correction(
  { url, range, twin }: Address,
  source: string,
  safety: Fix['safety'],
): Pick<Problem, 'range' | 'fix'> {
  const end = hostOf(url)!.range.end;
  if (source.slice(range.start, range.start + end) !== url.slice(0, end)) return { range };
  const places = [range, ...(twin ? [twin] : [])].map(({ start }) => start + 'http'.length);
  const edits = places.sort((a, b) => a - b).map((at) => ({ range: { start: at, end: at }, text: 's' }));
  const place = { start: range.start, end: range.start + end };
  return { range: place, fix: { title: 'Write `https:`', safety, edits } };
}
