import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';
import { groupSeries } from '../../src/series/group.ts';

/** Groups posts, given as path and title, and says which paths stand together under which name. */
function groups(posts: Readonly<Record<string, string>>, series: string | null = null) {
  const facts = Object.entries(posts).map(([path, title]) => {
    const document = createDocument({ source: `# ${title}\n`, path, parse: parseWithRemark });
    return factsOf(document, { ...noPostSettings, series }, []);
  });
  return Object.fromEntries(
    groupSeries(facts).map(({ name, posts: members }) => [name, members.map(({ path }) => path)]),
  );
}

describe('groupSeries', () => {
  test('titles of one pattern, in order of their periods', () => {
    expect(groups({ 'a.md': 'Q3 2024 Recap', 'b.md': 'Q1 2024 Recap', 'c.md': 'Q2 2024 Recap' })).toEqual({
      '{} recap': ['b.md', 'c.md', 'a.md'],
    });
  });

  test('two posts are no series', () => {
    expect(groups({ 'a.md': 'Q3 2024 Recap', 'b.md': 'Q1 2024 Recap' })).toEqual({});
  });

  test('two series in one folder', () => {
    const posts = Object.fromEntries(
      [1, 2, 3].flatMap((q) => [
        [`q${q}-recap.md`, `Q${q} 2024 Recap`],
        [`q${q}-plan.md`, `Q${q} 2024 Roadmap`],
      ]),
    );
    expect(Object.keys(groups(posts)).sort()).toEqual(['{} recap', '{} roadmap']);
  });

  test('a title that departs is known by its file name', () => {
    const posts = {
      '2024-q1-recap.md': 'Q1 2024 Recap',
      '2024-q2-recap.md': 'Q2 2024 Recap',
      '2024-q3-recap.md': 'Q3 2024 Recap',
      '2024-q4-recap.md': 'A year to remember',
    };
    expect(Object.values(groups(posts))).toEqual([Object.keys(posts).sort((a, b) => order(a) - order(b))]);
  });

  test('folders that differ in a period alone', () => {
    const posts = {
      '2022/x/a.md': 'May 2022 Update',
      '2023/x/b.md': 'May 2023 Update',
      '2024/x/c.md': 'May 2024 Update',
    };
    expect(groups(posts)).toEqual({ '{} update': Object.keys(posts) });
    expect(
      groups({ 'x/a.md': 'May 2022 Update', 'y/b.md': 'May 2023 Update', 'z/c.md': 'May 2024 Update' }),
    ).toEqual({});
  });

  test('titles that only begin alike', () => {
    const posts = {
      'a.md': 'May 2024 at Work: a, b',
      'b.md': 'June 2024 at Work: c',
      'c.md': 'July 2024 at Work: d',
    };
    expect(groups(posts)).toEqual({ '{} at work': ['a.md', 'b.md', 'c.md'] });
  });

  test('what only has a number in common is no series', () => {
    expect(groups({ '1.md': '1', '2.md': '2', '3.md': '3' })).toEqual({});
    expect(
      groups({ 'ch01-00.md': 'Getting Started', 'ch02-00.md': 'Guessing', 'ch03-00.md': 'Concepts' }),
    ).toEqual({});
  });

  test('a configured series is one, whatever its posts are called', () => {
    expect(groups({ 'a.md': 'One', 'x/b.md': 'Two' }, 'recaps')).toEqual({ recaps: ['a.md', 'x/b.md'] });
  });
});

function order(path: string): number {
  return Number(/q(\d)/.exec(path)![1]);
}
