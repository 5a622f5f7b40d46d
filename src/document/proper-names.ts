import type { Document } from './document.ts';
import { joinedTexts, textsWith } from './joined-texts.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';
import type { ProseBlock } from './model.ts';
import { letterPattern } from './plain-letters.ts';
import { otherSpelling } from './spelling.ts';

/** A name of two to four words as a post writes it, at its first place. */
export interface ProperName {
  readonly name: string;
  readonly text: MappedText;
  readonly start: number;
  /** How often the post writes it so. */
  readonly count: number;
}

/** Enough for a post; the names of an archive are kept as facts. */
const mostNames = 200;
/** In UTF-16 units: two words of two letters. */
const shortestName = 5;

// Capitalised words with a space or hyphen between them.
const capital = String.raw`[\p{Lu}][\p{Ll}]`;
const wordOfName = String.raw`${capital}[\p{L}\u2019']{0,22}`;
const capitalised = letterPattern(
  String.raw`(?<![\p{L}\p{N}_@#/.'\u2019-])${wordOfName}(?:[ -]${wordOfName}){1,3}(?![\p{L}\p{N}_])`,
);
// What every name has in it, so that texts without it need not be cut to pieces.
const twoWords = letterPattern(`${wordOfName}[ -]${capital}`);
// Words that begin a sentence or stand before a name in a heading.
const notFirst = new Set(
  'Then Now Next Finally Here There Today Later Recently Currently Who What How Why Where Which Because Though Although Even Plus Congratulations Welcome Kudos Please Besides Meanwhile However Overall The A An In On At By For From With And Or But If When While As To Of Our My His Her Its Their This That These Those We You They He She It Is Are Was Were New Meet Dear Hi Hello Thanks Thank Special Since After Before During See Read Join Also Both All Some Many Most Project By'.split(
    ' ',
  ),
);

/** The names of a post, in order of their first place. */
export const namesOf = memoize((document: Document, _: null): readonly ProperName[] => {
  const names = new Map<string, ProperName & { count: number }>();
  const { text, pieces } = piecesOf(document);
  const pattern = capitalised(text);
  let at = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { index, 0: match } = found;
    const skipped = lengthOfFirstWords(match);
    const name = withoutPossessive(match.slice(skipped));
    const before = names.get(name);
    if (before) before.count++;
    else if (/[ -]/.test(name) && names.size < mostNames) {
      while (at + 1 < pieces.length && pieces[at + 1]!.at <= index) at++;
      const piece = pieces[at]!;
      names.set(name, { name, text: piece.of, start: piece.start + index - piece.at + skipped, count: 1 });
    }
  }
  return [...names.values()];
}, 'names');

function withoutPossessive(name: string): string {
  const end = name.endsWith('s') ? name.length - 1 : name.length;
  const sign = name[end - 1];
  return sign === "'" || sign === '’' ? name.slice(0, end - 1) : name;
}

/** How much of a name are words that begin sentences. */
function lengthOfFirstWords(match: string): number {
  let length = 0;
  for (let space = match.indexOf(' '); space >= 0; space = match.indexOf(' ', length)) {
    if (!notFirst.has(match.slice(length, space))) break;
    length = space + 1;
  }
  return length;
}

/** A stretch of text without the edge of a link or a mark in it: where one begins or ends, so does a name. */
interface Piece {
  readonly of: MappedText;
  /** Where it starts in its text, and in that of all pieces. */
  readonly start: number;
  readonly at: number;
}

/** The pieces of all texts that readers read and that may hold a name, one behind the other with a line end between. */
function piecesOf(document: Document): { text: string; pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  const written: string[] = [];
  let at = 0;
  const add = (of: MappedText, start: number, end: number) => {
    if (end - start < shortestName) return;
    pieces.push({ of, start, at });
    written.push(of.text.slice(start, end));
    at += end - start + 1;
  };
  for (const { text, block } of textsWith(document, twoWords(joinedTexts(document).text))) {
    let start = 0;
    for (const edge of edgesOf(block)) {
      add(text, start, edge);
      start = Math.max(start, edge);
    }
    add(text, start, text.text.length);
  }
  return { text: written.join('\n'), pieces };
}

/** Where links and marks of a block begin and end, ascending. */
function edgesOf(block: ProseBlock | null): readonly number[] {
  if (block === null || block.links.length + block.marks.length === 0) return [];
  const edges: number[] = [];
  for (const { start, end } of block.links) edges.push(start, end);
  for (const { start, end } of block.marks) edges.push(start, end);
  // Most blocks have a link or two, and no marks.
  const isSorted = edges.every((edge, at) => at === 0 || edges[at - 1]! <= edge);
  return isSorted ? edges : edges.sort((a, b) => a - b);
}

/**
 * Whether two names are one but for a slip inside one long word: the rest equal, first and last letter kept. Other
 * endings (plurals, "Featured" and "Features") make other words, and names that are short are often really two.
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b || !differsLittle(a, b)) return false;
  const [first, second] = [a.split(/[ -]/), b.split(/[ -]/)];
  if (first.length !== second.length) return false;
  const others = first.flatMap((word, index) =>
    word === second[index] ? [] : [[word, second[index]!] as const],
  );
  const [pair] = others;
  return pair !== undefined && others.length === 1 && first[0] === second[0] && isSlipOfWord(...pair);
}

/** As many letters in a row differ in a slip at most: those between the old and the new place of one that moved. */
const longestSlip = 5;

/** A necessary condition of a slip, which few pairs of names meet: what differs is a few letters in one place. */
function differsLittle(a: string, b: string): boolean {
  // Swapped letters leave the length as it is, and any other slip is one letter.
  if (Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && letterAt(a, head) === letterAt(b, head)) head++;
  let tail = 0;
  const most = shorter - head;
  while (tail < most && letterAt(a, a.length - 1 - tail) === letterAt(b, b.length - 1 - tail)) tail++;
  return shorter - head - tail <= longestSlip;
}

/** A hyphen is as good as a space. */
function letterAt(name: string, index: number): number {
  const letter = name.charCodeAt(index);
  return letter === 0x2d ? 0x20 : letter;
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

function isSlipOfWord(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  // Without its accents a name is still the same one, and each English has its words.
  if (bare(a) === bare(b) || otherSpelling(a) === b.toLowerCase()) return false;
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length <= 1 && right.length <= 1) return true;
  // Letters that changed places, or one that moved.
  const moved = left.length === right.length && [...left].sort().join('') === [...right].sort().join('');
  return shorter >= 6 && moved && left.length <= longestSlip;
}

/** Whether two long words differ by two neighbouring letters that changed places. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 6 || a[0] !== b[0]) return false;
  let at = 1;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}
