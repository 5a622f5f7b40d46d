import type { MappedText } from './mapped-text.ts';

/**
 * Maps a decoded YAML or TOML scalar to the characters it was written with. Works on any style: characters that
 * agree are paired, white space pairs with any run of it (folding, indentation), and an escape or a doubled
 * quote pairs with what it decodes to. Linear, and computed only when first asked.
 *
 * @param start where the scalar starts in `content`, quotes and block indicators included
 * @param offset where `content` starts in the file
 * @param textStart where its text begins in `content`; by default as in YAML
 */
export function alignText(
  text: string,
  content: string,
  start: number,
  end: number,
  offset: number,
  textStart = contentStart(content, start, end),
): MappedText['sourceRange'] {
  let places: Int32Array | undefined;
  return (from, to) => {
    if (text === '') return { start: start + offset, end: start + offset };
    if (places === undefined) places = align(text, content, content[start], textStart, end);
    const first = places[Math.min(from, text.length - 1) * 2]!;
    const last = to > from ? places[Math.min(to, text.length) * 2 - 1]! : first;
    return { start: first + offset, end: Math.max(first, last) + offset };
  };
}

/** Start and end in `content` of each character of `text`, interleaved. */
function align(
  text: string,
  content: string,
  quote: string | undefined,
  start: number,
  end: number,
): Int32Array {
  const places = new Int32Array(text.length * 2);
  let at = start;
  for (let i = 0; i < text.length; i++) {
    const stop = Math.min(end, at + writtenLength(quote, content, at));
    places[i * 2] = at;
    places[i * 2 + 1] = stop;
    at = stop;
    if (isSpace(text[i]!)) while (at < end && isSpace(content[at]!) && !isSpace(text[i + 1] ?? '')) at++;
  }
  return places;
}

/** Behind the opening quote, or behind the header line of a block scalar. */
function contentStart(content: string, start: number, end: number): number {
  const first = content[start];
  if (first === '"' || first === "'") return start + 1;
  if (first !== '|' && first !== '>') return start;
  let i = start;
  while (i < end && content[i] !== '\n') i++;
  while (i < end && isSpace(content[i]!)) i++;
  return i;
}

/** How many characters one decoded character was written with: only quoted styles know escapes. */
function writtenLength(quote: string | undefined, content: string, at: number): number {
  if (quote === '"' && content[at] === '\\') return escapeLength(content, at);
  if (quote === "'" && content[at] === "'" && content[at + 1] === "'") return 2;
  return 1;
}

function escapeLength(content: string, at: number): number {
  const kind = content[at + 1];
  if (kind === 'x') return 4;
  if (kind === 'u') return 6;
  return kind === 'U' ? 10 : 2;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}
