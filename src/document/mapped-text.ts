import type { Range } from './source.ts';

/** Stands for something that is no prose: code, an image, an address, a template tag. */
export const opaque = '\uFFFC';

/** Text as a reader sees it, with the way back to the characters it was written with. */
export interface MappedText {
  readonly text: string;
  /**
   * The source range of `text.slice(start, end)`: from the first to the last character it was written
   * with, markup in between included. A decoded entity or escape maps to all of its characters.
   */
  sourceRange(start: number, end: number): Range;
}

/** `<https://…>` and `<name@host>`. */
const autolink = /^<([a-z][a-z\d+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s]+)>$/i;

/** A stretch of text for a message: in one line, with code as it is written, and addresses as they are shown. */
export function quoted(
  { text, sourceRange }: MappedText,
  source: string,
  from = 0,
  to = text.length,
): string {
  let said = '';
  for (let i = from; i < to; i++) {
    if (text[i] !== opaque) said += text[i];
    else {
      const { start, end } = sourceRange(i, i + 1);
      said += source.slice(start, end).replace(autolink, '$1');
    }
  }
  return said.replace(/\s+/g, ' ').trim();
}

function joined(pieces: readonly string[]): string {
  return pieces.length === 1 ? pieces[0]! : pieces.join('');
}

/** Collects mapped text piece by piece. */
export class MappedTextBuilder {
  // Parallel arrays, one entry a piece: its text, where it starts in the text and in the source, and where it ends
  // in the source. A piece as long as its source maps character by character, any other only as a whole. The text is
  // not put together before it is asked for: reading a string that still grows copies all of it each time.
  readonly #pieces: string[] = [];
  readonly #textStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get lastCharacter(): string {
    return this.#pieces.at(-1)?.slice(-1) ?? '';
  }

  /** Adds characters that stand in the source as they are. */
  verbatim(text: string, start: number): void {
    this.atom(text, start, start + text.length);
  }

  /** Adds `text` for the source characters from `start` to `end`. */
  atom(text: string, start: number, end: number): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#textStarts.push(this.#length);
    this.#sourceStarts.push(start);
    this.#sourceEnds.push(end);
    this.#length += text.length;
  }

  /** What was added, as it stands now. Pieces added later do not change it. */
  finish(): MappedText {
    return this.slice(0, this.#length);
  }

  /** What was added between two text offsets, as mapped text of its own, in time linear in its length. */
  slice(start: number, end: number): MappedText {
    const isAll = start === 0 && end === this.#length;
    const text = isAll ? joined(this.#pieces) : this.#textBetween(start, end);
    const whole = this.#length;
    return { text, sourceRange: (from, to) => this.#sourceRange(start + from, start + to, whole) };
  }

  #textBetween(start: number, end: number): string {
    if (start >= end) return '';
    const first = this.#pieceAt(start);
    const offset = start - this.#textStarts[first]!;
    return joined(this.#pieces.slice(first, this.#pieceAt(end - 1) + 1)).slice(offset, offset + end - start);
  }

  /** @param whole how long the text was when it was asked for */
  #sourceRange(start: number, end: number, whole: number): Range {
    if (whole === 0) return { start: 0, end: 0 };
    const first = this.#edge(Math.min(start, whole - 1), start >= whole ? 1 : 0);
    return { start: first, end: end > start ? Math.max(first, this.#edge(end - 1, 1)) : first };
  }

  #edge(index: number, after: 0 | 1): number {
    const piece = this.#pieceAt(index);
    const start = this.#sourceStarts[piece]!;
    const end = this.#sourceEnds[piece]!;
    if (end - start === this.#pieces[piece]!.length)
      return start + (index - this.#textStarts[piece]!) + after;
    return after ? end : start;
  }

  #pieceAt(index: number): number {
    let low = 0;
    let high = this.#textStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#textStarts[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
