import * as vscode from 'vscode';
import type { Server } from './server.ts';

const scheme = 'recaplint-timeline';

/** Shows what a post says of time as a document that cannot be edited, and keeps it up to date. */
export interface Timelines extends vscode.Disposable {
  show(post: vscode.Uri): Promise<void>;
  /** The post or what it is held against changed. */
  changed(post: vscode.Uri): void;
}

export function createTimelines(server: Server): Timelines {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const open = new Set<string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: ({ query }) => server.execute<string>('timeline', query),
  });
  return {
    async show(post) {
      open.add(post.toString());
      await vscode.commands.executeCommand('markdown.showPreviewToSide', addressOf(post));
    },
    changed(post) {
      if (open.has(post.toString())) changes.fire(addressOf(post));
    },
    dispose() {
      vscode.Disposable.from(provider, changes).dispose();
    },
  };
}

/** Its last part is the title of the editor. */
function addressOf(post: vscode.Uri): vscode.Uri {
  const name = post.path.slice(post.path.lastIndexOf('/') + 1);
  return vscode.Uri.from({ scheme, path: `Timeline of ${name}`, query: post.toString() });
}
