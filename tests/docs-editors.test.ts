import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { describe, expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { commands, fixAllKind } from '../src/lsp/capabilities.ts';
import { defaultOptions, readOptions, startOptions } from '../src/lsp/options.ts';
import { isPost } from '../src/workspace/find.ts';
import { emacs, isWithoutEmacs, isWithoutNeovim, neovim } from './e2e/editors/programs.ts';
import { root } from './e2e/run.ts';
import { makeFolder } from './folder.ts';

const page = readFileSync(join(root, 'docs', 'editors.md'), 'utf8');

const blocks = new Map(
  parseWithRemark(page).children.flatMap((node) =>
    node.type === 'code' ? [[`${node.lang} ${node.meta ?? ''}`.trim(), (node as Code).value] as const] : [],
  ),
);
const block = (name: string) => {
  const text = blocks.get(name);
  if (text === undefined) throw new Error(`docs/editors.md has no block "${name}"`);
  return text;
};

/** The rows of the tables whose first heading is this, cell by cell, without backticks. */
function rowsOf(heading: string): string[][] {
  const [, ...tables] = page.split(new RegExp(`^\\| ${heading} \\|.*\n\\|[-|]+\\|\n`, 'm'));
  return tables.flatMap((text) =>
    text
      .slice(0, text.search(/^(?!\|)/m))
      .trim()
      .split('\n')
      .map((row) =>
        row
          .slice(2, -2)
          .split(' | ')
          .map((cell) => cell.replaceAll('`', '')),
      ),
  );
}

/** What the server says of options that it does not know. */
function complaints(options: unknown): string[] {
  const said: string[] = [];
  readOptions(options, (message) => said.push(message));
  return said;
}

interface HelixLanguages {
  readonly 'language-server': {
    readonly recaplint: { readonly command: string; readonly args: string[]; readonly config: object };
  };
  readonly language: readonly { readonly 'language-servers': readonly string[] }[];
}

interface ZedManifest {
  readonly version: string;
  readonly language_servers: object;
}

interface NeovimSettings {
  readonly settings: { readonly recaplint: object };
  readonly init_options: object;
}

function toml<T>(text: string): T {
  return getStaticTOMLValue(parseTOML(text)) as T;
}

/** What a piece of Lua gives in Neovim. */
function lua<T>(code: string): T {
  const cwd = makeFolder({ 'run.lua': `io.stdout:write(vim.json.encode((function() ${code} end)()))` });
  const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', 'luafile run.lua', '-c', 'qall!'];
  return JSON.parse(execFileSync(neovim, args, { cwd, encoding: 'utf8', stdio: 'pipe', timeout: 30_000 }));
}

const command = ['recaplint', 'lsp', '--stdio'];

test('the tables name the options of the server, with their defaults', () => {
  const settings = rowsOf('setting').map(([name, , value]) => [name, JSON.parse(value!)]);
  expect(Object.fromEntries(settings)).toEqual(defaultOptions);
  const { options, ...start } = startOptions({}, () => {});
  const atStart = rowsOf('option').map(([name, , value]) => [name, JSON.parse(value!)]);
  expect(Object.fromEntries(atStart)).toEqual(start);
});

test('the table of commands names those of the server', () => {
  const named = rowsOf('command').map(([name]) => name);
  expect(named.sort()).toEqual(Object.values(commands).sort());
});

test("the README sets up VS Code and Neovim with the guide's own lines", () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme).toContain(`\n\`\`\`lua\n${block('lua neovim-0.11')}\n\`\`\`\n`);
  expect(readme).toContain(`\n\`\`\`sh\n${block('sh vscode')}\n\`\`\`\n`);
});

test('every value in the table is one that the server takes, and the table has them all', () => {
  for (const [name, values] of rowsOf('setting')) {
    const words = values!.split(', ').filter((value) => value !== 'a path');
    for (const value of words) expect(complaints({ [name!]: JSON.parse(value) })).toEqual([]);
    // Where only some words will do, the server names them when it gets another.
    const [complaint = ''] = complaints({ [name!]: words[0]?.startsWith('"') ? 'another word' : 0 });
    for (const word of complaint.match(/(?<=: it is .*)"\w+"/g) ?? []) expect(words).toContain(word);
  }
});

