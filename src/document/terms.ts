import type { Document } from './document.ts';
import { textsWith } from './joined-texts.ts';
import { memoize } from './memo.ts';
import { productNames } from './product-names.ts';

/** Enough for a post; the terms of an archive are kept as facts. */
const mostTerms = 100;

const inner = '[a-z][A-Z]';
const flattened = `\\b(?:${productNames.map((name) => name[0]!.toUpperCase() + name.slice(1).toLowerCase()).join('|')})\\b`;
// A capital inside a word, or a name that is written without.
const candidates = new RegExp(`${inner}|${flattened}`, 'g');
const partOfWord = /[\p{L}\p{N}_]/u;
// What stands in a handle, a path, a file name or a call is named by a program.
const before = /[@#/\\.$-]/;
const behind = /[@/\\(=]|^[.-][\p{L}\p{N}]/u;
const longest = 40;

/**
 * The words of a post whose capitals are a matter of spelling, with how often each stands there: words with capitals
 * inside, and well-known names of products written with a single capital ("Github").
 */
export const termsOf = memoize((document: Document, _: null): ReadonlyMap<string, number> => {
  const terms = new Map<string, number>();
  for (const { text } of textsWith(document, candidates)) {
    for (const term of termsIn(text.text)) {
      const count = terms.get(term);
      if (count !== undefined || terms.size < mostTerms) terms.set(term, (count ?? 0) + 1);
    }
  }
  return terms;
}, 'terms');

function* termsIn(text: string): Iterable<string> {
  let covered = 0;
  for (const { index } of text.matchAll(candidates)) {
    if (index < covered) continue;
    const [start, end] = wordAround(text, index);
    covered = end;
    if (end - start <= longest && isSpoken(text, start, end)) yield text.slice(start, end);
  }
}

function wordAround(text: string, index: number): [start: number, end: number] {
  let [start, end] = [index, index];
  while (start > 0 && index - start <= longest && partOfWord.test(text[start - 1]!)) start--;
  while (end < text.length && partOfWord.test(text[end]!)) end++;
  return [start, end];
}

/** Whether it is a word of its own, with no digits in it. */
function isSpoken(text: string, start: number, end: number): boolean {
  if (before.test(text[start - 1] ?? '') || behind.test(text.slice(end, end + 2))) return false;
  return /^\p{L}+$/u.test(text.slice(start, end));
}
