import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';
import { learnKeys, learnSections } from '../../src/series/learn.ts';

const factsIn = (...texts: string[]) =>
  texts.map((source, index) =>
    factsOf(createDocument({ source, path: `${index}.md`, parse: parseWithRemark }), noPostSettings, []),
  );

describe('learnSections', () => {
  const learned = (...posts: string[][]) =>
    learnSections(
      factsIn(...posts.map((names) => names.map((name) => `## ${name}\n\nText.\n`).join('\n'))),
    ).map(({ name, aliases, count, of }) => `${[name, ...aliases].join(' = ')} ${count}/${of}`);

  test('in the order in which most posts have them', () => {
    expect(learned(['Boats', 'Thanks'], ['Boats', 'Storms', 'Thanks'])).toEqual([
      'Boats 2/2',
      'Storms 1/2',
      'Thanks 2/2',
    ]);
  });

  test('names that differ in case, marks and number are one', () => {
    expect(learned(['1. Boats'], ['BOATS 🎉'], ['Boats'])).toEqual(['1. Boats 3/3']);
  });

  test('names that are alike are one, unless one post has both', () => {
    expect(learned(['Finance & Legal'], ['Finances and Legal'], ['Finance & Legal'])).toEqual([
      'Finance & Legal = Finances and Legal 3/3',
    ]);
    expect(learned(['Update', 'Updates'], ['Update'])).toEqual(['Update 2/2', 'Updates 1/2']);
  });

  test('a section counts once in a post', () => {
    expect(learned(['Notes', 'Notes'], ['Boats'])).toEqual(['Notes 1/2', 'Boats 1/2']);
  });

  test('no sections', () => expect(learned([], [])).toEqual([]));
});

describe('learnKeys', () => {
  const learned = (...heads: string[]) =>
    learnKeys(factsIn(...heads.map((head) => `---\n${head}\n---\n`))).map(
      ({ key, kind, filled, count, of }) => `${key}: ${kind} ${filled}/${count}/${of}`,
    );

  test('kinds, and how often they are filled', () => {
    expect(learned('title: A', 'title: B\ntags: []', 'title: C\ntags: [a]')).toEqual([
      'title: string 3/3/3',
      'tags: list 1/2/3',
    ]);
  });

  test('in the order of the last post that has them', () => {
    expect(
      learned('date: 2024-01-01\ntitle: A', 'title: B\ndate: 2024-02-01').map((line) => line[0]),
    ).toEqual(['t', 'd']);
  });

  test('front matter that cannot be read teaches nothing', () => {
    expect(learned('title: A: B\ndate: 2024-01-01')).toEqual([]);
  });
});
