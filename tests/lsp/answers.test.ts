import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  ResourceOperationKind,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { applied } from './apply.ts';
import { type Client, type ClientSetup, marked, uriOf } from './client.ts';
import { nameOf, report, reports } from './series-posts.ts';
import { codes, start, workspace } from './start.ts';

const text = '# Notes\n\n😀漢 a&nbsp;b and and c&nbsp;d.\n';
const pair = text.indexOf('and and');

/** A client with one open text. */
async function opened(setup: Omit<ClientSetup, 'folders'> = {}, content = text) {
  const folder = workspace();
  const client = await start({ folders: [folder], ...setup });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, content);
  return { client, uri, folder };
}

/** The place of a character of the third line. */
function at(offset: number) {
  return { line: 2, character: offset - text.indexOf('😀') };
}

async function actions(
  client: Client,
  uri: string,
  offset: number,
  context: object = {},
): Promise<CodeAction[]> {
  const range = { start: at(offset), end: at(offset) };
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
  return client.request('textDocument/codeAction', params);
}

const edits = {
  documentChanges: true,
  resourceOperations: [ResourceOperationKind.Create],
  snippetEditSupport: true,
};
const codeActionLiteralSupport = { codeActionKind: { valueSet: ['quickfix', 'source'] } };
const plain = { textDocument: { codeAction: { codeActionLiteralSupport } } };
const modern = {
  workspace: { workspaceEdit: edits, applyEdit: true },
  textDocument: {
    codeAction: { codeActionLiteralSupport, dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

describe('actions', () => {
  test('carry edits for the version that they were made for', async () => {
    const { client, uri } = await opened({
      capabilities: { ...plain, workspace: { workspaceEdit: edits } },
    });
    const diagnostics = await client.diagnosticsOf(uri, 1);
    const found = await actions(client, uri, text.indexOf('&nbsp;'), { diagnostics });
    const [fix] = found;
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'no-nbsp' }] });
    const [change] = fix!.edit!.documentChanges!;
    expect(change).toMatchObject({ textDocument: { uri, version: 1 } });
    expect(applied(text, uri, fix!.edit!)).toBe(text.replace('&nbsp;', ' '));
  });

  test('carry plain edits for clients that know no versions', async () => {
    const { client, uri } = await opened({ capabilities: plain });
    const [fix] = await actions(client, uri, text.indexOf('&nbsp;'));
    expect(Object.keys(fix!.edit!)).toEqual(['changes']);
    expect(applied(text, uri, fix!.edit!)).toBe(text.replace('&nbsp;', ' '));
  });

  test('have their edits worked out when they are chosen, where the client can ask', async () => {
    const { client, uri } = await opened({ capabilities: modern });
    const found = await actions(client, uri, text.indexOf('&nbsp;'));
    expect(found.every(({ edit }) => edit === undefined)).toBe(true);
    const all = found.find(({ title }) => title.startsWith('Fix all 2'));
    const resolved = await client.request('codeAction/resolve', all!);
    expect(applied(text, uri, resolved.edit)).toBe(text.replaceAll('&nbsp;', ' '));
  });

  test('are not worked out for a text that has changed', async () => {
    const { client, uri } = await opened({ capabilities: modern });
    const [fix] = await actions(client, uri, text.indexOf('&nbsp;'));
    await client.change(uri, 2, { text: `x${text}` });
    await expect(client.request('codeAction/resolve', fix!)).rejects.toMatchObject({ code: -32801 });
  });

  test.each([
    ['without data', undefined],
    ['with data of another kind', 'fix'],
    ['with data that lack the text', { version: 1, id: 'fix-all' }],
    ['with data of the wrong types', { uri: 1, version: '1', id: null }],
  ])('are refused %s', async (_name, data) => {
    const { client } = await opened({ capabilities: modern });
    const action = { title: 'x', data };
    await expect(client.request('codeAction/resolve', action)).rejects.toMatchObject({ code: -32602 });
  });

  const oldActions = { textDocument: { codeAction: { dynamicRegistration: false } } };

  test('are one command for clients that know commands alone', async () => {
    let edit: WorkspaceEdit = {};
    const applyEdit = (given: WorkspaceEdit) => {
      edit = given;
      return true;
    };
    const capabilities = { ...oldActions, workspace: { applyEdit: true } };
    const { client, uri } = await opened({ capabilities, applyEdit });
    const found = await actions(client, uri, text.indexOf('&nbsp;'));
    const title = 'Fix all that recaplint can fix safely';
    expect(found).toEqual([{ title, command: 'recaplint.server.fixAll', arguments: [uri] }]);
    await client.request('workspace/executeCommand', found[0]!);
    expect(applied(text, uri, edit)).not.toContain('&nbsp;');
    expect(await actions(client, uri, 0, { only: ['quickfix'] })).toEqual([]);
  });

  test('are none for clients that take neither actions nor edits', async () => {
    const { client, uri } = await opened({ capabilities: oldActions });
    expect(await actions(client, uri, text.indexOf('&nbsp;'))).toEqual([]);
  });

  test('carry their edits for clients that say nothing of actions', async () => {
    const { client, uri } = await opened();
    const [fix] = await actions(client, uri, text.indexOf('&nbsp;'));
    expect(applied(text, uri, fix!.edit!)).toBe(text.replace('&nbsp;', ' '));
  });

  test.each(['line', 'file'])('switch a rule off for the %s, with a reason to be written', async (extent) => {
    const { client, uri } = await opened({ capabilities: modern });
    const found = await actions(client, uri, pair);
    const off = found.find(({ title }) => title.includes('no-repeated-word') && title.includes(extent));
    const { edit } = await client.request('codeAction/resolve', off!);
    expect(JSON.stringify(edit)).toContain(`$${'{1:reason}'}`);
    const after = applied(text, uri, edit as WorkspaceEdit);
    expect(after).toMatch(/recaplint-disable-[\w-]+ no-repeated-word -- reason/);
    await client.change(uri, 2, { text: after });
    expect(codes(await client.diagnosticsOf(uri, 2))).toEqual(['no-nbsp', 'no-nbsp']);
  });

  test('of the kind that was asked for alone, and no comments where nobody asked', async () => {
    const { client, uri } = await opened({ capabilities: plain });
    const place = text.indexOf('&nbsp;');
    const all = await actions(client, uri, place, { only: ['source.fixAll'] });
    expect(all.map(({ kind }) => kind)).toEqual(['source.fixAll.recaplint']);
    const after = applied(text, uri, all[0]!.edit!);
    await client.change(uri, 2, { text: after });
    await client.diagnosticsOf(uri, 2);
    expect(await actions(client, uri, 0, { only: ['source.fixAll.recaplint'] })).toEqual([]);
    await client.change(uri, 3, { text });
    await client.diagnosticsOf(uri, 3);
    expect(await actions(client, uri, place, { only: ['refactor'] })).toEqual([]);
    const automatic = await actions(client, uri, place, { triggerKind: 2 });
    expect(automatic.length).toBeGreaterThan(0);
    expect(automatic.some(({ title }) => /disable|switch/i.test(title))).toBe(false);
  });

  test('are found at places that do not exist, too', async () => {
    const { client, uri } = await opened({ capabilities: plain });
    const range = { start: { line: 2, character: 999_999 }, end: { line: 999_999, character: 3 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    expect(Array.isArray(await client.request('textDocument/codeAction', params))).toBe(true);
  });
});

describe('questions', () => {
  test('a hover says why a rule is there, and what a month means', async () => {
    const folder = workspace(reports(4));
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, nameOf(3)));
    const content = report(3, 'In January 2023 we&nbsp;sailed.');
    await client.open(uri, content);
    const lineOf = (part: string) => content.slice(0, content.indexOf(part)).split('\n').length - 1;
    const ask = (part: string, line = lineOf(part)) => {
      const character = content.split('\n')[line]!.indexOf(part) + 1;
      return client.request('textDocument/hover', { textDocument: { uri }, position: { line, character } });
    };
    const nbsp = await ask('&nbsp;');
    expect(nbsp.contents.value).toContain('no-nbsp');
    expect(marked(content, nbsp.range)).toBe('&nbsp;');
    const month = await ask('January 2023');
    expect(marked(content, month.range)).toBe('January 2023');
    expect(month.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('31') });
    expect((await ask('date:')).contents.value).toContain('date');
    expect(await ask('sailed')).toBeNull();
  });

  test('rule ids are completed in comments and in configuration files', async () => {
    const comment = '# Notes\n\n<!-- recaplint-disable-next-line no-nb -->\na&nbsp;b\n';
    const { client, uri, folder } = await opened({}, comment);
    const position = { line: 2, character: comment.split('\n')[2]!.indexOf('no-nb') + 5 };
    const inPost = await client.request('textDocument/completion', { textDocument: { uri }, position });
    const chosen = inPost.find(({ label }: { label: string }) => label === 'no-nbsp');
    expect(applied(comment, uri, { changes: { [uri]: [chosen.textEdit] } })).toContain(
      'next-line no-nbsp -->',
    );
    const config = uriOf(join(folder, '.recaplintrc.json'));
    await client.open(config, '{ "rules": { "no-" } }', { languageId: 'json' });
    const place = { textDocument: { uri: config }, position: { line: 0, character: 17 } };
    const inConfig = await client.request('textDocument/completion', place);
    expect(inConfig.map(({ label }: { label: string }) => label)).toContain('no-nbsp');
  });

  test('the outline nests sections', async () => {
    const { client, uri } = await opened({}, '---\ntitle: T\n---\n\n## A\n\n### B\n\n## C\n');
    const [head, a, c] = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    expect([head.name, a.name, a.children[0].name, c.name]).toEqual(['Front matter', 'A', 'B', 'C']);
    expect(a.range.end).toEqual(c.range.start);
  });

  test('a line over the post says what it is about, unless that is switched off', async () => {
    const folder = workspace(reports(4));
    const uri = uriOf(join(folder, nameOf(1)));
    for (const codeLens of [true, false]) {
      const client = await start({ folders: [folder], initializationOptions: { codeLens } });
      await client.open(uri, report(1));
      const found = await client.request('textDocument/codeLens', { textDocument: { uri } });
      if (codeLens)
        expect(found).toMatchObject([{ command: { title: expect.stringContaining('February 2023') } }]);
      else expect(found).toBeNull();
    }
  });

  test('of a text that is no post are answered with nothing', async () => {
    const { client, uri } = await opened();
    const textDocument = { uri: uri.replace('notes', 'gone') };
    const position = { line: 0, character: 0 };
    expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await client.request('textDocument/completion', { textDocument, position })).toBeNull();
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toBeNull();
    expect(await client.request('textDocument/codeLens', { textDocument })).toBeNull();
  });
});

