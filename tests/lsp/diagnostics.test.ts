import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { addFiles } from '../folder.ts';
import { marked, uriOf } from './client.ts';
import { dated, nameOf, report, reports } from './series-posts.ts';
import { codes, start, workspace } from './start.ts';

const pulls = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const watches = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

const line = '😀漢é a&nbsp;b';
const text = `# Notes\n\n${line}\n`;

describe('findings are sent', () => {
  test('with version, code, address of the page and exactly the characters at fault', async () => {
    const folder = workspace({ 'notes.md': text });
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text, { version: 7 });
    const [found, ...others] = await client.diagnosticsOf(uri, 7);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'no-nbsp', source: 'recaplint', severity: 2 });
    expect(found!.codeDescription!.href).toMatch(/no-nbsp\.md$/);
    expect(marked(text, found!.range)).toBe('&nbsp;');
  });

  test.each([
    'utf-8',
    'utf-16',
    'utf-32',
  ] as const)('in %s, where the client would like that best', async (encoding) => {
    const folder = workspace();
    const client = await start({
      folders: [folder],
      capabilities: { general: { positionEncodings: [encoding, 'utf-16'] } },
    });
    expect(client.result.capabilities.positionEncoding).toBe(encoding);
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    const [found] = await client.diagnosticsOf(uri, 1);
    expect(marked(text, found!.range, encoding)).toBe('&nbsp;');
    const start8 = { line: 2, character: { 'utf-8': 9, 'utf-16': 4, 'utf-32': 3 }[encoding] };
    await client.change(uri, 2, { range: { start: start8, end: start8 }, text: '&nbsp;' });
    const after = text.replace(' a', '&nbsp; a');
    const both = await client.diagnosticsOf(uri, 2);
    expect(both.map(({ range }) => marked(after, range, encoding))).toEqual(['&nbsp;', '&nbsp;']);
  });

  test('in UTF-16 where the client says nothing, or nothing that is known', async () => {
    for (const positionEncodings of [undefined, ['utf-7']]) {
      const client = await start({
        folders: [],
        capabilities: { general: positionEncodings ? { positionEncodings } : {} },
      });
      expect(client.result.capabilities.positionEncoding).toBe('utf-16');
    }
  });

  test('of the last of many quick changes, and none of an old text after it', async () => {
    const folder = workspace();
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, 'a\n');
    const at = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (let version = 2; version <= 60; version++)
      client.change(uri, version, { range: at, text: '&nbsp;x ' });
    const found = await client.diagnosticsOf(uri, 60);
    expect(found).toHaveLength(59);
    const versions = client.heard.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' ? [params.version] : [],
    );
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    for (const { method, params } of client.heard) {
      if (method === 'textDocument/publishDiagnostics' && params.version > 1)
        expect(params.diagnostics).toHaveLength(params.version - 1);
    }
  });

  test('and taken back when a text is closed', async () => {
    const folder = workspace();
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    await client.diagnostics(uri, (found) => found.length === 1);
    await client.close(uri);
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  test('also of texts without a file and of files outside all folders', async () => {
    const folder = workspace();
    const outside = workspace({ 'notes.md': text });
    const client = await start({ folders: [folder] });
    for (const uri of [
      'untitled:Untitled-1',
      'vscode-vfs://github/a/b/notes.md',
      uriOf(join(outside, 'notes.md')),
    ]) {
      await client.open(uri, text);
      expect(codes(await client.diagnosticsOf(uri, 1))).toEqual(['no-nbsp']);
    }
  });

  test('not of notebooks, other languages, and posts that are ignored', async () => {
    const folder = workspace({
      '.recaplintrc.json': '{ "ignores": ["drafts/**"] }',
      '.gitignore': 'build/\n',
    });
    const client = await start({ folders: [folder] });
    await client.open('vscode-notebook-cell:/a.ipynb#1', text);
    await client.open(uriOf(join(folder, 'a.txt')), text, { languageId: 'plaintext' });
    for (const name of ['drafts/a.md', 'build/a.md', 'node_modules/a/README.md'])
      await client.open(uriOf(join(folder, name)), text);
    const last = uriOf(join(folder, 'notes.md'));
    await client.open(last, text);
    expect(codes(await client.diagnosticsOf(last, 1))).toEqual(['no-nbsp']);
    const told = client.heard.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && params.diagnostics.length > 0 ? [params.uri] : [],
    );
    expect(new Set(told)).toEqual(new Set([last]));
  });

  test('for folders with spaces, signs and letters of all kinds in their names', async () => {
    const folder = workspace({ 'a b/#1 100%/é😀/notes.md': text });
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, 'a b/#1 100%/é😀/notes.md'));
    await client.open(uri, text);
    expect(codes(await client.diagnosticsOf(uri, 1))).toEqual(['no-nbsp']);
  });

  test('when a text is saved, and not before, where that is wished', async () => {
    const folder = workspace();
    const client = await start({ folders: [folder], initializationOptions: { run: 'onSave' } });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, 'a\n');
    await client.diagnosticsOf(uri, 1);
    await client.change(uri, 2, { text });
    await client.change(uri, 3, { text });
    await client.save(uri);
    expect(await client.diagnosticsOf(uri, 3)).toHaveLength(1);
    expect(client.heard.some(({ params }) => params?.version === 2)).toBe(false);
  });
});

