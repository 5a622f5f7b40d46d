import type { Client } from './client.ts';
import { type InitializeResult, TextDocumentSyncKind } from './protocol.ts';

/** What the server can be asked to do, by name. */
export const commands = {
  fixAll: 'recaplint.server.fixAll',
  timeline: 'recaplint.server.timeline',
  series: 'recaplint.server.series',
  newIssue: 'recaplint.server.newIssue',
} as const;

/** The kind of the action that repairs all that is certain. */
export const fixAllKind = 'source.fixAll.recaplint';

/** All files and folders: what comes or goes may be what a post links to. */
const everything = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };

/** What the server tells an editor that it can do. Findings are asked for or sent, never both. */
export function capabilitiesFor(client: Client, version: string): InitializeResult {
  return {
    serverInfo: { name: 'recaplint', version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      ...(client.pulls && {
        diagnosticProvider: {
          identifier: 'recaplint',
          interFileDependencies: true,
          workspaceDiagnostics: true,
          workDoneProgress: false,
        },
      }),
      codeActionProvider: {
        codeActionKinds: ['quickfix', fixAllKind],
        resolveProvider: client.resolvesActions,
      },
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['-', '#', ' ', '"', ':'] },
      documentSymbolProvider: true,
      codeLensProvider: { resolveProvider: false },
      executeCommandProvider: { commands: Object.values(commands) },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didCreate: everything, didRename: everything, didDelete: everything },
      },
    },
  };
}
