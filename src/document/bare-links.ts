import type { BareLink } from './model.ts';

const anchor = /(?:https?|ftp):\/\/|www\.|@/gi;
const urlEnd = /[\s<>\uFFFC\u3000-\u3002\uFF00-\uFF1F]|$/g;
const trailing = /[?!.,:;*_~'"‘’“”«»…\]}|]/;
const wordCharacter = /[\p{L}\p{N}_]/u;
const localPart = /[A-Za-z0-9._+-]/;
const domain = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}/y;

/**
 * Addresses in `source.slice(start, end)` that stand bare in text, ascending. The extent of an address
 * follows GFM's extended autolinks (GFM 0.29 section 6.9): trailing punctuation and unbalanced closing
 * parentheses are not part of it. The tree is not asked: parsers disagree on these.
 */
export function findBareLinks(source: string, start: number, end: number): BareLink[] {
  const found: BareLink[] = [];
  let from = start;
  anchor.lastIndex = start;
  for (let match = anchor.exec(source); match && match.index < end; match = anchor.exec(source)) {
    const link =
      match[0] === '@'
        ? emailAround(source, match.index, from, end)
        : urlAt(source, match.index, match[0].length, from, end);
    if (!link) continue;
    found.push(link);
    from = link.range.end;
    anchor.lastIndex = Math.max(from, match.index + 1);
  }
  return found;
}

function urlAt(source: string, at: number, schemeLength: number, from: number, end: number): BareLink | null {
  if (at > from && wordCharacter.test(source[at - 1]!)) return null;
  // Judged before the end is looked for: a flood of hopeless beginnings must cost linear time.
  const head = source.slice(at + schemeLength, Math.min(end, at + schemeLength + 256));
  const isHost = schemeLength === 4 ? /^[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u : /^[\p{L}\p{N}[]/u;
  if (!isHost.test(head)) return null;
  urlEnd.lastIndex = at;
  const stop = Math.min(end, urlEnd.exec(source)?.index ?? end);
  const trimmed = trimUrl(source, at + schemeLength, stop);
  return { kind: 'url', range: { start: at, end: trimmed }, text: source.slice(at, trimmed) };
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

function emailAround(source: string, at: number, from: number, end: number): BareLink | null {
  let start = at;
  while (start > from && localPart.test(source[start - 1]!)) start--;
  while (start < at && !/[A-Za-z0-9]/.test(source[start]!)) start++;
  if (start === at) return null;
  const before = start > from ? source[start - 1]! : ' ';
  if (before === '@' || before === '/' || wordCharacter.test(before)) return null;
  domain.lastIndex = at + 1;
  const host = domain.exec(source)?.[0];
  if (host === undefined) return null;
  const stop = at + 1 + host.replace(/-+$/, '').length;
  if (stop > end || !/\.[A-Za-z]{2,}$/.test(source.slice(at + 1, stop))) return null;
  // `git@host.org:team/project` is a repository and `me@host.org/app` a resource, not a mailbox.
  if (/^(?::[^\s]|\/|@)/.test(source.slice(stop, Math.min(end, stop + 2)))) return null;
  if (wordCharacter.test(source[stop] ?? ' ') && stop < end) return null;
  const scheme = source.slice(Math.max(from, start - 7), start).toLowerCase() === 'mailto:' ? 7 : 0;
  return {
    kind: 'email',
    range: { start: start - scheme, end: stop },
    text: source.slice(start - scheme, stop),
  };
}
