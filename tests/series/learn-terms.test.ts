import { expect, test } from 'vitest';
import type { PostFacts } from '../../src/series/facts.ts';
import { learnByline, learnTags } from '../../src/series/learn-labels.ts';
import { learnEnglish, learnLanguage, learnTerms } from '../../src/series/learn-terms.ts';
import { factsOfAll, post } from './posts.ts';

const counts = (...posts: Record<string, number>[]) =>
  posts.map((terms) => ({ terms }) as unknown as PostFacts);
const many = (count: number, post: Record<string, number>) => Array.from({ length: count }, () => post);

test.each<[string, Record<string, number>[], string[]]>([
  ['settled', [...many(6, { GitHub: 3 }), { Github: 1 }], ['GitHub: Github 18/19']],
  ['nobody departs', many(6, { GitHub: 3 }), []],
  ['many depart', [...many(6, { GitHub: 3 }), { Github: 3 }], []],
  ['too few uses', [...many(4, { GitHub: 2 }), { Github: 1 }], []],
  ['too few posts', [...many(3, { GitHub: 5 }), { Github: 1 }], []],
  ['no capital inside', [...many(6, { Github: 3 }), { GitHub: 1 }], []],
  ['shouted', [...many(6, { GitHub: 3 }), { GITHUB: 1 }], []],
])('terms: %s', (_, posts, expected) => {
  const terms = learnTerms(counts(...posts));
  expect(terms.map(({ term, variants, count, of }) => `${term}: ${variants} ${count}/${of}`)).toEqual(
    expected,
  );
});

test.each<[string, string, number, string | null]>([
  [
    'British',
    'We liked the colour of the centre that was organised when we travelled there in the spring.',
    12,
    'en-GB',
  ],
  [
    'American',
    'We liked the color of the center that was organized when we traveled there in the spring.',
    12,
    'en-US',
  ],
  ['too few', 'We liked the colour of the centre when we were there in the spring.', 3, null],
])('English: %s', (_, text, posts, language) => {
  const facts = factsOfAll(Array.from({ length: posts }, (_unused, i) => post(`${i}.md`, 'title: X', text)));
  expect(learnEnglish(facts)?.language ?? null).toBe(language);
});

test.each<[readonly string[], string | null]>([
  [['Bericht März 2024', 'Bericht Mai 2024', 'Bericht Juni 2024'], 'de'],
  [['Report March 2024', 'Report April 2024'], null],
  [['Report March 2024', 'Report April 2024', 'Bericht Mai 2024'], null],
  [['Report: 1. quarter 2024', 'Report: 2. quarter 2024'], null],
  [[], null],
])('language of %j', (titles, language) => {
  expect(learnLanguage(titles)?.language ?? null).toBe(language);
});

test('tags that half of the posts have', () => {
  const facts = factsOfAll(
    ['[a, b]', '[a]', '[a, c]', '[b]'].map((tags, i) => post(`${i}.md`, `tags: ${tags}`)),
  );
  expect(learnTags(facts)).toEqual([
    { tag: 'a', count: 3, of: 4 },
    { tag: 'b', count: 2, of: 4 },
  ]);
});

test.each<[readonly string[], object | null]>([
  [['Ada Brook', 'Ada Brook'], { form: 'one name', name: 'Ada Brook', count: 2, of: 2 }],
  [['Ada Brook', 'Jon Vale', 'abrook'], { form: 'one name', name: null, count: 2, of: 3 }],
  [['[Ada, Jon]', '[Ada, Mira]'], { form: 'several names', name: null, count: 2, of: 2 }],
  [['abrook', 'jvale'], { form: 'one word', name: null, count: 2, of: 2 }],
  [['', '', 'Ada'], null],
  [
    ['[{ name: Ada Brook }]', '{ name: Ada Brook }'],
    { form: 'one name', name: 'Ada Brook', count: 2, of: 2 },
  ],
])('byline of %j', (authors, expected) => {
  const facts = factsOfAll(authors.map((author, i) => post(`${i}.md`, `author: ${author}`)));
  expect(learnByline(facts)).toEqual(expected);
});
