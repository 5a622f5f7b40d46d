import { hostOf, registeredDomain } from '../document/host.ts';
import { memoize } from '../document/memo.ts';
import type { PostFacts } from './facts.ts';

/** Where the links of a post lead, each host once, in the order of the links. */
interface LinkedHosts {
  readonly all: readonly string[];
  /** Those that are linked with `https:` and without a port. */
  readonly secure: readonly string[];
  /** Those that are linked with `http:` and without a port. */
  readonly insecure: readonly string[];
}

const linkedHosts = memoize(({ links }: PostFacts, _: null): LinkedHosts => {
  const all = new Set<string>();
  const secure = new Set<string>();
  const insecure = new Set<string>();
  // Links of one post share their hosts: what is asked of an address is asked of its beginning, once.
  for (const origin of new Set(links.map(({ value }) => originOf(value)))) {
    const host = hostOf(origin);
    if (host === null) continue;
    all.add(host.name);
    if (host.hasPort) continue;
    if (/^https:/i.test(origin)) secure.add(host.name);
    else if (/^http:/i.test(origin)) insecure.add(host.name);
  }
  return { all: [...all], secure: [...secure], insecure: [...insecure] };
});

// Asked in a long series alone, and of the Public Suffix List.
const linkedDomains = memoize((post: PostFacts, _: null): readonly string[] => {
  return [...new Set(hostsIn(post).flatMap((host) => registeredDomain(host) ?? []))];
});

/** The hosts that a post links. */
export function hostsIn(post: PostFacts): readonly string[] {
  return linkedHosts(post, null).all;
}

/** The hosts that a post links with `https:` and without a port. */
export function secureHostsIn(post: PostFacts): readonly string[] {
  return linkedHosts(post, null).secure;
}

/** The hosts that a post links with `http:` and without a port. */
export function insecureHostsIn(post: PostFacts): readonly string[] {
  return linkedHosts(post, null).insecure;
}

/** What somebody has registered of what a post links, each once: `servo.org` of `docs.servo.org`. */
export function domainsIn(post: PostFacts): readonly string[] {
  return linkedDomains(post, null);
}

/** An address up to the end of its host and port; what has no `//` stays as it is. */
function originOf(address: string): string {
  const slashes = address.indexOf('//');
  if (slashes < 0) return address;
  const end = address.indexOf('/', slashes + 2);
  return end < 0 ? address : address.slice(0, end);
}
