import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  TextDocumentContentChangeEvent,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { addFiles } from '../folder.ts';
import { Client, uriOf } from './client.ts';
import { canBeFile, freshly, type Said, type State, safelyFixable, saidOf } from './fuzz-fresh.ts';
import { type ChangeStep, configurations, files, linked, type Step } from './fuzz-steps.ts';
import { changed, type Encoding, edited, isInside, offsetAt, positionAt, rangeAt } from './fuzz-text.ts';
import { dated, report } from './series-posts.ts';
import { workspace } from './start.ts';

/** An editor with habits. */
export interface Habits {
  readonly encoding: Encoding;
  readonly pulls: boolean;
  /** Whether it takes versioned edits and asks for them later. */
  readonly resolves: boolean;
  /** Whether its texts hold what no file can. */
  readonly hostile: boolean;
}

/** Answers that are right although they are errors: cancelled by the server, modified, cannot be done. */
const refusals = new Set([-32801, -32802, -32803]);
/** A text that grows longer, in UTF-16 units, begins anew. */
const longest = 8_000;
const untitled = ['untitled:Untitled-1', 'untitled:notes.md'];
const names = files.filter((name) => name.endsWith('.md'));
const questions = [
  'hover',
  'completion',
  'codeAction',
  'documentSymbol',
  'codeLens',
  'diagnostic',
  'workspace diagnostics',
] as const;
type Question = (typeof questions)[number];

interface OpenText {
  readonly uri: string;
  version: number;
  text: string;
}

/** A server with an editor that keeps its own account of all texts. */
export class FuzzEditor {
  readonly #habits: Habits;
  readonly #client: Client;
  readonly #folder: string;
  readonly #open = new Map<string, OpenText>();
  /** What stood in each version of a text. */
  readonly #history = new Map<string, string>();
  readonly #asked: Promise<void>[] = [];
  #version = 0;

  static async start(habits: Habits): Promise<FuzzEditor> {
    const posts = Object.fromEntries(names.slice(0, 6).map((name, index) => [name, report(index, linked)]));
    const folder = workspace({ ...posts, 'notes/other.md': '# Other\n\nText.\n' });
    const client = await Client.start({ folders: [folder], capabilities: capabilitiesOf(habits) });
    return new FuzzEditor(habits, client, folder);
  }

  private constructor(habits: Habits, client: Client, folder: string) {
    this.#habits = habits;
    this.#client = client;
    this.#folder = folder;
  }

