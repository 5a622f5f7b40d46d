import { type BracketedTarget, closers, longestText, openerBefore, readTarget } from './bracketed-target.ts';
import { brokenTags } from './broken-tags.ts';
import type { Document } from './document.ts';
import { blocksWith } from './joined-texts.ts';
import { opaque } from './mapped-text.ts';
import { matchesIn } from './matches.ts';
import type { LinkSpan, ProseBlock } from './model.ts';
import { plainSource } from './plain-source.ts';
import { type Range, rangeSet } from './source.ts';
import { strayBrackets } from './stray-brackets.ts';

/** Something that was meant as a Markdown link, or stands at one, and is shown as brackets. */
export interface LinkAttempt {
  readonly kind:
    | 'swapped'
    | 'gap'
    | 'space'
    | 'title'
    | 'unclosed'
    | 'angle'
    | 'extra'
    | 'unopened'
    | 'nested'
    | 'tag';
  readonly range: Range;
  /** The text that was to be clicked on, or the bracket that is too many. */
  readonly text: string;
  /** What is to stand there instead, where that is certain. */
  readonly right: string | null;
}

// A bracket that closes, what may keep it from the next, and a bracket that opens before an address.
const junction =
  /([\])}])(\s{1,3}|\s?:\s?|)([([])(?=\s?<?(?:https?:\/\/|www\.|mailto:|ftp:\/\/|\.{0,2}\/[\w.-]+(?:\/|\.\w)))/gi;
const absolute = /^\s?<?(?:https?:\/\/|www\.|mailto:|ftp:\/\/)/i;
const openAngle = /(?<![(\\])<((?:https?:\/\/|mailto:)[^\s<>\uFFFC]{3,2000})(?=\s|$)/gi;
const bracket = /[[\]]|\)\(|</g;
const closingBracket = 0x29;

/** The failed links of a post, in no order. In raw HTML brackets are just brackets: nothing is found there. */
export function* linkAttempts(document: Document): Iterable<LinkAttempt> {
  const { prose, source } = document;
  const bracketed = new Set(blocksWith(document, bracket));
  for (let index = 0; index < prose.length; index++) {
    const block = prose[index]!;
    if (block.html || (!bracketed.has(block) && !hasLinkBeforeBracket(block, source))) continue;
    yield* attemptsIn(document, block, index);
  }
}

function hasLinkBeforeBracket({ links }: ProseBlock, source: string): boolean {
  for (const { range } of links) if (source.charCodeAt(range.end) === closingBracket) return true;
  return false;
}

/** @param index the place of the block in the post's prose */
function attemptsIn(document: Document, block: ProseBlock, index: number): LinkAttempt[] {
  const text = plainSource(document, block.range);
  const { start } = block.range;
  const nested = block.links.flatMap((link) => nestedAttempt(text, link, start) ?? []);
  const found = [...junctionAttempts(text), ...angleAttempts(text), ...brokenTags(text)].map((attempt) =>
    shifted(attempt, start),
  );
  const stray = strayBrackets(text, document.prose, index).map(
    (range): LinkAttempt => ({ kind: 'extra', range, text: document.source[range.start]!, right: '' }),
  );
  const rest = [...found, ...stray];
  if (rest.length === 0) return nested;
  const taken = rangeSet(nested.map(({ range }) => range));
  return [...nested, ...rest.filter(({ range }) => !taken.overlaps(range))];
}

function shifted(attempt: LinkAttempt, by: number): LinkAttempt {
  return { ...attempt, range: { start: attempt.range.start + by, end: attempt.range.end + by } };
}

function* junctionAttempts(text: string): Iterable<LinkAttempt> {
  junction.lastIndex = 0;
  for (let match = junction.exec(text); match; match = junction.exec(text)) {
    const [whole, close, gap, open] = match as unknown as [string, string, string, string];
    if (text[match.index - 1] === '\\') continue;
    const from = openerBefore(text, match.index, close);
    const target = readTarget(text, match.index + whole.length, open);
    const place = { text, from, at: match.index, target };
    const attempt =
      close === ')'
        ? roundFirst(place, gap, open)
        : open === '['
          ? squareTwice(place, gap)
          : squareRound(place, gap);
    if (attempt) yield attempt;
    if (target.end > match.index + whole.length)
      junction.lastIndex = Math.max(junction.lastIndex, target.end - 1);
  }
}

interface Place {
  readonly text: string;
  /** Where the bracket before the text opens; -1 where none does, null where it is too far to be looked for. */
  readonly from: number | null;
  /** Where the text's closing bracket stands. */
  readonly at: number;
  readonly target: BracketedTarget;
}

/** `(text)[address]` and `(text)(address)`. */
function roundFirst({ text, from, at, target }: Place, gap: string, open: string): LinkAttempt | null {
  if (gap !== '' || from === null || from < 0 || !target.isClosed || target.hasSpace) return null;
  const words = text.slice(from + 1, at);
  // `f(x)[…]` is a call, `(1)[…]` a number, and `(https://…)` an address beside another.
  if (/[\p{L}\p{N}_)\]\\]/u.test(text[from - 1] ?? ' ') || !/\p{L}{2}/u.test(words) || absolute.test(words))
    return null;
  if (open === '(' && !absolute.test(target.url)) return null;
  return attemptOf('swapped', { text, from, at, target });
}

/** `[text][address]` and `[text] [address]`. */
function squareTwice(place: Place, gap: string): LinkAttempt | null {
  const { text, from, at, target } = place;
  if (from === null || from < 0 || !target.isClosed || target.hasSpace || !absolute.test(target.url))
    return null;
  if (gap === '') return attemptOf('swapped', place);
  const words = text.slice(from + 1, at);
  const isText = gap === ' ' && text[at] === ']' && /\p{L}{2}/u.test(words) && !absolute.test(words);
  return isText ? attemptOf('gap', place) : null;
}

/** `[text](address`, `[text](address with spaces)`, `[text] (address)`, `[text]: (address)`. */
function squareRound(place: Place, gap: string): LinkAttempt | null {
  const { text, from, at, target } = place;
  if (gap !== '') {
    if (from === null || from < 0 || !target.isClosed || target.hasSpace || text[at] !== ']') return null;
    const words = text.slice(from + 1, at);
    // `[1] (https://…)` is a note and `[x] (https://…)` a task.
    return /\p{L}{2}|\uFFFC/u.test(words) && !words.startsWith('^') ? attemptOf('gap', place) : null;
  }
  if (from === null) return null;
  if (!target.isClosed) return absolute.test(target.url) && from >= 0 ? attemptOf('unclosed', place) : null;
  if (target.hasSpace) return from >= 0 ? (titleAttempt(place) ?? attemptOf('space', place)) : null;
  if (!absolute.test(target.url)) return null;
  if (text[at - 1] === ']' && text[at] === ']') {
    const range = { start: at, end: at + 1 };
    return { kind: 'extra', range, text: ']', right: '' };
  }
  if (from < 0) return { kind: 'unopened', range: { start: at, end: target.end }, text: '', right: null };
  const isPair = closers[text[from]!] === text[at];
  if (isPair && text[target.start] === '<') return attemptOf('angle', place);
  return isPair ? null : attemptOf('swapped', place);
}

/** `[text](address "title)` and `[text](address “title”)`. */
function titleAttempt(place: Place): LinkAttempt | null {
  const { text, from, at, target } = place;
  const written = text.slice(target.start + target.url.length, target.end - 1).trim();
  const title = /^(?:["“”„](.*?)[“”]?|'(.*))$/.exec(written);
  const words = (title?.[1] ?? title?.[2])?.trim();
  if (words === undefined || words === '' || /["“”„]/.test(words)) return null;
  const attempt = attemptOf('title', place);
  const label = text.slice(from! + 1, at);
  const isCertain = !label.includes(opaque) && !words.includes(opaque);
  return { ...attempt, right: isCertain ? `[${label}](${target.url} "${words}")` : null };
}

function attemptOf(kind: LinkAttempt['kind'], { text, from, at, target }: Place): LinkAttempt {
  const words = text.slice(from! + 1, at);
  const range = { start: from!, end: target.end };
  const isCertain = (target.isClosed || target.isMisclosed) && !target.hasSpace && !words.includes(opaque);
  return { kind, range, text: words, right: isCertain ? `[${words}](${target.url})` : null };
}

/** `[text]([text](address))`, what an editor makes of an address that is pasted between the brackets. */
function nestedAttempt(
  text: string,
  { range, start, end, url }: LinkSpan,
  offset: number,
): LinkAttempt | null {
  const before = range.start - offset;
  if (start === end || text[before - 1] !== '(' || text[before - 2] !== ']' || text[before - 3] === '\\')
    return null;
  const from = openerBefore(text, before - 2, ']');
  if (from === null || from < 0) return null;
  const words = text.slice(from + 1, before - 2);
  const isClosed = text[range.end - offset] === ')';
  const whole = { start: offset + from, end: range.end + (isClosed ? 1 : 0) };
  const right = isClosed && !words.includes(opaque) && !/[\s()<>]/.test(url) ? `[${words}](${url})` : null;
  return { kind: 'nested', range: whole, text: words, right };
}

/** `<https://servo.org and so on`: an address in angle brackets that are not closed. */
function* angleAttempts(text: string): Iterable<LinkAttempt> {
  if (!text.includes('<')) return;
  for (const { 0: whole, 1: written, index } of matchesIn(text, openAngle)) {
    const url = written!.replace(/(?<![.,;:!?)\]*_'"])[.,;:!?)\]*_'"]+$/, '');
    const range = { start: index, end: index + 1 + url.length };
    const isWrapped = text.slice(index + whole.length, index + whole.length + longestText).includes('>');
    yield { kind: 'angle', range, text: url, right: isWrapped ? null : `<${url}>` };
  }
}
