import type { Document } from './document.ts';
import { proseWith } from './joined-texts.ts';
import type { ProseBlock } from './model.ts';
import { spanAround } from './spans.ts';

/** A round bracket without its other half. */
export interface Unmatched {
  readonly block: ProseBlock;
  /** Offset in the block's text. */
  readonly at: number;
  readonly sign: '(' | ')';
}

const bracket = /[()]/g;
// Signs of a face, before and behind a bracket.
const eyes = /[:;=8xX%]['’]?[-–o^~]?$|[-^_]$/;
/** What eyes end in. */
const eyesEnd = ":;=8xX%'’-–o^~_";
const faceBehind = /^[-'’o^]?[:;=8]/;
const enumerator = /(?:^|[\s,;#])(?:\p{L}|\p{N}{1,3}\p{L}?|[ivxIVX]{1,4})\.?$/u;

/**
 * Round brackets of prose whose other half is missing. A bracket may go on in the next blocks: where one of them has
 * the other half, nothing is missing.
 */
export function* unmatchedBrackets(document: Document): Iterable<Unmatched> {
  const { prose, source } = document;
  const found: (Unmatched & { readonly index: number })[] = [];
  for (const index of proseWith(document, bracket)) {
    const block = prose[index]!;
    if (isMatched(block.text)) continue;
    for (const one of unmatchedIn(block, source)) found.push({ ...one, index });
  }
  for (const [i, one] of found.entries()) {
    const others = [found[i - 1], found[i + 1]];
    const isMet = others.some(
      (other) => other && other.sign !== one.sign && Math.abs(other.index - one.index) <= 6,
    );
    if (!isMet && isProse(one)) yield one;
  }
}

/** Whether brackets open and close in turn, none behind a sign that may make a face of it: so it is in most texts. */
function isMatched(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== opening && code !== closing) continue;
    if (at > 0 && eyesEnd.includes(text[at - 1]!)) return false;
    depth += code === opening ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const opening = 0x28;
const closing = 0x29;

function* unmatchedIn(block: ProseBlock, source: string): Iterable<Unmatched> {
  const { text } = block;
  const open: number[] = [];
  // Faces that may have closed a bracket, so that the true other half is still to come.
  let faces = 0;
  for (const { index: at, 0: sign } of text.matchAll(bracket)) {
    const before = text.slice(Math.max(0, at - 6), at);
    if (sign === '(') {
      if (!eyes.test(before) || /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) open.push(at);
    } else if (open.length > 0) {
      open.pop();
      if (eyes.test(before)) faces++;
    } else if (faces > 0) faces--;
    else if (!eyes.test(before) && !enumerator.test(before) && !faceBehind.test(text.slice(at + 1, at + 3)))
      if (isPlain(block, at, source)) yield { block, at, sign: ')' };
  }
  for (const at of open) {
    if (isPlain(block, at, source) && !faceBehind.test(text.slice(at + 1, at + 3)))
      yield { block, at, sign: '(' };
  }
}

function isPlain(block: ProseBlock, at: number, source: string): boolean {
  const { start, end } = block.sourceRange(at, at + 1);
  return end - start === 1 && source[start] === block.text[at];
}

/** Whether it stands in sentences: titles are cut short, and what is no sentence may be a formula or a pattern. */
function isProse({ block: { kind, text, links }, at, sign }: Unmatched): boolean {
  if (kind !== 'paragraph' || spanAround(links, at, at + 1)) return false;
  if (/(?:…|\.\.\.)[\])]?$/.test(text.slice(-6))) return false;
  const lead = text.slice(Math.max(0, at - 60), at);
  const trail = text.slice(at + 1, at + 61);
  if (/[{}[\]<>=|\\`$_*]/.test(lead.slice(-20) + trail.slice(0, 20))) return false;
  if (/[“"‘']$/.test(lead) || /^[”"’']/.test(trail)) return false;
  const isPlaced =
    sign === '('
      ? /(?:^|\s)$/.test(lead) && /^[\p{L}\p{N}“"\uFFFC@#]/u.test(trail)
      : /[\p{L}\p{N}.!?”"\uFFFC]$/u.test(lead) && /^(?:$|[\s.,;:!?])/.test(trail);
  const words = (lead + trail).match(/\p{L}{2,}/gu)?.length ?? 0;
  return isPlaced && words >= 6;
}
