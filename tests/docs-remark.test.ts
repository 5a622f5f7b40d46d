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

/** The code of a part of the page. */
function codeOf(part: string): readonly Code[] {
  return parseWithRemark(part).children.filter((node: Nodes): node is Code => node.type === 'code');
}

function partOf(title: string): string {
  return page.split(/^## /m).find((text) => text.startsWith(title))!;
}

const programs: Readonly<Record<string, string>> = {
  'npx remark': 'node_modules/remark-cli/cli.js',
  'npx recaplint': 'bin/recaplint.js',
};

/** What a command of the page prints. */
function printed(args: readonly string[], cwd: string): string {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  return stdout + stderr;
}

/** Writes the files of a part, runs its commands and modules, and gives what is shown of them and what they print. */
function followed(part: string, cwd: string): { readonly shown: string[]; readonly found: string[] } {
  const blocks = codeOf(part);
  const [shown, found]: [string[], string[]] = [[], []];
  for (const [index, { lang, meta, value }] of blocks.entries()) {
    if (meta) addFiles(cwd, { [meta]: `${value}\n` });
    const next = blocks[index + 1];
    if (next?.lang !== 'text') continue;
    shown.push(next.value);
    const [, name, rest] = /^(npx \w+) (.*)$/.exec(value) ?? [];
    const args = name ? [join(root, programs[name]!), '--no-color', ...rest!.split(' ')] : [meta!];
    found.push(
      printed(args, cwd)
        .replace(/\n\n\d+ messages .*\n/, '')
        .trimEnd(),
    );
    expect(lang).toMatch(name ? 'sh' : 'js');
  }
  return { shown, found };
}

test('the page shows what remark and a module print of recaplint', () => {
  const cwd = workspace({}, 'remark');
  const { shown, found } = followed(partOf("recaplint's rules in remark"), cwd);
  expect(found).toEqual(shown);
  expect(shown).toHaveLength(2);
  const both = ['recaps', '--rc-path', 'both/.remarkrc.json'];
  const said = printed([join(root, programs['npx remark']!), '--no-color', ...both], cwd);
  expect(said).not.toContain('no-nbsp');
});

test('the page shows what recaplint prints of rules of remark', () => {
  const cwd = workspace({}, 'remark-preset-lint-consistent', 'remark-lint-no-undefined-references');
  const { shown, found } = followed(partOf('Rules of remark in recaplint'), cwd);
  expect(found).toEqual(shown);
  expect(shown).toHaveLength(1);
});

test('its table of options is complete', () => {
  const [, rows = ''] =
    /^\| option \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/m.exec(partOf("recaplint's rules in remark")) ?? [];
  const named = [...rows.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(() => checkOptions({ '?': 1 })).toThrow(`There are: ${named.join(', ')}.`);
});
