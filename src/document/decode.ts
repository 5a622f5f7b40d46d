import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import type { MappedTextBuilder } from './mapped-text.ts';

// Bounded as in CommonMark 0.31 section 2.5, so that a flood of `&` costs linear time.
const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/y;
const special = /[\\&\r\n]/g;
const punctuation = /[!-/:-@[-`{-~]/;

/**
 * Adds the Markdown text of `source.slice(start, end)` as a reader sees it: escapes and entities decoded, a
 * line end with the white space and quote marks around it as one space.
 *
 * @param quoteDepth how many `>` may open a continuation line
 */
export function appendDecoded(
  builder: MappedTextBuilder,
  source: string,
  start: number,
  end: number,
  quoteDepth: number,
): void {
  let from = start;
  special.lastIndex = start;
  for (let match = special.exec(source); match && match.index < end; match = special.exec(source)) {
    const at = match.index;
    const stop = decodedEnd(source, at, end, quoteDepth);
    if (stop === at) continue;
    builder.verbatim(source.slice(from, at), from);
    builder.atom(decodedText(source, at, stop), at, stop);
    from = stop;
    special.lastIndex = stop;
  }
  if (from < end) builder.verbatim(source.slice(from, end), from);
}

/** The same decoding for text whose places do not matter. Line ends become spaces. */
export function decodeMarkdown(text: string): string {
  return text
    .replace(
      /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/g,
      (whole, escaped) => (escaped === undefined ? decodeReference(whole) : escaped),
    )
    .replace(/\r\n|[\r\n]/g, ' ');
}

/** The character that `&…;` stands for, or the text itself where it stands for none. */
export function decodeReference(text: string): string {
  reference.lastIndex = 0;
  const match = reference.exec(text);
  if (!match) return text;
  if (match[1] !== undefined) return decodeNumericCharacterReference(match[1], 16);
  if (match[2] !== undefined) return decodeNumericCharacterReference(match[2], 10);
  return decodeNamedCharacterReference(match[3]!) || text;
}

/** Where the special thing at `at` ends; `at` itself where it means nothing special. */
function decodedEnd(source: string, at: number, end: number, quoteDepth: number): number {
  const character = source[at]!;
  if (character === '\\') {
    return at + 1 < end && punctuation.test(source[at + 1]!) ? at + 2 : at;
  }
  if (character === '&') {
    reference.lastIndex = at;
    const match = reference.exec(source);
    if (!match || reference.lastIndex > end) return at;
    return decodeReference(match[0]) === match[0] ? at : at + match[0].length;
  }
  return continuationStart(source, at, end, quoteDepth);
}

function decodedText(source: string, at: number, stop: number): string {
  const character = source[at]!;
  if (character === '\\') return source[at + 1]!;
  if (character === '&') return decodeReference(source.slice(at, stop));
  return ' ';
}

/** Where the text goes on after a line end: behind indentation and quote marks. */
function continuationStart(source: string, at: number, end: number, quoteDepth: number): number {
  let i = at;
  let quotes = quoteDepth;
  while (i < end) {
    const code = source.charCodeAt(i);
    if (code === 10 || code === 13) quotes = quoteDepth;
    else if (code === 62 && quotes > 0) quotes--;
    else if (code !== 32 && code !== 9) break;
    i++;
  }
  return i;
}
