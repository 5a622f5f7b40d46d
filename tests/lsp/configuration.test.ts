import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { marked, uriOf } from './client.ts';
import { codes, start, workspace } from './start.ts';

const text = '# Notes\n\nA&nbsp;b.\n';
const off = '{ "rules": { "no-nbsp": "off" } }\n';
const watches = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const asks = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };

describe('configuration', () => {
  test.each([
    ['is heard of', watches],
    ['is saved', {}],
  ])('counts anew when a change of its file %s', async (_, capabilities) => {
    const folder = workspace({ 'notes.md': text, '.recaplintrc.json': off });
    const client = await start({ folders: [folder], capabilities });
    const [uri, config] = [uriOf(join(folder, 'notes.md')), uriOf(join(folder, '.recaplintrc.json'))];
    await client.open(uri, text);
    expect(await client.diagnosticsOf(uri, 1)).toEqual([]);
    const changed = () =>
      capabilities === watches
        ? client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] })
        : client.save(config);
    addFiles(folder, { '.recaplintrc.json': off.replace('off', 'error') });
    await changed();
    const [found] = await client.diagnostics(uri, (all) => all.length > 0);
    expect(found).toMatchObject({ code: 'no-nbsp', severity: 1 });
  });

  test.each([
    '.recaplintrc.json',
    'more.json',
  ])('counts anew for clients that do not watch files, once a post is saved: %s', async (name) => {
    const files = {
      '.recaplintrc.json': '{ "extends": ["recaplint:recommended", "./more.json"] }',
      'more.json': '{}',
    };
    const folder = workspace({ 'posts/notes.md': text, ...files });
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, 'posts/notes.md'));
    await client.open(uri, text);
    await client.diagnostics(uri, (found) => found.length === 1);
    addFiles(folder, { [name]: off });
    await client.save(uri);
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  test('that is wrong is marked in its file and told once, and findings come back with its repair', async () => {
    const broken = '{ "rules": { "no-nbps": "off" } }\n';
    const folder = workspace({ 'notes.md': text, '.recaplintrc.json': broken });
    const client = await start({ folders: [folder], capabilities: watches });
    const [uri, config] = [uriOf(join(folder, 'notes.md')), uriOf(join(folder, '.recaplintrc.json'))];
    await client.open(uri, text);
    const [wrong] = await client.diagnostics(config, (found) => found.length > 0);
    expect(marked(broken, wrong!.range)).toBe('"no-nbps"');
    expect(wrong!.message).toContain('Did you mean "no-nbsp"?');
    expect(await client.diagnosticsOf(uri, 1)).toEqual([]);
    await client.change(uri, 2, { text });
    await client.diagnosticsOf(uri, 2);
    const told = client.heard.filter(({ method }) => method === 'window/showMessage');
    expect(told).toHaveLength(1);
    addFiles(folder, { '.recaplintrc.json': '{}' });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    await client.diagnostics(config, (found) => found.length === 0);
    expect(codes(await client.diagnostics(uri, (found) => found.length > 0))).toEqual(['no-nbsp']);
  });

  test('that is wrong is answered with where it stands, where findings are asked for', async () => {
    const folder = workspace({ 'notes.md': text, '.recaplintrc.json': '{ "rules": 3 }' });
    const client = await start({ folders: [folder], capabilities: { textDocument: { diagnostic: {} } } });
    const config = uriOf(join(folder, '.recaplintrc.json'));
    await client.open(uriOf(join(folder, 'notes.md')), text);
    await client.open(config, '{ "rules": 3 }', { languageId: 'json' });
    const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
    const found = items.find(({ uri }: { uri: string }) => uri === config);
    expect(found.items).toHaveLength(1);
    const own = await client.request('textDocument/diagnostic', { textDocument: { uri: config } });
    expect(own.items).toEqual(found.items);
  });

  test('that is wrong in the same way in two folders is marked in both', async () => {
    const wrong = { '.recaplintrc.json': '{ "rules": { "no-nbps": "off" } }' };
    const folders = [workspace(wrong), workspace(wrong)];
    const client = await start({ folders });
    for (const folder of folders) {
      await client.open(uriOf(join(folder, 'notes.md')), text);
      await client.diagnostics(uriOf(join(folder, '.recaplintrc.json')), (found) => found.length === 1);
    }
  });

  test('of each folder counts in it', async () => {
    const quiet = workspace({ '.recaplintrc.json': off });
    const loud = workspace();
    const client = await start({ folders: [quiet, loud] });
    const [one, two] = [uriOf(join(quiet, 'notes.md')), uriOf(join(loud, 'notes.md'))];
    await client.open(one, text);
    await client.open(two, text);
    expect(await client.diagnosticsOf(two, 1)).toHaveLength(1);
    expect(await client.diagnosticsOf(one, 1)).toEqual([]);
  });

  test('of folders that come and go', async () => {
    const quiet = workspace({ '.recaplintrc.json': '{}', 'strict.yaml': 'rules: { no-nbsp: off }' });
    const client = await start({
      folders: [],
      capabilities: asks,
      options: (scope) => (scope === uriOf(quiet) ? { configFile: 'strict.yaml' } : {}),
    });
    const uri = uriOf(join(quiet, 'notes.md'));
    await client.open(uri, text);
    expect(await client.diagnosticsOf(uri, 1)).toHaveLength(1);
    const folder = { uri: uriOf(quiet), name: 'quiet' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
    await client.diagnostics(uri, (found) => found.length === 0);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
    await client.diagnostics(uri, (found) => found.length === 1);
  });

  test('ignore files count anew when they change', async () => {
    const folder = workspace({ 'drafts/notes.md': text });
    const client = await start({ folders: [folder], capabilities: watches });
    const uri = uriOf(join(folder, 'drafts/notes.md'));
    await client.open(uri, text);
    await client.diagnostics(uri, (found) => found.length === 1);
    addFiles(folder, { '.recaplintignore': 'drafts/\n' });
    const changes = [{ uri: uriOf(join(folder, '.recaplintignore')), type: 1 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await client.diagnostics(uri, (found) => found.length === 0);
  });
});

describe('files that posts point at', () => {
  test('are looked for again when files come or go', async () => {
    const body = '# Notes\n\n[Minutes](minutes.md)\n';
    const config = '{ "rules": { "no-broken-local-link": "error" } }';
    const folder = workspace({ 'notes.md': body, '.recaplintrc.json': config });
    const client = await start({ folders: [folder], capabilities: watches });
    const [uri, minutes] = [uriOf(join(folder, 'notes.md')), uriOf(join(folder, 'minutes.md'))];
    await client.open(uri, body);
    const [found] = await client.diagnostics(uri, (all) => all.length > 0);
    expect(found!.message).toContain('minutes.md');
    addFiles(folder, { 'minutes.md': '# Minutes\n' });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: minutes, type: 1 }] });
    await client.diagnostics(uri, (all) => all.length === 0);
  });
});

