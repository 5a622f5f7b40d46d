import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  ErrorCodes,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { bin } from '../e2e/run.ts';

/** How long a test waits for what the server is to say, in milliseconds. */
const patience = 20_000;

export interface ClientSetup {
  /** Absolute paths of the folders of the workspace. */
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What the client answers when it is asked for the options of a folder. */
  readonly options?: (scopeUri: string | undefined) => unknown;
  /** The launcher of the command line; that of the repository where absent. */
  readonly program?: string;
  /** The Node that runs the server; this one where absent. */
  readonly node?: string;
  /** For the Node that runs the server. */
  readonly nodeOptions?: readonly string[];
  /** Methods of requests that it answers with an error. */
  readonly refuses?: readonly string[];
  /** Takes the edits that the server sends; answers whether they were applied. */
  readonly applyEdit?: (edit: WorkspaceEdit) => boolean;
}

/** Everything that the server has said of its own accord, in order. */
export interface Heard {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: what it is depends on the method
  readonly params: any;
}

/** A client of the built server, over standard input and output. */
export class Client {
  readonly heard: Heard[] = [];
  readonly result: InitializeResult;
  readonly connection: MessageConnection;
  /** All that the server wrote beside the protocol. */
  stderr = '';
  readonly #process: ChildProcess;
  readonly #wakes = new Set<() => void>();

  static async start(setup: ClientSetup): Promise<Client> {
    const args = [...(setup.nodeOptions ?? []), setup.program ?? bin, 'lsp', '--stdio'];
    const child = spawn(setup.node ?? process.execPath, args, { stdio: 'pipe' });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    return Client.#initialized(new Client(child, connection, setup), setup);
  }

  private constructor(child: ChildProcess, connection: MessageConnection, setup: ClientSetup) {
    this.#process = child;
    this.connection = connection;
    this.result = { capabilities: {} };
    child.stderr!.on('data', (data) => {
      this.stderr += data;
    });
    connection.onNotification((method, params) => this.#hear(method, params));
    connection.onUnhandledProgress((params) => this.#hear('$/progress', params));
    connection.onRequest((method, params) => this.#answer(method, params, setup));
    connection.listen();
  }

  static async #initialized(client: Client, setup: ClientSetup): Promise<Client> {
    const workspaceFolders = setup.folders.map((path) => ({ uri: uriOf(path), name: path }));
    const result = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      capabilities: setup.capabilities ?? {},
      initializationOptions: setup.initializationOptions,
    });
    Object.assign(client, { result });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  open(uri: string, text: string, { version = 1, languageId = 'markdown' } = {}): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  save(uri: string): Promise<void> {
    return this.notify('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  // biome-ignore lint/suspicious/noExplicitAny: what it is depends on the method
  request(method: string, params: object): Promise<any> {
    return this.connection.sendRequest(method, params);
  }

  /** Findings of a text as they were sent last, once they satisfy a test. */
  async diagnostics(
    uri: string,
    isMeant: (found: readonly Diagnostic[], version: number | undefined) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    const last = () =>
      this.heard.findLast(
        ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri,
      )?.params as PublishDiagnosticsParams | undefined;
    await this.until(
      () => {
        const found = last();
        return found !== undefined && isMeant(found.diagnostics, found.version);
      },
      () => `findings of ${uri}; the last were ${JSON.stringify(last())}`,
    );
    return last()!.diagnostics;
  }

  /** Findings of one version of a text, once they are sent. */
  diagnosticsOf(uri: string, version: number): Promise<readonly Diagnostic[]> {
    return this.diagnostics(uri, (_, found) => found === version);
  }

  /** What the server has said by a method, once it has; of what it said before, the first `from` do not count. */
  async hears(method: string, isMeant: (params: Heard['params']) => boolean = () => true, from = 0) {
    const found = () =>
      this.heard.find((one, index) => index >= from && one.method === method && isMeant(one.params));
    await this.until(
      () => found() !== undefined,
      () => method,
    );
    return found()!.params;
  }

  /** Looks each time the server says that things have changed, until something holds. */
  async asksAgain(holds: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const from = this.heard.length;
      if (await holds()) return;
      await this.hears('workspace/diagnostic/refresh', () => true, from);
    }
  }

  /** Waits until something holds; looks whenever the server says something. */
  async until(holds: () => boolean, what: () => string): Promise<void> {
    const end = Date.now() + patience;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what()}; ${this.stderr}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, 200);
        const wakes = this.#wakes;
        function done() {
          clearTimeout(timer);
          wakes.delete(done);
          resolve();
        }
        wakes.add(done);
      });
    }
  }

  /** Ends the server as the protocol has it; gives its exit code. */
  async stop(): Promise<number | null> {
    const exit = once(this.#process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await exit;
    this.connection.dispose();
    return code;
  }

  /** Ends it whatever it is doing. */
  kill(): void {
    this.#process.kill('SIGKILL');
    this.connection.dispose();
  }

  get pid(): number {
    return this.#process.pid!;
  }

  get exited(): Promise<[number | null]> {
    return once(this.#process, 'exit') as Promise<[number | null]>;
  }

  get stderrStream(): NodeJS.ReadableStream {
    return this.#process.stderr!;
  }

  get stdin(): NodeJS.WritableStream {
    return this.#process.stdin!;
  }

  #hear(method: string, params: unknown): void {
    this.heard.push({ method, params });
    for (const wake of [...this.#wakes]) wake();
  }

  // biome-ignore lint/suspicious/noExplicitAny: what it is depends on the method
  #answer(method: string, params: any, setup: ClientSetup): unknown {
    this.#hear(method, params);
    if (setup.refuses?.includes(method)) throw new ResponseError(ErrorCodes.InternalError, 'No.');
    if (method === 'workspace/configuration')
      return params.items.map(({ scopeUri }: { scopeUri?: string }) => setup.options?.(scopeUri) ?? null);
    if (method === 'workspace/applyEdit') return { applied: setup.applyEdit?.(params.edit) ?? false };
    return null;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** The characters of a text that a range marks, counted as the encoding has it. */
export function marked(
  text: string,
  { start, end }: Range,
  encoding: 'utf-8' | 'utf-16' | 'utf-32' = 'utf-16',
): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (start.line !== end.line) return lines.slice(start.line, end.line + 1).join('\n');
  const line = lines[start.line] ?? '';
  if (encoding === 'utf-16') return line.slice(start.character, end.character);
  if (encoding === 'utf-32') return [...line].slice(start.character, end.character).join('');
  return Buffer.from(line, 'utf8').subarray(start.character, end.character).toString('utf8');
}
