import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { lint } from '../../src/engine/lint.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { ownPosts } from '../corpus/posts.ts';
import { allRules } from '../corpus/settings.ts';

const planted: Readonly<Record<string, string[]>> = {
  'eleventy-recap.md': ['no-nbsp &nbsp;', 'no-bare-url https://willowtrails.org/money'],
  'hugo-report.md': ['no-nbsp &nbsp;'],
  'mdx-update.mdx': ['no-nbsp &nbsp;'],
};

test.each(Object.keys(planted))('in %s only what is planted is found', async (name) => {
  const { path, source } = ownPosts().find((post) => post.path.endsWith(name))!;
  for (const parse of [parseWithRemark, await loadSatteri()]) {
    const document = createDocument({ source, path, parse });
    const found = lint(document, allRules).findings;
    expect(found.map(({ ruleId, range }) => `${ruleId} ${source.slice(range.start, range.end)}`)).toEqual(
      planted[name],
    );
  }
});
