/**
 * The marks that end a piece of text for a parser, or make it look for the beginning of an address. For each of them the
 * native parser counts the columns of its line anew as soon as one character of the line is not ASCII, and goes back
 * through the line where an address may begin.
 */
const marks = '*_<[]\\~`&:.@|!';

const isMark = new Uint8Array(128);
for (const mark of marks) isMark[mark.charCodeAt(0)] = 1;

const newline = 10;
const carriageReturn = 13;

/** A line, with how many marks it holds. */
export interface CrowdedLine {
  readonly start: number;
  readonly end: number;
  readonly marks: number;
}

/** What the lines of a text ask of a parser. */
export interface Crowd {
  /** Lines and marks: a parser makes a few hundred bytes and more of each. */
  readonly pieces: number;
  /** Sum over lines of their marks times their length. */
  readonly cost: number;
  /** The line that costs most. */
  readonly worst: CrowdedLine;
}

/** Counts in one pass. */
export function crowdOf(source: string): Crowd {
  let pieces = 0;
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
    } else if (code < 128 && isMark[code] === 1) {
      count++;
    }
  }
  return { pieces, cost, worst };
}
