import {
  type Side,
  type SpelledWord,
  type SpellingCounts,
  type SpellingFamily,
  spelledWords,
  votesOf,
} from '../document/spelling.ts';
import { defineRule, type Related } from '../engine/rule.ts';
import type { Series } from '../series/facts.ts';

type Key = 'configured' | 'mixed';

export default defineRule<Key>({
  id: 'consistent-spelling',
  summary: 'Disallow words that are spelled in the other English than the rest of the post.',
  category: 'prose',
  recommended: 'warn',
  messages: {
    configured: '“{word}” is not how {language} spells it: write “{other}”.',
    mixed: '“{word}” is {side} spelling, and most other words of its kind are not: write “{other}”.',
  },
  *check(document, _options, { post, series }) {
    const words = spelledWords(document, null);
    if (words.length === 0) return;
    const { language } = post;
    for (const [family, group] of byFamily(words)) {
      const configured = sideOf(language, family);
      if (configured !== null && language !== null) {
        for (const { word, other, range, side } of group) {
          if (side !== configured) yield { message: 'configured', data: { word, other, language }, range };
        }
        continue;
      }
      const side = usualSide(group, family, series);
      if (side === null) continue;
      const related = exampleOf(group, side);
      for (const { word, other, range, side: own } of group) {
        const data = { word, other, side: own === 'british' ? 'British' : 'American' };
        if (own !== side) yield { message: 'mixed', data, range, related };
      }
    }
  },
});

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

/** How most words of a family are spelled, in the series and this post; null where the post has one spelling alone. */
function usualSide(
  words: readonly SpelledWord[],
  family: SpellingFamily,
  series: Series | null,
): Side | null {
  const [british, american] = votesOf(words)[family] ?? [0, 0];
  if (british === 0 || american === 0) return null;
  let balance = british - american;
  for (const { spellings } of series?.earlier ?? []) balance += difference(spellings, family);
  return balance > 0 ? 'british' : balance < 0 ? 'american' : words[0]!.side;
}

function difference(counts: SpellingCounts, family: SpellingFamily): number {
  const [british, american] = counts[family] ?? [0, 0];
  return british - american;
}

function exampleOf(words: readonly SpelledWord[], side: Side): Related[] {
  const example = words.find((word) => word.side === side);
  return example ? [{ range: example.range, message: `Spelled the other way: “${example.word}”.` }] : [];
}
