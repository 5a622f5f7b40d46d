import { expect, test } from 'vitest';
import { type LintedPost, lintBytes } from '../../src/cli/lint-post.ts';
import { withSeriesFindings } from '../../src/cli/series.ts';
import type { PlacedPost } from '../../src/cli/session.ts';
import type { LoadedConfig } from '../../src/config/load.ts';
import { createResolver } from '../../src/config/resolve.ts';
import type { Config } from '../../src/config/schema.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { defineRule, type Rule } from '../../src/engine/rule.ts';

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

/** Lints posts, path by path, under one configuration at `/root`, and says what is found in each. */
function findingsBySeries(config: Config, posts: Readonly<Record<string, string>>) {
  const layer = { name: '/site/c.json', folder: '/site', config, source: { placeOf: () => null } as never };
  const loaded: LoadedConfig = { file: '/site/c.json', layers: [layer], code: [] };
  const resolve = createResolver([layer], { rules, inlineConfig: true });
  const linted = Object.entries(posts).map(([path, title]): LintedPost => {
    const resolved = resolve(`/site/${path}`);
    const placed: PlacedPost = { root: '/site', path, files: null, config: loaded, resolved };
    const options = { parse: parseWithRemark, fix: false, unsafe: false };
    return lintBytes(`/site/${path}`, Buffer.from(`# ${title}\n`), placed, options);
  });
  return withSeriesFindings(linted).map(({ path, findings }) => [
    path.slice('/site/'.length),
    findings.map(({ severity, message }) => `${severity}: ${message}`),
  ]);
}

const posts = { 'a/1.md': 'Recap', 'a/2.md': 'Recap', 'b/1.md': 'Recap', 'c/1.md': 'Recap' };
const series = ['a', 'b'].map((name) => ({ name, files: [`${name}/*.md`] }));

test('posts are compared within their series, and posts of no series with none', () => {
  expect(findingsBySeries({ series, rules: { 'no-repeated-title': 'warn' } }, posts)).toEqual([
    ['a/1.md', []],
    ['a/2.md', ['warn: The title "Recap" is that of a/1.md.']],
    ['b/1.md', []],
    ['c/1.md', []],
  ]);
});

test('what is found in a post has the level that the rule has for that post', () => {
  const one = [{ name: 'all', files: ['**'] }];
  const overrides = [
    { files: ['b/*'], rules: { 'no-repeated-title': 'off' as const } },
    { files: ['c/*'], rules: { 'no-repeated-title': 'error' as const } },
  ];
  expect(findingsBySeries({ series: one, rules: { 'no-repeated-title': 'warn' }, overrides }, posts)).toEqual(
    [
      ['a/1.md', []],
      ['a/2.md', ['warn: The title "Recap" is that of a/1.md.']],
      ['b/1.md', []],
      ['c/1.md', ['error: The title "Recap" is that of a/1.md.']],
    ],
  );
});
