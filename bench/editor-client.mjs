import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const bench = dirname(fileURLToPath(import.meta.url));
const bin = join(bench, '..', 'bin', 'recaplint.js');

/**
 * Starts the server with an editor on a folder, which types.
 *
 * @param {{ folder: string, parser?: 'auto' | 'remark', status?: boolean, probe?: boolean }} setup `status`: it is sent the
 *   status of its posts, as VS Code is; `probe`: its heap can be asked for
 */
export async function startEditor({ folder, parser = 'auto', status = false, probe = false }) {
  const probing = probe ? ['--expose-gc', '--require', join(bench, 'heap-probe.cjs')] : [];
  const server = spawn(process.execPath, [...probing, bin, 'lsp', '--stdio'], { stdio: 'pipe' });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const listeners = new Set();
  const hear = (method, params) => {
    for (const listener of listeners) listener(method, params);
  };
  connection.onNotification(hear);
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    capabilities: {},
    initializationOptions: { parser, status },
  });
  /** The parameters of the next notification that satisfies a test. */
  const next = (isMeant) =>
    new Promise((resolve) => {
      const listener = (method, params) => {
        if (!isMeant(method, params)) return;
        listeners.delete(listener);
        resolve(params);
      };
      listeners.add(listener);
    });
  await connection.sendNotification('initialized', {});
  return { server, connection, next, stop: () => stop(server, connection) };
}

async function stop(server, connection) {
  const exit = once(server, 'exit');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await exit;
  connection.dispose();
}

/**
 * Opens a text; gives a function that types a character somewhere in it and waits for the findings of that version.
 *
 * @returns the findings of the text, and the function, which gives milliseconds from sending the change to having its findings
 */
export async function openText({ connection, next }, path, text) {
  const uri = pathToFileURL(path).href;
  let version = 1;
  const findings = () => {
    const wanted = version;
    return next(
      (method, params) =>
        method === 'textDocument/publishDiagnostics' && params.uri === uri && params.version === wanted,
    );
  };
  const first = findings();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version, text },
  });
  const { diagnostics } = await first;
  const lines = text.split('\n');
  const typed = lines.flatMap((line, index) => (/^[-A-Z]/.test(line) ? [index] : []));
  const type = async () => {
    version++;
    const line = typed[(version * 7919) % typed.length];
    // In the middle of a sentence, or of the text of a link.
    const at = { line, character: 12 };
    const heard = findings();
    const started = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    await heard;
    return performance.now() - started;
  };
  const backspace = async () => {
    const line = typed[(version * 7919) % typed.length];
    version++;
    const heard = findings();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: 12 }, end: { line, character: 13 } }, text: '' }],
    });
    await heard;
  };
  return { uri, diagnostics, type, backspace };
}

/** Megabytes that a process holds, or null where the system does not tell. */
export function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return null;
  }
}

/** Megabytes of a server's heap that are in use; for one that was started with its probe. */
export async function usedHeap(server) {
  const said = once(server.stderr, 'data');
  server.kill('SIGUSR2');
  return Number(/^heap (\d+)$/m.exec(String(await said))[1]) / 2 ** 20;
}