test('Helix gets TOML, with options that there are', () => {
  const { language, 'language-server': servers } = toml<HelixLanguages>(block('toml helix'));
  const { recaplint } = servers;
  expect([recaplint.command, ...recaplint.args]).toEqual(command);
  expect(complaints(recaplint.config)).toEqual([]);
  expect(language[0]!['language-servers']).toContain('recaplint');
});

test('Zed and VS Code get JSON, with the kind of action that there is', () => {
  const zed = JSON.parse(block('json zed'));
  expect(zed.languages.Markdown.formatter).toEqual([{ code_action: fixAllKind }]);
  expect(complaints(zed.lsp.recaplint.settings)).toEqual([]);
  const { '[markdown]': markdown } = JSON.parse(block('json vscode'));
  expect(Object.keys(markdown['editor.codeActionsOnSave'])).toEqual([fixAllKind]);
});

test('the extension for Zed starts the server that its settings name', () => {
  const manifest = readFileSync(join(root, 'editors', 'zed', 'extension.toml'), 'utf8');
  const { language_servers, version } = toml<ZedManifest>(manifest);
  expect(Object.keys(language_servers)).toEqual(Object.keys(JSON.parse(block('json zed')).lsp));
  expect(version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});

test('the patterns of Neovim are the endings of posts', () => {
  for (const name of ['lua neovim-0.7', 'lua neovim-save']) {
    const patterns = [...block(name).matchAll(/'\*(\.\w+)'/g)].map(([, ending]) => ending!);
    expect(patterns).toHaveLength(5);
    expect(patterns.filter((ending) => !isPost(`post${ending}`))).toEqual([]);
  }
});

test.skipIf(isWithoutNeovim)(
  'what newer versions of Neovim get starts the server (skipped without Neovim)',
  () => {
    // The Neovim that is tested has no such functions yet: they only note what they are given.
    const noted = lua<unknown>(`local noted = { started = {} }
      vim.lsp.config = function(name, config) noted.name, noted.cmd, noted.root_dir = name, config.cmd, config.root_dir end
      vim.lsp.enable = function(name) noted.enabled = name end
      vim.fs = { root = function() return 'the repository' end }
      ${block('lua neovim-0.11')}
      for _, name in ipairs({ 'post.md', 'package.json', 'a.yml', '.recaplintrc.json', '.recaplintrc.yaml' }) do
        vim.cmd('edit ' .. name)
        noted.root_dir(0, function(root) table.insert(noted.started, { name, root }) end)
      end
      noted.root_dir = nil
      return noted`);
    const started = ['post.md', '.recaplintrc.json', '.recaplintrc.yaml'];
    expect(noted).toEqual({
      name: 'recaplint',
      enabled: 'recaplint',
      cmd: command,
      started: started.map((name) => [name, 'the repository']),
    });
  },
);

test.skipIf(isWithoutNeovim)(
  'the settings for Neovim are options that there are (skipped without Neovim)',
  () => {
    const { settings, init_options } = lua<NeovimSettings>(`return { ${block('lua neovim-settings')} }`);
    expect(Object.keys(settings)).toEqual(['recaplint']);
    expect([...complaints(settings.recaplint), ...complaints(init_options)]).toEqual([]);
  },
);

test.skipIf(isWithoutEmacs)(
  'the settings for Emacs are options that there are (skipped without Emacs)',
  () => {
    const variables = block('elisp emacs-settings');
    const code = `(progn (require 'json) (princ (json-encode (alist-get 'eglot-workspace-configuration (alist-get nil '${variables})))))`;
    const printed = execFileSync(emacs, ['--batch', '-Q', '--eval', code], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    const settings = JSON.parse(printed);
    expect(Object.keys(settings)).toEqual(['recaplint']);
    expect(complaints(settings.recaplint)).toEqual([]);
  },
);

describe('links', () => {
  const targets = [...page.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, target]) => target!);
  test.each(targets)('%s is there', (target) => {
    expect(existsSync(join(root, 'docs', target))).toBe(true);
  });
});