describe('findings are asked for', () => {
  test('and never sent then', async () => {
    const folder = workspace({ 'notes.md': text });
    const client = await start({ folders: [folder], capabilities: pulls });
    expect(client.result.capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, text);
    const first = await client.request('textDocument/diagnostic', { textDocument: { uri } });
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'no-nbsp' }] });
    const { resultId } = first;
    const ask = { textDocument: { uri }, previousResultId: resultId };
    expect(await client.request('textDocument/diagnostic', ask)).toEqual({ kind: 'unchanged', resultId });
    await client.change(uri, 2, { text: 'a\n' });
    expect(await client.request('textDocument/diagnostic', ask)).toMatchObject({ kind: 'full', items: [] });
    await client.close(uri);
    expect(client.heard.filter(({ method }) => method === 'textDocument/publishDiagnostics')).toEqual([]);
  });

  test('for the whole workspace, open or not', async () => {
    const folder = workspace({ ...reports(5), [nameOf(0)]: report(0, dated), 'bad.md': text });
    const client = await start({ folders: [folder], capabilities: pulls });
    const last = uriOf(join(folder, nameOf(4)));
    await client.open(last, report(4, dated));
    const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
    const found = items.filter((item: { items: unknown[] }) => item.items.length > 0);
    expect(found.map(({ uri }: { uri: string }) => uri).sort()).toEqual(
      [uriOf(join(folder, 'bad.md')), last].sort(),
    );
    const previousResultIds = items.map(({ uri, resultId: value }: { uri: string; resultId: string }) => ({
      uri,
      value,
    }));
    const again = await client.request('workspace/diagnostic', { previousResultIds });
    expect(new Set(again.items.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['unchanged']));
    rmSync(join(folder, 'bad.md'));
    const gone = uriOf(join(folder, 'bad.md'));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: gone, type: 3 }] });
    const isGone = { uri: gone, version: null, kind: 'full', items: [] };
    await client.asksAgain(async () => {
      const later = await client.request('workspace/diagnostic', { previousResultIds });
      return later.items.some((item: object) => JSON.stringify(item) === JSON.stringify(isGone));
    });
  });

  test('for posts beside one that was asked about before the folder was read', async () => {
    const folder = workspace({ ...reports(5), [nameOf(1)]: text });
    const client = await start({ folders: [folder], capabilities: pulls });
    const [first, last] = [uriOf(join(folder, nameOf(1))), uriOf(join(folder, nameOf(4)))];
    await client.open(last, report(4));
    const position = { line: 0, character: 0 };
    const [{ items }] = await Promise.all([
      client.request('workspace/diagnostic', { previousResultIds: [] }),
      client.request('textDocument/hover', { textDocument: { uri: last }, position }),
    ]);
    const found = items.find(({ uri }: { uri: string }) => uri === first);
    expect(codes(found.items)).toContain('no-nbsp');
  });

  test('for posts that are not open, and whose links lead to files that have gone since', async () => {
    const folder = workspace({ 'a.md': '# Notes\n\nSee [the boats](b.md).\n', 'b.md': '# Boats\n\nText.\n' });
    const client = await start({ folders: [folder], capabilities: pulls });
    const found = async () => {
      const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
      return codes(items.flatMap((item: { items: Diagnostic[] }) => item.items));
    };
    expect(await found()).toEqual([]);
    rmSync(join(folder, 'b.md'));
    const changes = [{ uri: uriOf(join(folder, 'b.md')), type: 3 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await client.asksAgain(async () => (await found()).includes('no-broken-local-link'));
  });

  test('and the answer to a question that was taken back is an error', async () => {
    const folder = workspace({ ...reports(5) });
    const client = await start({ folders: [folder], capabilities: pulls });
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'workspace/diagnostic',
      { previousResultIds: [] },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toThrow(/cancel/i);
    const uri = uriOf(join(folder, nameOf(1)));
    await client.open(uri, text);
    expect(await client.request('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
      kind: 'full',
    });
  });
});

