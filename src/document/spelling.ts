import type { Document } from './document.ts';
import { readsEnglish } from './english.ts';
import { textsWith } from './joined-texts.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';
import type { ProseBlock } from './model.ts';
import type { Range } from './source.ts';
import { spanAround } from './spans.ts';
import { doubledStems, enceStems, izeStems, ogStems, ourStems, reStems } from './spelling-words.ts';
import { isAnswer } from './voices.ts';

/** What differs: the families are decided apart, because a house may well write "organize" and "colour". */
export type SpellingFamily = 'ise' | 'yse' | 'our' | 're' | 'ogue' | 'ence' | 'll';
export type Side = 'british' | 'american';

/** A word that has another spelling. */
export interface SpelledWord {
  readonly word: string;
  readonly other: string;
  readonly family: SpellingFamily;
  readonly side: Side;
  readonly range: Range;
}

/** How many words of each family a post spells which way. */
export type SpellingCounts = Readonly<
  Partial<Record<SpellingFamily, readonly [british: number, american: number]>>
>;

const any = (stems: readonly string[]) => `(?:${[...stems].sort((a, b) => b.length - a.length).join('|')})`;

interface Pattern {
  readonly family: SpellingFamily;
  readonly pattern: RegExp;
  /** What stands where the spellings differ: British first. */
  readonly forms: readonly [string, string];
  /** Each of its words has one of these: a cheaper question than the pattern, which has to be compiled. */
  readonly signs: readonly string[];
}

// Group 1 is what stands before the difference, 2 the difference, 3 the ending.
const patterns: readonly Pattern[] = [
  {
    family: 'ise',
    pattern: new RegExp(
      `^((?:re|de|un|over|under|non)?-?${any(izeStems)}i)([sz])(e|ed|es|er|ers|ing|able|ation|ations|ational)$`,
    ),
    forms: ['s', 'z'],
    signs: ['is', 'iz'],
  },
  {
    family: 'yse',
    pattern: /^((?:re|over)?(?:anal|catal|paral|dial|electrol|hydrol)y)([sz])(e|ed|er|ers|ing)$/,
    forms: ['s', 'z'],
    signs: ['ys', 'yz'],
  },
  {
    family: 'our',
    pattern: new RegExp(
      `^((?:un|dis|multi|bi)?-?${any(ourStems)}o)(u?)(r(?:s|ed|ing|ings|ful|less|able|ably|ite|ites|al|ally|hood|hoods|ly|y|er|ers)?)$`,
    ),
    forms: ['u', ''],
    signs: ['or', 'our'],
  },
  {
    family: 're',
    pattern: new RegExp(`^(${any(reStems)})(re|er)(s?)$`),
    forms: ['re', 'er'],
    signs: ['re', 'er'],
  },
  { family: 'ogue', pattern: new RegExp(`^(${any(ogStems)}og)(ue|)(s?)$`), forms: ['ue', ''], signs: ['og'] },
  {
    family: 'ence',
    pattern: new RegExp(`^(${any(enceStems)}en)([cs])(e|es|eless)$`),
    forms: ['c', 's'],
    signs: ['enc', 'ens'],
  },
  {
    family: 'll',
    pattern: new RegExp(
      `^((?:re|un|mis|over)?-?${any(doubledStems)})(l?)(ed|ing|ings|er|ers|or|ors|ation|ations)$`,
    ),
    forms: ['l', ''],
    signs: ['led', 'ling', 'ler', 'lor', 'lation'],
  },
];

/** In UTF-16 units: no such word is shorter or longer. */
const shortest = 5;
const longest = 22;
// Cheap, and met by few words: how each word ends, or goes on, that one of the patterns matches.
const ending = new RegExp(
  `[iy][sz](?:e[ds]?|ers?|ing|able|ations?|ational)\\b|${any(ourStems)}ou?r|${any(reStems)}(?:re|er)s?\\b|log(?:ue)?s?\\b|[ft]en[cs]e|l(?:ed|ings?|[eo]rs?|ations?)\\b`,
  'gi',
);
// Terms of programming have their American spelling in British texts too: it says nothing there.
const terms = /^(?:de|un|re)?-?(?:serializ|initializ|tokeniz|synchroniz|finalizer|normaliz)/;
const neither = new Set(
  'analog analogue parlour color colors colored coloring center centers fiber fibers saber honorable labor vapor armor favorite equalise equalize initialed initialled totaled'.split(
    ' ',
  ),
);

/** The words of a post that are spelled two ways, in source order; no names, titles, quotations or code. */
export const spelledWords = memoize((document: Document, _: null): readonly SpelledWord[] => {
  const found: SpelledWord[] = [];
  for (const { text, block } of textsWith(document, ending)) {
    if (block?.inQuote) continue;
    const words = wordsIn(document, text, block);
    if (words.length === 0 || (block !== null && isForeignTitle(document, block))) continue;
    if (readsEnglish(document, text.text)) found.push(...words);
  }
  return found;
}, 'spelling');

/** How many different words of each family are spelled which way: one that is repeated is one habit. */
export function votesOf(words: readonly SpelledWord[]): SpellingCounts {
  const counts: Partial<Record<SpellingFamily, [number, number]>> = {};
  const counted = new Set<string>();
  for (const spelled of words) {
    const { word, family, side } = spelled;
    if (counted.has(word.toLowerCase()) || !isComparable(spelled)) continue;
    counted.add(word.toLowerCase());
    const pair = counts[family] ?? [0, 0];
    pair[side === 'british' ? 0 : 1]++;
    counts[family] = pair;
  }
  return counts;
}

