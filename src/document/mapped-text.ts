import type { Range } from './source.ts';

/** Stands for something that is no prose: code, an image, an address, a template tag. */
export const opaque = '\uFFFC';

/** Text as a reader sees it, with the way back to the characters it was written with. */
export interface MappedText {
  /** The text, entities and escapes decoded and markup left out. */
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

/** A stretch of text. One that is as long as its source maps character by character, any other only as a whole. */
interface Piece {
  readonly text: string;
  /** Where it starts in the text. */
  readonly at: number;
  /** Where it starts and ends in the source. */
  readonly start: number;
  readonly end: number;
}

function joined(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? pieces[0]!.text : pieces.map(({ text }) => text).join('');
}

/** Text that stands in the source as it is. */
export function verbatimText(text: string, start: number): MappedText {
  const whole = text.length;
  return {
    text,
    sourceRange(from, to) {
      if (whole === 0) return { start: 0, end: 0 };
      const first = start + Math.min(from, whole);
      return { start: first, end: to > from ? Math.max(first, start + to) : first };
    },
  };
}

/** Collects mapped text piece by piece. */
export class MappedTextBuilder {
  // The text is not put together before it is asked for: reading a string that still grows copies all of it each time.
  readonly #pieces: Piece[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get lastCharacter(): string {
    return this.#pieces.at(-1)?.text.slice(-1) ?? '';
  }

  /** Adds characters that stand in the source as they are. */
  verbatim(text: string, start: number): void {
    this.atom(text, start, start + text.length);
  }

  /** Adds `text` for the source characters from `start` to `end`. */
  atom(text: string, start: number, end: number): void {
    if (text === '') return;
    this.#pieces.push({ text, at: this.#length, start, end });
    this.#length += text.length;
  }

  /** What was added, as it stands now. Pieces added later do not change it. */
  finish(): MappedText {
    return this.slice(0, this.#length);
  }

  /** What was added between two text offsets, as mapped text of its own, in time linear in its length. */
  slice(start: number, end: number): MappedText {
    const whole = this.#length;
    const [only, second] = this.#pieces;
    if (only && !second && only.end - only.start === whole && start === 0 && end === whole)
      return verbatimText(only.text, only.start);
    const text = start === 0 && end === whole ? joined(this.#pieces) : this.#textBetween(start, end);
    return { text, sourceRange: (from, to) => this.#sourceRange(start + from, start + to, whole) };
  }

  #textBetween(start: number, end: number): string {
    if (start >= end) return '';
    const first = this.#placeOf(start);
    const text = joined(this.#pieces.slice(first, this.#placeOf(end - 1) + 1));
    const offset = start - this.#pieces[first]!.at;
    return text.slice(offset, offset + end - start);
  }

  /** @param whole how long the text was when it was asked for */
  #sourceRange(start: number, end: number, whole: number): Range {
    if (whole === 0) return { start: 0, end: 0 };
    const first = this.#edge(Math.min(start, whole - 1), start >= whole ? 1 : 0);
    return { start: first, end: end > start ? Math.max(first, this.#edge(end - 1, 1)) : first };
  }

  #edge(index: number, after: 0 | 1): number {
    const { text, at, start, end } = this.#pieces[this.#placeOf(index)]!;
    if (end - start === text.length) return start + (index - at) + after;
    return after ? end : start;
  }

  /** The piece that holds the character at an offset, by its place. */
  #placeOf(index: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.at <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
