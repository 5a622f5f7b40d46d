import { describe, expect, test } from 'vitest';
import { framed, initialize, type RawServer, startRaw } from './raw-server.ts';

/** A post in which one thing is wrong. */
const text = 'a&nbsp;b\n';
const opened = (uri: unknown, content: unknown = text) => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'markdown', version: 1, text: content } },
});

/** Lists in lists: more than `JSON.stringify` takes. */
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** A server that an editor has said hello to. */
async function started(): Promise<RawServer> {
  const server = startRaw();
  server.send(initialize());
  await server.answer(1);
  server.send({ method: 'initialized', params: {} });
  return server;
}

/** It finds what is wrong in a post that is opened now. */
async function expectToWork(server: RawServer, uri = 'untitled:works.md'): Promise<void> {
  server.send(opened(uri));
  const found = () =>
    server
      .messages()
      .find(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri);
  await expect.poll(() => found()?.params.diagnostics[0]?.code, { timeout: 20_000 }).toBe('no-nbsp');
}

describe('a message that cannot be told from the next ends the server, and says why', () => {
  test.each<[string, string | Uint8Array]>([
    ['noise', Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256))],
    ['no length', 'Content-Type: a\r\n\r\n{}'],
    ['a length of no number', 'Content-Length: a\r\n\r\n{}'],
    ['a length below nothing', 'Content-Length: -5\r\n\r\n{}'],
    ['a length and more', 'Content-Length: 2;3\r\n\r\n{}'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a length that nothing has', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['a line without a name', 'Content-Length\r\n\r\n{}'],
    ['a head without an end', 'X: '.padEnd(20_000, 'a')],
    ['a text in place of a head', '{"jsonrpc":"2.0","id":1,"method":"initialize"}\r\n\r\n'],
  ])(
    '%s',
    async (_, bytes) => {
      const server = await started();
      server.write(bytes);
      expect(await server.exited).toEqual([1, null]);
      expect(server.stderr()).toMatch(/^recaplint: the editor's messages cannot be read: [^\n]+\.\n$/);
    },
    20_000,
  );
});

test('a message in pieces, with other headers and in other letters, is one', async () => {
  const server = startRaw();
  const json = JSON.stringify({ jsonrpc: '2.0', ...initialize() });
  const bytes = `content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:  ${json.length} \r\n\r\n${json}`;
  for (const byte of bytes) server.write(byte);
  expect((await server.answer(1)).result.serverInfo.name).toBe('recaplint');
});

/** What no editor should send, and a server must not die of. */
const wrong: readonly (readonly [what: string, message: string | Uint8Array])[] = [
  ['no JSON', 'Content-Length: 3\r\n\r\n{a}'],
  ['nothing', 'Content-Length: 0\r\n\r\n'],
  ['no UTF-8', Buffer.from('Content-Length: 3\r\n\r\n"\xff"', 'latin1')],
  ['a number', 'Content-Length: 1\r\n\r\n5'],
  ['null', 'Content-Length: 4\r\n\r\nnull'],
  ['a list', 'Content-Length: 2\r\n\r\n[]'],
  ['a request without a method', framed({ id: 7 })],
  ['a request with an object for an id', framed({ id: {}, method: 'textDocument/hover' })],
  ['an answer to nothing', framed({ id: 99, result: 1 })],
  ['a cancelled nothing', framed({ method: '$/cancelRequest', params: { id: 'x' } })],
  ['a cancelled without an id', framed({ method: '$/cancelRequest' })],
  ['a trace of no kind', framed({ method: '$/setTrace', params: null })],
  ['depth', `Content-Length: ${deep.length}\r\n\r\n${deep}`],
  ['an open text without an address', framed(opened(undefined))],
  ['an open text with a number for an address', framed(opened(5))],
  ['an open text with a list for a text', framed(opened('untitled:a.md', ['a']))],
  ['an open text without anything', framed({ method: 'textDocument/didOpen' })],
  ['a change without a text', framed({ method: 'textDocument/didChange', params: {} })],
  [
    'a change of no text',
    framed({ method: 'textDocument/didChange', params: { textDocument: null, contentChanges: [null] } }),
  ],
  ['closing nothing', framed({ method: 'textDocument/didClose', params: { textDocument: {} } })],
  [
    'folders of no kind',
    framed({
      method: 'workspace/didChangeWorkspaceFolders',
      params: { event: { added: [{ uri: 5 }, null], removed: 'a' } },
    }),
  ],
  [
    'files of no kind',
    framed({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: 5 }, null] } }),
  ],
  [
    'settings of no kind',
    framed({ method: 'workspace/didChangeConfiguration', params: { settings: { recaplint: [1] } } }),
  ],
  [
    'a folder with an address that no file can have',
    framed({
      method: 'workspace/didChangeWorkspaceFolders',
      params: { event: { added: [{ uri: 'file:///a%00' }], removed: [] } },
    }),
  ],
  ['a second initialized', framed({ method: 'initialized', params: {} })],
  ['a second initialize', framed({ ...initialize(), id: 2 })],
];