/** What somebody called a change: the text of a component that links, or an entry that names it by its link. */
function isForeignTitle({ source }: Document, block: ProseBlock): boolean {
  const { text, links } = block;
  const { end: place } = block.sourceRange(Math.max(0, text.trimEnd().length - 1), text.trimEnd().length);
  if (/^\s*<\/[A-Z]\w{0,40}Link>/.test(source.slice(place, place + 80))) return true;
  const end = text.trimEnd().length;
  if (links.some((link) => link.start <= 1 && link.end >= end - 1)) return true;
  if (!block.inList || end > 160 || /[.!?]$/.test(text.slice(0, end))) return false;
  const first = links[0];
  if (first && first.start < 3 && /#\d/.test(text.slice(first.start, first.end))) return true;
  return links.length > 0 && links.every(({ url }) => /\/(?:pull|issues|commit|merge_requests)\//.test(url));
}

/** Whether both spellings of a word say which English it is; where one is a term or a property, the other is no vote. */
export function isComparable({ other }: SpelledWord): boolean {
  return !neither.has(other.toLowerCase()) && !terms.test(other.toLowerCase());
}

interface Candidate extends Pick<SpelledWord, 'word' | 'other' | 'family' | 'side'> {
  readonly index: number;
}

/** The words of a text that have another spelling, whatever they stand for there. */
function candidatesIn(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let covered = 0;
  for (const match of text.matchAll(ending)) {
    if (match.index < covered) continue;
    const [index, end] = wordAround(text, match.index);
    covered = end;
    if (end - index < shortest || end - index > longest) continue;
    const word = text.slice(index, end);
    const lower = word.toLowerCase();
    const spelled = spellingOf(lower);
    if (spelled === null || neither.has(lower) || terms.test(lower)) continue;
    found.push({ ...spelled, word, other: inCase(spelled.other, word), index });
  }
  return found;
}

/** The letters of ASCII in a row that one of them belongs to. */
function wordAround(text: string, at: number): [start: number, end: number] {
  let [start, end] = [at, at];
  while (isLetter(text.charCodeAt(start - 1))) start--;
  while (isLetter(text.charCodeAt(end))) end++;
  return [start, end];
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function wordsIn(document: Document, text: MappedText, block: ProseBlock | null): SpelledWord[] {
  const found: SpelledWord[] = [];
  for (const { index, word, other, family, side } of candidatesIn(text.text)) {
    const end = index + word.length;
    if (isName(text.text, index, end, block) || (block !== null && isAnswer(document, block, index)))
      continue;
    found.push({ word, other, family, side, range: text.sourceRange(index, end) });
  }
  return found;
}

/** How the other English writes a word; null where it has one spelling. */
export function otherSpelling(word: string): string | null {
  return spellingOf(word.toLowerCase())?.other ?? null;
}

function spellingOf(word: string): Pick<SpelledWord, 'other' | 'family' | 'side'> | null {
  for (const { family, pattern, forms, signs } of patterns) {
    if (!signs.some((sign) => word.includes(sign))) continue;
    const match = pattern.exec(word);
    if (!match) continue;
    const [, head = '', difference = '', tail = ''] = match;
    const side = difference === forms[0] ? 'british' : 'american';
    return { family, side, other: head + (side === 'british' ? forms[1] : forms[0]) + tail };
  }
  return null;
}

function inCase(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** Capitalised words, parts of longer ones, what stands in quotation marks, and titles behind links. */
function isName(text: string, start: number, end: number, block: ProseBlock | null): boolean {
  if (/[\p{L}\p{N}_@#/\\.=-]/u.test(text[start - 1] ?? '') || /[\p{L}\p{N}_/\\=(@-]/u.test(text[end] ?? ''))
    return true;
  // An address, a method, a file.
  if (/^\.\p{L}/u.test(text.slice(end, end + 2))) return true;
  if (/^\p{Lu}/u.test(text[start]!)) {
    const isFirst = start === 0 || /[.!?:]\s+$/.test(text.slice(Math.max(0, start - 4), start));
    if (!isFirst || !/^[,]?\s\p{Ll}/u.test(text.slice(end, end + 3)) || block?.kind === 'heading')
      return true;
  }
  const link = block === null ? undefined : spanAround(block.links, start, end);
  if (link && isTitle(text, link, block?.inList === true)) return true;
  return isQuoted(text, start, end);
}

/** What a link calls the post or change of somebody else: four words and more, or all that a list item starts with. */
function isTitle(text: string, { start, end }: { start: number; end: number }, inList: boolean): boolean {
  const words = text.slice(start, end).trim().split(/\s+/, 4).length;
  return (
    words > 3 ||
    (inList && words > 1 && /^(?:\[[^\]]{0,40}\]|[^\p{L}]){0,8}$/u.test(text.slice(0, Math.min(start, 48))))
  );
}

/** Whether quotation marks open before and close behind, within the sentence's reach. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const behind = text.slice(end, end + 200);
  if (before.lastIndexOf('“') > before.lastIndexOf('”') && behind.includes('”')) return true;
  const quotes = before.split('"').length - 1;
  return quotes % 2 === 1 && behind.includes('"');
}
