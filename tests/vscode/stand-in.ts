// A stand-in for VS Code, as far as the extension and the client in it ask: no VS Code runs where these tests do.
import Module, { createRequire } from 'node:module';
import { compileGlob } from '../../src/config/glob.ts';
import { type Answers, createState, type State, TextDocument } from './stand-in-state.ts';
import { Disposable, EventEmitter, enums, Position, plainClasses, Range, Uri } from './stand-in-types.ts';

export { type Answers, type State, TextDocument, Uri };

/** An extension that runs in a stand-in. */
export interface Running {
  readonly state: State;
  /** Tells the extension that the user trusts the workspace. */
  grantTrust(): void;
  /** Changes a setting, such as `recaplint.enable`. */
  configure(key: string, value: unknown): void;
  open(document: TextDocument): void;
  run(command: string, ...args: unknown[]): Promise<unknown>;
  deactivate(): Promise<void>;
}

interface Extension {
  activate(context: unknown): Promise<void>;
  deactivate(): Promise<void>;
}

/** Loads the extension in a folder, and activates it as VS Code would. */
export async function startExtension(folder: string, answers: Answers): Promise<Running> {
  const state = createState(answers);
  const events = createEvents();
  const extension = loadWith(apiOf(state, events), `${folder}/extension.js`);
  const subscriptions: { dispose(): void }[] = [];
  await extension.activate({ extensionPath: folder, subscriptions });
  return {
    state,
    grantTrust() {
      state.isTrusted = true;
      events.trust.fire(undefined);
    },
    configure(key, value) {
      state.settings[key] = value;
      events.configuration.fire({ affectsConfiguration: (section: string) => key.startsWith(section) });
    },
    open(document) {
      state.documents.push(document);
      state.activeTextEditor = { document };
      events.opened.fire(document);
      events.tabs.fire({ opened: [tabOf(document)], closed: [], changed: [] });
      events.editor.fire(state.activeTextEditor);
    },
    run: async (command, ...args) => state.commands.get(command)!(...args),
    async deactivate() {
      await extension.deactivate();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** Loads a CommonJS module for which `vscode` is something else; anew, because a loaded one keeps its state. */
function loadWith(vscode: unknown, path: string): Extension {
  const modules = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = modules._load;
  modules._load = (request, ...rest) => (request === 'vscode' ? vscode : load.call(Module, request, ...rest));
  try {
    const require = createRequire(import.meta.url);
    delete require.cache[path];
    return require(path);
  } finally {
    modules._load = load;
  }
}

function createEvents() {
  return {
    trust: new EventEmitter<void>(),
    configuration: new EventEmitter<unknown>(),
    opened: new EventEmitter<TextDocument>(),
    tabs: new EventEmitter<unknown>(),
    editor: new EventEmitter<unknown>(),
    never: new EventEmitter<never>(),
  };
}
type Events = ReturnType<typeof createEvents>;

class TabInputText {
  readonly uri: Uri;
  constructor(uri: Uri) {
    this.uri = uri;
  }
}

function tabOf({ uri }: TextDocument) {
  return { input: new TabInputText(uri), isActive: true };
}

function apiOf(state: State, events: Events) {
  return {
    version: '1.100.0',
    ...plainClasses,
    ...enums,
    ...{ Uri, Position, Range, Disposable, EventEmitter, TabInputText },
    env: { appName: 'stand-in', language: 'en', machineId: 'none', openExternal: async () => true },
    extensions: { getExtension: () => undefined },
    commands: commandsOf(state),
    languages: languagesOf(state),
    window: windowOf(state, events),
    workspace: workspaceOf(state, events),
  };
}

function commandsOf(state: State) {
  return {
    registerCommand(name: string, run: (...args: unknown[]) => unknown) {
      state.commands.set(name, run);
      return new Disposable(() => state.commands.delete(name));
    },
    async executeCommand(name: string, ...args: unknown[]) {
      state.executed.push([name, ...args]);
    },
  };
}

function languagesOf(state: State) {
  const nothing = () => new Disposable(() => {});
  const providers = new Proxy({} as Record<string, unknown>, {
    get: (own, name: string) => own[name] ?? (name.startsWith('register') ? nothing : undefined),
  });
  return Object.assign(providers, {
    match: (selector: unknown, document: TextDocument) => matches(selector, document),
    createDiagnosticCollection(name: string) {
      const collection = state.collection(name);
      return { name, ...collection };
    },
  });
}

interface Filter {
  readonly scheme?: string;
  readonly language?: string;
  readonly pattern?: string;
}

function matches(selector: unknown, document: TextDocument): number {
  if (Array.isArray(selector)) return Math.max(0, ...selector.map((filter) => matches(filter, document)));
  const { scheme, language, pattern } = selector as Filter;
  const isRight =
    (scheme === undefined || scheme === document.uri.scheme) &&
    (language === undefined || language === document.languageId) &&
    (pattern === undefined || compileGlob(pattern)(document.uri.path.slice(1)));
  return isRight ? 10 : 0;
}

function windowOf(state: State, events: Events) {
  const say = (message: string) => {
    state.messages.push(message);
    return Promise.resolve(undefined);
  };
  return {
    get activeTextEditor() {
      return state.activeTextEditor;
    },
    visibleTextEditors: [],
    tabGroups: {
      get all() {
        return [{ tabs: state.documents.map(tabOf), isActive: true }];
      },
      onDidChangeTabs: events.tabs.event,
    },
    createStatusBarItem: () => state.statusItem,
    createOutputChannel: () => state.output,
    onDidChangeActiveTextEditor: events.editor.event,
    onDidChangeVisibleTextEditors: events.never.event,
    showErrorMessage: say,
    showWarningMessage: say,
    showInformationMessage: say,
    showInputBox: async ({ value }: { value: string }) => state.answers.input ?? value,
    showQuickPick: async (items: { label: string }[]) => {
      state.offered = items.map(({ label }) => label);
      return items.find(({ label }) => label === state.answers.pick);
    },
    showWorkspaceFolderPick: async () => state.answers.folders[0],
    showTextDocument: async (shown: { toString(): string }) => state.shown.push(shown.toString()),
    withProgress: (_: unknown, run: (...args: unknown[]) => unknown) =>
      run({ report() {} }, { isCancellationRequested: false, onCancellationRequested: events.never.event }),
  };
}

function workspaceOf(state: State, events: Events) {
  const never = events.never.event;
  return {
    get isTrusted() {
      return state.isTrusted;
    },
    get textDocuments() {
      return state.documents;
    },
    notebookDocuments: [],
    workspaceFolders: state.answers.folders,
    getConfiguration: (section?: string) => state.configuration(section),
    getWorkspaceFolder: () => state.answers.folders[0],
    async applyEdit(edit: { edits: unknown[] }) {
      state.edits.push(edit);
      return true;
    },
    createFileSystemWatcher: () => ({
      onDidCreate: never,
      onDidChange: never,
      onDidDelete: never,
      dispose() {},
    }),
    registerTextDocumentContentProvider(scheme: string, provider: unknown) {
      state.contents.set(scheme, provider as never);
      return new Disposable(() => state.contents.delete(scheme));
    },
    onDidGrantWorkspaceTrust: events.trust.event,
    onDidChangeConfiguration: events.configuration.event,
    onDidOpenTextDocument: events.opened.event,
    ...Object.fromEntries(['Close', 'Save', 'Change'].map((what) => [`onDid${what}TextDocument`, never])),
    ...Object.fromEntries(
      ['Open', 'Close', 'Save', 'Change'].map((what) => [`onDid${what}NotebookDocument`, never]),
    ),
    ...Object.fromEntries(
      [
        'onDidCreateFiles',
        'onDidRenameFiles',
        'onDidDeleteFiles',
        'onWillCreateFiles',
        'onWillRenameFiles',
      ].map((name) => [name, never]),
    ),
    onWillDeleteFiles: never,
    onWillSaveTextDocument: never,
    onDidChangeWorkspaceFolders: never,
  };
}
