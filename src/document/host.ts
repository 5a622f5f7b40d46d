import { getPublicSuffix, parse } from 'tldts';
import { memoizeText } from './memo.ts';
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

// Most addresses begin so: a host in small letters of ASCII that ends in one, with neither user nor port.
const plainHost = /^https?:\/\/([a-z\d_-]+(?:\.[a-z\d_-]+)*)(?<!\d)(?=[/?#]|$)/;
const authority = /^(?:(?:https?|ftp):)?\/\/([^/?#\\\s]*)|^www\.[^/?#\\\s]*/i;
// DNS allows 253 characters (RFC 1035, section 2.3.4).
const longestName = 253;
const hostName = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*$/u;

/**
 * The host of an address with `http`, `https`, `ftp` or no scheme before it (`//host`, `www.host`). Null for
 * every other address, for IP addresses, and where something else stands in the host's place (`$HOST`).
 */
export const hostOf = memoizeText((address: string): Host | null => {
  const plain = plainHost.exec(address);
  if (plain !== null && plain[0].length <= longestName) {
    const end = plain[0].length;
    const name = plain[1]!;
    return { name, range: { start: end - name.length, end }, hasPort: false, rest: address.slice(end) };
  }
  const match = authority.exec(address);
  if (!match) return null;
  const written = match[1] ?? match[0];
  const offset = match[0].length - written.length;
  const start = written.lastIndexOf('@') + 1;
  const [full] = written.slice(start).split(':', 1) as [string];
  const name = full.replace(/\.$/, '').toLowerCase();
  if (name.length > longestName || !hostName.test(name) || /^[\d.]+$/.test(name)) return null;
  return {
    name,
    range: { start: offset + start, end: offset + start + name.length },
    hasPort: start + full.length < written.length,
    rest: address.slice(match[0].length),
  };
});

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

// Names come from `hostOf` or are looked at here: nothing is left for the library to extract or to validate.
const suffixOptions = {
  allowPrivateDomains: true,
  extractHostname: false,
  validateHostname: false,
  detectIp: false,
} as const;

// Suffixes of the list by themselves: whatever it says of names below them, those have one. Most hosts end so, and the list
// takes long to load.
const plainSuffixes = new Set(
  'app at au be blog br ca ch cloud co com de dev edu es eu fr gov info io it jp me net nl org pl se site tech tv uk us'.split(
    ' ',
  ),
);

/**
 * Whether a host has a suffix of the Public Suffix List, private ones such as `github.io` included. A single word
 * has none. Top-level domains in punycode all count as existing.
 */
export const hasPublicSuffix = memoizeText((host: string): boolean => {
  const last = host.slice(host.lastIndexOf('.') + 1);
  if (last === host) return false;
  if (plainSuffixes.has(last)) return true;
  const { isIcann, isPrivate } = parse(host, suffixOptions);
  return isIcann === true || isPrivate === true || last.startsWith('xn--');
});

/** The domain that somebody has registered, `servo.org` of `docs.servo.org`; null where a host has none. */
export const registeredDomain = memoizeText((host: string): string | null => {
  const { domain, isIcann, isPrivate } = parse(host, suffixOptions);
  return isIcann === true || isPrivate === true ? domain : null;
});

/** `co.uk` of `shop.co.uk`, `github.io` of `team.github.io`; empty where a host has none. */
export function publicSuffix(host: string): string {
  return hasPublicSuffix(host) ? (getPublicSuffix(host, suffixOptions) ?? '') : '';
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

/** Tells whether a host is that of one of the patterns, in which `*` stands for any run of characters. */
export function hostMatcher(patterns: readonly string[]): (host: string) => boolean {
  const ended = patterns.map((pattern) => ({ pattern, end: pattern.slice(pattern.lastIndexOf('*') + 1) }));
  // Most hosts end otherwise, and are done with here.
  return (host) => ended.some(({ pattern, end }) => host.endsWith(end) && matchesHost(host, pattern));
}

function matchesHost(host: string, pattern: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  if (!host.startsWith(head)) return false;
  const tail = parts.pop();
  if (tail === undefined) return host === head;
  let at = head.length;
  for (const part of parts) {
    const found = host.indexOf(part, at + 1);
    if (found < 0) return false;
    at = found + part.length;
  }
  return host.length - tail.length > at;
}

/** Whether an address is that of one machine or of a private network: `localhost`, RFC 1918, link-local, IPv6 ULA. */
export function isPrivateAddress(address: string): boolean {
  const host = /^(?:https?|ftp):\/\/(?:[^/?#@\s]{0,100}@)?(\[[0-9a-f:.]{2,45}\]|[^/?#:\s]{1,253})/i.exec(
    address,
  )?.[1];
  if (host === undefined) return false;
  const name = host.toLowerCase();
  if (/^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/.test(name)) return true;
  if (/(?:^|\.)localhost$/.test(name)) return true;
  return /^(?:127|10)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$|^169\.254\.\d+\.\d+$|^0\.0\.0\.0$/.test(
    name,
  );
}
