import { type MappedText, MappedTextBuilder } from './mapped-text.ts';
import type { Range } from './source.ts';

/**
 * The way back from a value's text to the characters it was written with. `write` writes the text once more, piece by
 * piece, and is called when a place is first asked for. Should it come to another text than the library, a place is
 * the whole value.
 */
export function mapWritten(
  text: string,
  range: Range,
  write: (into: MappedTextBuilder) => void,
): MappedText['sourceRange'] {
  let mapped: MappedText | undefined;
  return (start, end) => {
    if (text === '') return { start: range.start, end: range.start };
    if (mapped === undefined) {
      const builder = new MappedTextBuilder();
      write(builder);
      mapped = builder.finish();
    }
    if (mapped.text !== text) return range;
    const place = mapped.sourceRange(start, end);
    // The last line end of a block stands behind the value's last character.
    const first = Math.min(place.start, range.end);
    return { start: first, end: Math.max(first, Math.min(place.end, range.end)) };
  };
}

const escaped = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[ \t]*(?:\r\n?|\n)\s*|[\s\S])|[^\\]+/g;

/** Writes text in double quotes of JSON or TOML: escapes, and line ends that a backslash takes away. */
export function writeEscaped(
  into: MappedTextBuilder,
  content: string,
  start: number,
  end: number,
  offset: number,
): void {
  for (const match of content.slice(start, end).matchAll(escaped)) {
    const at = start + match.index + offset;
    const [written] = match;
    if (written.startsWith('\\')) into.atom(decodeEscape(written), at, at + written.length);
    else writeLines(into, written, at);
  }
}

/** Writes text as it stands, with every line end as `\n`, which is what readers of TOML make of it. */
export function writeLines(into: MappedTextBuilder, written: string, at: number): void {
  for (const { 0: part, index } of written.matchAll(/\r\n|[^\r]+|\r/g)) {
    if (part === '\r\n') into.atom('\n', at + index, at + index + 2);
    else into.verbatim(part, at + index);
  }
}

// What a fold takes together: a line end with the white space around it, and blank lines behind it.
const fold = '[ \\t]*(?:\\r\\n|\\r|\\n)[ \\t\\r\\n]*|[ \\t]+';
const plainUnits = new RegExp(`${fold}|''|'|[^'\\s]+|\\s`, 'g');
const doubleUnits = new RegExp(
  `\\\\(?:x[\\da-fA-F]{2}|u[\\da-fA-F]{4}|U[\\da-fA-F]{8}|(?:\\r\\n?|\\n)[ \\t]*|[^])|${fold}|[^\\\\\\s]+|\\s|\\\\`,
  'g',
);

/** Writes a plain or quoted value of YAML: lines are folded, double quotes know escapes, single ones doubling. */
export function writeFolded(
  into: MappedTextBuilder,
  content: string,
  start: number,
  end: number,
  offset: number,
): void {
  const [first] = content.slice(start, start + 1);
  const quote = first === '"' || first === "'" ? first : '';
  const from = start + quote.length;
  const units = quote === '"' ? doubleUnits : plainUnits;
  for (const { 0: written, index } of content.slice(from, end - quote.length).matchAll(units)) {
    const at = from + index + offset;
    if (quote === '"' && written.length > 1 && written[0] === '\\')
      into.atom(decodeEscape(written), at, at + written.length);
    else if (/[\r\n]/.test(written)) writeFold(into, written, at);
    else if (quote === "'" && written === "''") into.atom("'", at, at + 2);
    else into.verbatim(written, at);
  }
}

/** One line end is read as a space; of more, the first is dropped. */
function writeFold(into: MappedTextBuilder, written: string, at: number): void {
  const breaks = [...written.matchAll(/\r\n|\r|\n/g)];
  for (const { 0: lineEnd, index } of breaks.length === 1 ? breaks : breaks.slice(1)) {
    into.atom(breaks.length === 1 ? ' ' : '\n', at + index, at + index + lineEnd.length);
  }
}

/**
 * Writes a block of YAML (`|` or `>`). Its indentation is how much farther in its first words stand than in the text;
 * each line then stands in the text as it is, and only line ends may have been folded or dropped.
 */
export function writeBlock(
  into: MappedTextBuilder,
  text: string,
  content: string,
  start: number,
  end: number,
  offset: number,
): void {
  const lines = [...content.slice(start, end).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)].slice(1);
  const indent = indentOf(lines, text);
  let at = 0;
  let breaks: Range[] = [];
  for (const { 0: line, index } of lines) {
    const lineStart = start + index + offset;
    const bare = line.replace(/(?<![\r\n])[\r\n]+$/, '');
    const rest = bare.slice(indent);
    if (rest !== '') {
      at += writeBreaks(into, text.slice(at, at + breaks.length), breaks);
      into.verbatim(rest, lineStart + indent);
      at += rest.length;
      breaks = [];
    }
    if (line.length > bare.length)
      breaks.push({ start: lineStart + bare.length, end: lineStart + line.length });
  }
  // Line ends behind the last words may stand outside of the node.
  const last = breaks[0]?.start ?? end + offset;
  into.atom(text.slice(at), last, last);
}

function indentOf(lines: readonly RegExpMatchArray[], text: string): number {
  const first = lines.find(([line]) => line.trim() !== '')?.[0] ?? '';
  const inText = /^\s*\n|^/.exec(text)![0].length;
  const written = first.length - first.trimStart().length;
  return Math.max(0, written - (text.length - inText - text.slice(inText).trimStart().length));
}

/** Writes what became of line ends, and says how many characters that is: all of them, one less, or one space. */
function writeBreaks(into: MappedTextBuilder, read: string, breaks: readonly Range[]): number {
  const count = /^(?:\n+| )?/.exec(read)![0].length;
  const kept = count === 0 ? [] : breaks.slice(-count);
  for (const [i, { start, end }] of kept.entries()) into.atom(read[i]!, start, end);
  return kept.length;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029',
};

function decodeEscape(written: string): string {
  const kind = written[1]!;
  if (/^\\[ \t]*[\r\n]/.test(written)) return '';
  if (written.length > 2) {
    const code = Number.parseInt(written.slice(2), 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
  }
  return simpleEscapes[kind] ?? kind;
}
