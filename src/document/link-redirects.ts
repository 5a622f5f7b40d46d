import { hostOf } from './host.ts';

/**
 * Hosts that lead elsewhere: short links, archives, mirrors of one service under two names. The first group is what
 * the services call themselves in their own documentation.
 */
const redirecting: ReadonlySet<string> = new Set(
  (
    't.co bit.ly bitly.com goo.gl forms.gle g.co tinyurl.com ow.ly is.gd v.gd buff.ly lnkd.in fb.me dlvr.it ift.tt ' +
    'aka.ms amzn.to a.co youtu.be redd.it git.io gh.io wp.me flic.kr spoti.fi j.mp trib.al rb.gy cutt.ly t.ly ' +
    'shorturl.at eepurl.com mailchi.mp doi.org dx.doi.org hdl.handle.net purl.org w3id.org n2t.net web.archive.org ' +
    'archive.org archive.is archive.ph archive.today perma.cc webcache.googleusercontent.com translate.google.com ' +
    'substack.com beehiiv.com list-manage.com campaign-archive.com sendgrid.net hubspotlinks.com mjt.lu rs6.net ' +
    'linktr.ee nitter.net xcancel.com'
  ).split(' '),
);
const tracker =
  /^(?:clicks?|click\d+|track(?:ing)?|trk|links?|lnk|email|mail|url\d*|go|r|e|l|ct|u\d+|redirect|out)\./;

/** Names of one service: what is left and right of the equals sign is the same place. */
const sameService: readonly (readonly [string, string])[] = [
  ['twitter.com', 'x.com'],
  ['youtube.com', 'youtu.be'],
  ['facebook.com', 'fb.com'],
  ['telegram.me', 't.me'],
  ['reddit.com', 'redd.it'],
  ['linkedin.com', 'lnkd.in'],
];

/** Whether a host leads elsewhere, so that its addresses say nothing of where readers arrive. */
export function leadsElsewhere(host: string): boolean {
  const labels = host.split('.');
  return redirecting.has(host) || redirecting.has(labels.slice(-2).join('.')) || tracker.test(host);
}

/** Whether two hosts belong to one site or service, as far as their names tell: `blog.servo.org` and `servo.org`. */
export function areRelatedHosts(a: string, b: string): boolean {
  const [first, second] = [siteOf(a), siteOf(b)];
  return first === second || sameService.some((names) => names.includes(first) && names.includes(second));
}

function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

/** An address as far as it says where it leads: host without `www.`, path in lower case without a closing slash. */
export interface Place {
  readonly host: string;
  readonly path: string;
}

/** Where an address leads; null where it has no host. */
export function placeOf(address: string): Place | null {
  const host = hostOf(address);
  if (host === null) return null;
  const path = decoded(host.rest.replace(/^:\d+/, ''))
    .toLowerCase()
    .replace(/[?#].*$/s, '')
    .replace(/\/(?:index|default)\.(?:html?|php)$|\.html?$/, '')
    .replace(/(?<!\/)\/+$/, '');
  return { host: host.name.replace(/^www\./, ''), path };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