test('what no editor should send is survived', async () => {
  const server = await started();
  for (const [what, message] of wrong) {
    server.write(message);
    await expectToWork(server, `untitled:${encodeURIComponent(what)}.md`);
  }
});

test('a text that is opened with what is no text changes nothing of the others', async () => {
  const server = await started();
  for (const uri of [undefined, 5, null, {}, ['a']]) server.send(opened(uri));
  server.send(opened('untitled:b.md', 7));
  server.send({
    method: 'textDocument/didChange',
    params: {
      textDocument: { uri: 'untitled:b.md', version: 2 },
      contentChanges: [{ text: 5 }, { range: 'a', text: 'b' }],
    },
  });
  await expectToWork(server);
  server.send({
    id: 9,
    method: 'textDocument/hover',
    params: { textDocument: { uri: 'untitled:works.md' }, position: { line: 0, character: 2 } },
  });
  expect((await server.answer(9)).result.contents.value).toContain('no-nbsp');
});

test('a second initialize is refused, and the texts that are open stay so', async () => {
  const server = await started();
  server.send(opened('untitled:works.md'));
  server.send({ ...initialize(), id: 2 });
  expect((await server.answer(2)).error).toMatchObject({ code: -32600 });
  server.send({
    id: 3,
    method: 'textDocument/hover',
    params: { textDocument: { uri: 'untitled:works.md' }, position: { line: 0, character: 2 } },
  });
  expect((await server.answer(3)).result.contents.value).toContain('no-nbsp');
});

test('whatever is asked after shutdown is refused as such', async () => {
  const server = await started();
  server.send(opened('untitled:works.md'));
  server.send({ id: 2, method: 'shutdown' });
  await server.answer(2);
  const params = { textDocument: { uri: 'untitled:works.md' }, position: { line: 0, character: 2 } };
  server.send({ id: 3, method: 'textDocument/hover', params });
  server.send({ id: 4, method: 'textDocument/documentSymbol', params });
  for (const id of [3, 4]) expect((await server.answer(id)).error).toMatchObject({ code: -32600 });
  server.send({ method: 'exit' });
  expect(await server.exited).toEqual([0, null]);
});

test.each<[string, object]>([
  [
    'options of every wrong kind',
    { initializationOptions: { parser: {}, trusted: 'yes', __proto__x: 1, configFile: 5 } },
  ],
  [
    'a prototype among the options',
    {
      initializationOptions: JSON.parse(
        '{"__proto__":{"trusted":true},"constructor":{"prototype":{"trusted":true}}}',
      ),
    },
  ],
  ['deep options', { initializationOptions: { parser: 'DEPTH', DEPTH: 5 } }],
  [
    'folders that are none',
    {
      workspaceFolders: [null, { uri: 5 }, {}, { uri: 'file://host/%00' }, { uri: 'no address' }],
      rootUri: 7,
    },
  ],
  [
    'capabilities of no kind',
    {
      capabilities: { general: { positionEncodings: 'utf-8' }, textDocument: 5, workspace: [], window: null },
    },
  ],
  ['a process of no kind', { processId: 'a', trace: 7, workspaceFolders: 'a' }],
])('an editor that begins with %s is served', async (_, params) => {
  const server = startRaw();
  const json = JSON.stringify({ jsonrpc: '2.0', ...initialize(params) })
    .replaceAll('"DEPTH":', '"x":')
    .replace('"DEPTH"', deep);
  server.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  const answer = await server.answer(1);
  expect(answer.error).toBeUndefined();
  server.send({ method: 'initialized', params: {} });
  await expectToWork(server);
});
