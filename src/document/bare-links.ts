import type { BareLink } from './model.ts';
import type { Range } from './source.ts';

const anchor = /(?:https?|ftp):\/\/|www\.|@/gi;
const urlEnd = /[\s<>\uFFFC\u3000-\u3002\uFF00-\uFF1F]|$/g;
const trailing = /[?!.,:;*_~'"‘’“”«»…\]}|\\]/;
const wordCharacter = /[\p{L}\p{N}_]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const localPart = /[A-Za-z0-9._+-]/;
const domain = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}/y;

/**
 * Addresses in `source.slice(start, end)` that stand bare in text, ascending. The extent of an address
 * follows GFM's extended autolinks (GFM 0.29 section 6.9): trailing punctuation and unbalanced closing
 * parentheses are not part of it. The tree is not asked: parsers disagree on these.
 */
export function findBareLinks(source: string, start: number, end: number): BareLink[] {
  const text = source.slice(start, end);
  if (!text.includes('://') && !text.includes('@') && !text.includes('www.')) return [];
  const found: BareLink[] = [];
  let from = 0;
  anchor.lastIndex = 0;
  for (let match = anchor.exec(text); match; match = anchor.exec(text)) {
    const { kind, range } =
      (match[0] === '@' ? emailAround(text, match.index, from) : urlAt(text, match.index, match[0], from)) ??
      nothing;
    if (!range) continue;
    found.push({
      kind,
      range: { start: start + range.start, end: start + range.end },
      text: text.slice(range.start, range.end),
    });
    from = range.end;
    anchor.lastIndex = Math.max(from, match.index + 1);
  }
  return found;
}

type Found = { readonly kind: BareLink['kind']; readonly range: Range };
const nothing = { kind: 'url', range: null } as const;

function urlAt(text: string, at: number, scheme: string, from: number): Found | null {
  if (at > from && wordCharacter.test(text[at - 1]!)) return null;
  const hostStart = at + scheme.length;
  // Judged before the end is looked for: a flood of hopeless beginnings must cost linear time.
  const isHost = scheme === 'www.' ? /^[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u : /^[\p{L}\p{N}[]/u;
  if (!isHost.test(text.slice(hostStart, hostStart + 256))) return null;
  urlEnd.lastIndex = at;
  const stop = urlEnd.exec(text)?.index ?? text.length;
  return { kind: 'url', range: { start: at, end: trimUrl(text, hostStart, stop) } };
}

function trimUrl(source: string, start: number, stop: number): number {
  let open = 0;
  for (let i = start; i < stop; i++) {
    const code = source.charCodeAt(i);
    if (code === 40) open++;
    else if (code === 41) open--;
  }
  let end = stop;
  while (end > start) {
    const last = source[end - 1]!;
    if (last === ')' && open < 0) open++;
    else if (last === '(') open--;
    else if (last === ';') {
      const entity = /&[A-Za-z0-9#]{1,32};$/.exec(source.slice(Math.max(start, end - 40), end));
      if (entity) end -= entity[0].length - 1;
    } else if (!trailing.test(last)) break;
    end--;
  }
  return end;
}

function emailAround(text: string, at: number, from: number): Found | null {
  let start = at;
  while (start > from && localPart.test(text[start - 1]!)) start--;
  while (start < at && !/[A-Za-z0-9]/.test(text[start]!)) start++;
  if (start === at) return null;
  const before = start > from ? text[start - 1]! : ' ';
  if (before === '@' || before === '/' || letterOrDigit.test(before)) return null;
  domain.lastIndex = at + 1;
  const host = domain.exec(text)?.[0].replace(/(?<!-)-+$/, '');
  if (host === undefined || !/\.[A-Za-z]{2,}$/.test(host)) return null;
  const end = at + 1 + host.length;
  // `git@host.org:team/project` is a repository and `me@host.org/app` a resource, not a mailbox.
  // Underscores around it are emphasis, about which parsers disagree here.
  if (/^(?::\S|[/@]|_*[\p{L}\p{N}])/u.test(text.slice(end, end + 4))) return null;
  const scheme = text.slice(Math.max(from, start - 7), start).toLowerCase() === 'mailto:' ? 7 : 0;
  return { kind: 'email', range: { start: start - scheme, end } };
}
