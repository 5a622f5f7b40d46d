import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addFiles } from '../folder.ts';
import { marked, uriOf } from './client.ts';
import { codes, start, workspace } from './start.ts';

const text = '# Notes\n\nZeppelin.\n\n<!-- recaplint-disable-next-line no-codename -->\n\nZeppelin.\n';
const watches = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const trusted = { trusted: true };

const plugin = (word: string) => `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('canary', import.meta.url), '');
export default {
  id: 'no-codename',
  summary: 'Disallow code names.',
  url: 'https://example.org/no-codename',
  messages: { found: 'A code name.' },
  *check({ source }) {
    for (const { index } of source.matchAll(/${word}/g))
      yield { message: 'found', range: { start: index, end: index + ${word.length} } };
  },
};
`;

const files = (program: string) => ({
  'notes.md': text,
  '.recaplintrc.json': '{ "plugins": ["./rules/p.mjs"], "rules": { "no-codename": "error" } }',
  'rules/p.mjs': program,
});

test('a plugin runs where the workspace is trusted, and its page, its summary and its id are known', async () => {
  const folder = workspace(files(plugin('Zeppelin')));
  const client = await start({ folders: [folder], capabilities: watches, initializationOptions: trusted });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, text);
  const [found, ...others] = await client.diagnostics(uri, (all) => all.length > 0);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: 'no-codename',
    severity: 1,
    codeDescription: { href: 'https://example.org/no-codename' },
  });
  const hover = await client.request('textDocument/hover', {
    textDocument: { uri },
    position: found!.range.start,
  });
  expect(hover.contents.value).toContain('Disallow code names.');
  expect(hover.contents.value).toContain('https://example.org/no-codename');
});

test('ids of plugins are offered in the configuration', async () => {
  const folder = workspace(files(plugin('Zeppelin')));
  const client = await start({ folders: [folder], capabilities: watches, initializationOptions: trusted });
  const [uri, config] = [uriOf(join(folder, 'notes.md')), uriOf(join(folder, '.recaplintrc.json'))];
  await client.open(uri, text);
  await client.diagnostics(uri, (all) => all.length > 0);
  await client.open(config, '{ "rules": { "no-code" } }', { languageId: 'jsonc' });
  const offered = await client.request('textDocument/completion', {
    textDocument: { uri: config },
    position: { line: 0, character: 20 },
  });
  expect(offered.map(({ label }: { label: string }) => label)).toContain('no-codename');
});

test('in a workspace that is not trusted no plugin runs, which is said, and its id is no mistake', async () => {
  const folder = workspace(files(plugin('Zeppelin')));
  const client = await start({ folders: [folder], capabilities: watches });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, text);
  expect(await client.diagnosticsOf(uri, 1)).toEqual([]);
  expect(existsSync(join(folder, 'rules/canary'))).toBe(false);
  const told = client.heard.filter(({ method }) => method === 'window/showMessage');
  expect(JSON.stringify(told)).toContain('is a program and is not run');
});

test('a plugin that changes, breaks and is mended counts as it is', async () => {
  const folder = workspace(files(plugin('Zeppelin')));
  const client = await start({ folders: [folder], capabilities: watches, initializationOptions: trusted });
  const [uri, config] = [uriOf(join(folder, 'notes.md')), uriOf(join(folder, '.recaplintrc.json'))];
  const write = async (program: string) => {
    addFiles(folder, { 'rules/p.mjs': program });
    const changes = [{ uri: uriOf(join(folder, 'rules/p.mjs')), type: 2 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
  };
  await client.open(uri, text);
  const [first] = await client.diagnostics(uri, (all) => all.length > 0);
  expect(marked(text, first!.range)).toBe('Zeppelin');
  await write(plugin('Notes'));
  const [second] = await client.diagnostics(uri, (all) => all.some(({ range }) => range.start.line === 0));
  expect(marked(text, second!.range)).toBe('Notes');
  await write('throw new Error("no luck");');
  const [wrong] = await client.diagnostics(config, (all) => all.length > 0);
  expect(wrong!.message).toBe('The plugin "./rules/p.mjs" cannot be used. Error: no luck (line 1)');
  await write(plugin('Zeppelin'));
  await client.diagnostics(config, (all) => all.length === 0);
  expect(codes(await client.diagnostics(uri, (all) => all.length > 0))).toEqual(['no-codename']);
});
