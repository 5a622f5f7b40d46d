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

/**
 * The line that costs a parser most, where the lines of a text are too much for it; null where they are not. A line costs
 * its marks times its length.
 *
 * @param most what all lines may cost together
 */
export function crowdedLine(source: string, most: number): CrowdedLine | null {
  let cost = 0;
  let worst: CrowdedLine = { start: 0, end: 0, marks: 0 };
  let worstCost = -1;
  let start = 0;
  let count = 0;
  for (let i = 0; i <= source.length; i++) {
    const code = i < source.length ? source.charCodeAt(i) : newline;
    if (code === newline || code === carriageReturn) {
      const own = count * (i - start);
      if (own > worstCost) {
        worstCost = own;
        worst = { start, end: i, marks: count };
      }
      cost += own;
      start = i + 1;
      count = 0;
    } else if (code < 128 && isMark[code] === 1) {
      count++;
    }
  }
  return cost > most ? worst : null;
}
