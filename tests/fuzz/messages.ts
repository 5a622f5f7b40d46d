import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { initialize } from '../lsp/raw-server.ts';
import type { Campaign } from './campaign.ts';
import { type Message, MessageServer } from './message-server.ts';
import { brokenFrames, type Sent, sometimes, traffic } from './message-traffic.ts';

/** What is sent to a server: messages, and after them perhaps what is none. */
interface Talk {
  readonly pulls: boolean;
  readonly sent: readonly Sent[];
  readonly broken: string | null;
}

/** The most memory that a server may have had at the end, in bytes. */
const mostMemory = 1_000_000_000;

const servers = new Map<boolean, MessageServer>();
let folder: string | null = null;
let probes = 0;

/** A server that an editor has said hello to; the same one until it ends. */
async function serverFor(pulls: boolean): Promise<MessageServer> {
  const known = servers.get(pulls);
  if (known && known.ended === null) return known;
  folder ??= mkdtempSync(join(tmpdir(), 'recaplint-fuzz-'));
  const server = new MessageServer(folder);
  const capabilities = { textDocument: pulls ? { diagnostic: {} } : {} };
  server.send(initialize({ capabilities }));
  await server.until((heard) => heard.some(({ id }) => id === 1), 'hello');
  server.send({ method: 'initialized', params: {} });
  server.taken();
  servers.set(pulls, server);
  return server;
}

/** Opens a post and waits for what is found in it, once every request was answered. */
async function probe(server: MessageServer, pulls: boolean, requests: readonly Sent[]): Promise<Message[]> {
  const uri = `untitled:probe-${++probes}.md`;
  const document = { uri, languageId: 'markdown', version: 1, text: 'a&nbsp;b\n' };
  server.send({ method: 'textDocument/didOpen', params: { textDocument: document } });
  if (pulls)
    server.send({ id: 'probe', method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
  const isAnswer = ({ id, method, params }: Message) =>
    pulls
      ? id === 'probe'
      : method === 'textDocument/publishDiagnostics' && params.uri === uri && params.diagnostics.length > 0;
  const isAnswered = (heard: readonly Message[]) =>
    heard.some(isAnswer) && requests.every(({ id }) => heard.some((message) => message.id === id));
  await server.until(isAnswered, 'what is found in a post, and every answer');
  server.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
  const heard = server.taken();
  const found = heard.find(isAnswer);
  if (server.ended === null) {
    assert.ok(!('error' in found), JSON.stringify(found.error));
    const diagnostics = pulls ? found.result.items : found.params.diagnostics;
    assert.deepEqual(
      diagnostics.map(({ code }: Message) => code),
      ['no-nbsp'],
    );
    assert.deepEqual(diagnostics[0].range, {
      start: { line: 0, character: 1 },
      end: { line: 0, character: 7 },
    });
  }
  return heard;
}

async function checkTalk({ pulls, sent, broken }: Talk): Promise<void> {
  const server = await serverFor(pulls);
  for (const { json } of sent) server.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  const requests = sent.filter(({ id }) => id !== null);
  const heard = await probe(server, pulls, requests);
  assert.equal(server.ended, null, `the server ended with ${server.ended}: ${server.stderr}`);
  for (const { id, json } of requests) {
    const answers = heard.filter((message) => message.id === id && !('method' in message));
    assert.equal(answers.length, 1, `${answers.length} answers to ${json.slice(0, 300)}`);
    assert.notEqual('result' in answers[0], 'error' in answers[0]);
  }
  for (const { method, params } of heard)
    if (method === 'textDocument/publishDiagnostics') params.diagnostics.forEach(checkRange);
  if (broken !== null) await checkBroken(server, broken);
}

/** Places count from 0, and a range ends where it starts or behind. */
function checkRange({ range: { start, end } }: Message): void {
  for (const count of [start.line, start.character, end.line, end.character])
    assert.ok(Number.isInteger(count) && count >= 0, `${count} is no place`);
  assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
}

/** The server goes on, waits for the rest of what it was promised, or ends and says why. */
async function checkBroken(server: MessageServer, broken: string): Promise<void> {
  server.write(broken);
  server.write('\r\n\r\n\r\n\r\n');
  server.write('x'.repeat(5_000_000));
  server.send({ id: 'last', method: 'shutdown' });
  await server.until((heard) => heard.some(({ id }) => id === 'last'), 'the end or an answer');
  if (server.ended === null) return;
  assert.equal(server.ended, 1);
  assert.match(server.stderr, /^recaplint: the editor's messages cannot be read: [^\n]+\.\n$/);
}

export const messages: Campaign<Talk> = {
  name: 'messages',
  promise:
    'Whatever an editor sends, the language server answers each request once, goes on finding what is wrong in posts, and ends only where no message can be told from the next, with one sentence.',
  inputs: fc.record({ pulls: fc.boolean(), sent: traffic, broken: sometimes(brokenFrames, 15) }),
  runs: 150,
  check: checkTalk,
  end() {
    for (const server of servers.values()) {
      const peak = server.peak();
      server.kill();
      assert.ok(peak === null || peak < mostMemory, `the server had ${peak} bytes`);
    }
    servers.clear();
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = null;
  },
};
