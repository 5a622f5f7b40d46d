import type { SearchedText } from '../document/searched-texts.ts';
import type { Edit } from '../engine/rule.ts';
import type { Match } from './pattern-search.ts';

/** A match with what belongs in its place. */
export interface Wrong {
  readonly match: Match;
  /** Null where nothing can be written. */
  readonly wanted: string | null;
}

/** What is wrong in a text that the replacements would make. */
export type FindAgain = (text: string) => readonly Match[] | null;

/** A match that is written anew. */
interface Made {
  readonly match: Match;
  readonly wanted: string;
}

/**
 * The edits that write what is wanted in the place of each match in one text; null for one that cannot be made. Where a
 * replacement would be found again, none is made in the text: fixing twice would not be fixing once.
 *
 * @param findAgain says what is still wrong in another text; null where it is too long to say
 */
export function editsOf(
  text: SearchedText,
  wrongs: readonly Wrong[],
  findAgain: FindAgain,
): readonly (Edit | null)[] {
  const edits = wrongs.map(({ match, wanted }) => (wanted === null ? null : editOf(text, match, wanted)));
  const made = wrongs.flatMap(({ match, wanted }, index) =>
    wanted === null || edits[index] === null ? [] : [{ match, wanted }],
  );
  const canBeMade = made.length === 0 || (neighboursAgree(text, made) && settles(text, made, findAgain));
  return canBeMade ? edits : wrongs.map(() => null);
}

/** Whether matches that touch can be replaced together, where neither has its old neighbour any more. */
function neighboursAgree(text: SearchedText, made: readonly Made[]): boolean {
  let [start, wanted] = [-1, ''];
  return made.every((one, index) => {
    const touches = made[index - 1]?.match.end === one.match.start;
    if (!touches) [start, wanted] = [one.match.start, ''];
    wanted += one.wanted;
    const isLast = made[index + 1]?.match.start !== one.match.end;
    return !isLast || !touches || text.edit(start, one.match.end, wanted) !== null;
  });
}

/** The edit of the characters that differ, so that markup in what stays is left alone; at least one is replaced. */
function editOf(text: SearchedText, match: Match, wanted: string): Edit | null {
  const whole = text.text.slice(match.start, match.end);
  let head = sharedHead(whole, wanted);
  let tail = sharedTail(whole.slice(head), wanted.slice(head));
  if (head + tail === whole.length) {
    if (head > 0) head -= splitsPair(whole, head - 1) ? 2 : 1;
    else tail -= splitsPair(whole, whole.length - tail + 1) ? 2 : 1;
  }
  const core = wanted.slice(head, wanted.length - tail);
  return text.edit(match.start + head, match.end - tail, core);
}

function sharedHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return splitsPair(a, length) || splitsPair(b, length) ? length - 1 : length;
}

function sharedTail(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return splitsPair(a, a.length - length) || splitsPair(b, b.length - length) ? length - 1 : length;
}

/** Whether an offset lies between the two halves of a character. */
function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && text.codePointAt(offset - 1)! > 0xff_ff;
}

/** Whether something is left, and nothing is wrong any more at what the replacements have written, or right beside it. */
function settles({ text, mayBeEmpty }: SearchedText, made: readonly Made[], findAgain: FindAgain): boolean {
  const written: { readonly start: number; readonly end: number }[] = [];
  let next = '';
  let at = 0;
  for (const { match, wanted } of made) {
    next += text.slice(at, match.start);
    written.push({ start: next.length, end: next.length + wanted.length });
    next += wanted;
    at = match.end;
  }
  next += text.slice(at);
  if (next.trim() === '' && !mayBeEmpty) return false;
  let first = 0;
  const isElsewhere = ({ start, end }: Match): boolean => {
    while (first < written.length && written[first]!.end < start) first++;
    return first === written.length || end < written[first]!.start;
  };
  return findAgain(next)?.every(isElsewhere) ?? false;
}
