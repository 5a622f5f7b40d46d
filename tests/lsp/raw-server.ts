import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { bin } from '../e2e/run.ts';

/** How often it is looked whether the server has answered, and how long in between, in milliseconds. */
const rounds = 400;
const pause = 50;

// biome-ignore lint/suspicious/noExplicitAny: what it is depends on the method
type Message = any;

/** The built server in a process of its own, and every byte that it writes. Ended with the running test. */
export interface RawServer {
  readonly process: ChildProcess;
  readonly exited: Promise<readonly [number | null, NodeJS.Signals | null]>;
  stderr(): string;
  write(bytes: string | Uint8Array): void;
  send(message: object): void;
  /** All messages so far; throws where something else stands between them. */
  messages(): readonly Message[];
  /** The answer to a request, once it is there. */
  answer(id: number): Promise<Message>;
}

export function startRaw(args: readonly string[] = ['--stdio'], options: SpawnOptions = {}): RawServer {
  const child = spawn(process.execPath, [bin, 'lsp', ...args], { stdio: 'pipe', ...options });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const written: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout?.on('data', (data) => written.push(data));
  child.stderr?.on('data', (data) => complaints.push(data));
  // A server that has ended takes no more.
  child.stdin?.on('error', () => {});
  const write = (bytes: string | Uint8Array) => child.stdin!.write(bytes);
  const messages = () => parsed(Buffer.concat(written));
  return {
    process: child,
    exited: once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
    stderr: () => Buffer.concat(complaints).toString(),
    write,
    send: (message) => write(framed(message)),
    messages,
    async answer(id) {
      for (let round = 0; round < rounds; round++) {
        const found = messages().find((message) => message.id === id && !('method' in message));
        if (found) return found;
        await wait(pause);
      }
      throw new Error(`no answer to ${id}; ${Buffer.concat(complaints)}`);
    },
  };
}

export function framed(message: object): string {
  const json = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}

/** The messages in what was written, as the protocol frames them; the last one may still be on its way. */
function parsed(bytes: Buffer): Message[] {
  const found: Message[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end < 0) break;
    const header = bytes.subarray(at, end).toString();
    const length = /^Content-Length: (\d+)$/.exec(header)?.[1];
    if (length === undefined) throw new Error(`this is no protocol: ${JSON.stringify(header)}`);
    const from = end + 4;
    if (from + Number(length) > bytes.length) break;
    found.push(JSON.parse(bytes.subarray(from, from + Number(length)).toString()));
    at = from + Number(length);
  }
  return found;
}

/** The first request of an editor. */
export function initialize(params: object = {}): object {
  return {
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {}, ...params },
  };
}
