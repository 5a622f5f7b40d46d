import { crowdOf } from './crowded-lines.ts';
import type { Refusal } from './model.ts';

/**
 * The most that is parsed. Each limit is far above anything real and below what makes a parser slow, greedy
 * or crash; figures were measured on 4,395 real Markdown files (docs/decisions/0003-preflight.md).
 */
export const limits = {
  /** UTF-16 units of a file; the largest real file has 173,000. */
  size: 1_048_576,
  /** One run of `*`, `_` or `~`; the longest real run has 74. */
  'delimiter run': 1_000,
  /** `*` and `_` in a file; the most seen is about 1,000. */
  'emphasis marks': 20_000,
  /**
   * `[^` in a file; 4 seen. For each the native parser looks through the rest of its paragraph: 0.6 s for 130,000, and four
   * times as much for twice as many.
   */
  footnotes: 20_000,
  /** Container markers (`>`, `-`, `+`, `*`, `1.`) that open one line, and levels of a tree; 3 and 14 seen. */
  nesting: 100,
  /**
   * Sum over paragraphs and items of how many `&`, `@`, `://` and `www.` they hold, times their length; the most seen is 4.1 million.
   * The native parser may copy the paragraph for each: 40,000 characters of `<b>www.` take it 640 MB, 99,000 of addresses in
   * a half-open bracket 1.9 GB.
   */
  entities: 50_000_000,
  /**
   * Sum over lines of their marks, such as `[` and `:`, times their length; the most seen is 6.1 million. The native parser
   * takes 0.3 to 1.2 ns for each, and without the limit 20 s for 200,000 characters.
   */
  'crowded line': 500_000_000,
  /**
   * Lines and marks of a file; the most seen is 7,110. Of a megabyte that is nothing else, the tree takes up to 600 MB, and
   * headings or items of one letter take the rules ten seconds.
   */
  pieces: 60_000,
  /** Words and numbers of a file; the most seen is 17,297. Of a megabyte of `Q1` and `May` the rules read up to 3 s. */
  words: 150_000,
  /** UTF-16 units of front matter; the longest real one has 5,204. */
  'front matter': 32_768,
} as const;

const star = 42;
const underscore = 95;
const tilde = 126;
const letterW = 119;
const ampersand = 38;
const dot = 46;
const colon = 58;
const at = 64;
const newline = 10;
const carriageReturn = 13;

/**
 * Why a text must not reach a parser, or null. Linear, no allocation.
 *
 * @param size the most characters that the parser is given
 */
export function preflight(source: string, size: number = limits.size): Refusal | null {
  if (source.length > size) return { ...refuse('size', source.length, 0, source.length), most: size };
  return mayRefuse(source) ? refusalIn(source) : null;
}

/**
 * Whether anything can be over its limit: true for every text that is refused and hardly another. Looking for single
 * characters is many times as fast as looking at each.
 */
export function mayRefuse(source: string): boolean {
  return (
    // Words are more than that only where the text is longer.
    source.length > limits.pieces ||
    hasLongRun(source) ||
    // The sum over paragraphs is at most what it would be if all were one.
    copiesIn(source) * source.length > limits.entities ||
    hasManyMarks(source) ||
    hasManyFootnotes(source) ||
    // Lines end at them as well.
    source.includes('\r') ||
    hasDemandingLine(source)
  );
}

/** At least as many as there are places that {@link limits.entities} counts. */
function copiesIn(source: string): number {
  const marks = ['&', '@', '://', 'w.', 'W.'];
  return marks.reduce((sum, mark) => sum + countOf(source, mark), 0);
}

/** Any longer run covers two places of a grid that is half as wide. */
function hasLongRun(source: string): boolean {
  const step = limits['delimiter run'] / 2;
  for (let i = step; i < source.length; i += step) {
    const code = source.charCodeAt(i);
    const isMark = code === star || code === underscore || code === tilde;
    if (isMark && source.charCodeAt(i - step) === code) return true;
  }
  return false;
}

function hasManyMarks(source: string): boolean {
  const most = limits['emphasis marks'];
  return source.length > most && countOf(source, '*') + countOf(source, '_') > most;
}

function hasManyFootnotes(source: string): boolean {
  return source.length > 2 * limits.footnotes && countOf(source, '[^') > limits.footnotes;
}

function countOf(source: string, text: string): number {
  let count = 0;
  for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) count++;
  return count;
}

/** Every mark takes a character of its line. */
function hasDemandingLine(source: string): boolean {
  let start = 0;
  let squares = 0;
  while (start < source.length) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    const length = end - start;
    if (length > limits.nesting && leadingMarkers(source, start, end) > limits.nesting) return true;
    squares += length * length;
    start = end + 1;
  }
  return squares > limits['crowded line'];
}

