import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  SocketMessageReader,
  SocketMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { recaplint } from '../e2e/run.ts';
import { makeFolder } from '../folder.ts';
import { uriOf } from './client.ts';
import { initialize, startRaw } from './raw-server.ts';
import { nameOf, report, reports } from './series-posts.ts';
import { codes, start, workspace } from './start.ts';

const text = '# Notes\n\nA&nbsp;b.\n';

describe('the server ends', () => {
  test('with 0 after it was told to shut down and to exit', async () => {
    const client = await start({ folders: [workspace()] });
    expect(await client.stop()).toBe(0);
    expect(client.stderr).toBe('');
  });

  test('with 1 where it is told to exit at once', async () => {
    const server = startRaw();
    server.send(initialize());
    await server.answer(1);
    server.send({ method: 'exit' });
    expect(await server.exited).toEqual([1, null]);
    expect(server.stderr()).toBe('');
  });

  test.each(['before', 'after'])('with 1 where its editor is gone, %s it said what it can', async (when) => {
    const server = startRaw();
    if (when === 'after') {
      server.send(initialize());
      await server.answer(1);
    }
    server.process.stdin!.end();
    expect(await server.exited).toEqual([1, null]);
  });

  test('with the process that the editor names', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const server = startRaw();
    server.send(initialize({ processId: editor.pid }));
    await server.answer(1);
    server.send({ method: 'initialized', params: {} });
    editor.kill('SIGKILL');
    await once(editor, 'exit');
    expect(await server.exited).toEqual([1, null]);
  });

  test('while it is at work', async () => {
    const client = await start({ folders: [workspace(reports(200))] });
    for (const index of [0, 1, 2]) await client.open(uriOf(`/nowhere/${index}.md`), longPost(200_000));
    expect(await client.stop()).toBe(0);
    expect(client.stderr).toBe('');
  });

  test('at once where nobody says how to talk to it', () => {
    const run = recaplint(['lsp'], { cwd: makeFolder() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('--stdio');
  });
});

describe('requests', () => {
  test.each([
    'textDocument/hover',
    'textDocument/diagnostic',
    'workspace/executeCommand',
  ])('before the first one are refused: %s', async (method) => {
    const server = startRaw();
    server.send({ id: 7, method, params: { textDocument: { uri: 'untitled:a' } } });
    expect((await server.answer(7)).error.code).toBe(-32002);
    server.send(initialize());
    expect((await server.answer(1)).result.serverInfo.name).toBe('recaplint');
  });

  test('that are unknown are refused, and notifications passed over', async () => {
    const client = await start({ folders: [] });
    await expect(client.request('textDocument/noSuch', {})).rejects.toMatchObject({ code: -32601 });
    await client.notify('textDocument/noSuch', {});
    await client.notify('$/noSuch', {});
    await client.notify('$/setTrace', { value: 'verbose' });
    await client.notify('$/setTrace', { value: 'nonsense' });
    await client.notify('$/cancelRequest', { id: 4711 });
    await client.notify('$/cancelRequest', { id: 'none' });
    await client.notify('window/workDoneProgress/cancel', { token: 'none' });
    await expectToWork(client);
    expect(client.stderr).toBe('');
  });

  test.each([
    ['textDocument/hover', {}],
    ['textDocument/hover', { textDocument: { uri: 7 }, position: null }],
    [
      'textDocument/completion',
      { textDocument: { uri: 'untitled:none' }, position: { line: -1, character: -1 } },
    ],
    ['textDocument/codeAction', { textDocument: { uri: 'untitled:none' } }],
    ['codeAction/resolve', { title: 'a' }],
    ['codeAction/resolve', { title: 'a', data: { uri: 3, version: 'x', id: null } }],
    ['textDocument/documentSymbol', { textDocument: null }],
    ['workspace/executeCommand', { command: 'recaplint.server.fixAll', arguments: 'no list' }],
    ['workspace/executeCommand', { command: 'recaplint.server.newIssue', arguments: [null, {}, 3] }],
    ['workspace/executeCommand', { command: 'no.such' }],
    ['initialize', { capabilities: null }],
  ])('that make no sense are answered all the same: %s', async (method, params) => {
    const client = await start({ folders: [workspace()] });
    await client.request(method, params).catch(({ code }) => expect(code).toEqual(expect.any(Number)));
    await expectToWork(client);
  });
});

test('an editor that cannot say what options are set gets what is usual', async () => {
  const client = await start({
    folders: [workspace()],
    capabilities: { workspace: { configuration: true } },
    options: () => {
      throw new Error('no');
    },
  });
  await expectToWork(client);
});

// Those whose end nobody knows are in hostile-messages.test.ts.
describe('bytes that are no messages', () => {
  test.each([
    ['a body that is no JSON', 'Content-Length: 5\r\n\r\n{"a":'],
    ['a body that is no request', 'Content-Length: 4\r\n\r\nnull'],
    ['a list of requests', 'Content-Length: 2\r\n\r\n[]'],
  ])('do not keep later ones from being answered: %s', async (_, bytes) => {
    const server = startRaw();
    server.send(initialize());
    await server.answer(1);
    server.write(bytes);
    // What comes in one piece with such bytes may be lost with them.
    for (let id = 10; id < 100 && !server.messages().some((message) => message.id >= 10); id++) {
      await wait(100);
      server.send({
        id,
        method: 'textDocument/documentSymbol',
        params: { textDocument: { uri: 'untitled:a' } },
      });
      server.send({ method: 'initialized', params: {} });
    }
    expect(server.messages().some(({ id, error }) => id >= 10 && !error)).toBe(true);
    server.send({ id: 2, method: 'shutdown' });
    await server.answer(2);
    server.send({ method: 'exit' });
    expect(await server.exited).toEqual([0, null]);
  });
});

test('nothing but the protocol goes to standard output, whatever a program in a trusted workspace prints', async () => {
  const program = [
    "console.log('LOG'); console.info('INFO'); console.error('ERROR'); console.table([{ a: 1 }]);",
    "process.stdout.write('RAW');",
    "export default { rules: { 'no-nbsp': 'error' } };",
  ];
  const folder = workspace({ 'recaplint.config.mjs': program.join('\n') });
  const server = startRaw();
  const initializationOptions = { trusted: true, configFile: 'recaplint.config.mjs' };
  const workspaceFolders = [{ uri: uriOf(folder), name: 'a' }];
  server.send(initialize({ workspaceFolders, initializationOptions }));
  await server.answer(1);
  server.send({ method: 'initialized', params: {} });
  const textDocument = { uri: uriOf(join(folder, 'a.md')), languageId: 'markdown', version: 1, text };
  server.send({ method: 'textDocument/didOpen', params: { textDocument } });
  server.send({ id: 2, method: 'textDocument/documentSymbol', params: { textDocument } });
  expect((await server.answer(2)).result).toHaveLength(1);
  server.send({ id: 3, method: 'shutdown' });
  await server.answer(3);
  const sent = server.messages().find(({ method }) => method === 'textDocument/publishDiagnostics');
  expect(sent.params.diagnostics).toMatchObject([{ code: 'no-nbsp', severity: 1 }]);
});

describe('transports', () => {
  test('the channel of Node', async () => {
    const child = startRaw(['--node-ipc'], { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
    const heard: { id?: number; result?: { serverInfo: { name: string } } }[] = [];
    child.process.on('message', (message) => heard.push(message as (typeof heard)[number]));
    child.process.send({ jsonrpc: '2.0', ...initialize({ processId: process.pid }) });
    await until(() => heard.some(({ id }) => id === 1));
    expect(heard.find(({ id }) => id === 1)!.result!.serverInfo.name).toBe('recaplint');
    child.process.disconnect();
    expect(await child.exited).toEqual([1, null]);
  });

  test.each([
    ['a socket', 0, (server: Server) => `--socket=${(server.address() as { port: number }).port}`],
    ['a pipe', 'pipe', (server: Server) => `--pipe=${server.address()}`],
  ])('%s', async (_, where, option) => {
    const listener = createServer();
    listener.listen(where === 0 ? { port: 0, host: '127.0.0.1' } : join(makeFolder(), 'pipe'));
    await once(listener, 'listening');
    onTestFinished(() => {
      listener.close();
    });
    const connected = once(listener, 'connection') as Promise<[Socket]>;
    const server = startRaw([option(listener)]);
    const [socket] = await connected;
    const connection = createMessageConnection(
      new SocketMessageReader(socket),
      new SocketMessageWriter(socket),
    );
    connection.listen();
    await expectHello(connection);
    socket.destroy();
    // Though the process that it was told of lives on.
    expect(await server.exited).toEqual([1, null]);
    expect(server.messages()).toEqual([]);
    expect(server.stderr()).toBe('');
  });
});

test.each([
  [['--socket=1'], 'no editor listens on port 1'],
  [['--socket', 'abc'], '--socket takes the number of a port'],
  [['--socket=0'], '--socket takes the number of a port'],
  [['--pipe=/nowhere/pipe'], 'no editor listens on the pipe "/nowhere/pipe"'],
  [['--node-ipc'], '--node-ipc is for programs'],
])('there is no editor behind %j, and that is said', (args, message) => {
  const run = recaplint(['lsp', ...args], { cwd: makeFolder() });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/^recaplint: .*\n$/);
  expect(run.stderr).toContain(message);
});

describe('an editor that errs', () => {
  test('changes, saves and closes texts that it never opened', async () => {
    const client = await start({ folders: [workspace()] });
    const uri = 'untitled:none';
    await client.change(uri, 3, { text });
    await client.save(uri);
    await client.close(uri);
    const at = { line: 0, character: 0 };
    await client.change(uri, 4, { range: { start: at, end: at }, text: 'a' });
    await expectToWork(client);
    expect(client.heard.filter(({ params }) => params?.uri === uri && params.diagnostics.length > 0)).toEqual(
      [],
    );
  });

  test('counts versions backwards, opens twice and sends changes without an end', async () => {
    const client = await start({ folders: [workspace()] });
    const uri = 'untitled:a';
    await client.open(uri, 'a\n', { version: 9 });
    await client.open(uri, text, { version: 8 });
    await client.change(uri, 3, { text: `${text}\nc&nbsp;d\n` });
    expect(await client.diagnosticsOf(uri, 3)).toHaveLength(2);
    await client.change(uri, 3);
    const behind = { line: 2 ** 31 - 1, character: 2 ** 31 - 1 };
    await client.change(uri, 4, { range: { start: behind, end: behind }, text: '\ne&nbsp;f\n' });
    expect(await client.diagnosticsOf(uri, 4)).toHaveLength(3);
    // Back to front, and before the beginning.
    await client.change(uri, 5, { range: { start: behind, end: { line: 0, character: 0 } }, text });
    expect(await client.diagnosticsOf(uri, 5)).toHaveLength(1);
    const before = { line: -1, character: -1 };
    await client.change(uri, 6, { range: { start: before, end: before }, text: 'g&nbsp;h\n\n' });
    expect(await client.diagnosticsOf(uri, 6)).toHaveLength(2);
    expect(client.stderr).toBe('');
  });

  test('opens and closes without an end', async () => {
    const client = await start({ folders: [workspace(reports(3))] });
    for (let index = 0; index < 5_000; index++) {
      const uri = `untitled:${index % 50}`;
      await client.open(uri, text, { version: index });
      await client.close(uri);
    }
    await expectToWork(client);
    const last = new Map(
      client.heard.flatMap(({ method, params }) =>
        method === 'textDocument/publishDiagnostics' ? [[params.uri, params.diagnostics.length]] : [],
      ),
    );
    expect([...last.entries()].filter(([uri, found]) => found > 0 && uri !== 'untitled:works')).toEqual([]);
    expect(client.stderr).toBe('');
  });
});

describe('texts that are a lot', () => {
  test('of 900 KB are linted', async () => {
    const client = await start({ folders: [workspace()] });
    await client.open('untitled:long', `${longPost(900_000)}\nA&nbsp;b.\n`);
    expect(codes(await client.diagnosticsOf('untitled:long', 1))).toContain('no-nbsp');
    expect(client.stderr).toBe('');
  });

  test.each([
    ['too long', 'a '.repeat(600_000)],
    ['too deep', `${'> '.repeat(5_000)}a\n`],
    ['too many marks', '*a '.repeat(30_000)],
    ['too much front matter', `---\na: ${'b'.repeat(100_000)}\n---\n`],
  ])('%s are refused with a finding, and work goes on', async (_, refused) => {
    const client = await start({ folders: [workspace()] });
    const uri = 'untitled:much';
    await client.open(uri, refused);
    expect(codes(await client.diagnosticsOf(uri, 1))).toContain('limit');
    for (const method of ['hover', 'completion', 'documentSymbol', 'codeLens'])
      await client.request(`textDocument/${method}`, {
        textDocument: { uri },
        position: { line: 0, character: 3 },
      });
    await client.change(uri, 2, { text });
    expect(codes(await client.diagnosticsOf(uri, 2))).toEqual(['no-nbsp']);
    expect(client.stderr).toBe('');
  });

  test.each([
    ['lists', Array.from({ length: 90 }, (_, index) => `${'  '.repeat(index)}- a\n`).join('')],
    ['links', `${'['.repeat(20_000)}a${']'.repeat(20_000)}\n`],
    ['front matter', `---\na: ${'['.repeat(5_000)}\n---\n`],
    ['HTML', `${'<div>'.repeat(20_000)}\n`],
    ['comments', '<!-- recaplint-disable -->'.repeat(10_000)],
  ])('nested deep are survived: %s', async (_, deep) => {
    const client = await start({ folders: [workspace()] });
    await client.open('untitled:deep', deep);
    await client.diagnosticsOf('untitled:deep', 1);
    await expectToWork(client);
    expect(
      client.heard.filter(({ method }) => method === 'window/logMessage').map(({ params }) => params.type),
    ).toEqual(expect.not.arrayContaining([1]));
  });

  test('are dropped when they are closed while they are linted', async () => {
    const folder = workspace(reports(5));
    const client = await start({ folders: [folder] });
    const uri = uriOf(join(folder, nameOf(2)));
    await client.open(uri, report(2) + longPost(400_000));
    await client.close(uri);
    await client.open(uri, text, { version: 2 });
    expect(codes(await client.diagnosticsOf(uri, 2))).toContain('no-nbsp');
    await client.close(uri);
    await client.diagnostics(uri, (found) => found.length === 0);
    expect(client.stderr).toBe('');
  });
});

/** Still there, and finds what is to be found. */
async function expectToWork(client: Awaited<ReturnType<typeof start>>): Promise<void> {
  await client.open('untitled:works', text);
  expect(codes(await client.diagnosticsOf('untitled:works', 1))).toEqual(['no-nbsp']);
}

async function expectHello(connection: MessageConnection): Promise<void> {
  const { params } = initialize({ processId: process.pid }) as { params: object };
  const result = await connection.sendRequest<{ serverInfo: { name: string } }>('initialize', params);
  expect(result.serverInfo.name).toBe('recaplint');
}

/** A post of about so many bytes. */
function longPost(bytes: number): string {
  const item =
    '- Conscientious maintainers photographed neighbourhood lighthouses, see [documentation](https://example.org/notes/1) afterwards.\n';
  return `# Report\n\n${item.repeat(Math.floor(bytes / item.length))}`;
}

async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; round < 400 && !holds(); round++) await wait(50);
  expect(holds()).toBe(true);
}
