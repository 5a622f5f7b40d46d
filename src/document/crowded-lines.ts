/**
 * The marks that end a piece of text for a parser, or make it look for the beginning of an address. For each of them the
 * native parser counts the columns of its line anew as soon as one character of the line is not ASCII, and goes back
 * through the line where an address may begin.
 */
const marks = '*_<[]\\~`&:.@|!';

const mark = 1;
const letter = 2;

/** What the characters of ASCII are. */
const kinds = new Uint8Array(128);
for (const character of marks) kinds[character.charCodeAt(0)] = mark;
for (const character of '0123456789abcdefghijklmnopqrstuvwxyz') {
  kinds[character.charCodeAt(0)] = letter;
  kinds[character.toUpperCase().charCodeAt(0)] = letter;
}

const newline = 10;
const carriageReturn = 13;

/** A line, with how many marks it holds. */
export interface CrowdedLine {
  readonly start: number;
  readonly end: number;
  readonly marks: number;
}

/** What the lines of a text ask of a parser, and its words of the rules. */
export interface Crowd {
  /** Lines and marks: a parser makes a few hundred bytes and more of each. */
  readonly pieces: number;
  /** Runs of the letters a to z and of digits: words and numbers. */
  readonly words: number;
  /** Sum over lines of their marks times their length. */
  readonly cost: number;
  /** The line that costs most. */
  readonly worst: CrowdedLine;
}

/** Counts in one pass. */
export function crowdOf(source: string): Crowd {
  let pieces = 0;
  let words = 0;
  let before = 0;
  let cost = 0;
  let worst: CrowdedLine = { start: 0, end: 0, marks: 0 };
  let start = 0;
  let count = 0;
  for (let i = 0; i <= source.length; i++) {
    const code = i < source.length ? source.charCodeAt(i) : newline;
    if (code === newline || code === carriageReturn) {
      const own = count * (i - start);
      if (own > worst.marks * (worst.end - worst.start)) worst = { start, end: i, marks: count };
      cost += own;
      pieces += count + 1;
      start = i + 1;
      count = 0;
    }
    const kind = code < 128 ? kinds[code]! : 0;
    if (kind === mark) count++;
    else if (kind === letter && before !== letter) words++;
    before = kind;
  }
  return { pieces, words, cost, worst };
}
