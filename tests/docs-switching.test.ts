import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { markdownlintRules } from '../src/draft/markdownlint-rules.ts';
import { needlessPlugins, remarkCounterparts } from '../src/draft/remark-counterparts.ts';
import type { Counterpart } from '../src/draft/takeover.ts';
import { root, shell } from './e2e/run.ts';
import { makeFolder } from './folder.ts';

const page = readFileSync(join(root, 'docs', 'switching.md'), 'utf8');
const blocks = parseWithRemark(page).children.filter((node): node is Code => node.type === 'code');

const ours = ({ rule }: Counterpart) => `[${rule}](rules/${rule}.md)`;

/** The tables of the page, as the data has them. */
const tables: Readonly<Record<string, readonly string[]>> = {
  remark: [
    '| theirs | ours | where they differ |',
    '|---|---|---|',
    ...Object.entries(remarkCounterparts).map(
      ([name, one]) => `| \`${name}\` | ${ours(one)} | ${one.difference} |`,
    ),
  ],
  needless: [
    '| plugin | why it needs nothing |',
    '|---|---|',
    ...Object.entries(needlessPlugins).map(([name, why]) => `| \`${name}\` | ${why} |`),
  ],
  markdownlint: [
    '| theirs | ours | where they differ |',
    '|---|---|---|',
    ...markdownlintRules.flatMap(({ id, names, counterpart }) =>
      counterpart ? [`| ${id} \`${names[0]}\` | ${ours(counterpart)} | ${counterpart.difference} |`] : [],
    ),
    '| MD033 `no-inline-html` | [a pattern](patterns.md) in tags | The tags that are allowed are its exception. |',
    '| MD044 `proper-names` | [terms](configuration.md#terms) | Code is not searched. |',
  ],
  'markdownlint-remark': [
    '| markdownlint | remark-lint |',
    '|---|---|',
    ...markdownlintRules.flatMap(({ id, names, remark }) =>
      remark ? [`| ${id} \`${names[0]}\` | \`${remark.name}\` |`] : [],
    ),
  ],
};

test.each(
  Object.entries(tables),
)('the table %s of the page about switching is the one that init goes by', (name, rows) => {
  const [, shown] = page.split(new RegExp(`<!-- /?table:${name} -->`));
  expect(shown?.trim()).toBe(rows.join('\n'));
});

test('the page about switching shows what comes of its example', () => {
  const text = (language: string, meta?: string) =>
    blocks.find(({ lang, meta: own }) => lang === language && own === (meta ?? own))!.value;
  const cwd = makeFolder({
    '.git/HEAD': '',
    '.remarkrc.yaml': `${text('yaml', '.remarkrc.yaml')}\n`,
    'posts/2024.md': `${text('md', 'posts/2024.md')}\n`,
  });
  const { code, stdout, stderr } = shell(text('sh'), cwd);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr.trimEnd()).toBe(text('text'));
  expect(readFileSync(join(cwd, '.recaplintrc.json'), 'utf8').trimEnd()).toBe(
    text('json', '.recaplintrc.json'),
  );
});
