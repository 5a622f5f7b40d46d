import { isAsciiLetterAt, isSpaceAt } from './characters.ts';
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
}
type Then = (end: number) => boolean;
type Step = (text: string, at: number) => number;

/** A text, and the named parts that have been matched in it. */
interface Reading {
  readonly text: string;
  named: NamedPart | null;
}

interface NamedPart extends Span {
  readonly name: string;
  readonly before: NamedPart | null;
}

/** What a pattern has matched, with its named parts. */
export interface Match extends Span {
  readonly text: string;
  readonly named: NamedPart | null;
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

const anywhere: Then = () => true;

/** Whether a pattern can match all of a text. */
export function isAll(pattern: Pattern, text: string): boolean {
  return pattern({ text, named: null }, 0, (end) => end === text.length);
}

/** The longest match of a pattern that begins with a word and reaches to the end of a text, or null. */
export function matchToEnd(pattern: Pattern, text: string): Match | null {
  const reading: Reading = { text, named: null };
  const isEnd = (end: number) => end === text.length;
  for (let start = 0; start < text.length; start++)
    if (!isAsciiLetterAt(text, start - 1) && pattern(reading, start, isEnd))
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

/** One after the other; a string stands for itself. */
export function sequence(...parts: readonly (Pattern | string)[]): Pattern {
  const patterns = parts.map((part) => (typeof part === 'string' ? words([part]) : part));
  return patterns.reduceRight((rest, first) => both(first, rest));
}

function both(first: Pattern, rest: Pattern): Pattern {
  const [one, other] = [first.step, rest.step];
  if (one === undefined) return (reading, at, then) => first(reading, at, (end) => rest(reading, end, then));
  if (other !== undefined)
    return stepping((text, at) => {
      const end = one(text, at);
      return end < 0 ? end : other(text, end);
    });
  return (reading, at, then) => {
    const end = one(reading.text, at);
    return end >= 0 && rest(reading, end, then);
  };
}

function stepping(step: Step): Pattern {
  const pattern = (reading: Reading, at: number, then: Then) => {
    const end = step(reading.text, at);
    return end >= 0 && then(end);
  };
  return Object.assign(pattern, { step });
}

/** The first of some that lets the rest match. */
export function either(...patterns: readonly Pattern[]): Pattern {
  return (reading, at, then) => {
    for (const pattern of patterns) if (pattern(reading, at, then)) return true;
    return false;
  };
}

/** With it, else without. */
export function maybe(...parts: readonly (Pattern | string)[]): Pattern {
  const pattern = sequence(...parts);
  return (reading, at, then) => pattern(reading, at, then) || then(at);
}

/** At least so many times, and as often as it goes up to `most`. */
export function times(least: number, most: number, pattern: Pattern): Pattern {
  let rest: Pattern = stepping((_, at) => at);
  for (let count = most; count > least; count--) rest = maybe(pattern, rest);
  for (let count = least; count > 0; count--) rest = sequence(pattern, rest);
  return rest;
}

/** A part whose place is wanted. */
export function named(name: string, pattern: Pattern): Pattern {
  return (reading, at, then) =>
    pattern(reading, at, (end) => goOn(reading, name, { start: at, end }, end, then));
}

/** A part that stands before the place, as `find` finds it. */
export function namedBefore(name: string, find: (text: string, at: number) => Span | null): Pattern {
  return (reading, at, then) => {
    const span = find(reading.text, at);
    return span !== null && goOn(reading, name, span, at, then);
  };
}

function goOn(reading: Reading, name: string, { start, end }: Span, at: number, then: Then): boolean {
  const before = reading.named;
  reading.named = { name, start, end, before };
  if (then(at)) return true;
  reading.named = before;
  return false;
}

/** Where a pattern matches, without its characters; and where none of some does. */
export function ahead(...parts: readonly (Pattern | string)[]): Pattern {
  const pattern = sequence(...parts);
  return where((text, at) => pattern({ text, named: null }, at, anywhere));
}

export function not(...patterns: readonly Pattern[]): Pattern {
  const any = either(...patterns);
  return where((text, at) => !any({ text, named: null }, at, anywhere));
}

/** Where a question about the place is answered with yes. */
export function where(holds: (text: string, at: number) => boolean): Pattern {
  return stepping((text, at) => (holds(text, at) ? at : -1));
}

/** A character about which a question is answered with yes. */
export function character(holds: (text: string, at: number) => boolean): Pattern {
  return stepping((text, at) => (holds(text, at) ? at + 1 : -1));
}

/** One of some signs or digits. */
export function anyOf(signs: string): Pattern {
  return character((text, at) => at < text.length && signs.includes(text.charAt(at)));
}

export const space = character(isSpaceAt);

/** One of some words, longer ones before those that begin them. A space in a word stands for any white space. */
export function words(list: readonly string[]): Pattern {
  const [only, ...others] = list;
  if (only !== undefined && others.length === 0)
    return stepping((text, at) => (stands(text, at, only) ? at + only.length : -1));
  const byFirst = new Map<number, string[]>();
  for (const word of [...new Set(list)].sort((a, b) => b.length - a.length)) {
    const known = byFirst.get(word.charCodeAt(0));
    if (known) known.push(word);
    else byFirst.set(word.charCodeAt(0), [word]);
  }
  return (reading, at, then) => {
    for (const word of byFirst.get(smallCode(reading.text.charCodeAt(at))) ?? none)
      if (stands(reading.text, at, word) && then(at + word.length)) return true;
    return false;
  };
}

const none: readonly string[] = [];

/** Whether a word stands at a place. */
function stands(text: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const isSame = code === 0x20 ? isSpaceAt(text, at + i) : smallCode(text.charCodeAt(at + i)) === code;
    if (!isSame) return false;
  }
  return true;
}

/** The small letter of a capital of ASCII or Latin-1; no word of a table needs others. */
function smallCode(code: number): number {
  const isCapital = (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
  return isCapital ? code + 0x20 : code;
}
