import { english } from '../calendar/english.ts';
import { german } from '../calendar/german.ts';
import { grammarFor, type LanguageCode } from '../calendar/languages.ts';
import { findMentions } from '../calendar/mentions.ts';
import { misspeltMonth } from '../calendar/spelling.ts';
import { monthNumbers } from '../calendar/words-en.ts';
import type { PathPattern } from './facts.ts';

/** Stands for what changes from issue to issue: a period, a date, a number. */
export const changing = '{}';

const numbers = /[#№]?\p{N}+(?:[.,:/-]\p{N}+)*(?:st|nd|rd|th)?/gu;
const relative = /\b(?:this|last|past)\s+(?:week|month|quarter|half|year)\b/gi;
// "Recap from Ada Brook": who writes may change.
const author = /(?<=\s(?:from|by)\s)\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u;
const joined = /\{\}(?:(?:[^\p{L}\p{N}{}]|\b(?:and|to|through|of|the)\b)*\{\})+/gu;

const seasons: ReadonlySet<string> = new Set([...english.seasons, ...german.seasons]);
const year = /^(?:19|20)\d\d$/;
const seasonOfYear = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...seasons].join('|')})(?=,?\\s(?:of\\s)?(?:19|20)\\d\\d(?!\\p{N}))`,
  'giu',
);

/**
 * What the titles of a series have in common: lower case, with every period, date and number as `{}`. Two titles with
 * one pattern differ in nothing else.
 */
export function titlePattern(title: string, languages: readonly LanguageCode[]): string {
  const text = title.slice(0, 300).trimEnd().replace(author, changing).replace(seasonOfYear, changing);
  let pattern = '';
  let from = 0;
  for (const { start, end } of findMentions(text, languages)) {
    if (start < from) continue;
    pattern += text.slice(from, start) + changing;
    from = end;
  }
  pattern = (pattern + text.slice(from)).replace(relative, changing).replace(numbers, changing);
  if (!mayMisspell.test(pattern)) return tidy(pattern);
  return tidy(pattern.replace(monthLike, (word) => (isMisspeltMonth(word) ? changing : word)));
}

// Cheap, and met by few titles: how months of seven letters and more begin and end, in any word.
const mayMisspell = /(?:ja|je|jn|fe|fb|fr|se|sp|st|oc|ot|no|nv|de|dc)\S{3,8}[yr]/i;
// The same, in a word of its own.
const monthLike =
  /(?<![\p{L}\p{N}])(?:ja|je|jn|fe|fb|fr|se|sp|st|oc|ot|no|nv|de|dc)\p{L}{4,9}(?![\p{L}\p{N}])/giu;

/** Whether a word can be nothing but a month with a slip in it: "septemeber". */
function isMisspeltMonth(word: string): boolean {
  return /(?:y|[^a]r)$/i.test(word) && misspeltMonth(word, grammarFor(['en']), 1) !== null;
}

/** The part of a title's pattern before a colon or dash: of "{} in servo: tables, and more", "{} in servo". */
export function patternLead(pattern: string): string {
  return tidy(pattern.split(/:\s|\s[–—|-]\s/, 1)[0] ?? '');
}

const month = new RegExp(`^(?:${[...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')})+$`);

/**
 * What the paths of a series have in common: each name on the path with its periods, dates and numbers as `{}`. The
 * ending is left out; for `index` and `readme` files the folder is the name.
 */
export function pathPattern(path: string): PathPattern {
  const parts = path
    .replace(/\.[A-Za-z]{1,8}$/, '')
    .split('/')
    .filter((part) => part !== '');
  if (parts.length > 1 && /^_?(?:index|readme)(?:\.[a-z]{2})?$/i.test(parts.at(-1)!)) parts.pop();
  const name = namePattern(parts.pop() ?? '');
  return { folder: parts.map(namePattern).join('/'), name };
}

/** The pattern of one name on a path. */
export function namePattern(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
  return tidy(
    words.map((word, at) => (changes(word) || isSeasonOfYear(words, at) ? changing : word)).join(''),
  );
}

/** Whether a word is a season, with its year before or behind it. */
function isSeasonOfYear(words: readonly string[], at: number): boolean {
  return seasons.has(words[at]!) && (year.test(words[at - 2] ?? '') || year.test(words[at + 2] ?? ''));
}

function changes(word: string): boolean {
  if (/\p{N}/u.test(word) || month.test(word)) return true;
  return mayMisspell.test(word) && word.search(monthLike) === 0 && isMisspeltMonth(word);
}

function tidy(pattern: string): string {
  return pattern
    .replace(joined, changing)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;,.\-–—|_]+|(?<![\s:;,.\-–—|_])[\s:;,.\-–—|_]+$/g, '')
    .trim();
}
