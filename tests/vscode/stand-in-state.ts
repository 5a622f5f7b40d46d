import { EventEmitter, Range, type Uri } from './stand-in-types.ts';

/** What a user of the stand-in answers, and has open. */
export interface Answers {
  readonly folders: readonly { readonly uri: Uri; readonly name: string; readonly index: number }[];
  readonly isTrusted: boolean;
  /** What is typed into a box; absent: what stands in it. */
  readonly input?: string;
  /** What is chosen of a list. */
  readonly pick?: string;
}

/** A document as far as the client reads it. */
export class TextDocument {
  readonly uri: Uri;
  readonly languageId: string;
  readonly version = 1;
  readonly isDirty = false;
  readonly isClosed = false;
  readonly #text: string;
  constructor(uri: Uri, languageId: string, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#text = text;
  }
  getText(): string {
    return this.#text;
  }
}

/** A finding as the editor has it. */
export interface Shown {
  readonly range: Range;
  readonly message: string;
  readonly code: unknown;
}

interface ContentProvider {
  provideTextDocumentContent(uri: Uri): Promise<string>;
}

/** What stands in the stand-in, for tests to look at. */
export type State = ReturnType<typeof createState>;

export function createState(answers: Answers) {
  const collections = new Map<string, Map<string, readonly Shown[]>>();
  const settings: Record<string, unknown> = {};
  return {
    answers,
    settings,
    isTrusted: answers.isTrusted,
    documents: [] as TextDocument[],
    activeTextEditor: undefined as { document: TextDocument } | undefined,
    commands: new Map<string, (...args: unknown[]) => unknown>(),
    contents: new Map<string, ContentProvider>(),
    /** Commands of VS Code that the extension ran. */
    executed: [] as unknown[][],
    messages: [] as string[],
    edits: [] as unknown[],
    shown: [] as string[],
    offered: [] as string[],
    statusItem: {
      text: '',
      tooltip: '',
      isVisible: false,
      show() {
        this.isVisible = true;
      },
      hide() {
        this.isVisible = false;
      },
      dispose() {},
    },
    output: outputChannel(),
    collection: (name: string) => diagnosticCollection(collections, name),
    /** The findings in a document, whoever gave them. */
    findings: (uri: Uri) => [...collections.values()].flatMap((held) => held.get(uri.toString()) ?? []),
    configuration: (section?: string) => configuration(settings, section),
  };
}

function diagnosticCollection(all: Map<string, Map<string, readonly Shown[]>>, name: string) {
  const held = new Map<string, readonly Shown[]>();
  all.set(`${name} ${all.size}`, held);
  return {
    set: (uri: Uri, found: readonly Shown[] | undefined) => held.set(uri.toString(), found ?? []),
    delete: (uri: Uri) => held.delete(uri.toString()),
    has: (uri: Uri) => held.has(uri.toString()),
    clear: () => held.clear(),
    dispose: () => held.clear(),
  };
}

function outputChannel() {
  const lines: string[] = [];
  const keep = (line: unknown) => lines.push(String(line));
  return {
    lines,
    logLevel: 3,
    onDidChangeLogLevel: new EventEmitter<number>().event,
    ...Object.fromEntries(
      ['append', 'appendLine', 'trace', 'debug', 'info', 'warn', 'error'].map((name) => [name, keep]),
    ),
    isShown: false,
    show() {
      this.isShown = true;
    },
    clear() {},
    dispose() {},
  };
}

/** Settings of a section by their names in it, with those that have dots as objects. */
function configuration(settings: Record<string, unknown>, section = '') {
  const prefix = section === '' ? '' : `${section}.`;
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(settings)) {
    if (key.startsWith(prefix)) values[key.slice(prefix.length)] = value;
  }
  return {
    ...values,
    get: (key: string, otherwise?: unknown) => values[key] ?? otherwise,
    has: (key: string) => key in values,
    inspect: () => undefined,
  };
}

export { Range };
