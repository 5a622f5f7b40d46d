// Values of the stand-in for VS Code: those with a meaning in the tests, and empty ones for all others that the client
// mentions.

export class Disposable {
  readonly #end: () => void;
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
  constructor(end: () => void) {
    this.#end = end;
  }
  dispose(): void {
    this.#end();
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void, self?: unknown, all?: unknown[]): Disposable => {
    const heard = self === undefined ? listener : listener.bind(self);
    this.#listeners.add(heard);
    const disposable = new Disposable(() => this.#listeners.delete(heard));
    all?.push(disposable);
    return disposable;
  };
  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

interface UriParts {
  readonly scheme: string;
  readonly path: string;
  readonly query?: string;
}

/** Addresses of the kinds that the tests have: of files, of texts that were never saved, and of virtual documents. */
export class Uri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
  readonly authority = '';
  readonly fragment = '';
  static parse(text: string): Uri {
    const [, scheme, path, query = ''] = /^([^:]+):(?:\/\/)?([^?]*)(?:\?(.*))?$/.exec(text)!;
    return new Uri({ scheme: scheme!, path: decodeURIComponent(path!), query: decodeURIComponent(query) });
  }
  static file(path: string): Uri {
    return new Uri({ scheme: 'file', path });
  }
  static from(parts: UriParts): Uri {
    return new Uri(parts);
  }
  constructor({ scheme, path, query = '' }: UriParts) {
    this.scheme = scheme;
    this.path = path;
    this.query = query;
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    const path = this.path.split('/').map(encodeURIComponent).join('/');
    const query = this.query === '' ? '' : `?${encodeURIComponent(this.query)}`;
    return `${this.scheme}:${this.scheme === 'file' ? '//' : ''}${path}${query}`;
  }
}

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

class Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;
  constructor(range: Range, message: string, severity: number) {
    this.range = range;
    this.message = message;
    this.severity = severity;
  }
}

class CancellationTokenSource {
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: new EventEmitter<void>().event,
  };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {}
}

/** Keeps what is put into it. */
class WorkspaceEdit {
  readonly edits: { uri: string; edits: unknown }[] = [];
  set(uri: Uri, edits: unknown): void {
    this.edits.push({ uri: uri.toString(), edits });
  }
  createFile(uri: Uri): void {
    this.edits.push({ uri: uri.toString(), edits: 'create' });
  }
}

/** Keeps the arguments that it is made with. */
class Plain {
  readonly args: unknown[];
  constructor(...args: unknown[]) {
    this.args = args;
  }
}

class TextEdit extends Plain {
  static replace(range: Range, newText: string): TextEdit {
    return new TextEdit(range, newText);
  }
}

const plain = [
  'CallHierarchyIncomingCall',
  'CallHierarchyItem',
  'CallHierarchyOutgoingCall',
  'CodeLens',
  'Color',
  'ColorInformation',
  'ColorPresentation',
  'CompletionItem',
  'CompletionList',
  'DiagnosticRelatedInformation',
  'DocumentHighlight',
  'DocumentLink',
  'DocumentSymbol',
  'FoldingRange',
  'Hover',
  'InlayHint',
  'InlayHintLabelPart',
  'LinkedEditingRanges',
  'Location',
  'MarkdownString',
  'ParameterInformation',
  'RelativePattern',
  'SelectionRange',
  'SemanticTokens',
  'SignatureHelp',
  'SignatureInformation',
  'SnippetString',
  'SnippetTextEdit',
  'SymbolInformation',
  'TabInputCustom',
  'TabInputNotebook',
  'TabInputTextDiff',
  'ThemeColor',
  'TypeHierarchyItem',
];

/** Classes that are made or extended; most are made in no test. */
export const plainClasses = {
  ...Object.fromEntries(plain.map((name) => [name, class extends Plain {}])),
  ...{ Diagnostic, CancellationTokenSource, WorkspaceEdit, TextEdit },
  CancellationError: class extends Error {},
  CodeAction: class extends Plain {},
  CodeActionKind: codeActionKinds(),
};

function codeActionKinds() {
  const kind = (value: string): object => ({ value, append: (part: string) => kind(`${value}.${part}`) });
  const names = ['QuickFix', 'Refactor', 'RefactorExtract', 'RefactorInline', 'RefactorRewrite', 'Source'];
  return {
    Empty: kind(''),
    SourceOrganizeImports: kind('source.organizeImports'),
    SourceFixAll: kind('source.fixAll'),
    ...Object.fromEntries(names.map((name) => [name, kind(name.toLowerCase())])),
  };
}

const names = (...all: string[]) => Object.fromEntries(all.map((name, index) => [name, index]));

/** Enumerations, with VS Code's numbers where a test shows them. */
export const enums = {
  CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
  CompletionItemKind: names('Text', 'Method', 'Function'),
  CompletionItemTag: { Deprecated: 1 },
  CompletionTriggerKind: names('Invoke', 'TriggerCharacter', 'TriggerForIncompleteCompletions'),
  DiagnosticSeverity: names('Error', 'Warning', 'Information', 'Hint'),
  DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
  DocumentHighlightKind: names('Text', 'Read', 'Write'),
  FileType: { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 },
  FoldingRangeKind: { Comment: 1, Imports: 2, Region: 3 },
  InlineCompletionTriggerKind: names('Invoke', 'Automatic'),
  LogLevel: names('Off', 'Trace', 'Debug', 'Info', 'Warning', 'Error'),
  NotebookCellKind: { Markup: 1, Code: 2 },
  ProgressLocation: { SourceControl: 1, Window: 10, Notification: 15 },
  SignatureHelpTriggerKind: { Invoke: 1, TriggerCharacter: 2, ContentChange: 3 },
  StatusBarAlignment: { Left: 1, Right: 2 },
  SymbolKind: names('File', 'Module', 'Namespace'),
  SymbolTag: { Deprecated: 1 },
  TextDocumentSaveReason: { Manual: 1, AfterDelay: 2, FocusOut: 3 },
};
