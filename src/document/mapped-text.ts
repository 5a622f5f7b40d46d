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

/** Collects mapped text piece by piece. */
export class MappedTextBuilder {
  #text = '';
  // Parallel arrays, one entry a piece: where it starts in the text and in the source, and where it ends in
  // the source. A piece as long as its source maps character by character, any other only as a whole.
  readonly #textStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];

  get length(): number {
    return this.#text.length;
  }

  get lastCharacter(): string {
    return this.#text.slice(-1);
  }

  /** Adds characters that stand in the source as they are. */
  verbatim(text: string, start: number): void {
    this.atom(text, start, start + text.length);
  }

  /** Adds `text` for the source characters from `start` to `end`. */
  atom(text: string, start: number, end: number): void {
    if (text === '') return;
    this.#textStarts.push(this.#text.length);
    this.#sourceStarts.push(start);
    this.#sourceEnds.push(end);
    this.#text += text;
  }

  /** What was added between two text offsets, as mapped text of its own. */
  slice(start: number, end: number): MappedText {
    const whole = this.finish();
    return {
      text: whole.text.slice(start, end),
      sourceRange: (from, to) => whole.sourceRange(start + from, start + to),
    };
  }

  /** Pieces added later do not change what was finished before. */
  finish(): MappedText {
    const text = this.#text;
    const textStarts = this.#textStarts;
    const sourceStarts = this.#sourceStarts;
    const sourceEnds = this.#sourceEnds;
    const pieceAt = (index: number): number => {
      let low = 0;
      let high = textStarts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (textStarts[middle]! <= index) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    const edge = (index: number, after: 0 | 1): number => {
      const piece = pieceAt(index);
      const length = (textStarts[piece + 1] ?? text.length) - textStarts[piece]!;
      const start = sourceStarts[piece]!;
      const end = sourceEnds[piece]!;
      if (end - start === length) return start + (index - textStarts[piece]!) + after;
      return after ? end : start;
    };
    return {
      text,
      sourceRange(start, end) {
        if (textStarts.length === 0) return { start: 0, end: 0 };
        const first = edge(Math.min(start, text.length - 1), start >= text.length ? 1 : 0);
        return { start: first, end: end > start ? Math.max(first, edge(end - 1, 1)) : first };
      },
    };
  }
}