describe('commands', () => {
  const execute = (client: Client, command: string, ...given: unknown[]) =>
    client.request('workspace/executeCommand', { command: `recaplint.server.${command}`, arguments: given });

  test('fixAll repairs what is certain through the editor', async () => {
    let edit: WorkspaceEdit = {};
    const applyEdit = (given: WorkspaceEdit) => {
      edit = given;
      return true;
    };
    const { client, uri } = await opened({ capabilities: modern, applyEdit });
    expect(await execute(client, 'fixAll', uri)).toBe(true);
    expect(applied(text, uri, edit)).not.toContain('&nbsp;');
    await client.change(uri, 2, { text: applied(text, uri, edit) });
    expect(await execute(client, 'fixAll', uri)).toBe(false);
  });

  test('timeline gives Markdown', async () => {
    const folder = workspace(reports(4));
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, nameOf(1)));
    await client.open(uri, report(1));
    expect(await execute(client, 'timeline', uri)).toMatch(/^# Timeline: .*February 2023/);
  });

  test('series and newIssue write the next post', async () => {
    const folder = workspace(reports(4));
    const edits: WorkspaceEdit[] = [];
    const applyEdit = (given: WorkspaceEdit) => edits.push(given) > 0;
    const client = await start({ folders: [folder], capabilities: modern, applyEdit });
    const [series] = await execute(client, 'series', uriOf(folder));
    expect(series.next).toBe('May 2023');
    const { uri } = await execute(client, 'newIssue', uriOf(folder), series.next, series.name);
    expect(uri).toBe(uriOf(join(folder, nameOf(4))));
    expect(edits[0]!.documentChanges![0]).toMatchObject({ kind: 'create', uri });
    expect(applied('', uri, edits[0]!)).toContain('title: May 2023 Harbour Report');
    expect(existsSync(join(folder, nameOf(4)))).toBe(false);
  });

  test('newIssue writes the file where the editor makes none', async () => {
    const folder = workspace(reports(4));
    const client = await start({ folders: [folder] });
    await execute(client, 'newIssue', uriOf(folder), '2023-05');
    expect(readFileSync(join(folder, nameOf(4)), 'utf8')).toContain('title: May 2023 Harbour Report');
  });

  test.each([
    ['newIssue', ['', 'soon'], '"soon" is no period'],
    ['newIssue', ['', '2023-04'], 'April 2023 has its post'],
    ['timeline', ['file:///nowhere.md'], 'is no post that is open'],
    ['dance', [], 'There is no command'],
  ])('%s %j that cannot be carried out says why', async (command, given, reason) => {
    const client = await start({ folders: [workspace(reports(4))], capabilities: modern });
    await expect(execute(client, command, ...given)).rejects.toThrow(reason);
  });
});

test('an editor that shows it is told what each open post is about', async () => {
  const folder = workspace(reports(4));
  const client = await start({ folders: [folder], initializationOptions: { status: true } });
  const uri = uriOf(join(folder, nameOf(1)));
  await client.open(uri, report(1));
  const status = await client.hears('recaplint/status', (params) => params.uri === uri);
  expect(status).toMatchObject({ period: 'February 2023', parser: 'satteri', trusted: false, problem: null });
});