describe('the series', () => {
  test('is compared with, and the other place is shown', async () => {
    const folder = workspace({ ...reports(6), [nameOf(0)]: report(0, dated) });
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, nameOf(5)));
    await client.open(uri, report(5, dated));
    const [found] = await client.diagnostics(uri, (all) => codes(all).includes('no-copied-text'));
    const [related] = found!.relatedInformation!;
    expect(related!.location.uri).toBe(uriOf(join(folder, nameOf(0))));
    expect(marked(report(0, dated), related!.location.range)).toBe(dated);
  });

  test('counts as it stands in the editor: a change in one post changes the findings of another', async () => {
    const folder = workspace({ ...reports(6) });
    const client = await start({ folders: [folder] });
    const [first, last] = [uriOf(join(folder, nameOf(0))), uriOf(join(folder, nameOf(5)))];
    await client.open(last, report(5, dated));
    await client.diagnosticsOf(last, 1);
    await client.open(first, report(0));
    await client.change(first, 2, { text: report(0, dated) });
    await client.diagnostics(last, (found) => codes(found).includes('no-copied-text'));
    await client.change(first, 3, { text: report(0) });
    await client.diagnostics(last, (found) => found.length === 0);
    await client.change(first, 4, { text: report(0, dated) });
    await client.diagnostics(last, (found) => codes(found).includes('no-copied-text'));
    // Not saved: what counts is on disk again.
    await client.close(first);
    await client.diagnostics(last, (found) => found.length === 0);
  });

  test('counts as it stands on disk, as soon as that changes', async () => {
    const folder = workspace({ ...reports(6) });
    const client = await start({ folders: [folder], capabilities: watches });
    const last = uriOf(join(folder, nameOf(5)));
    await client.open(last, report(5, dated));
    await client.diagnosticsOf(last, 1);
    const { registrations } = await client.hears('client/registerCapability');
    expect(registrations[0].method).toBe('workspace/didChangeWatchedFiles');
    addFiles(folder, { [nameOf(0)]: report(0, dated) });
    const changed = (type: number) =>
      client.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(join(folder, nameOf(0))), type }],
      });
    await changed(2);
    await client.diagnostics(last, (found) => codes(found).includes('no-copied-text'));
    rmSync(join(folder, nameOf(0)));
    await changed(3);
    await client.diagnostics(last, (found) => found.length === 0);
  });

  test('is looked up anew when something is saved, for clients that do not watch files', async () => {
    const folder = workspace({ ...reports(6) });
    const client = await start({ folders: [folder] });
    const last = uriOf(join(folder, nameOf(5)));
    await client.open(last, report(5, dated));
    await client.diagnosticsOf(last, 1);
    addFiles(folder, { [nameOf(0)]: report(0, dated) });
    await client.save(last);
    await client.diagnostics(last, (found) => codes(found).includes('no-copied-text'));
  });

  test('is long, and its findings stay where they belong while somebody writes', async () => {
    const folder = workspace({ ...reports(400, -394), [nameOf(0)]: report(0, dated) });
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, nameOf(5)));
    let content = report(5, dated);
    await client.open(uri, content);
    await client.diagnostics(uri, (found) => codes(found).includes('no-copied-text'));
    const at = { line: 5, character: 0 };
    for (let version = 2; version < 12; version++) {
      await client.change(uri, version, { range: { start: at, end: at }, text: 'é\n' });
      content = content.replace('## Work', 'é\n## Work');
      const found = await client.diagnosticsOf(uri, version);
      const copied = found.find(({ code }) => code === 'no-copied-text');
      expect(marked(content, copied!.range)).toBe(dated);
    }
    await client.change(uri, 12, { text: report(5) });
    await client.diagnostics(uri, (found, version) => version === 12 && found.length === 0);
  });

  test('of a file outside all folders is found beside it', async () => {
    const outside = workspace({ ...reports(6), [nameOf(0)]: report(0, dated) });
    const client = await start({ folders: [workspace()] });
    const uri = uriOf(join(outside, nameOf(5)));
    await client.open(uri, report(5, dated));
    await client.diagnostics(uri, (found) => codes(found).includes('no-copied-text'));
  });

  test('is read with progress that can be stopped, where that takes time', async () => {
    const folder = workspace(reports(500));
    const client = await start({ folders: [folder], capabilities: { window: { workDoneProgress: true } } });
    const { token } = await client.hears('window/workDoneProgress/create');
    await client.hears('$/progress', ({ value }) => value.kind === 'begin' && value.cancellable === true);
    await client.notify('window/workDoneProgress/cancel', { token });
    await client.hears('$/progress', ({ value }) => value.kind === 'end');
  });
});

test('a text with a NUL character is no text, as in a file', async () => {
  const client = await start({ folders: [workspace()] });
  await client.open('untitled:a.md', 'a&nbsp;b \uD800\n\0c&nbsp;d\n');
  const [found, ...others] = await client.diagnosticsOf('untitled:a.md', 1);
  expect(found).toMatchObject({ code: 'invalid-encoding', range: { start: { line: 1, character: 0 } } });
  expect(others).toEqual([]);
});
