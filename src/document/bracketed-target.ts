/** Brackets by what closes them; braces, because somebody types one for another. */
export const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };
// A word is taken whole: in parts, a long one could be read in more ways than anybody has time for.
const wordsToBracket = /^\s{1,3}(?:[^\s()[\]\uFFFC]{1,300}(?![^\s()[\]\uFFFC])[ \t]?){0,6}\)/;
const longestTarget = 2000;
/** How far before its end the beginning of a link's text is looked for, in UTF-16 units. */
export const longestText = 1000;

/** What follows a bracket that opens before an address. */
export interface BracketedTarget {
  readonly url: string;
  readonly start: number;
  /** Behind its closing bracket, or behind the address where none closes it. */
  readonly end: number;
  readonly isClosed: boolean;
  /** Whether a bracket of another kind stands where it should be closed. */
  readonly isMisclosed: boolean;
  readonly hasSpace: boolean;
}

/** Reads the address behind an opening bracket, up to the bracket that closes it. */
export function readTarget(text: string, start: number, open: string): BracketedTarget {
  const close = open === '(' ? ')' : ']';
  const limit = Math.min(text.length, start + longestTarget);
  let depth = 0;
  let i = start;
  for (; i < limit; i++) {
    const character = text[i]!;
    if (character === close && depth === 0) break;
    if (/[\s[\]{}<>\uFFFC]/.test(character) && !(character === '<' && i === start)) break;
    if (character === '(') depth++;
    else if (character === ')') depth--;
  }
  const isClosed = text[i] === close && i < limit;
  const isMisclosed = /[\]}]/.test(text[i] ?? '') && depth === 0;
  // What an address without its bracket ends in belongs to the sentence.
  const tail = isClosed || isMisclosed ? '' : /[.,;:!?]{0,3}$/.exec(text.slice(start, i))![0];
  const url = text.slice(start, i - tail.length).replace(/^</, '');
  if (isClosed || !/\s/.test(text[i] ?? '')) {
    const end = isClosed || isMisclosed ? i + 1 : i - tail.length;
    return { url, start, end, isClosed, isMisclosed, hasSpace: false };
  }
  // A few words and then the bracket: the space is the mistake. Else the bracket is.
  const rest = wordsToBracket.exec(text.slice(i, i + 300));
  const isSpaced = rest !== null && depth === 0 && close === ')';
  return {
    url,
    start,
    end: isSpaced ? i + rest[0].length : i - tail.length,
    isClosed: isSpaced,
    isMisclosed: false,
    hasSpace: isSpaced,
  };
}

/**
 * Where the bracket opens that closes at `at`; -1 where none does, null where it is too far away, or an escaped bracket
 * shows that none is meant. Braces count where somebody has typed one for the other bracket: `{text](…)`, `[text}(…)`.
 */
export function openerBefore(text: string, at: number, close: string): number | null {
  const least = Math.max(0, at - longestText);
  const depths: Record<string, number> = { ')': 0, ']': 0, '}': 0 };
  for (let i = at - 1; i >= least; i--) {
    const character = text[i]!;
    if (text[i - 1] === '\\') {
      if (character === '[') return null;
      continue;
    }
    if (character in depths) depths[character]!++;
    const closer = closers[character];
    if (closer === undefined) continue;
    const isEnd = depths[closer] === 0 && (closer === close || (closer !== ')' && close !== ')'));
    if (isEnd) return i;
    depths[closer] = Math.max(0, depths[closer]! - 1);
  }
  return least === 0 ? -1 : null;
}
