import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settleAll } from '../../src/cli/run.ts';
import { diskState } from '../../src/cli/state.ts';
import type { Config } from '../../src/config/schema.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { defineRule, type Rule } from '../../src/engine/rule.ts';
import { type LintedPost, lintBytes } from '../../src/project/lint-post.ts';
import { openSession } from '../../src/project/session.ts';
import { makeFolder } from '../folder.ts';

/** Reports the title of every post whose title an earlier post of the series has. */
const noRepeatedTitle = defineRule({
  id: 'no-repeated-title',
  summary: 'Disallow a title that another post of the series has.',
  category: 'series',
  recommended: 'warn',
  messages: { repeated: 'The title "{title}" is that of {path}.' },
  *checkSeries(posts) {
    const first = new Map<string, string>();
    for (const { path, title } of posts) {
      if (!title) continue;
      const other = first.get(title.value);
      if (other === undefined) first.set(title.value, path);
      else {
        yield { message: 'repeated', path, range: title.range, data: { title: title.value, path: other } };
      }
    }
  },
});

const rules: readonly Rule[] = [noRepeatedTitle];

/** Lints some of the posts of a folder (all, where none are named), and says what is found in each. */
async function findingsBySeries(
  config: Config,
  posts: Readonly<Record<string, string>>,
  named: readonly string[] = Object.keys(posts),
) {
  const texts = Object.fromEntries(Object.entries(posts).map(([path, title]) => [path, `# ${title}\n`]));
  const folder = makeFolder({
    ...texts,
    '.recaplintrc.json': JSON.stringify({ extends: [], ...config }),
  });
  const session = openSession({ rule: [], code: false, inlineConfig: true }, folder, () => {}, rules);
  const options = { parse: parseWithRemark, fix: false, unsafe: false };
  const linted: LintedPost[] = [];
  for (const path of named) {
    const file = join(folder, path);
    linted.push(await lintBytes(file, readFileSync(file), await session.place(file, folder), options));
  }
  const results = await settleAll({ session, options, facts: null, state: diskState }, linted);
  return results.map(({ placed, result }) => [
    placed.path,
    result.findings.map(({ severity, message }) => `${severity}: ${message}`),
  ]);
}

const posts = { 'a/1.md': 'Recap', 'a/2.md': 'Recap', 'b/1.md': 'Recap', 'c/1.md': 'Recap' };
const series = ['a', 'b'].map((name) => ({ name, files: [`${name}/*.md`] }));

test('posts are compared within their series, and posts of no series with none', async () => {
  expect(await findingsBySeries({ series, rules: { 'no-repeated-title': 'warn' } }, posts)).toEqual([
    ['a/1.md', []],
    ['a/2.md', ['warn: The title "Recap" is that of a/1.md.']],
    ['b/1.md', []],
    ['c/1.md', []],
  ]);
});

test('what is found in a post has the level that the rule has for that post', async () => {
  const one = [{ name: 'all', files: ['**'] }];
  const overrides = [
    { files: ['b/*'], rules: { 'no-repeated-title': 'off' as const } },
    { files: ['c/*'], rules: { 'no-repeated-title': 'error' as const } },
  ];
  expect(
    await findingsBySeries({ series: one, rules: { 'no-repeated-title': 'warn' }, overrides }, posts),
  ).toEqual([
    ['a/1.md', []],
    ['a/2.md', ['warn: The title "Recap" is that of a/1.md.']],
    ['b/1.md', []],
    ['c/1.md', ['error: The title "Recap" is that of a/1.md.']],
  ]);
});

test('without a configuration, posts whose titles or file names have one pattern are a series', async () => {
  const titled = {
    '1.md': 'Q1 2024 Recap',
    '2.md': 'Q2 2024 Recap',
    '3.md': 'Q2 2024 Recap',
    'x.md': 'Q2 2024 Plan',
  };
  expect(await findingsBySeries({ rules: { 'no-repeated-title': 'warn' } }, titled)).toEqual([
    ['1.md', []],
    ['2.md', []],
    ['3.md', ['warn: The title "Q2 2024 Recap" is that of 2.md.']],
    ['x.md', []],
  ]);
});

test('a post that is named alone is compared with its series, and nothing is reported in the others', async () => {
  const titled = {
    '2023/buzz/a.md': 'Recap of Q1 2024',
    '2023/buzz/b.md': 'Recap of Q1 2024',
    '2024/buzz/c.md': 'Recap of Q1 2024',
    '2024/other/d.md': 'Recap of Q1 2024',
  };
  const config = { rules: { 'no-repeated-title': 'warn' as const } };
  expect(await findingsBySeries(config, titled, ['2024/buzz/c.md'])).toEqual([
    ['2024/buzz/c.md', ['warn: The title "Recap of Q1 2024" is that of 2023/buzz/a.md.']],
  ]);
});

test('a comment that suppresses what the series tells is used, and one that suppresses nothing is reported', async () => {
  const suppressing = '<!-- recaplint-disable-next-line no-repeated-title -->';
  const titled = {
    '1.md': 'Q1 2024 Recap',
    '2.md': 'Q2 2024 Recap',
    '3.md': `Q2 2024 Recap\n\nText ${suppressing}\n\nText`,
    '4.md': 'Q4 2024 Recap <!-- recaplint-disable-line no-repeated-title -->',
    '5.md': 'Q4 2024 Recap <!-- recaplint-disable-line no-repeated-title -->',
  };
  const findings = await findingsBySeries({ rules: { 'no-repeated-title': 'warn' } }, titled);
  const unused = 'warn: This comment suppresses no finding of `no-repeated-title`: delete it.';
  expect(findings.slice(2)).toEqual([
    ['3.md', ['warn: The title "Q2 2024 Recap" is that of 2.md.', unused]],
    ['4.md', [unused]],
    ['5.md', []],
  ]);
});
