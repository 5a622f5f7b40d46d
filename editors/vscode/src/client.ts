import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { documentSelector } from './documents.ts';

/**
 * Makes the client of the server that the extension brings; it is not started.
 *
 * @param folder that the extension is installed in
 */
export function createClient(folder: string): LanguageClient {
  const module = join(folder, 'server', 'server.mjs');
  return new LanguageClient(
    'recaplint',
    'recaplint',
    { module, transport: TransportKind.ipc },
    {
      documentSelector,
      initializationOptions: startOptions,
    },
  );
}

/** What the server is told when it starts, and no later; it asks for all other settings itself. */
function startOptions() {
  const parser = vscode.workspace.getConfiguration('recaplint').get('parser');
  return { trusted: vscode.workspace.isTrusted, status: true, parser };
}
