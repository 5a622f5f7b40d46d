import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { bin } from '../e2e/run.ts';
import { framed } from '../lsp/raw-server.ts';

/** How long an answer may take, in milliseconds: far more than any takes, so that only a hang is found. */
const patience = 60_000;

// biome-ignore lint/suspicious/noExplicitAny: what it is depends on the method
export type Message = any;

/** The built server in a process of its own, which takes any bytes; all that it says is kept until it is asked for. */
export class MessageServer {
  readonly #process: ChildProcess;
  #bytes = Buffer.alloc(0);
  #heard: Message[] = [];
  #stderr = '';
  #ended: number | NodeJS.Signals | null = null;

  constructor(cwd: string) {
    this.#process = spawn(process.execPath, ['--max-old-space-size=600', bin, 'lsp', '--stdio'], { cwd });
    this.#process.stdout!.on('data', (bytes) => this.#hear(bytes));
    this.#process.stderr!.on('data', (data) => {
      this.#stderr += data;
    });
    // A server that has ended takes no more.
    this.#process.stdin!.on('error', () => {});
    this.#process.on('exit', (code, signal) => {
      this.#ended = code ?? signal;
    });
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Exit code or signal; null while it runs. */
  get ended(): number | NodeJS.Signals | null {
    return this.#ended;
  }

  write(bytes: string | Uint8Array): void {
    this.#process.stdin!.write(bytes);
  }

  send(message: object): void {
    this.write(framed(message));
  }

  /** All that was heard since somebody asked last. */
  taken(): Message[] {
    return this.#heard.splice(0);
  }

  /** Waits until something holds of what was heard, or the server has ended. */
  async until(holds: (heard: readonly Message[]) => boolean, what: string): Promise<void> {
    const end = performance.now() + patience;
    while (this.#ended === null && !holds(this.#heard)) {
      assert.ok(performance.now() < end, `waited in vain for ${what}`);
      await wait(2);
    }
  }

  /** The most memory that it has had, in bytes; null where the system does not tell. */
  peak(): number | null {
    try {
      const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(
        readFileSync(`/proc/${this.#process.pid}/status`, 'utf8'),
      )!;
      return Number(kilobytes) * 1024;
    } catch {
      return null;
    }
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Takes whole messages; whatever else stands on standard output fails. */
  #hear(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = this.#bytes.subarray(0, end).toString();
      const length = Number(/^Content-Length: (\d+)$/.exec(head)?.[1]);
      assert.ok(Number.isInteger(length), `this is no protocol: ${JSON.stringify(head)}`);
      if (this.#bytes.length < end + 4 + length) return;
      this.#said(JSON.parse(this.#bytes.subarray(end + 4, end + 4 + length).toString()));
      this.#bytes = this.#bytes.subarray(end + 4 + length);
    }
  }

  /** What the server asks is answered, though with nothing. */
  #said(message: Message): void {
    if ('method' in message && 'id' in message)
      this.write(framed({ id: message.id, error: { code: -32803, message: 'No.' } }));
    else this.#heard.push(message);
  }
}
