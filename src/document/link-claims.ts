import { hasPublicSuffix, hostOf } from './host.ts';
import { areRelatedHosts, leadsElsewhere, type Place, placeOf } from './link-redirects.ts';

/** How the text of a link contradicts its target. */
export type Contradiction =
  | { readonly kind: 'mail' | 'host' | 'path' | 'version' | 'identifier' }
  | { readonly kind: 'number'; readonly actual: string }
  | { readonly kind: 'unfinished'; readonly number: string };

const email = /^(?:mailto:)?([A-Z0-9][\w.+-]{0,63}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){0,6}\.[A-Z]{2,24})$/i;
const webAddress = /^(?:(?:https?|ftp):\/\/|www\.)[^\s<>"\uFFFC]+$/i;
const numbered =
  /^(?:(?:(?:pull[ -]requests?|pr|mr|merge[ -]request|bug|ticket|gh)[ -]?[#!]?|issues? [#]|[\w.-]*(?:\/[\w.-]+)?[#!])(\d{1,7}))$/i;
const tracked = /\/(?:pull|pulls|issues?|merge_requests|discussions|ticket)(?:\/(\d{1,7})(?=[/?#.]|$)|\/?$)/i;
const inRepository = /^https?:\/\/[^/]+\/[^/]+\/[^/?#]+\/(?:[^?#]*\/)?(?:pulls?|issues|merge_requests)\/?$/i;
const releaseTag = /\/releases\/tag\/[^/?#]*?(?<!\d)(\d+(?:\.\d+){1,3}(?:-[\w.]+)?)\/?$/;
const version = /^(?:[A-Za-z][\w.-]{0,30} )?v?(\d+\.\d+(?:\.\d+){0,2})$/;
const identifier = /^(CVE|RUSTSEC|GHSA|PEP|JEP|XEP|EIP|BIP|USN|DSA)[- ]?([\da-z]+(?:-[\da-z]+){0,3})$/i;

/** What speaks against a link's text naming its target, or null. Only what text and target say themselves counts. */
export function contradictionOf(text: string, url: string): Contradiction | null {
  const address = email.exec(text)?.[1];
  if (address !== undefined) return contradictsMail(address, url) ? { kind: 'mail' } : null;
  if (webAddress.test(text)) return addressContradiction(text, url);
  const number = numbered.exec(text)?.[1];
  if (number !== undefined) return numberContradiction(number, url);
  if (contradictsVersion(text, url)) return { kind: 'version' };
  return contradictsIdentifier(text, url) ? { kind: 'identifier' } : null;
}

/** A page that has the mailbox in its address is its archive or its form. */
function contradictsMail(address: string, url: string): boolean {
  if (!hasPublicSuffix(address.slice(address.lastIndexOf('@') + 1).toLowerCase())) return false;
  const target = unescaped(url).toLowerCase();
  const mailbox = address.slice(0, address.indexOf('@')).toLowerCase();
  if (/^mailto:/.test(target)) return !target.includes(address.toLowerCase()) && target.includes('@');
  const host = hostOf(url)?.name;
  if (
    host === undefined ||
    leadsElsewhere(host) ||
    /\/email-protection|contact|mailman|lists?\b/.test(target)
  )
    return false;
  return !target.includes(mailbox);
}

function addressContradiction(text: string, url: string): Contradiction | null {
  const said = placeOf(text.replace(/(?<![).,;:])[).,;:]+$/, ''));
  if (said === null || !hasPublicSuffix(said.host)) return null;
  if (/^mailto:[^?]*@/i.test(url)) return { kind: 'host' };
  const target = placeOf(url);
  if (target === null || leadsElsewhere(said.host) || leadsElsewhere(target.host)) return null;
  // Redirects carry the address that they lead to.
  if (target.host !== said.host && unescaped(url).toLowerCase().includes(said.host)) return null;
  if (!areRelatedHosts(said.host, target.host)) return { kind: 'host' };
  return said.host === target.host && contradictsPath(text, said, target) ? { kind: 'path' } : null;
}

/** Shortened text, a longer target and a part that was left out in the middle do not contradict. */
function contradictsPath(text: string, said: Place, target: Place): boolean {
  if (/…|\.\.\.|\*|\uFFFC/.test(text) || said.path === '' || target.path === '') return false;
  if (isBeginning(said.path, target.path) || isBeginning(target.path, said.path)) return false;
  const [a, b] = [said.path.split('/'), target.path.split('/')];
  // `/pull/12` and `/issues/12` are one, and so are pages that moved with their last part.
  if (a.at(-1) === b.at(-1)) return false;
  return a.length === b.length && a.slice(0, -1).join('/') === b.slice(0, -1).join('/');
}

/** Whether a path goes on where the other ends: `/loom` with `/loom/a`, `/loom.git` or `/loom@2`, and not `/looms`. */
function isBeginning(path: string, whole: string): boolean {
  return whole.startsWith(path) && /^(?:$|[/@;:]|\.[a-z]{2,5}$)/.test(whole.slice(path.length));
}

function numberContradiction(number: string, url: string): Contradiction | null {
  const match = tracked.exec(url);
  if (match === null || hostOf(url) === null) return null;
  if (numbersIn(url).includes(trimmed(number))) return null;
  if (match[1] !== undefined) return { kind: 'number', actual: match[1] };
  return inRepository.test(url) ? { kind: 'unfinished', number } : null;
}

function contradictsVersion(text: string, url: string): boolean {
  const said = version.exec(text)?.[1];
  const tag = said === undefined ? undefined : releaseTag.exec(url)?.[1];
  if (said === undefined || tag === undefined || said.split('.').length < 2) return false;
  const [core] = tag.split('-', 1) as [string];
  const [a, b] = [said.split('.'), core.split('.')];
  return a.some((part, index) => b[index] !== undefined && trimmed(part) !== trimmed(b[index]));
}

/** The target names another of the same kind, and not the one that the text names. */
function contradictsIdentifier(text: string, url: string): boolean {
  const match = identifier.exec(text);
  if (match === null) return false;
  const [, kind, said] = match as unknown as [string, string, string];
  const others = [...url.matchAll(new RegExp(`\\b${kind}[-_/]?(\\d[\\da-z]*(?:-[\\da-z]+)*)`, 'gi'))];
  const wanted = trimmed(said.toLowerCase());
  return others.length > 0 && others.every(([, other]) => !trimmed(other!.toLowerCase()).startsWith(wanted));
}

function numbersIn(url: string): string[] {
  return (url.match(/\d{1,12}/g) ?? []).map(trimmed);
}

function trimmed(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function unescaped(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
