/**
 * What kind of character stands at a place of a text. Nearly all that is asked about is ASCII, and a pattern with a class of
 * Unicode takes longer to compile than to answer for a whole post.
 */

/** Whether a letter stands at a place. */
export function isLetterAt(text: string, at: number): boolean {
  return isLetter(pointAt(text, at));
}

export function isLetterBefore(text: string, at: number): boolean {
  return isLetter(pointBefore(text, at));
}

/** Whether a letter or a number, in any script, stands at a place. */
export function isLetterOrNumberAt(text: string, at: number): boolean {
  const point = pointAt(text, at);
  return isLetter(point) || isNumber(point);
}

export function isLetterOrNumberBefore(text: string, at: number): boolean {
  const point = pointBefore(text, at);
  return isLetter(point) || isNumber(point);
}

/** Whether a letter of ASCII stands at a place. */
export function isAsciiLetterAt(text: string, at: number): boolean {
  return isAsciiLetter(text.charCodeAt(at));
}

/** Whether a digit from 0 to 9 stands at a place. */
export function isDigitAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at));
}

/** Whether white space stands at a place, as `\s` has it. */
export function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0x80 && otherSpace.test(text.charAt(at));
}

/** Whether a letter that has a capital or is one stands at a place; the title forms of Croatian letters count. */
export function isCasedAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) : code >= 0x80 && cased.test(text.charAt(at));
}

/** Whether a small letter stands at a place. */
export function isSmallAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 0x61 && code <= 0x7a : code >= 0x80 && small.test(text.charAt(at));
}

const otherSpace = /\s/;
const cased = /\p{Lu}|\p{Ll}/iu;
const small = /\p{Ll}/u;
const letter = /\p{L}/u;
const number = /\p{N}/u;

/** The character at a place; -1 beyond the ends of the text. */
function pointAt(text: string, at: number): number {
  return text.codePointAt(at) ?? -1;
}

function pointBefore(text: string, at: number): number {
  const point = text.codePointAt(at - 1) ?? -1;
  const isLow = point >= 0xdc00 && point <= 0xdfff;
  const whole = isLow ? (text.codePointAt(at - 2) ?? -1) : -1;
  return whole > 0xffff ? whole : point;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** General punctuation, U+2000 to U+206F, which is what most characters beyond ASCII are. */
function isPunctuation(point: number): boolean {
  return point >= 0x2000 && point <= 0x206f;
}

function isLetter(point: number): boolean {
  if (point < 128) return isAsciiLetter(point);
  return !isPunctuation(point) && letter.test(String.fromCodePoint(point));
}

function isNumber(point: number): boolean {
  if (point < 128) return isDigit(point);
  return !isPunctuation(point) && number.test(String.fromCodePoint(point));
}

/** The small letter of a capital of ASCII or Latin-1; no word of a table needs others. */
export function smallCode(code: number): number {
  const isCapital = (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
  return isCapital ? code + 0x20 : code;
}
