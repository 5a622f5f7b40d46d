import * as vscode from 'vscode';
import { isPost } from './documents.ts';
import { type PostStatus, statusView } from './status.ts';

/** Item of the status bar that says which period the post in the active editor is about. */
export interface StatusItem extends vscode.Disposable {
  tell(status: PostStatus): void;
  /** Forgets all that it was told, because the server is another one. */
  clear(): void;
}

export function createStatusItem(): StatusItem {
  const item = vscode.window.createStatusBarItem('recaplint.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'recaplint';
  item.command = 'recaplint.showTimeline';
  const known = new Map<string, PostStatus>();
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isShown = document !== undefined && isPost(document);
    vscode.commands.executeCommand('setContext', 'recaplint.isPost', isShown);
    if (!isShown) return item.hide();
    const { text, tooltip, isWarning } = statusView(known.get(document.uri.toString()) ?? null);
    item.text = text;
    item.tooltip = tooltip;
    item.backgroundColor = isWarning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  ];
  show();
  return {
    tell(status) {
      // Read once more, because the two sides may write an address differently.
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    },
    clear() {
      known.clear();
      show();
    },
    dispose() {
      vscode.Disposable.from(item, ...listeners).dispose();
    },
  };
}
