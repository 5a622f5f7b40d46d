/** What patterns are made of. */
import { isSpaceAt, smallCode } from './characters.ts';
import type { Span } from './mentions.ts';
import { anywhere, type NamedPart, type Pattern, type Reading, type Step, type Then } from './pattern.ts';

/** One after the other; a string stands for itself. */
export function sequence(...parts: readonly (Pattern | string)[]): Pattern {
  const patterns = parts.map((part) => (typeof part === 'string' ? words([part]) : part));
  return patterns.reduceRight((rest, first) => both(first, rest));
}

function both(first: Pattern, rest: Pattern): Pattern {
  const firsts = first.mayBeEmpty ? allFirsts([first, rest]) : first.firsts;
  return beginningWith(firsts, inTurn(first, rest), first.mayBeEmpty && rest.mayBeEmpty);
}

function inTurn(first: Pattern, rest: Pattern): Pattern {
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

/** A new pattern, with what is known of how it begins. */
function beginningWith(firsts: Pattern['firsts'], pattern: Pattern, mayBeEmpty = false): Pattern {
  return Object.assign(pattern, { firsts, mayBeEmpty });
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
  const first: Pattern = (reading, at, then) => {
    for (const pattern of patterns) if (pattern(reading, at, then)) return true;
    return false;
  };
  return beginningWith(
    allFirsts(patterns),
    first,
    patterns.some(({ mayBeEmpty }) => mayBeEmpty),
  );
}

function allFirsts(patterns: readonly Pattern[]): Pattern['firsts'] {
  const isKnown = patterns.every(({ firsts }) => firsts !== undefined);
  return isKnown ? patterns.flatMap(({ firsts }) => firsts ?? []) : undefined;
}

/** The first of some that matches, where the others would not let the rest match. */
export function oneOf(...patterns: readonly Pattern[]): Pattern {
  const steps = patterns.map(({ step }) => step!);
  const one = stepping((text, at) => {
    for (const step of steps) {
      const end = step(text, at);
      if (end >= 0) return end;
    }
    return -1;
  });
  return beginningWith(allFirsts(patterns), one);
}

/** With it, else without. */
export function maybe(...parts: readonly (Pattern | string)[]): Pattern {
  const pattern = sequence(...parts);
  const optional: Pattern = (reading, at, then) => pattern(reading, at, then) || then(at);
  return beginningWith(pattern.firsts, optional, true);
}

/** At least so many times, and as often as it goes up to `most`. */
export function times(least: number, most: number, pattern: Pattern): Pattern {
  let rest = where(() => true);
  for (let count = most; count > least; count--) rest = maybe(pattern, rest);
  for (let count = least; count > 0; count--) rest = sequence(pattern, rest);
  return rest;
}

/** A part whose place is wanted. */
export function named(name: string, pattern: Pattern): Pattern {
  return beginningWith(pattern.firsts, naming(name, pattern), pattern.mayBeEmpty);
}

function naming(name: string, pattern: Pattern): Pattern {
  const { step } = pattern;
  if (step === undefined)
    return (reading, at, then) =>
      pattern(reading, at, (end) =>
        goOn(reading, { name, start: at, end, before: reading.named }, end, then),
      );
  return (reading, at, then) => {
    const end = step(reading.text, at);
    return end >= 0 && goOn(reading, { name, start: at, end, before: reading.named }, end, then);
  };
}

/** A part that stands before the place, as `find` finds it. */
export function namedBefore(name: string, find: (text: string, at: number) => Span | null): Pattern {
  const pattern: Pattern = (reading, at, then) => {
    const span = find(reading.text, at);
    return span !== null && goOn(reading, { name, ...span, before: reading.named }, at, then);
  };
  return beginningWith([], pattern, true);
}

function goOn(reading: Reading, part: NamedPart, at: number, then: Then): boolean {
  reading.named = part;
  if (then(at)) return true;
  reading.named = part.before;
  return false;
}

/** Where a pattern matches, without its characters; and where none of some does. */
export function ahead(...parts: readonly (Pattern | string)[]): Pattern {
  return where(matches(sequence(...parts)));
}

export function not(...patterns: readonly Pattern[]): Pattern {
  const tests = patterns.map(matches);
  return where((text, at) => !tests.some((test) => test(text, at)));
}

function matches(pattern: Pattern): (text: string, at: number) => boolean {
  const { step } = pattern;
  if (step !== undefined) return (text, at) => step(text, at) >= 0;
  return (text, at) => pattern({ text, named: null }, at, anywhere);
}

/** Where a question about the place is answered with yes. */
export function where(holds: (text: string, at: number) => boolean): Pattern {
  const pattern = stepping((text, at) => (holds(text, at) ? at : -1));
  return beginningWith([], pattern, true);
}

/** A character about which a question is answered with yes. @param signs all that there are, where they are few */
export function character(holds: (text: string, at: number) => boolean, signs?: string): Pattern {
  const pattern = stepping((text, at) => (holds(text, at) ? at + 1 : -1));
  const codes = signs && Array.from(signs, (sign) => smallCode(sign.charCodeAt(0)));
  return codes ? beginningWith(codes, pattern) : pattern;
}

/** One of some signs or digits. */
export function anyOf(signs: string): Pattern {
  return character((text, at) => at < text.length && signs.includes(text.charAt(at)), signs);
}

export const space = character(isSpaceAt);

/** One of some words, longer ones before those that begin them. A space in a word stands for any white space. */
export function words(list: readonly string[]): Pattern {
  const firsts = list.map((word) => word.charCodeAt(0));
  return beginningWith(firsts, anyWord(list));
}

function anyWord(list: readonly string[]): Pattern {
  const byFirst = new Map<number, string[]>();
  for (const word of [...new Set(list)].sort((a, b) => b.length - a.length)) {
    const known = byFirst.get(word.charCodeAt(0));
    if (known) known.push(word);
    else byFirst.set(word.charCodeAt(0), [word]);
  }
  const candidatesAt = (text: string, at: number) => byFirst.get(smallCode(text.charCodeAt(at))) ?? none;
  if (!haveBeginnings(list))
    return stepping((text, at) => {
      for (const word of candidatesAt(text, at)) if (stands(text, at, word)) return at + word.length;
      return -1;
    });
  return (reading, at, then) => {
    for (const word of candidatesAt(reading.text, at))
      if (stands(reading.text, at, word) && then(at + word.length)) return true;
    return false;
  };
}

/** Whether one of the words begins another, so that two may stand at one place. */
function haveBeginnings(list: readonly string[]): boolean {
  const sorted = [...new Set(list)].sort();
  return sorted.some((word, i) => sorted[i + 1]?.startsWith(word));
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
