import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { git } from './e2e/repository.ts';
import { root, shell } from './e2e/run.ts';
import { addFiles, makeFolder } from './folder.ts';

const blocks = parseWithRemark(readFileSync(join(root, 'docs', 'adoption.md'), 'utf8')).children.filter(
  (node): node is Code => node.type === 'code',
);

test('the page about adoption shows what comes of its commands, one after the other', () => {
  const cwd = makeFolder();
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  const shown: string[] = [];
  const printed: string[] = [];
  const since: string[] = [];
  for (const [index, { lang, meta, value }] of blocks.entries()) {
    if (lang === 'md') addFiles(cwd, { [meta!]: `${value}\n` });
    if (lang !== 'sh') continue;
    const { stdout, stderr, code } = shell(value, cwd);
    expect([value, code]).not.toEqual([value, 2]);
    if (value.includes('--update-baseline')) commit(cwd);
    if (value.includes('--since')) since.push(stdout);
    const output = blocks[index + 1];
    if (output?.lang !== 'text') continue;
    shown.push(output.value);
    printed.push((stdout + stderr).trimEnd());
  }
  expect(printed).toEqual(shown);
  expect(shown).toHaveLength(3);
  // The old mistake stands on a line that was edited; both options together let it pass.
  expect(since.map((output) => output.match(/no-\S+$/gm))).toEqual([
    ['no-empty-link', 'no-nbsp'],
    ['no-nbsp'],
  ]);
});

/** What is there becomes what changes are measured from. */
function commit(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message=start');
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
}