  get state(): State {
    const posts = new Map<string, string>();
    for (const name of names) {
      const path = join(this.#folder, name);
      const text = this.#open.get(uriOf(path))?.text;
      if (text !== undefined) posts.set(name, text);
      else if (existsSync(path)) posts.set(name, readFileSync(path, 'utf8'));
    }
    const loose = [...this.#open.values()].filter(({ uri }) => untitled.includes(uri));
    return {
      folder: this.#folder,
      posts,
      untitled: new Map(loose.map(({ uri, text }) => [uri, text])),
      encoding: this.#habits.encoding,
    };
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'edit') return this.#edit(step.text, step.changes);
    if (step.kind === 'ask') return this.#ask(step.text, questions[step.what % questions.length]!, step.at);
    if ('file' in step) return this.#changeFile(step);
    if (step.kind === 'configure') return this.#configure(step.config);
    if (step.kind === 'compare') return this.compare(true);
    if (step.kind === 'restore') return this.#restore(step.text, step.repeated);
    if (step.kind === 'open') return this.#openText(step.text);
    const text = this.#textAt(step.text);
    if (!text) return;
    if (step.kind === 'fix all') return this.#fixAll(text);
    if (step.kind === 'close') {
      this.#open.delete(text.uri);
      return this.#client.close(text.uri);
    }
    return this.#save(text);
  }

  /**
   * Waits until the server says of the open texts what a fresh lint finds; ends after all questions are answered.
   *
   * @param isWhole also of the posts that are not open, where the editor asks for findings
   */
  async compare(isWhole = false): Promise<void> {
    await Promise.all(this.#asked.splice(0));
    const expected = await freshly(this.state);
    const asksForAll = isWhole && this.#habits.pulls;
    const uris = [...(asksForAll ? expected : this.#open).keys()];
    const wanted = new Map(uris.map((uri) => [uri, JSON.stringify(expected.get(uri) ?? [])]));
    let said = new Map<string, readonly Said[]>();
    for (let round = 0; round < 400; round++) {
      said = asksForAll ? await this.#pulledAll() : await this.#said();
      if ([...wanted].every(([uri, json]) => JSON.stringify(said.get(uri) ?? null) === json)) break;
      await wait(25);
    }
    for (const uri of uris) {
      const difference = { uri, text: this.#open.get(uri)?.text, found: said.get(uri) };
      if (JSON.stringify(said.get(uri) ?? null) !== wanted.get(uri))
        throw new Error(`${JSON.stringify(difference, null, 1)}\nbut a fresh lint finds ${wanted.get(uri)}`);
    }
    this.#checkSayings();
  }

  async stop(): Promise<number | null> {
    const code = await this.#client.stop();
    this.#checkSayings();
    return code;
  }

  kill(): void {
    this.#client.kill();
  }

  /** Nothing is written beside the protocol, nothing went wrong, and no findings of a text come after those of a later one. */
  #checkSayings(): void {
    if (this.#client.stderr !== '') throw new Error(`written beside the protocol: ${this.#client.stderr}`);
    const last = new Map<string, number>();
    for (const { method, params } of this.#client.heard) {
      if (method === 'window/logMessage' && params.type === 1) throw new Error(params.message);
      if (method === 'window/showMessage') throw new Error(params.message);
      if (method !== 'textDocument/publishDiagnostics' || params.version === undefined) continue;
      if (params.version < (last.get(params.uri) ?? 0))
        throw new Error(`findings of an old text of ${params.uri}`);
      last.set(params.uri, params.version);
    }
    this.#client.heard.splice(0, this.#client.heard.length - 200);
  }

  #textAt(index: number): OpenText | undefined {
    const open = [...this.#open.values()];
    return open[index % Math.max(1, open.length)];
  }

  async #openText(index: number): Promise<void> {
    const all = [...names.map((name) => uriOf(join(this.#folder, name))), ...untitled];
    const closed = all.filter((uri) => !this.#open.has(uri) && (untitled.includes(uri) || this.#isFile(uri)));
    const uri = closed[index % Math.max(1, closed.length)];
    if (uri === undefined) return;
    const text = untitled.includes(uri) ? '' : readFileSync(new URL(uri), 'utf8');
    const version = ++this.#version;
    this.#keep({ uri, version, text });
    await this.#client.open(uri, text, { version });
  }

  #isFile(uri: string): boolean {
    return existsSync(new URL(uri));
  }

  #keep(text: OpenText): void {
    this.#open.set(text.uri, text);
    this.#history.set(`${text.uri} ${text.version}`, text.text);
  }

  async #edit(index: number, steps: readonly ChangeStep[]): Promise<void> {
    const open = this.#textAt(index);
    if (!open) return;
    const changes: TextDocumentContentChangeEvent[] = [];
    for (const step of steps) {
      const change = this.#changeOf(step, open.text);
      changes.push(change);
      open.text = changed(open.text, change, this.#habits.encoding);
    }
    if (open.text.length > longest) {
      open.text = report(index % 6, linked);
      changes.push({ text: open.text });
    }
    await this.#send(open, changes);
  }

  #send(open: OpenText, changes: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    open.version = ++this.#version;
    this.#keep(open);
    return this.#client.change(open.uri, open.version, ...changes);
  }

  #changeOf({ how, at, length, text }: ChangeStep, before: string): TextDocumentContentChangeEvent {
    if (how === 'whole') return { text };
    const { encoding } = this.#habits;
    const start = this.#boundary(before, at % (before.length + 1));
    const end = how === 'insert' ? start : this.#boundary(before, Math.min(before.length, start + length));
    if (how !== 'beyond')
      return { range: rangeAt(before, start, end, encoding), text: how === 'delete' ? '' : text };
    const position = positionAt(before, start, encoding);
    const behind = { line: position.line + (length % 3), character: 2 ** 31 - 1 - length };
    return { range: { start: position, end: behind }, text };
  }

  /** Texts for files are not cut inside a character. */
  #boundary(text: string, offset: number): number {
    const { encoding, hostile } = this.#habits;
    if (hostile && encoding === 'utf-16') return offset;
    return offsetAt(text, positionAt(text, offset, 'utf-32'), 'utf-32');
  }

  async #save({ uri, text }: OpenText): Promise<void> {
    if (!untitled.includes(uri) && canBeFile(text)) {
      addFiles(this.#folder, { [this.#nameOf(uri)]: text });
      await this.#tell(this.#nameOf(uri), 2);
    }
    await this.#client.save(uri);
  }

  #nameOf(uri: string): string {
    return uri.slice(uriOf(this.#folder).length + 1);
  }

  async #changeFile({ kind, file, text, look }: Extract<Step, { file: number }>): Promise<void> {
    const name = files[file % files.length]!;
    const path = join(this.#folder, name);
    const was = existsSync(path);
    const removes = was && kind === 'remove';
    if (removes && this.#open.has(uriOf(path))) return;
    if (removes) rmSync(path);
    else addFiles(this.#folder, { [name]: text });
    await this.#tell(name, removes ? 3 : was ? 2 : 1);
    if (look) await this.compare();
  }

  /** Makes a series of the open posts, in which links lead to files and some posts repeat others; then one of them is changed. */
  async #restore(index: number, repeated: number): Promise<void> {
    const posts = [...this.#open.values()].filter(({ uri }) => !untitled.includes(uri));
    const restore = async (post: OpenText, repeats: boolean) => {
      const own = names.indexOf(this.#nameOf(post.uri));
      post.text = report(own, repeats ? `${linked}\n\n${dated}` : linked);
      await this.#send(post, [{ text: post.text }]);
    };
    for (const [at, post] of posts.entries()) await restore(post, (repeated >> at) % 2 === 1);
    const at = index % Math.max(1, posts.length);
    await this.compare();
    if (posts[at]) await restore(posts[at], (repeated >> at) % 2 === 0);
    await this.compare();
  }

  async #configure(index: number): Promise<void> {
    const name = '.recaplintrc.json';
    const config = configurations[index % configurations.length] ?? null;
    const path = join(this.#folder, name);
    const type = config === null ? 3 : existsSync(path) ? 2 : 1;
    if (config === null) rmSync(path, { force: true });
    else addFiles(this.#folder, { [name]: config });
    return this.#tell(name, type);
  }

  #tell(name: string, type: number): Promise<void> {
    const changes = [{ uri: uriOf(join(this.#folder, name)), type }];
    return this.#client.notify('workspace/didChangeWatchedFiles', { changes });
  }

  /** Asks while the text goes on changing; any answer will do that is not a failure. */
  async #ask(index: number, question: Question, at: number): Promise<void> {
    const open = this.#textAt(index);
    if (!open) return;
    const answered = this.#answer(open, question, at).catch((error) => {
      if (!refusals.has(error.code)) throw new Error(`${question}: ${error.code} ${error.message}`);
    });
    // Looked at when texts are compared; a failure before that is none that nobody hears of.
    answered.catch(() => {});
    this.#asked.push(answered);
  }

  async #answer(open: OpenText, question: Question, at: number): Promise<void> {
    const textDocument = { uri: open.uri };
    const { encoding } = this.#habits;
    const position = positionAt(open.text, at % (open.text.length + 1), encoding);
    if (question === 'workspace diagnostics') {
      if (this.#habits.pulls) await this.#client.request('workspace/diagnostic', { previousResultIds: [] });
    } else if (question === 'diagnostic') {
      if (this.#habits.pulls) await this.#client.request('textDocument/diagnostic', { textDocument });
    } else if (question === 'codeAction') {
      const end = positionAt(
        open.text,
        Math.min(open.text.length, (at % (open.text.length + 1)) + 80),
        encoding,
      );
      const context = { diagnostics: [], triggerKind: 1 + (at % 2) };
      await this.#tryActions(await this.#actions(open.uri, { start: position, end }, context));
    } else await this.#client.request(`textDocument/${question}`, { textDocument, position });
  }

  async #actions(uri: string, range: unknown, context: object): Promise<readonly CodeAction[]> {
    const given = { textDocument: { uri }, range, context };
    return (await this.#client.request('textDocument/codeAction', given)) ?? [];
  }

  /** Looks at the edits of some actions: each lies inside the text that it is for. */
  async #tryActions(actions: readonly CodeAction[]): Promise<void> {
    for (const action of [...actions.slice(0, 3), ...actions.slice(-2)]) {
      const { edit } = this.#habits.resolves
        ? await this.#client.request('codeAction/resolve', action)
        : action;
      for (const change of edit?.documentChanges ?? []) {
        const text = this.#history.get(`${change.textDocument.uri} ${change.textDocument.version}`);
        if (text === undefined) throw new Error(`an edit for no version: ${JSON.stringify(change)}`);
        this.#checkEdits(text, change.edits as TextEdit[], action.title);
      }
    }
  }

  #checkEdits(text: string, edits: readonly TextEdit[], title: string): void {
    const { encoding } = this.#habits;
    for (const edit of edits)
      if (!isInside(text, edit.range, encoding))
        throw new Error(`"${title}" edits outside of the text: ${JSON.stringify({ edit, text })}`);
    edited(text, edits, encoding);
  }

  /** Repairs a text as on saving it, after which nothing safe is left. */
  async #fixAll(open: OpenText): Promise<void> {
    await this.compare();
    const context = { diagnostics: [], only: ['source.fixAll.recaplint'], triggerKind: 2 };
    const whole = rangeAt(open.text, 0, open.text.length, this.#habits.encoding);
    const [action] = await this.#actions(open.uri, whole, context);
    const edits = action ? await this.#editsOf(action, open) : [];
    if (edits.length > 0) {
      this.#checkEdits(open.text, edits, action!.title);
      open.text = edited(open.text, edits, this.#habits.encoding);
      await this.#send(open, [{ text: open.text }]);
    }
    await this.compare();
    const left = await safelyFixable(open.uri, this.state);
    if (left > 0) throw new Error(`${left} safe repairs are left in ${JSON.stringify(open)}`);
  }

  async #editsOf(action: CodeAction, { uri, version }: OpenText): Promise<readonly TextEdit[]> {
    if (!this.#habits.resolves) return action.edit!.changes![uri]!;
    const { edit } = await this.#client.request('codeAction/resolve', action);
    const [{ textDocument, edits }] = edit.documentChanges;
    if (textDocument.version !== version) throw new Error(`an edit for version ${textDocument.version}`);
    return edits;
  }

  async #said(): Promise<Map<string, readonly Said[]>> {
    if (!this.#habits.pulls) return this.#pushed();
    const said = new Map<string, readonly Said[]>();
    for (const uri of this.#open.keys()) {
      const { items } = await this.#client.request('textDocument/diagnostic', { textDocument: { uri } });
      said.set(uri, (items as Diagnostic[]).map(saidOf));
    }
    return said;
  }

  #pushed(): Map<string, readonly Said[]> {
    const said = new Map<string, readonly Said[]>();
    for (const [uri, { version }] of this.#open) {
      const sent = this.#client.heard.findLast(
        ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri,
      );
      if (sent?.params.version === version) said.set(uri, sent.params.diagnostics.map(saidOf));
    }
    return said;
  }

  async #pulledAll(): Promise<Map<string, readonly Said[]>> {
    const { items } = await this.#client.request('workspace/diagnostic', { previousResultIds: [] });
    const found = items as { uri: string; items: Diagnostic[] }[];
    return new Map(found.map((item) => [item.uri, item.items.map(saidOf)]));
  }
}

function capabilitiesOf({ encoding, pulls, resolves }: Habits): ClientCapabilities {
  const codeAction = {
    ...(resolves && { dataSupport: true, resolveSupport: { properties: ['edit'] } }),
    codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
  };
  return {
    general: { positionEncodings: [encoding] },
    textDocument: { codeAction, ...(pulls && { diagnostic: {} }) },
    workspace: {
      didChangeWatchedFiles: { dynamicRegistration: true },
      ...(resolves && { workspaceEdit: { documentChanges: true } }),
    },
  };
}
