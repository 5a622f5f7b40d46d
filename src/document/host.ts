import tlds from 'tlds' with { type: 'json' };
import type { Range } from './source.ts';

/** The host of an absolute address. */
export interface Host {
  /** Lower case, without a closing dot. */
  readonly name: string;
  /** Where it stands in the address. */
  readonly range: Range;
  /** Whether a port follows it. */
  readonly hasPort: boolean;
  /** What follows host and port: path, query and fragment. */
  readonly rest: string;
}

const authority = /^(?:(?:https?|ftp):)?\/\/([^/?#\\\s]*)|^www\.[^/?#\\\s]*/i;
const hostName = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*$/u;

/**
 * The host of an address with `http`, `https`, `ftp` or no scheme before it (`//host`, `www.host`). Null for
 * every other address, for IP addresses, and where something else stands in the host's place (`$HOST`).
 */
export function hostOf(address: string): Host | null {
  const match = authority.exec(address);
  if (!match) return null;
  const written = match[1] ?? match[0];
  const offset = match[0].length - written.length;
  const start = written.lastIndexOf('@') + 1;
  const [full] = written.slice(start).split(':', 1) as [string];
  const name = full.replace(/\.$/, '').toLowerCase();
  // DNS allows 253 characters (RFC 1035, section 2.3.4).
  if (name.length > 253 || !hostName.test(name) || /^[\d.]+$/.test(name)) return null;
  return {
    name,
    range: { start: offset + start, end: offset + start + name.length },
    hasPort: start + full.length < written.length,
    rest: address.slice(match[0].length),
  };
}

// RFC 2606, 6761, 6762, 7686, 8375 (home.arpa) and 9476, what routers and companies use, and other name systems.
const specialSuffix =
  /(?:^|\.)(?:localhost|localdomain|local|internal|test|example|invalid|onion|alt|arpa|lan|home|corp|intranet|i2p|eth)$/;
const exampleDomain = /(?:^|\.)example\.(?:com|net|org|edu)$/;

/** Whether a host is of the kind that the public name system never knows: `localhost`, `printer.local`. */
export function isSpecialUse(host: string): boolean {
  return specialSuffix.test(host);
}

/** Whether a host is there to be read and not to be followed: special-use names and the example domains. */
export function isSampleHost(host: string): boolean {
  return isSpecialUse(host) || exampleDomain.test(host);
}

let topLevelDomains: ReadonlySet<string> | undefined;

/**
 * Whether a host ends in a top-level domain that exists, so that it has a public suffix: every suffix of the
 * Public Suffix List, private ones included, ends in one. Top-level domains in punycode all count as existing.
 */
export function hasPublicSuffix(host: string): boolean {
  const last = host.slice(host.lastIndexOf('.') + 1);
  if (last === host) return false;
  topLevelDomains ??= new Set(tlds);
  return last.startsWith('xn--') || topLevelDomains.has(last);
}

/**
 * The one host that begins with a name; null where there is none, or several.
 *
 * @param known host names in ascending order of their code units, each once
 */
export function onlyContinuation(name: string, known: readonly string[]): string | null {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle]! < name) low = middle + 1;
    else high = middle;
  }
  const first = known[low];
  return first?.startsWith(name) && !known[low + 1]?.startsWith(name) ? first : null;
}
