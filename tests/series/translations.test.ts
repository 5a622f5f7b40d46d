import { expect, test } from 'vitest';
import { inLanguage, translations } from '../../src/series/translations.ts';
import { isTwin } from '../../src/series/twins.ts';

test.each<[path: string, stem: string, language: string]>([
  ['news/q1-2024.md', 'news/q1-2024', ''],
  ['news/q1-2024.de.md', 'news/q1-2024', 'de'],
  ['news/q1-2024.pt-BR.md', 'news/q1-2024', 'pt-br'],
  ['news/q1-2024/index_zh-hans.md', 'news/q1-2024', 'zh-hans'],
  ['de/news/q1-2024.md', 'news/q1-2024', 'de'],
  ['news/pt-br/q1-2024.md', 'news/q1-2024', 'pt-br'],
  ['news/q1-2024/fr.md', 'news/q1-2024', 'fr'],
  ['news/q1-2024/index.Rmd', 'news/q1-2024', ''],
  ['js/update-on-q1.md', 'js/update-on-q1', ''],
])('%s', (path, stem, language) => {
  expect(inLanguage(path)).toEqual({ stem, language });
});

test.each<[a: string, b: string, same: boolean]>([
  ['de/recap.md', 'en/recap.md', true],
  ['recap/index.md', 'recap/index.de.md', true],
  ['recap/index.md', 'recap/index.Rmd', true],
  ['2023/recap.md', '2024/recap.md', false],
  ['2024-q1/kernel.md', '2024-q2/kernel.md', false],
])('%s and %s', (a, b, same) => {
  expect(isTwin({ path: a }, { path: b })).toBe(same);
});

test('a hyphen marks a language only where the name stands there again', () => {
  expect([...translations(['a-de.md', 'a.md', 'b-it.md', 'c.es.md'])]).toEqual([
    ['a-de.md', 'de'],
    ['c.es.md', 'es'],
  ]);
});
