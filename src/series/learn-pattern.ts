import { grammarFor, type LanguageCode } from '../calendar/languages.ts';
import type { PostFacts } from './facts.ts';
import type { Agreement } from './learn.ts';
import { fillingOf, namedPart, unknownPlaceholder } from './naming.ts';

/** A pattern as a configuration has it, with how many posts fit it. */
export interface LearnedNaming extends Agreement {
  readonly pattern: string;
}

/** The least share of posts that a pattern must fit. */
const enough = 0.9;
/** Longer titles are no pattern that anybody keeps to. */
const longest = 150;

/** How most posts are titled; null where they share no words, or too few of them do. */
export function learnTitleNaming(
  posts: readonly PostFacts[],
  languages: readonly LanguageCode[],
): LearnedNaming | null {
  const titled = posts.filter(({ title }) => title !== null);
  const titles = withoutAuthors(titled);
  const found = learnNaming(titles, languages);
  if (found === null || found.count < posts.length * enough) return null;
  return { ...found, of: posts.length, pattern: withAuthor(found.pattern, titled, titles, languages) };
}

/** Stands for the author's name while titles are compared. */
const authorMark = '\uE000';

/** The titles, with a mark in place of who the front matter says has written the post, where most of them name him. */
function withoutAuthors(posts: readonly PostFacts[]): string[] {
  const plain = posts.map(({ title }) => title!.value.trim());
  const marked = posts.map(({ byline }, i) => {
    const name = byline?.value.trim() ?? '';
    return name.length < 3 ? plain[i]! : plain[i]!.replace(name, () => authorMark);
  });
  const named = marked.filter((title) => title.includes(authorMark));
  return named.length >= posts.length * enough ? marked : plain;
}

/** What the files of most posts are called, the ending left out. */
export function learnPathNaming(
  posts: readonly PostFacts[],
  languages: readonly LanguageCode[],
): LearnedNaming | null {
  return learnNaming(
    posts.map(({ path }) => namedPart('', path)),
    languages,
  );
}

function learnNaming(texts: readonly string[], languages: readonly LanguageCode[]): LearnedNaming | null {
  const templates = texts.map((text) => templateOf(text.slice(0, longest), languages));
  const [template, count] = mostCommon(templates.map((tokens) => tokens.join('')));
  const shared = count >= texts.length * enough ? template : sharedEnds(templates);
  if (shared === null || !saysSomething(shared) || unknownPlaceholder(shared) !== null) return null;
  const fitting = texts.filter((text) => fillingOf(shared, text, languages) !== null).length;
  if (fitting < 2 || fitting < texts.length * enough) return null;
  return { pattern: shared, count: fitting, of: texts.length };
}

/** Whether a pattern has a word that stays and something that changes. */
function saysSomething(pattern: string): boolean {
  return pattern.length <= longest && pattern.includes('{') && /\p{L}/u.test(literalOf(pattern));
}

/** The words of a pattern without what changes. */
export function literalOf(pattern: string): string {
  return pattern.replace(/\{\w+\}/g, '');
}

