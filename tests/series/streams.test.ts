import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';
import { streamsOf, usualStep } from '../../src/series/streams.ts';

function streams(...posts: (string | [path: string, head: string])[]) {
  const facts = posts.map((post) => {
    const [path, head] = typeof post === 'string' ? [post, 'title: Report'] : post;
    const document = createDocument({ source: `---\n${head}\n---\n`, path, parse: parseWithRemark });
    return factsOf(document, noPostSettings, []);
  });
  return streamsOf(facts).map((stream) => stream.map(({ path }) => path));
}

describe('streamsOf', () => {
  test('one language', () => expect(streams('a/1.md', 'a/2.md')).toEqual([['a/1.md', 'a/2.md']]));

  test('languages by name and by folder', () => {
    expect(streams('1.md', '1.de.md', '2.md', '2.de.md')).toEqual([
      ['1.md', '2.md'],
      ['1.de.md', '2.de.md'],
    ]);
    expect(streams('en/1.md', 'pt-BR/1.md')).toEqual([['en/1.md'], ['pt-BR/1.md']]);
  });

  test('two formats of each post', () => {
    expect(streams('1/index.Rmd', '1/index.md', '2/index.md')).toEqual([
      ['1/index.Rmd'],
      ['1/index.md', '2/index.md'],
    ]);
  });

  test('another format from some day on', () => {
    expect(streams('1.markdown', '2.md')).toEqual([['1.markdown', '2.md']]);
  });

  test('drafts', () => {
    expect(streams('1.md', ['2.md', 'draft: true'], ['3.md', 'published: false'])).toEqual([['1.md']]);
  });

  test('nothing', () => expect(streams()).toEqual([]));
});

test('usualStep', () => {
  expect(usualStep([0, 7, 14, 28])).toBe(7);
  expect(usualStep([0, 7, 14])).toBeNull();
});
