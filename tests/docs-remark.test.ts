import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { checkOptions } from '../src/remark/options.ts';
import { root } from './e2e/run.ts';
import { addFiles } from './folder.ts';
import { workspace } from './remark/posts.ts';

const page = readFileSync(join(root, 'docs', 'remark.md'), 'utf8');

/** The part about recaplint in remark. */
const part = page.split(/^## /m).find((text) => text.startsWith("recaplint's rules in remark"))!;

const blocks = parseWithRemark(part).children.filter((node: Nodes): node is Code => node.type === 'code');

const programs: Readonly<Record<string, string>> = { 'npx remark': 'node_modules/remark-cli/cli.js' };

/** What a command of the page prints. */
function printed(args: readonly string[], cwd: string): string {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  return stdout + stderr;
}

test('the page about remark shows what its commands and its module print', () => {
  const cwd = workspace({}, 'remark');
  const shown: string[] = [];
  const found: string[] = [];
  for (const [index, { lang, meta, value }] of blocks.entries()) {
    if (meta) addFiles(cwd, { [meta]: `${value}\n` });
    const next = blocks[index + 1];
    if (next?.lang !== 'text') continue;
    shown.push(next.value);
    const [, name, rest] = /^(npx remark) (.*)$/.exec(value) ?? [];
    const args = name ? [join(root, programs[name]!), '--no-color', ...rest!.split(' ')] : [meta!];
    found.push(
      printed(args, cwd)
        .replace(/\n\n\d+ messages .*\n/, '')
        .trimEnd(),
    );
    expect(lang).toMatch(name ? 'sh' : 'js');
  }
  expect(found).toEqual(shown);
  expect(shown).toHaveLength(2);
  expect(
    printed(
      [join(root, programs['npx remark']!), '--no-color', 'recaps', '--rc-path', 'both/.remarkrc.json'],
      cwd,
    ),
  ).not.toContain('no-nbsp');
});

test('its table of options is complete', () => {
  const [, rows = ''] = /^\| option \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/m.exec(part) ?? [];
  const named = [...rows.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(() => checkOptions({ '?': 1 })).toThrow(`There are: ${named.join(', ')}.`);
});
