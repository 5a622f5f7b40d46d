import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { addFiles } from '../folder.ts';
import { type Client, uriOf } from './client.ts';
import { dated, nameOf, report, reports } from './series-posts.ts';
import { codes, start, workspace } from './start.ts';

const text = '# Notes\n\na&nbsp;b\n';
const pulls = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const refresh = 'workspace/diagnostic/refresh';

const ask = (client: Client, uri: string) =>
  client.request('textDocument/diagnostic', { textDocument: { uri } });

/** A client that asks again whenever it is told to, as editors do. */
async function obedient(client: Client, uri: string): Promise<void> {
  let answered = 0;
  for (let quiet = 0; quiet < 5; quiet++) {
    const told = client.heard.filter(({ method }) => method === refresh).length;
    if (told > answered) quiet = 0;
    answered = told;
    await ask(client, uri);
    await wait(100);
    if (told > 20) return;
  }
}

describe('an editor that asks for findings', () => {
  test('is not told to ask again without an end where a configuration is wrong', async () => {
    const folder = workspace({ 'notes.md': text, '.recaplintrc.json': '{ "rules": { "no-nbps": "off" } }' });
    const client = await start({ folders: [folder], capabilities: pulls });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    await obedient(client, uri);
    expect(client.heard.filter(({ method }) => method === refresh).length).toBeLessThan(6);
  });

  test('is told what is wrong with a configuration though no post is open', async () => {
    const folder = workspace({ 'notes.md': text, '.recaplintrc.json': '{ "rules": { "no-nbps": "off" } }' });
    const client = await start({ folders: [folder], capabilities: pulls });
    await client.hears('window/showMessage', ({ message }) => message.includes('no-nbsp'));
    const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
    const config = items.find(({ uri }: { uri: string }) => uri === uriOf(join(folder, '.recaplintrc.json')));
    expect(config.items).toHaveLength(1);
  });

  test('gets what was found when a text was saved, until it is saved again, where that is wished', async () => {
    const folder = workspace({ 'notes.md': text });
    const initializationOptions = { run: 'onSave' };
    const client = await start({ folders: [folder], capabilities: pulls, initializationOptions });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, 'a\n');
    expect((await ask(client, uri)).items).toEqual([]);
    await client.change(uri, 2, { text });
    expect((await ask(client, uri)).items).toEqual([]);
    await client.save(uri);
    await client.asksAgain(async () => (await ask(client, uri)).items?.length === 1);
  });

  test('may ask about a post that is not open', async () => {
    const folder = workspace({ ...reports(5), [nameOf(0)]: report(0, dated), [nameOf(4)]: report(4, dated) });
    const client = await start({ folders: [folder], capabilities: pulls });
    const found = await ask(client, uriOf(join(folder, nameOf(4))));
    expect(codes(found.items)).toEqual(['no-copied-text']);
    expect((await ask(client, uriOf(join(folder, 'gone.md')))).items).toEqual([]);
  });

  test('may take a question about many posts back while they are linted', async () => {
    const body = Array.from(
      { length: 60 },
      (_, n) => `We mended boat ${n} and sailed to [the bay](https://example.org/${n}).`,
    );
    const posts = Array.from({ length: 300 }, (_, index) => [
      nameOf(index),
      report(index, body.join('\n\n')),
    ]);
    const folder = workspace(Object.fromEntries(posts));
    const client = await start({ folders: [folder], capabilities: pulls });
    await ask(client, uriOf(join(folder, nameOf(1))));
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'workspace/diagnostic',
      { previousResultIds: [] },
      source.token,
    );
    setTimeout(() => source.cancel(), 200);
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });
});

test('folders come and go for an editor that says it has folders', async () => {
  const [one, two] = [workspace({ 'notes.md': text }), workspace({ 'notes.md': text })];
  const capabilities = { ...pulls, workspace: { ...pulls.workspace, workspaceFolders: true } };
  const client = await start({ folders: [one], capabilities });
  const event = {
    added: [{ uri: uriOf(two), name: 'two' }],
    removed: [{ uri: uriOf(one), name: 'one' }],
  };
  await client.notify('workspace/didChangeWorkspaceFolders', { event });
  await client.asksAgain(async () => {
    const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
    return items.map(({ uri }: { uri: string }) => uri).join() === uriOf(join(two, 'notes.md'));
  });
});

test('a progress that is refused costs nothing but the progress', async () => {
  const folder = workspace({ ...reports(400, -394), [nameOf(0)]: report(0, dated) });
  const client = await start({
    folders: [folder],
    capabilities: { window: { workDoneProgress: true } },
    refuses: ['window/workDoneProgress/create'],
  });
  const uri = uriOf(join(folder, nameOf(5)));
  await client.open(uri, report(5, dated));
  await client.diagnostics(uri, (found) => codes(found).includes('no-copied-text'));
});

test('lenses are asked for again when options change', async () => {
  const folder = workspace(reports(4));
  const client = await start({
    folders: [folder],
    capabilities: { workspace: { configuration: true, codeLens: { refreshSupport: true } } },
    options: () => ({ codeLens: false }),
  });
  const before = client.heard.length;
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.hears('workspace/codeLens/refresh', () => true, before);
});

test('the parser is one of the options that an editor is asked for', async () => {
  const client = await start({
    folders: [workspace()],
    capabilities: { workspace: { configuration: true } },
    options: () => ({ parser: 'remark' }),
  });
  await client.hears('window/logMessage', ({ message }) => message === 'Markdown is parsed by remark.');
});

test('a program that is configuration counts anew when it changes', async () => {
  const program = (level: string) => `export default { rules: { 'no-nbsp': '${level}' } };\n`;
  const folder = workspace({ 'notes.md': text, 'recaplint.config.mjs': program('off') });
  const client = await start({
    folders: [folder],
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    initializationOptions: { configFile: 'recaplint.config.mjs', trusted: true },
  });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, text);
  expect(await client.diagnosticsOf(uri, 1)).toEqual([]);
  rmSync(join(folder, 'recaplint.config.mjs'));
  addFiles(folder, { 'recaplint.config.mjs': program('error') });
  const changes = [{ uri: uriOf(join(folder, 'recaplint.config.mjs')), type: 2 }];
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  await client.diagnostics(uri, (found) => found.length === 1);
});

test('files that change all the time are looked at all the same', async () => {
  const body = '# Notes\n\n[Minutes](minutes.md)\n';
  const folder = workspace({ 'notes.md': body });
  const client = await start({ folders: [folder], capabilities: pulls });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, body);
  expect(codes((await ask(client, uri)).items)).toEqual(['no-broken-local-link']);
  addFiles(folder, { 'minutes.md': '# Minutes\n' });
  const changes = [{ uri: uriOf(join(folder, 'minutes.md')), type: 1 }];
  const noise = setInterval(() => client.notify('workspace/didChangeWatchedFiles', { changes }), 40);
  try {
    await client.asksAgain(async () => (await ask(client, uri)).items?.length === 0);
  } finally {
    clearInterval(noise);
  }
});

test('findings carry what can be done about them', async () => {
  const folder = workspace();
  const client = await start({ folders: [folder] });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, text);
  const [found] = await client.diagnosticsOf(uri, 1);
  expect(found!.data).toEqual({ message: expect.any(String), fix: 'safe' });
});
