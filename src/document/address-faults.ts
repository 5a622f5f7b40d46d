/** What is wrong with an address as it is written. */
export interface AddressFault {
  readonly kind:
    | 'scheme'
    | 'twice'
    | 'host'
    | 'relative'
    | 'mail'
    | 'wrapped'
    | 'nested'
    | 'markup'
    | 'swallowed'
    | 'padded';
  /** The part of the address that is wrong. */
  readonly start: number;
  readonly end: number;
  /** What belongs in its place, where that is certain. */
  readonly right: string | null;
}

// Most addresses are of this shape, in which nothing can be wrong: a plain host, and none of the signs that faults have.
const faultless = /^https?:\/\/(?!www\.h?ttps?\/)(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#][^\s"<>%\]]*)?$/;
const opening = /^([A-Za-z]{3,7})([:;.]{0,3})([/\\]{0,4})/;
const schemeTwice = /^https?:\/\/(?:www\.)?(?=h?ttps?(?::\/\/?|\/\/)[^/])/i;
const badHost = /^(?:https?:\/\/)[^/?#\s@]{0,253}?[\p{L}\p{N}-](\.{2}|[,;])[\p{L}\p{N}-]/u;
const eMail =
  /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}$/;
const wrapper = /^(?:["'“”„‘’«`]|&quot;|[([{]|\[[^[\]]{0,200}\]\()(?=\s?(?:https?:\/\/|www\.|mailto:))/i;
const unwrapper = /(?:["'“”‘’»`]|&quot;|[)\]}])$/;
// An encoded space or closing quotation mark, or a no-break or zero-width space.
const swallowedEnd =
  /(?<!%20|%0A|%C2%A0|%E2%80%8B|%22|%E2%80%9[89CD])(?:%20|%0A|%C2%A0|%E2%80%8B|%22|%E2%80%9[89CD])+$/i;
// Behind the number of an issue, change or commit an address is complete; a space and words are the sentence's.
const afterNumber =
  /^https?:\/\/[^?#\s]{3,200}\/(?:pull|issues|merge_requests|commit)\/[0-9a-f]{1,40}(%20\S*)$/i;

/**
 * The first fault of an address, or null. Only what cannot be meant is one: an address with another inside (web
 * archives, redirectors) and one that merely looks odd are right.
 *
 * @param isTarget whether it is the target of a link, where `www.…` and an e-mail address are taken for paths
 */
export function addressFault(address: string, isTarget: boolean): AddressFault | null {
  if (faultless.test(address)) return null;
  return (
    schemeFault(address) ??
    (isTarget ? targetFault(address) : null) ??
    hostFault(address) ??
    endFault(address)
  );
}

function schemeFault(address: string): AddressFault | null {
  const [whole, word = '', colon = '', slashes = ''] = opening.exec(address) ?? [];
  if (whole === undefined || !/[A-Za-z0-9[]/.test(address[whole.length] ?? '')) return null;
  const scheme = word.toLowerCase();
  const isKnown = scheme === 'http' || scheme === 'https';
  if (isKnown ? colon === ':' && slashes === '//' : !isMisspelt(scheme) || slashes.length < 2) return null;
  // `http:path` is a relative address and `http.org` a host; `https/index.html` is a folder.
  if (isKnown && (slashes === '' ? colon !== ':' : colon === '' ? slashes.length < 2 : colon === '.'))
    return null;
  const rest = address.slice(whole.length);
  if (!/^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}]|^localhost\b/u.test(rest.slice(0, 300))) return null;
  const right = `${/s/.test(scheme) ? 'https' : 'http'}://`;
  return { kind: 'scheme', start: 0, end: whole.length, right };
}

/** `htps`, `hhtps`, `ttp`, `httsp`: letters of `https`, a `t` and a `p` among them. */
function isMisspelt(scheme: string): boolean {
  return /^[ht][htps]+$/.test(scheme) && /t/.test(scheme) && /p/.test(scheme) && scheme !== 'shttp';
}

function targetFault(address: string): AddressFault | null {
  const lead = wrapper.exec(address);
  if (lead) {
    const kind = lead[0].endsWith('](') || (lead[0] === '[' && address.includes('](')) ? 'nested' : 'wrapped';
    return { kind, start: 0, end: address.length, right: unwrapped(address, lead[0]) };
  }
  if (/^\s|\s$/.test(address))
    return { kind: 'padded', start: 0, end: address.length, right: address.trim() };
  if (/^www\.[\p{L}\p{N}-]+\.[\p{L}\p{N}]/iu.test(address))
    return { kind: 'relative', start: 0, end: 4, right: `https://${address.slice(0, 4)}` };
  // `logo@2x.png` is a file.
  if (eMail.test(address) && !/\.(?:mdx?|html?|png|jpe?g|gif|svg|webp|pdf)$/i.test(address))
    return { kind: 'mail', start: 0, end: 0, right: 'mailto:' };
  if (/^mailto:\/\/[^/]/i.test(address)) return { kind: 'mail', start: 0, end: 9, right: 'mailto:' };
  if (/^https?:/i.test(address)) {
    // A query may ask for `stars:>100`, and `<host>` is a place to be filled by the reader.
    const [path] = address.split('?', 1) as [string];
    const markup = /\]\(|"|<\/|^[^<]*?(>)/.exec(path);
    if (markup) {
      const at = markup[1] ? markup[0].length - 1 : markup.index;
      return { kind: 'markup', start: at, end: address.length, right: null };
    }
  }
  return null;
}

function unwrapped(address: string, lead: string): string {
  const inner = address.slice(lead.length);
  // `[address](address)` where one address belongs.
  const end = lead === '[' ? inner.indexOf('](') : -1;
  return (end < 0 ? inner.replace(unwrapper, '') : inner.slice(0, end)).trim();
}

function hostFault(address: string): AddressFault | null {
  const twice = schemeTwice.exec(address);
  if (twice) return { kind: 'twice', start: 0, end: twice[0].length, right: '' };
  const host = badHost.exec(address);
  if (!host) return null;
  const end = host[0].length - 1;
  return { kind: 'host', start: end - host[1]!.length, end, right: '.' };
}

function endFault(address: string): AddressFault | null {
  if (!address.includes('%') || !/^https?:/i.test(address)) return null;
  const swallowed =
    afterNumber.exec(address)?.[1] ?? (/[?#]/.test(address) ? undefined : swallowedEnd.exec(address)?.[0]);
  if (swallowed === undefined) return null;
  return { kind: 'swallowed', start: address.length - swallowed.length, end: address.length, right: '' };
}
