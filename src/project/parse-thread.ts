import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import type { Root } from 'mdast';
import { readOwnPackage } from '../config/pages.ts';

/** What a thread is started with. */
interface Task {
  readonly port: MessagePort;
  /** One number, a {@link states state} that the thread sets and this one waits on. */
  readonly state: Int32Array;
}

/** What a thread says of a text: its tree; or none, where the parser broke down or the tree is too deep to be sent. */
interface Answer {
  readonly tree: Root | null;
}

const states = { starting: 0, busy: 1, ready: 2 } as const;

/** Milliseconds that a thread may take to start, which some hundred are enough for. */
const startLimit = 10_000;

/** After so many times what it may compute, a thread is given up by the clock, even where the machine gave it no time. */
const patience = 5;

/** Milliseconds between two looks at what has been computed. */
const step = 250;

// Below half a gigabyte with what the rest of the process takes; 256 KB of text have needed 200 MB at most.
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** In the package, or in the extension for VS Code (scripts/extension.mjs). */
function programOfThread(): string {
  const { folder } = readOwnPackage();
  const packed = join(folder, 'server', 'parse-thread.mjs');
  return existsSync(packed) ? packed : join(folder, 'dist', 'parse-thread.cjs');
}

/** A thread that parses; this one waits for it. */
export class ParseThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #state = new Int32Array(new SharedArrayBuffer(4));

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const task: Task = { port: port2, state: this.#state };
    this.#worker = new Worker(programOfThread(), {
      workerData: task,
      transferList: [port2],
      resourceLimits,
    });
    // Whether it has ended is seen from its not answering.
    this.#worker.on('error', () => {});
    // The process ends without asking it.
    this.#worker.unref();
  }

  /**
   * Parses a text in it.
   *
   * @param most milliseconds of computing that it may take
   * @returns null where it takes longer, and is of no use any more
   */
  ask(markdown: string, most: number): Answer | null {
    if (Atomics.wait(this.#state, 0, states.starting, startLimit) === 'timed-out') return null;
    Atomics.store(this.#state, 0, states.busy);
    this.#port.postMessage(markdown);
    if (!this.#isReadyWithin(most)) return null;
    return (receiveMessageOnPort(this.#port)?.message as Answer | undefined) ?? null;
  }

  end(): void {
    this.#port.close();
    this.#worker.terminate().catch(() => {});
  }

  /**
   * The clock alone would refuse posts on a busy machine. What the process computes while this thread sleeps is at least
   * what the other one does.
   */
  #isReadyWithin(most: number): boolean {
    const before = process.cpuUsage();
    for (let waited = most; waited <= patience * most; waited += step) {
      const pause = waited === most ? most : step;
      if (Atomics.wait(this.#state, 0, states.busy, pause) !== 'timed-out') return true;
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 >= most) return false;
    }
    return false;
  }
}

/** Is what such a thread does: parses each text that it is sent. */
export function answerEach(parse: (markdown: string) => Root): void {
  const { port, state } = workerData as Task;
  const tell = () => {
    Atomics.store(state, 0, states.ready);
    Atomics.notify(state, 0);
  };
  port.on('message', (markdown: string) => {
    send(port, parse, markdown);
    tell();
  });
  tell();
}

/** A tree on a thousand levels or more cannot be sent; one on so many is refused anyway. */
function send(port: MessagePort, parse: (markdown: string) => Root, markdown: string): void {
  try {
    port.postMessage({ tree: parse(markdown) } satisfies Answer);
  } catch {
    port.postMessage({ tree: null } satisfies Answer);
  }
}
