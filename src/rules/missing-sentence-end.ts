import type { Document } from '../document/document.ts';
import { standsBeforeElement, standsInComponent } from '../document/elements-beside.ts';
import { readsEnglish } from '../document/english.ts';
import { opaque } from '../document/mapped-text.ts';
import type { Block, ProseBlock } from '../document/model.ts';
import {
  byline,
  callsToAct,
  caption,
  finiteVerb,
  introduces,
  label,
  listLine,
  signature,
} from '../document/sentence-words.ts';
import { defineRule } from '../engine/rule.ts';

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;
const endsOpen = /[\p{L}\p{N}]$/u;
const endsClosed = /[.!?…][)"”’*\]]{0,3}$/;
const inner = /[\p{Ll}\d)][.!?] \p{Lu}/u;
const fewestWords = 8;

export default defineRule({
  id: 'missing-sentence-end',
  summary: 'Disallow paragraphs that stop without a full stop.',
  category: 'prose',
  recommended: 'warn',
  messages: {
    open: 'The paragraph ends after “{word}” with no full stop: add one, or finish the sentence.',
  },
  *check(document) {
    const paragraphs = document.prose.filter(mayBeSentence);
    // How a paragraph ends is the cheaper question.
    const open = paragraphs.filter((block) => isOpen(block) && isSentence(block));
    if (open.length === 0) return;
    const closed = paragraphs.filter((block) => isClosed(block) && isSentence(block)).length;
    // Who often writes so means it.
    if (open.length > 3 && open.length * 4 > closed) return;
    if (open.length > closed) return;
    for (const block of open) {
      if (isMeant(document, block)) continue;
      const end = block.text.trimEnd().length;
      const [last = ''] =
        /[\p{L}\p{N}\p{M}'’-]{1,60}$/u.exec(block.text.slice(Math.max(0, end - 60), end)) ?? [];
      yield { message: 'open', data: { word: last }, range: block.sourceRange(end - last.length, end) };
    }
  },
});

function isOpen({ text }: ProseBlock): boolean {
  return endsOpen.test(text.trimEnd().slice(-2));
}

/** A full stop inside a paragraph that ends open shows as well that the post sets them. */
function isClosed({ text }: ProseBlock): boolean {
  return endsClosed.test(text.trimEnd().slice(-4)) || inner.test(text);
}

/** A paragraph of the top level that is long enough to be a sentence. */
function mayBeSentence({ kind, depth, inList, inQuote, text }: ProseBlock): boolean {
  return kind === 'paragraph' && depth === 0 && !inList && !inQuote && text.length >= 30;
}

/** Whether a paragraph has enough words for a sentence, and a verb. */
function isSentence({ text }: ProseBlock): boolean {
  // Its last words are enough.
  const end = text.slice(-600);
  return hasWords(end) && finiteVerb.test(end);
}

/** Whether a text has as many words as a sentence; the others are not counted. */
function hasWords(text: string): boolean {
  word.lastIndex = 0;
  for (let count = 0; count < fewestWords; count++) if (!word.test(text)) return false;
  return true;
}

/** The block that starts behind a place. */
function blockBehind({ blocks }: Document, place: number): Block | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.range.start < place) low = middle + 1;
    else high = middle;
  }
  return blocks[low] ?? null;
}

const introduced = new Set<Block['kind']>([
  'list',
  'item',
  'code',
  'quote',
  'image',
  'table',
  'template',
  'caption',
]);

function isMeant(document: Document, block: ProseBlock): boolean {
  const text = block.text.trimEnd();
  const end = text.length;
  const lastPlace = block.sourceRange(end - 1, end).end;
  const next = blockBehind(document, lastPlace);
  if (next && introduced.has(next.kind)) return true;
  if (standsBeforeElement(document.source.slice(lastPlace, lastPlace + 200), introduces.test(text)))
    return true;
  // The sentence goes on behind what interrupts it.
  if (next?.kind === 'paragraph' && goesOn(document.source, next)) return true;
  if (block.links.some((link) => link.end >= end)) return true;
  if (block.marks.some((mark) => mark.start <= 1 && mark.end >= end - 1)) return true;
  if (standsInComponent(document.source, lastPlace) || caption.test(text) || signature.test(text))
    return true;
  if (hasHardBreak(document.source, block) || byline.test(text) || callsToAct.test(text) || label.test(text))
    return true;
  if (/\s#{1,6} [^.!?]{1,80}$/.test(text)) return true;
  // A word or three behind the last full stop are an answer, a name, a label.
  if (/[.!?:]\s\S{1,30}(?:\s\S{1,30}){0,2}$/.test(text.slice(-96))) return true;
  const last = text.slice(text.lastIndexOf(' ') + 1);
  // An address, a handle, a file, a version.
  if (/[@#/\\_.:;=+<>^]|\d\p{L}|\p{L}\d/u.test(last) || text.slice(-80).lastIndexOf(opaque) >= 79)
    return true;
  return isTitle(text) || !readsEnglish(document, text);
}

function goesOn(source: string, { range }: Block): boolean {
  const start = source.slice(range.start, range.start + 3);
  return (/^[\p{Ll}\p{Extended_Pictographic}…,;)–—•]/u.test(start) && !/^\d/.test(start)) || start === '...';
}

/** Lines that are meant as lines: a poem, an address, a list without marks. */
function hasHardBreak(source: string, { range }: ProseBlock): boolean {
  const written = source.slice(range.start, range.end);
  return /<br|\\\r?\n| {2}\r?\n/i.test(written) || listLine.test(written);
}

/** Most words with a capital. */
function isTitle(text: string): boolean {
  const words = text.slice(0, 400).match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return words.length > 0 && words.filter((found) => /^\p{Lu}/u.test(found)).length * 2 > words.length;
}
