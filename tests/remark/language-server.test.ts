import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { root } from '../e2e/run.ts';
import { applied } from '../lsp/apply.ts';
import { marked, uriOf } from '../lsp/client.ts';
import { start } from '../lsp/start.ts';
import { foundBy } from './linted.ts';
import { mixedUp, nameOf, recaps, workspace } from './posts.ts';

const library = pathToFileURL(join(root, 'node_modules/unified-language-server/index.js')).href;

/** A language server of unified, as the one for remark is written. */
const program = `
import { createUnifiedLanguageServer } from '${library}';
createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc',
});
`;

function project(files: Readonly<Record<string, string>> = {}): string {
  return workspace(
    {
      ...recaps(),
      'server.mjs': program,
      '.remarkrc.json': '{ "plugins": ["recaplint/remark-preset"] }',
      ...files,
    },
    'remark',
  );
}

/** What an editor is told of the ninth issue, and how it is asked for repairs. */
async function open(cwd: string) {
  const client = await start({ folders: [cwd], program: join(cwd, 'server.mjs') });
  const uri = uriOf(join(cwd, nameOf(9)));
  await client.open(uri, mixedUp);
  const diagnostics = await client.diagnostics(uri, (found) => found.length > 0);
  const actions = (diagnostic: Diagnostic): Promise<CodeAction[]> =>
    client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
  return { client, uri, diagnostics, actions };
}

test('an editor shows what the command line finds, and repairs it', async () => {
  const cwd = project();
  const { client, uri, diagnostics, actions } = await open(cwd);
  const shown = diagnostics.map(({ range: { start, end }, code, codeDescription, severity, message }) => ({
    place: [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
    ruleId: code,
    message: String(message).split('\n')[0],
    isError: severity === 1,
    url: codeDescription?.href,
  }));
  expect(shown).toEqual(foundBy([nameOf(9)], cwd).get(join(cwd, nameOf(9))));
  expect(new Set(diagnostics.map(({ source }) => source))).toEqual(new Set(['recaplint']));

  const copied = diagnostics.find(({ code }) => code === 'no-copied-text')!;
  expect(copied.message).toMatch(/\nrecaps\/q1-2024-recap\.md:11:1: /);
  expect(await actions(copied)).toEqual([]);

  const mixup = diagnostics.find(({ code }) => code === 'no-quarter-mixup')!;
  expect(marked(mixedUp, mixup.range)).toBe('first quarter of 2024');
  const [repair] = await actions(mixup);
  expect(repair!.title).toBe('Replace `first quarter of 2024` with `second quarter of 2024`');
  const repaired = applied(mixedUp, uri, repair!.edit!);
  expect(repaired).toBe(mixedUp.replace('first quarter', 'second quarter'));

  await client.change(uri, 2, { text: repaired });
  const left = await client.diagnosticsOf(uri, 2);
  expect(left.map(({ code }) => code)).toEqual(
    diagnostics.map(({ code }) => code).filter((code) => code !== 'no-quarter-mixup'),
  );
});

test('a changed configuration and changed neighbours count at once', async () => {
  const cwd = project();
  const { client, uri, diagnostics } = await open(cwd);
  expect(diagnostics.map(({ code }) => code)).toContain('no-copied-text');

  const earlier = join(cwd, nameOf(8));
  writeFileSync(earlier, readFileSync(earlier, 'utf8').replace('41 members', '40 members and a guest'));
  await client.change(uri, 2, { text: mixedUp });
  const second = (await client.diagnosticsOf(uri, 2)).map(({ code }) => code);
  expect(second).not.toContain('no-copied-text');
  expect(second).toContain('no-nbsp');

  writeFileSync(join(cwd, '.recaplintrc.json'), '{ "rules": { "no-nbsp": "off" } }');
  await client.change(uri, 3, { text: mixedUp });
  const third = (await client.diagnosticsOf(uri, 3)).map(({ code }) => code);
  expect(third).toEqual(second.filter((code) => code !== 'no-nbsp'));

  writeFileSync(join(cwd, '.recaplintrc.json'), '{ "rules": { "no-nbps": "off" } }');
  await client.change(uri, 4, { text: mixedUp });
  const [broken, ...others] = await client.diagnosticsOf(uri, 4);
  expect(broken).toMatchObject({
    severity: 1,
    source: 'recaplint',
    message: expect.stringMatching(/^This post is not linted\. \.recaplintrc\.json:1:14: .*"no-nbsp"\?$/),
  });
  expect(others).toEqual([]);

  writeFileSync(join(cwd, '.recaplintrc.json'), '{ "rules": { "no-nbsp": "off" } }');
  await client.change(uri, 5, { text: mixedUp });
  expect((await client.diagnosticsOf(uri, 5)).map(({ code }) => code)).toEqual(third);
});