const tokens =
  /(?:19|20)\d\d([-/._])(?:0\d|1[0-2])\1[0-3]\d(?!\d)|\p{L}+(?:['’]\p{L}+)*\.?|\d+|[^\p{L}\d]+/gu;

/** The words, numbers, dates and what parts them; all of the text. */
export function piecesOf(text: string): string[] {
  return text.match(tokens) ?? [];
}

/** A word without what may follow a month's name: "Nov.", "November's". */
export function monthIn(piece: string): string {
  return piece.replace(/(?:['’]s|\.)$/i, '');
}

/** A text in pieces, with placeholders for what counts and dates it. */
export function templateOf(text: string, languages: readonly LanguageCode[]): string[] {
  const { months } = grammarFor(languages);
  const pieces = piecesOf(text);
  return pieces.map((piece, i) => placeholderFor(piece, i, pieces, months) ?? piece);
}

function placeholderFor(
  piece: string,
  at: number,
  pieces: readonly string[],
  months: ReadonlyMap<string, number>,
): string | null {
  const before = (pieces[at - 1] ?? '').toLowerCase();
  const after = (pieces[at + 1] ?? '').toLowerCase();
  if (/^\d/.test(piece)) return numberPlaceholder(piece, before, after, pieces, at);
  if (/^(?:first|second|third|fourth)$/i.test(piece) && /^quarter/i.test(pieces[at + 2] ?? ''))
    return '{ordinal}';
  const word = monthIn(piece);
  if (!months.has(word.toLowerCase())) return null;
  // Between other words "may" and "march" are verbs.
  const isName = /^\p{Lu}/u.test(word) || !pieces.some((other) => other.includes(' '));
  return isName ? `{Month}${piece.slice(word.length)}` : null;
}

function numberPlaceholder(
  piece: string,
  before: string,
  after: string,
  pieces: readonly string[],
  at: number,
): string {
  if (/\D/.test(piece)) return '{date}';
  if (/^[1-4]$/.test(piece) && (before === 'q' || after === 'q')) return '{quarter}';
  const words = [pieces[at - 2], pieces[at + 2]];
  if (/^[1-4]$/.test(piece) && words.some((word) => /^quart(?:er|al)$/i.test(word ?? ''))) return '{quarter}';
  if (/^[12]$/.test(piece) && (before === 'h' || after === 'h')) return '{half}';
  if (isYear(piece)) return '{year}';
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(piece)) return '{year}{month}';
  if (/^(?:w|kw)$/.test(before) || /^(?:week|kw)$/i.test(pieces[at - 2] ?? '')) return '{week}';
  const beside = words.some((other) => isYear(other ?? ''));
  if (/^(?:0[1-9]|1[0-2])$/.test(piece) && beside) return '{month}';
  return '{number}';
}

function isYear(piece: string): boolean {
  return /^(?:19|20)\d\d$/.test(piece);
}

/** What most texts begin and end with, and `{any}` between. */
function sharedEnds(templates: readonly (readonly string[])[]): string | null {
  const start = upToSeparator(sharedStart(templates));
  const reversed = templates.map((template) => template.slice(start.length).reverse());
  const end = upToSeparator(sharedStart(reversed)).reverse();
  const words = [...start, ...end].filter((piece) => /^\p{L}{2}/u.test(piece));
  // One word in common is no pattern yet, unless a period stands beside it.
  const counted = [...start, ...end].some((piece) => piece.startsWith('{'));
  return words.length >= (counted ? 1 : 2) ? `${start.join('')}{any}${end.join('')}` : null;
}

/** Pieces up to the last that parts words, so that no pattern cuts one. */
function upToSeparator(pieces: readonly string[]): string[] {
  return pieces.slice(0, pieces.findLastIndex((piece) => /^[^\p{L}\d{]/u.test(piece)) + 1);
}

function sharedStart(templates: readonly (readonly string[])[]): string[] {
  const shared: string[] = [];
  let left = templates;
  for (;;) {
    const at = shared.length;
    const [piece, count] = mostCommon(left.flatMap((template) => template[at] ?? []));
    if (count < templates.length * enough || piece === null) return shared;
    left = left.filter((template) => template[at] === piece);
    shared.push(piece);
  }
}

/** `{author}` instead of `{any}`, where what fills it is who the front matter says has written the post. */
function withAuthor(
  pattern: string,
  posts: readonly PostFacts[],
  titles: readonly string[],
  languages: readonly LanguageCode[],
): string {
  if (pattern.includes(authorMark)) return pattern.replace(authorMark, '{author}');
  if (!pattern.includes('{any}')) return pattern;
  const written = posts.filter(({ byline }, i) => {
    const filling = fillingOf(pattern, titles[i]!, languages)?.find(
      ({ placeholder }) => placeholder === 'any',
    );
    return byline !== null && filling !== undefined && byline.value.trim() === filling.text.trim();
  });
  return written.length >= posts.length * enough ? pattern.replace('{any}', '{author}') : pattern;
}

function mostCommon(values: readonly string[]): [string | null, number] {
  const counts = new Map<string, number>();
  let best: [string | null, number] = [null, 0];
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > best[1]) best = [value, count];
  }
  return best;
}
