import { readOwnPackage } from '../config/pages.ts';
import { rememberForEditor } from '../document/memo.ts';
import { answerActions } from './answer-actions.ts';
import { answerCommands } from './answer-commands.ts';
import { answerDiagnostics } from './answer-diagnostics.ts';
import { answerQuestions } from './answer-questions.ts';
import type { Begun } from './begun.ts';
import { Buffers } from './buffers.ts';
import { capabilitiesFor } from './capabilities.ts';
import { clientOf } from './client.ts';
import { Desk } from './desk.ts';
import { editorOf } from './editor.ts';
import { startOptions } from './options.ts';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
  WatchKind,
} from './protocol.ts';

/** The desk, once the editor is ready and the folders of its workspace are open. */
export type WhenReady = () => Promise<Desk>;

/** Answers one editor. */
export function serve(connection: Connection): void {
  const editor = editorOf(connection);
  rememberForEditor();
  // Nothing that goes wrong may cost the editor its server.
  process.on('uncaughtException', (error) => editor.failed('at work', error));
  process.on('unhandledRejection', (error) => editor.failed('at work', error));
  let begun: Begun | null = null;
  let desk: Desk | null = null;
  let isOver = false;
  const waiting: ((desk: Desk) => void)[] = [];
  const whenReady: WhenReady = async () => {
    if (isOver) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
    if (!begun)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request is "initialize".');
    return desk ?? new Promise((resolve) => waiting.push(resolve));
  };

  connection.onInitialize((params) => {
    if (begun) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before.');
    const client = clientOf(params);
    const start = startOptions(params.initializationOptions, editor.tell);
    const buffers = new Buffers(client.encoding);
    begun = { connection, editor, client, start, buffers, folders: foldersOf(params) };
    return capabilitiesFor(client, readOwnPackage().version);
  });
  connection.onShutdown(() => {
    isOver = true;
  });
  let isOpening = false;
  connection.onInitialized(async () => {
    if (!begun || isOpening) return;
    isOpening = true;
    register(begun);
    followFolders(connection, whenReady);
    const opened = await openDesk(begun);
    desk = opened;
    for (const { uri } of begun.buffers.all()) opened.opened(uri);
    for (const resolve of waiting.splice(0)) resolve(opened);
  });

  followTexts(
    connection,
    () => begun?.buffers,
    () => desk,
  );
  followWorkspace(connection, whenReady);
  answerDiagnostics(connection, whenReady);
  answerActions(connection, whenReady);
  answerQuestions(connection, whenReady);
  answerCommands(connection, whenReady);
}

/** Keeps the open texts, in the order in which they change, whether or not anything else is ready. */
function followTexts(
  connection: Connection,
  buffers: () => Buffers | undefined,
  desk: () => Desk | null,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (typeof uri !== 'string' || typeof text !== 'string') return;
    buffers()?.open(uri, languageId, version, text);
    desk()?.opened(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    buffers()?.change(uri, version, contentChanges);
    desk()?.changed(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => desk()?.saved(uri));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    buffers()?.close(uri);
    desk()?.closed(uri);
  });
}

/** Addresses of the folders that an editor opens; older ones know one alone. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (Array.isArray(workspaceFolders)) return addresses(workspaceFolders);
  return typeof rootUri === 'string' && rootUri !== '' ? [rootUri] : [];
}

async function openDesk(begun: Begun): Promise<Desk> {
  const desk = new Desk(begun);
  await desk.workspace.open();
  return desk;
}

/** Asks the editor to tell of what changes beside the texts that are open. */
function register({ connection, client, editor }: Begun): void {
  const failed = (error: unknown) => editor.failed('asking for changes', error);
  if (client.tellsConfiguration) {
    const section = { section: 'recaplint' };
    connection.client.register(DidChangeConfigurationNotification.type, section).catch(failed);
  }
  if (!client.watchesFiles) return;
  const watchers = [
    // What comes or goes may be what a post links to.
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    {
      globPattern: '**/*.{md,MD,markdown,mdx,rmd,Rmd,qmd,json,yaml,yml,js,mjs,cjs,ts,mts,cts}',
      kind: WatchKind.Change,
    },
    { globPattern: '**/.{gitignore,recaplintignore}', kind: WatchKind.Change },
  ];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
}

/** Keeps up with the files and options of the workspace. */
function followWorkspace(connection: Connection, whenReady: WhenReady): void {
  const touch = async (files: readonly { readonly uri: string }[]) => {
    const { workspace } = await whenReady();
    workspace.touch(addresses(files));
  };
  connection.onDidChangeWatchedFiles(({ changes }) => touch(changes));
  connection.workspace.onDidCreateFiles(({ files }) => touch(files));
  connection.workspace.onDidDeleteFiles(({ files }) => touch(files));
  connection.workspace.onDidRenameFiles(({ files }) =>
    touch(files.flatMap(({ oldUri, newUri }) => [{ uri: oldUri }, { uri: newUri }])),
  );
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const { workspace } = await whenReady();
    await workspace.changeOptions(settings);
  });
}

/** Keeps up with the folders of the workspace. To be called last: the library has a listener of its own for some editors. */
function followFolders(connection: Connection, whenReady: WhenReady): void {
  connection.onNotification('workspace/didChangeWorkspaceFolders', async ({ event }: FoldersChanged) => {
    const { workspace } = await whenReady();
    await workspace.changeFolders(addresses(event.added), addresses(event.removed));
  });
}

interface FoldersChanged {
  readonly event: {
    readonly added: readonly { readonly uri: string }[];
    readonly removed: readonly { readonly uri: string }[];
  };
}

/** Addresses of folders or files. What is none, an editor says in error. */
function addresses(named: readonly { readonly uri: string }[]): readonly string[] {
  return named.map((one) => one?.uri).filter((uri) => typeof uri === 'string');
}
