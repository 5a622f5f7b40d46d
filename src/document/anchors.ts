import type { Document } from './document.ts';
import type { Heading } from './model.ts';

/** What a fragment of a post can lead to. */
export interface Anchors {
  /** Whether something is there to lead to at all. */
  readonly isEmpty: boolean;
  /** Whether a fragment, without its `#`, names something of the post, by the rules of any site generator. */
  has(fragment: string): boolean;
}

// `id="x"`, `name='x'`, `id={x}` and `{#x}`, `{: #x .class}`, `{/* #x */}`; `(x)=` of MyST.
const written =
  /\b(?:id|name)\s{0,8}=\s{0,8}["'{]{0,2}([^\s"'<>{}]{1,200})|\{[^{}\n]{0,200}?#([^\s"'#{}<>]{1,200})|^\(([\w.:-]{1,200})\)=/gm;

/** Words that generators and themes put before an id of their making. */
const prefixes = ['usercontent', 'heading', 'header', 'section', 'anchor', 'toc', 'sec', 'h', 'id', 'a'];

/** Collects what the post's headings, tags and attributes name. */
export function anchorsOf(document: Document): Anchors {
  const keys = new Set<string>();
  const add = (name: string) => {
    for (const key of keysOf(name)) if (key !== '') keys.add(key);
  };
  for (const match of document.source.matchAll(written)) add(match[1] ?? match[2] ?? match[3] ?? '');
  for (const heading of document.headings) for (const name of namesOf(heading, document.source)) add(name);
  const sorted = [...keys].sort();
  return {
    isEmpty: keys.size === 0,
    has: (fragment) => variantsOf(fragment).some((key) => isKnown(key, keys, sorted)),
  };
}

/** The heading's text as it may reach a slug: as it is read, and as it is written with code in it. */
function namesOf({ text, textRange }: Heading, source: string): string[] {
  const raw = source
    .slice(textRange.start, textRange.end)
    .replace(/\]\([^()\s]{0,2000}\)/g, '')
    .replace(/<\/?[A-Za-z][^<>]{0,2000}>/g, '')
    .replace(/\{[#:][^{}]{0,200}\}/g, '');
  const names = [text, raw, raw.replace(/:[a-z0-9_+-]{1,40}:/g, '')];
  return names.flatMap((name) =>
    name.includes('&') ? [name, name.replace(/&(?:amp;)?/g, 'and'), name.replace(/&/g, 'amp')] : [name],
  );
}

/**
 * What is left of a name when all that generators treat differently is gone: case, marks, white space, leading digits,
 * accents, letters beyond ASCII.
 */
function keysOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const composed = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const ascii = composed.replace(/[^a-z0-9]/g, '');
  return [plain, composed, ascii].flatMap((key) => [key, key.replace(/^\p{N}{1,40}/u, '')]);
}

function variantsOf(fragment: string): string[] {
  const bare = decoded(fragment);
  // The second heading of a name gets a number behind it.
  return [bare, bare.replace(/[-_]\d{1,4}$/, '')].flatMap((name) => {
    const keys = keysOf(name).filter((key) => key !== '');
    return keys.flatMap((key) => [
      key,
      ...prefixes.flatMap((word) => (key.startsWith(word) ? [key.slice(word.length)] : [])),
    ]);
  });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Some generators cut long ids off. */
const shortestCut = 20;

function isKnown(key: string, keys: ReadonlySet<string>, sorted: readonly string[]): boolean {
  if (keys.has(key)) return true;
  if (key.length < shortestCut) return false;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(key) ?? false;
}
