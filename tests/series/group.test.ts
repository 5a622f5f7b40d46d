import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';
import { groupSeries } from '../../src/series/group.ts';

function factsFor(path: string, title: string, series: string | null) {
  const document = createDocument({ source: `# ${title}\n`, path, parse: parseWithRemark });
  return factsOf(document, { ...noPostSettings, series }, []);
}

/** Groups posts, given as path and title. */
function groupList(posts: Readonly<Record<string, string>>, series: string | null = null) {
  return groupSeries(Object.entries(posts).map(([path, title]) => factsFor(path, title, series)));
}

/** Groups posts and says which paths stand together under which name. */
function groups(posts: Readonly<Record<string, string>>, series: string | null = null) {
  return Object.fromEntries(
    groupList(posts, series).map(({ name, posts: members }) => [name, members.map(({ path }) => path)]),
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

  test('a mistyped title belongs to those that it means, where file names have no words', () => {
    const posts = {
      '01.md': 'Harbour Weekly 1',
      '02.md': 'Harbour Weekly 2',
      '03.md': 'Harbour Weekly 3',
      '04.md': 'Harbour Wekely 4',
    };
    expect(groups(posts)).toEqual({ 'harbour weekly {}': Object.keys(posts) });
  });

  test('so does a mistyped file name where titles are all the same', () => {
    const posts = {
      '2024/01-monthly-digest.md': 'Monthly digest',
      '2024/02-monthly-digest.md': 'Monthly digest',
      '2024/03-monthly-digest.md': 'Monthly digest',
      '2024/04-motnhly-digest.md': 'Monthly digest',
    };
    expect(groups(posts)).toEqual({ '{} monthly digest': Object.keys(posts) });
  });

  test.each([
    ['a plural', 'Harbour Week 4', 'Harbour Weeks'],
    ['a short word', 'Pier Note 4', 'Pier Mote'],
    ['two other ones', 'Harbour Wekely 4', 'Harbour Wekely'],
  ])('no series of its own, and none of the others: %s', (_, title, lead) => {
    const name = lead.replace('Weeks', 'Week').replace('Mote', 'Note').replace('Wekely', 'Weekly');
    const posts = {
      '01.md': `${name} 1`,
      '02.md': `${name} 2`,
      '03.md': `${name} 3`,
      '04.md': title.replace(name, lead),
      '05.md': `${lead} 5`,
    };
    expect(Object.values(groups(posts))[0]).not.toContain('05.md');
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

  test('titles that differ in punctuation alone', () => {
    const posts = {
      'a.md': 'May 2024: Short-Term Updates',
      'b.md': 'June 2024 Short Term Updates',
      'c.md': 'July 2024 – short-term updates',
    };
    expect(groups(posts)).toEqual({ '{} short term updates': Object.keys(posts) });
  });

  test('a part, or an edition of its own, belongs to the series that its title begins with', () => {
    const posts = {
      'a.md': 'Q1 2024 Recap',
      'b.md': 'Q2 2024 Recap',
      'c.md': 'Q3 2024 Recap',
      'd.md': 'Q4 2024 Recap: a year to remember',
      'e.md': 'Q1 2025 Recap - Part 2',
    };
    expect(groups(posts)).toEqual({ '{} recap': Object.keys(posts) });
  });

  test('a month with a slip is one', () => {
    const posts = {
      '2022-08-01-july-news.md': 'July 2022 News',
      '2022-09-01-august-news.md': 'August 2022 News',
      '2022-10-01-septemeber-news.md': 'Septemeber 2022 News',
    };
    expect(Object.keys(groups(posts))).toEqual(['{} news']);
  });

  test('free titles in files that are called after their periods alone', () => {
    const posts = { 'news/2024-q1.md': 'Rain', 'news/2024-q2.md': 'Sun', 'news/2024-q3.md': 'Thunder' };
    expect(groups(posts)).toEqual({ 'news/{}': Object.keys(posts) });
    expect(groups({ 'news/1.md': 'Rain', 'news/2.md': 'Sun', 'news/3.md': 'Thunder' })).toEqual({});
    expect(groups({ '2024-05-01.md': 'Rain', '2024-05-08.md': 'Sun', '2024-05-15.md': 'Thunder' })).toEqual(
      {},
    );
  });

  test.each([
    ['a mark in the name', (quarter: number) => [`q${quarter}.md`, `q${quarter}.de.md`]],
    ['two marks', (quarter: number) => [`q${quarter}.en.md`, `q${quarter}.pt-br.md`]],
    ['a hyphen', (quarter: number) => [`q${quarter}-news.md`, `q${quarter}-news-de.md`]],
    ['names of folders', (quarter: number) => [`q${quarter}/index.md`, `q${quarter}/index.de.md`]],
    ['a folder', (quarter: number) => [`news/q${quarter}.md`, `de/news/q${quarter}.md`]],
    ['a folder below', (quarter: number) => [`news/q${quarter}.md`, `news/fr/q${quarter}.md`]],
  ])('translations are a series of their own: %s', (_, paths) => {
    const all = [1, 2, 3].map(paths);
    const posts = all.flatMap((pair, i) => pair.map((path) => [path!, `Q${i + 1} 2024 Recap`]));
    const facts = Object.fromEntries(posts);
    const members = groupList(facts).map(({ posts: group }) => group.map(({ path }) => path));
    expect(members.sort()).toEqual([all.map(([path]) => path), all.map(([, path]) => path)].sort());
  });

  test('a name that only ends like a translation is none', () => {
    const posts = {
      'q1-recap-it.md': 'Q1 2024 IT',
      'q2-recap-it.md': 'Q2 2024 IT',
      'q3-recap.md': 'Q3 2024 IT',
    };
    expect(groups(posts)).toEqual({ '{} it': Object.keys(posts) });
  });

  test('posts of no series beside configured ones', () => {
    const configured = ['c1.md', 'c2.md', 'c3.md'].map((path) => factsFor(path, 'Q1 2024 Recap', 'recaps'));
    const loose = ['d1.md', 'd2.md', 'd3.md'].map((path) => factsFor(path, 'Q1 2024 Recap', null));
    expect(
      groupSeries([...loose, ...configured]).map(({ name, configured: is, posts }) => [
        name,
        is,
        posts.length,
      ]),
    ).toEqual([
      ['recaps', true, 3],
      ['{} recap', false, 3],
    ]);
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
