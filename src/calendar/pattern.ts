import { isAsciiLetterAt, smallCode } from './characters.ts';
import type { Span } from './mentions.ts';

/**
 * A pattern of words and signs, made of functions: the words of a language fill hundreds of alternatives, which a regular
 * expression would be compiled for before it reads the first post. As with regular expressions, of several ways to match
 * the first one wins that lets the rest match too. Capitals are as good as small letters.
 *
 * Calls `then` with each place where the pattern may end, until one call returns true, and returns whether one did.
 */
export interface Pattern {
  (reading: Reading, at: number, then: Then): boolean;
  /** Where there is one way to match at most, and no named part: its end, or -1. The same, said faster. */
  readonly step?: Step;
  /** The codes of the characters that what it matches may begin with, small for capital letters; left out where that is open. */
  readonly firsts?: readonly number[];
  /** Whether it may match without a character. */
  readonly mayBeEmpty?: boolean;
}
export type Then = (end: number) => boolean;
export type Step = (text: string, at: number) => number;

/** A text, and the named parts that have been matched in it. */
export interface Reading {
  readonly text: string;
  named: NamedPart | null;
}

export interface NamedPart extends Span {
  readonly name: string;
  readonly before: NamedPart | null;
}

/** What a pattern has matched, with its named parts. */
export interface Match extends Span {
  readonly text: string;
  readonly named: NamedPart | null;
}

/** Whether what a pattern matches may begin with a character, by its code. */
export function mayBeginWith({ firsts, mayBeEmpty }: Pattern, code: number): boolean {
  return mayBeEmpty || firsts === undefined || firsts.includes(smallCode(code));
}

/** The match of a pattern that begins at a place, or null. */
export function matchAt(pattern: Pattern, text: string, at: number): Match | null {
  const reading: Reading = { text, named: null };
  let end = -1;
  const isMatch = pattern(reading, at, (place) => {
    end = place;
    return true;
  });
  return isMatch ? { start: at, end, text, named: reading.named } : null;
}

/** Whether a text begins with a pattern. */
export function begins(pattern: Pattern, text: string): boolean {
  return pattern({ text, named: null }, 0, anywhere);
}

/** Content with any end. */
export const anywhere: Then = () => true;

/** Whether a pattern can match all of a text. */
export function isAll(pattern: Pattern, text: string): boolean {
  return pattern({ text, named: null }, 0, (end) => end === text.length);
}

/** The longest match of a pattern that begins with a word and reaches to the end of a text, or null. */
export function matchToEnd(pattern: Pattern, text: string): Match | null {
  const reading: Reading = { text, named: null };
  const isEnd = (end: number) => end === text.length;
  for (let start = 0; start < text.length; start++)
    if (
      mayBeginWith(pattern, text.charCodeAt(start)) &&
      !isAsciiLetterAt(text, start - 1) &&
      pattern(reading, start, isEnd)
    )
      return { start, end: text.length, text, named: reading.named };
  return null;
}

/** The words of a named part of a match. */
export function partOf(match: Match, name: string): string | undefined {
  const span = partNamed(match, name);
  return span === null ? undefined : match.text.slice(span.start, span.end);
}

/** Where the first of some named parts stands that took part in a match; null for none. */
export function spanOf(match: Match, ...names: string[]): Span | null {
  for (const name of names) {
    const span = partNamed(match, name);
    if (span !== null) return { start: span.start, end: span.end };
  }
  return null;
}

function partNamed({ named }: Match, name: string): NamedPart | null {
  let part = named;
  while (part !== null && part.name !== name) part = part.before;
  return part;
}
