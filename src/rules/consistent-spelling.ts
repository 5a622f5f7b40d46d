import type { Document } from '../document/document.ts';
import {
  isComparable,
  type Side,
  type SpelledWord,
  type SpellingCounts,
  type SpellingFamily,
  spelledWords,
  votesOf,
} from '../document/spelling.ts';
import { signedSections } from '../document/voices.ts';
import { defineRule, type Problem, type RuleContext } from '../engine/rule.ts';

type Key = 'configured' | 'mixed' | 'series' | 'even';

export default defineRule<Key>({
  id: 'consistent-spelling',
  summary: 'Disallow words that are spelled in the other English than the rest of the post.',
  category: 'prose',
  recommended: 'warn',
  needs: 'series',
  messages: {
    configured: '“{word}” is not how {language} spells it: write “{other}”.',
    mixed: '“{word}” is {side} spelling, and most other words of its kind are not: write “{other}”.',
    series:
      '“{word}” is {side} spelling, and in this series most words of its kind are not: write “{other}”.',
    even: '“{word}” is {side} spelling, but “{example}” in line {line} is {otherSide}: write both the same.',
  },
  *check(document, _options, context) {
    const words = spelledWords(document, null);
    if (words.length === 0) return;
    const { language } = context.post;
    for (const [family, group] of byFamily(words)) {
      const configured = sideOf(language, family);
      if (configured !== null && language !== null) {
        for (const { word, other, range, side } of group) {
          if (side !== configured) yield { message: 'configured', data: { word, other, language }, range };
        }
        continue;
      }
      // Most posts are on one side: whose words they are says nothing then.
      if (group.every(({ side }) => side === group[0]!.side)) continue;
      const voices = byVoice(document, group.filter(isComparable));
      // A collection of what many wrote has no habit, and follows none.
      for (const voice of voices) yield* mixed(document, voice, family, voices.length > 1 ? null : context);
    }
  },
});

/** The words of the post itself, and of each section that somebody else wrote. */
function byVoice(document: Document, words: readonly SpelledWord[]): SpelledWord[][] {
  const sections = signedSections(document, null);
  const own: SpelledWord[] = [];
  const signed = sections.map((): SpelledWord[] => []);
  let at = 0;
  for (const word of words) {
    while (at < sections.length && sections[at]!.end <= word.range.start) at++;
    const isOwn = at === sections.length || word.range.start < sections[at]!.start;
    (isOwn ? own : signed[at]!).push(word);
  }
  return [own, ...signed];
}

function* mixed(
  { lines }: Document,
  words: readonly SpelledWord[],
  family: SpellingFamily,
  context: RuleContext | null,
): Iterable<Problem<Key>> {
  const [british, american] = votesOf(words)[family] ?? [0, 0];
  if (british === 0 || american === 0) return;
  const inPost = british - american;
  let balance = inPost;
  for (const { spellings } of context?.series?.earlier ?? []) balance += difference(spellings, family);
  const side = balance > 0 ? 'british' : balance < 0 ? 'american' : usualOf(words);
  const example = words.find((word) => word.side === side)!;
  const { line } = lines.pointAt(example.range.start);
  const related = [{ range: example.range, message: `Spelled the other way: “${example.word}”.` }];
  for (const { word, other, range, side: own } of words) {
    if (own === side) continue;
    const data = { word, other, side: nameOf(own), example: example.word, line, otherSide: nameOf(side) };
    yield {
      message: isEven(words, balance) ? 'even' : inPost * balance > 0 ? 'mixed' : 'series',
      data,
      range,
      related,
    };
  }
}

/** One word more is no majority where the other spelling stands there more often. */
function isEven(words: readonly SpelledWord[], balance: number): boolean {
  if (Math.abs(balance) > 1) return false;
  const british = words.filter(({ side }) => side === 'british').length;
  return (british * 2 - words.length) * balance <= 0 && (balance === 0 || british * 2 !== words.length);
}

function nameOf(side: Side): string {
  return side === 'british' ? 'British' : 'American';
}

/** The side that more words are on, each as often as it stands there, else that of the first. */
function usualOf(words: readonly SpelledWord[]): Side {
  const british = words.filter(({ side }) => side === 'british').length;
  if (british * 2 === words.length) return words[0]!.side;
  return british * 2 > words.length ? 'british' : 'american';
}

function byFamily(words: readonly SpelledWord[]): Map<SpellingFamily, SpelledWord[]> {
  const groups = new Map<SpellingFamily, SpelledWord[]>();
  for (const word of words) {
    const group = groups.get(word.family) ?? [];
    group.push(word);
    groups.set(word.family, group);
  }
  return groups;
}

/** How a configured language spells a family; null where it leaves that open. */
function sideOf(tag: string | null, family: SpellingFamily): Side | null {
  const [language, region = '', variant = ''] = tag?.toLowerCase().split('-') ?? [];
  if (language !== 'en' || region === '') return null;
  if (region === 'us') return 'american';
  if (region === 'ca') return family === 'ise' ? 'american' : family === 'yse' ? null : 'british';
  // British English has -ise and -ize, but not both in one text; Oxford's has the second.
  if (family === 'ise' && (region === 'oxendict' || variant === 'oxendict')) return 'american';
  if (family === 'ise' && region === 'gb') return null;
  return /^(?:gb|au|nz|ie|za|in|oxendict)$/.test(region) ? 'british' : null;
}

function difference(counts: SpellingCounts, family: SpellingFamily): number {
  const [british, american] = counts[family] ?? [0, 0];
  return british - american;
}
