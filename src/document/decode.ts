import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import type { MappedTextBuilder } from './mapped-text.ts';

// Bounded as in CommonMark 0.31 section 2.5, so that a flood of `&` costs linear time.
const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/y;
const special = /[\\&\r\n]/g;
/** What is not read as it stands, but for a line end that stands between two characters of text. */
const unwrapped = /[\\&\r]|\n[ \t\n>]/;
const lineEnds = /\n/g;
const punctuation = /[!-/:-@[-`{-~]/;

/** How text is written. */
export interface Written {
  readonly source: string;
  /** How many `>` may open a continuation line. */
  readonly quoteDepth: number;
  /** Whether a backslash escapes: in Markdown it does, in HTML it does not. */
  readonly escapes: boolean;
}

/**
 * Adds the text of `source.slice(start, end)` as a reader sees it: escapes and entities decoded, a line end with the
 * white space and quote marks around it as one space.
 */
export function appendDecoded(
  builder: MappedTextBuilder,
  start: number,
  end: number,
  { source, quoteDepth, escapes }: Written,
): void {
  // Searched in the slice: a search in the source would run on behind it, for every slice anew.
  const text = source.slice(start, end);
  if (!unwrapped.test(text)) {
    builder.verbatim(text.replace(lineEnds, ' '), start);
    return;
  }
  let from = 0;
  special.lastIndex = 0;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const at = match.index;
    if (text[at] === '\\' && !escapes) continue;
    const stop = decodedEnd(text, at, quoteDepth);
    if (stop === at) continue;
    builder.verbatim(text.slice(from, at), start + from);
    builder.atom(decodedText(text, at, stop), start + at, start + stop);
    from = stop;
    special.lastIndex = stop;
  }
  builder.verbatim(text.slice(from), start + from);
}

/** The same decoding for text whose places do not matter. Line ends become spaces. */
export function decodeMarkdown(text: string): string {
  // Most texts have nothing to decode, and a search costs less than to replace nothing.
  if (text.search(special) < 0) return text;
  return text
    .replace(
      /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/g,
      (whole, escaped) => (escaped === undefined ? decodeReference(whole) : escaped),
    )
    .replace(/\r\n|[\r\n]/g, ' ');
}

/** The character that `&…;` stands for, or the text itself where it stands for none. */
function decodeReference(text: string): string {
  reference.lastIndex = 0;
  const match = reference.exec(text);
  if (!match) return text;
  if (match[1] !== undefined) return decodeNumericCharacterReference(match[1], 16);
  if (match[2] !== undefined) return decodeNumericCharacterReference(match[2], 10);
  return decodeNamedCharacterReference(match[3]!) || text;
}

/** Where the special thing at `at` ends; `at` itself where it means nothing special. */
function decodedEnd(text: string, at: number, quoteDepth: number): number {
  const character = text[at]!;
  if (character === '\\') return escapeEnd(text, at, quoteDepth);
  if (character === '&') {
    reference.lastIndex = at;
    const match = reference.exec(text);
    return !match || decodeReference(match[0]) === match[0] ? at : at + match[0].length;
  }
  return continuationStart(text, at, quoteDepth);
}

/** A backslash before punctuation is an escape, before a line end a hard break. */
function escapeEnd(text: string, at: number, quoteDepth: number): number {
  const next = text[at + 1];
  if (next === undefined) return at;
  if (next === '\n' || next === '\r') return continuationStart(text, at + 1, quoteDepth);
  return punctuation.test(next) ? at + 2 : at;
}

function decodedText(text: string, at: number, stop: number): string {
  const character = text[at]!;
  if (character === '&') return decodeReference(text.slice(at, stop));
  return character === '\\' && punctuation.test(text[at + 1]!) ? text[at + 1]! : ' ';
}

/** Where the text goes on after a line end: behind indentation and quote marks. */
function continuationStart(text: string, at: number, quoteDepth: number): number {
  let i = at;
  let quotes = quoteDepth;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) quotes = quoteDepth;
    else if (code === 62 && quotes > 0) quotes--;
    else if (code !== 32 && code !== 9) break;
  }
  return i;
}
