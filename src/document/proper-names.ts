import type { Document } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';
import type { ProseBlock } from './model.ts';
import { readerTexts } from './reader-texts.ts';
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

// Capitalised words with a space or hyphen between them.
const capitalised =
  /(?<![\p{L}\p{N}_@#/.'’-])\p{Lu}\p{Ll}[\p{L}’']{0,22}(?:[ -]\p{Lu}\p{Ll}[\p{L}’']{0,22}){1,3}(?![\p{L}\p{N}_])/gu;
// Cheap, and met by few texts: the second word of a name.
const secondWord = /[ -]\p{Lu}\p{Ll}/gu;
// Words that begin a sentence or stand before a name in a heading.
const notFirst = new Set(
  'Then Now Next Finally Here There Today Later Recently Currently Who What How Why Where Which Because Though Although Even Plus Congratulations Welcome Kudos Please Besides Meanwhile However Overall The A An In On At By For From With And Or But If When While As To Of Our My His Her Its Their This That These Those We You They He She It Is Are Was Were New Meet Dear Hi Hello Thanks Thank Special Since After Before During See Read Join Also Both All Some Many Most Project By'.split(
    ' ',
  ),
);

/** The names of a post, in order of their first place. */
export const namesOf = memoize((document: Document, _: null): readonly ProperName[] => {
  const names = new Map<string, ProperName & { count: number }>();
  for (const { text, block } of readerTexts(document)) {
    for (const { index, match } of capitalisedIn(text.text, block)) {
      const words = match.split(' ');
      let skipped = 0;
      while (notFirst.has(words[0]!)) skipped += words.shift()!.length + 1;
      const name = words.join(' ').replace(/['’]s?$/, '');
      if (!/[ -]/.test(name)) continue;
      const before = names.get(name);
      if (before) before.count++;
      else if (names.size < mostNames) names.set(name, { name, text, start: index + skipped, count: 1 });
    }
  }
  return [...names.values()];
}, 'names');

/** Capitalised words in a row; where a link or a mark begins or ends, so does a name. */
function* capitalisedIn(text: string, block: ProseBlock | null): Iterable<{ index: number; match: string }> {
  let second = secondWordFrom(text, 0);
  let start = 0;
  for (const end of [...edgesOf(block), text.length]) {
    if (second < start) second = secondWordFrom(text, start);
    if (second === Number.POSITIVE_INFINITY) return;
    if (start <= second && second < end)
      for (const { index, 0: match } of text.slice(start, end).matchAll(capitalised))
        yield { index: start + index, match };
    start = Math.max(start, end);
  }
}

/** Where the first second word of a name stands from there on; infinity where there is none. */
function secondWordFrom(text: string, from: number): number {
  secondWord.lastIndex = from;
  return secondWord.exec(text)?.index ?? Number.POSITIVE_INFINITY;
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
  if (!differsLittle(a, b)) return false;
  const [first, second] = [a.split(/[ -]/), b.split(/[ -]/)];
  if (first.length !== second.length || a === b) return false;
  const differing = first.flatMap((word, index) =>
    word === second[index] ? [] : [[word, second[index]!] as const],
  );
  const [pair] = differing;
  return pair !== undefined && differing.length === 1 && first[0] === second[0] && isSlipOfWord(...pair);
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
  // Without its accents a name is still the same one, and each English has its words.
  if (bare(a) === bare(b) || otherSpelling(a) === b.toLowerCase()) return false;
  if (shorter < 5 || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
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
