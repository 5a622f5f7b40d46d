import type { Document } from './document.ts';
import { proseWith } from './joined-texts.ts';
import type { ProseBlock } from './model.ts';

/** A quotation mark without its other half. */
export interface UnmatchedQuote {
  readonly block: ProseBlock;
  /** Offset in the block's text. */
  readonly at: number;
  readonly sign: string;
  readonly opens: boolean;
}

const quotes = /["“”]/g;
// „German“, »these« and «those» close with signs that open elsewhere; “â€” is a sign that was read in the wrong encoding.
const otherStyles = /[„«»‟〝]|â€/;

/**
 * Double quotation marks of paragraphs whose other half is missing. A quotation of several paragraphs opens in each and
 * closes in the last: a mark whose neighbours lack one as well is no mistake.
 */
export function* unmatchedQuotes(document: Document): Iterable<UnmatchedQuote> {
  const { prose, source } = document;
  const found: (UnmatchedQuote & { readonly index: number })[] = [];
  for (const index of proseWith(document, quotes)) {
    const block = prose[index]!;
    if (block.kind !== 'paragraph') continue;
    for (const one of unmatchedIn(block, source)) found.push({ ...one, index });
  }
  for (const [i, one] of found.entries()) {
    const isMet = [found[i - 1], found[i + 1]].some(
      (other) => other && Math.abs(other.index - one.index) <= 8,
    );
    if (!isMet && !(one.opens && goesOn(prose, one.index))) yield one;
  }
}

/** Whether the next paragraph opens a quotation, too: then it is the same one. */
function goesOn(prose: readonly ProseBlock[], index: number): boolean {
  const next = prose.slice(index + 1, index + 4).find(({ kind }) => kind === 'paragraph');
  return next !== undefined && /^["“]/.test(next.text);
}

function unmatchedIn(block: ProseBlock, source: string): UnmatchedQuote[] {
  const { text } = block;
  if (otherStyles.test(text)) return [];
  const unmatched: UnmatchedQuote[] = [];
  let open: UnmatchedQuote | null = null;
  for (const { index: at, 0: sign } of text.matchAll(quotes)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    // 24" and 5' 12" are measures.
    if (/[\p{N}'’′]/u.test(before) && sign === '"' && open === null) continue;
    const opens = sign === '“' || (sign === '"' && opensWord(before, after));
    const closes = sign === '”' || (sign === '"' && closesWord(before, after));
    // A mark that may be either says nothing, and neither does the paragraph.
    if (opens === closes) return [];
    const one = { block, at, sign, opens };
    if (opens) {
      if (open) unmatched.push(open);
      open = one;
    } else if (open) open = null;
    else unmatched.push(one);
  }
  if (open) unmatched.push(open);
  const isAlone = unmatched.length === 1;
  return isAlone && hasWords(text) && isPlain(unmatched[0]!, source) ? unmatched : [];
}

/** Whether a text may be a sentence: it has six words of two letters. */
function hasWords(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 6;
}

function opensWord(before: string, after: string): boolean {
  return /[\s([—–]/.test(before) && /[\p{L}\p{N}\uFFFC'‘“.$@#]/u.test(after);
}

function closesWord(before: string, after: string): boolean {
  return /[\p{L}\p{N}\uFFFC.,!?…)'’%]/u.test(before) && /[\s.,;:!?)\]—–…-]/.test(after);
}

/** Whether it stands in the source as it is, outside links, whose titles may be cut short. */
function isPlain({ block, at }: UnmatchedQuote, source: string): boolean {
  const { start, end } = block.sourceRange(at, at + 1);
  const inLink = block.links.some((link) => link.start <= at && at < link.end);
  return end - start === 1 && source[start] === block.text[at] && !inLink;
}