describe('options of the editor', () => {
  test('are asked for, and asked for again when they change', async () => {
    const folder = workspace({ 'quiet.yaml': 'rules: { no-nbsp: off }' });
    let options: object = {};
    const client = await start({ folders: [folder], capabilities: asks, options: () => options });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    await client.diagnostics(uri, (found) => found.length === 1);
    options = { configFile: 'quiet.yaml' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  test('are taken from what an older editor sends', async () => {
    const folder = workspace({ 'quiet.yaml': 'rules: { no-nbsp: off }' });
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    await client.diagnostics(uri, (found) => found.length === 1);
    const settings = { recaplint: { configFile: 'quiet.yaml' } };
    await client.notify('workspace/didChangeConfiguration', { settings });
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  test.each([
    [{ prser: 'remark' }, 'There is no option "recaplint.prser". Did you mean "parser"?'],
    [{ parser: 'fast' }, '"recaplint.parser" cannot be "fast": it is "auto" or "satteri" or "remark".'],
    [{ codeLens: 'no' }, '"recaplint.codeLens" cannot be "no": it is true or false.'],
  ])('that are wrong are told: %j', async (initializationOptions, message) => {
    const client = await start({ folders: [workspace()], initializationOptions });
    expect((await client.hears('window/showMessage')).message).toBe(`recaplint: ${message}`);
  });

  test('choose the parser, and the log says which one it is', async () => {
    const client = await start({ folders: [], initializationOptions: { parser: 'remark' } });
    await client.hears('window/logMessage', ({ message }) => message.includes('remark'));
  });
});

/** A program that leaves a file behind where it runs, in either module system. */
const singing = (nest: string) =>
  `import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(join(nest, 'ran'))}, ''));\n`;

/** Whether a program of a checkout runs where an editor opens a post of it; the settings of the editor call it trusted. */
async function runsIn(
  files: Readonly<Record<string, string>>,
  initializationOptions: object,
): Promise<boolean> {
  const nest = makeFolder();
  const program = singing(nest);
  const programs = Object.entries(files).map(([name, content]) => [
    name,
    content === 'evil' ? program : content,
  ]);
  const folder = workspace({ ...Object.fromEntries(programs), 'evil.mjs': program, 'notes.md': text });
  const capabilities = { workspace: { configuration: true } };
  const options = () => ({ trusted: true });
  const client = await start({ folders: [folder], initializationOptions, capabilities, options });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, text);
  await client.diagnosticsOf(uri, 1);
  return readdirSync(nest).length > 0;
}

describe('a program that is configuration', () => {
  const program = "export default { rules: { 'no-nbsp': 'off' } };\n";

  test('is not run in a workspace that nobody trusts, and that is told', async () => {
    const canary =
      "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('./ran', import.meta.url), '');\n";
    const folder = workspace({ 'recaplint.config.mjs': canary + program });
    const initializationOptions = { configFile: 'recaplint.config.mjs' };
    const client = await start({ folders: [folder], initializationOptions });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    expect(await client.diagnosticsOf(uri, 1)).toHaveLength(1);
    const { message } = await client.hears('window/showMessage');
    expect(message).toContain('recaplint.config.mjs is a program and is not run');
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  test.each<[string, object, Readonly<Record<string, string>>]>([
    ['what an option names', { configFile: 'evil.mjs' }, {}],
    ['what an option names, far away', { configFile: '../../evil.mjs' }, {}],
    [
      'what looks like an own configuration',
      {},
      { 'recaplint.config.mjs': 'evil', '.recaplintrc.cjs': 'evil' },
    ],
    ['what a configuration extends', {}, { '.recaplintrc.json': '{ "extends": ["./evil.mjs"] }' }],
    ['what a package is configured by', {}, { 'package.json': '{ "recaplint": "./evil.mjs" }' }],
    [
      'what an editor is told in the checkout',
      {},
      { '.vscode/settings.json': '{ "recaplint.trusted": true, "recaplint.configFile": "evil.mjs" }' },
    ],
    ['what calls itself trusted', { trusted: 'true', configFile: 'evil.mjs' }, {}],
  ])('%s is not run in a workspace that nobody trusts', async (_, initializationOptions, files) => {
    expect(await runsIn(files, initializationOptions)).toBe(false);
  });

  test('sings where the editor says that the workspace is trusted', async () => {
    expect(await runsIn({}, { trusted: true, configFile: 'evil.mjs' })).toBe(true);
  });

  test('is run where the workspace is trusted', async () => {
    const folder = workspace({ 'recaplint.config.mjs': program });
    const initializationOptions = { configFile: 'recaplint.config.mjs', trusted: true };
    const client = await start({ folders: [folder], initializationOptions });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    expect(await client.diagnosticsOf(uri, 1)).toEqual([]);
  });
});