export function refusalIn(source: string): Refusal | null {
  return markRefusal(source) ?? footnoteRefusal(source) ?? crowdRefusal(source);
}

function footnoteRefusal(source: string): Refusal | null {
  if (!hasManyFootnotes(source)) return null;
  return refuse('footnotes', limits.footnotes + 1, source.indexOf('[^'), source.lastIndexOf('[^') + 2);
}

function crowdRefusal(source: string): Refusal | null {
  const { pieces, words, cost, worst } = crowdOf(source);
  if (cost > limits['crowded line']) return refuse('crowded line', worst.marks, worst.start, worst.end);
  if (pieces > limits.pieces) return refuse('pieces', pieces, 0, source.length);
  return words > limits.words ? refuse('words', words, 0, source.length) : null;
}

function markRefusal(source: string): Refusal | null {
  let marks = 0;
  let runStart = 0;
  let lineStart = 0;
  let paragraphStart = 0;
  let copies = 0;
  let entityCost = 0;
  for (let i = 0; i <= source.length; i++) {
    const code = i < source.length ? source.charCodeAt(i) : newline;
    if (code === star || code === underscore || code === tilde) {
      if (i === runStart || source.charCodeAt(i - 1) !== code) runStart = i;
      if (i - runStart >= limits['delimiter run']) {
        return refuse('delimiter run', i - runStart + 1, runStart, i + 1);
      }
      if (code !== tilde && ++marks > limits['emphasis marks'])
        return refuse('emphasis marks', marks, i, i + 1);
    } else if (isCopied(code, source, i)) {
      copies++;
    } else if (code === newline || (code === carriageReturn && source.charCodeAt(i + 1) !== newline)) {
      const markers = leadingMarkers(source, lineStart, i);
      if (markers > limits.nesting) return refuse('nesting', markers, lineStart, Math.min(i, source.length));
      if (i === source.length || isBlank(source, lineStart, i) || opensItem(source, i + 1)) {
        entityCost += copies * (i - paragraphStart);
        if (entityCost > limits.entities) return refuse('entities', copies, paragraphStart, i);
        copies = 0;
        paragraphStart = i + 1;
      }
      lineStart = i + 1;
    }
  }
  return null;
}

function refuse(limit: Refusal['limit'], value: number, start: number, end: number): Refusal {
  return { limit, value, most: limits[limit as keyof typeof limits], range: { start, end } };
}

/** Whether an entity or an address may be at a place. */
function isCopied(code: number, source: string, i: number): boolean {
  if (code === ampersand || code === at) return true;
  if (code === colon) return source.startsWith('://', i);
  return code === dot && isWww(source, i);
}

/** Whether `www` stands before a dot. */
function isWww(source: string, dotAt: number): boolean {
  for (let i = dotAt - 3; i < dotAt; i++) if ((source.charCodeAt(i) | 32) !== letterW) return false;
  return true;
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    // The first half of CRLF as well, which is no line end by itself.
    if (code !== 32 && code !== 9 && code !== carriageReturn) return false;
  }
  return true;
}

/**
 * Whether a line begins with a bullet and something behind it, which ends the paragraph above wherever one may stand. A
 * number need not: only some of them end one.
 */
function opensItem(source: string, start: number): boolean {
  let i = start;
  while (i < start + 4 && source.charCodeAt(i) === 32) i++;
  const code = source.charCodeAt(i);
  const isBullet = i < start + 4 && (code === 45 || code === 43 || code === star);
  return isBullet && source.charCodeAt(i + 1) === 32 && source.charCodeAt(i + 2) > 32;
}

/** How many container markers a line opens with. Bullets count only before a space: `**bold**` opens none. */
function leadingMarkers(source: string, start: number, end: number): number {
  let count = 0;
  let i = start;
  while (i < end) {
    const code = source.charCodeAt(i);
    if (code === 32 || code === 9) {
      i++;
    } else if (code === 62) {
      count++;
      i++;
    } else {
      const length = bulletLength(source, i, end);
      if (length === 0) return count;
      count++;
      i += length;
    }
  }
  return count;
}

/** Length of a list marker at `i` that white space or the line's end follows, else 0. */
function bulletLength(source: string, i: number, end: number): number {
  const isGap = (at: number) => at >= end || source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9;
  const code = source.charCodeAt(i);
  if (code === 45 || code === 43 || code === star) return isGap(i + 1) ? 1 : 0;
  let digits = 0;
  while (digits < 9 && i + digits < end && isDigit(source.charCodeAt(i + digits))) digits++;
  if (digits === 0) return 0;
  const mark = source.charCodeAt(i + digits);
  return (mark === 46 || mark === 41) && isGap(i + digits + 1) ? digits + 1 : 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
