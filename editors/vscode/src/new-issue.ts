import * as vscode from 'vscode';
import { ResponseError } from 'vscode-languageclient/node';
import type { Server } from './server.ts';

/** Asks for a period, makes the issue of that period, and opens it. */
export async function newIssue(server: Server): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const period = await vscode.window.showInputBox({
    title: 'New issue',
    prompt: 'The period that it is about',
    placeHolder: 'Q3 2026',
    validateInput: (text) => (text.trim() === '' ? 'Write a period, such as Q3 2026.' : null),
  });
  if (period === undefined) return;
  const made = await makeIssue(server, folder.toString(), period.trim());
  if (made) await vscode.window.showTextDocument(vscode.Uri.parse(made.uri));
}

/** The workspace's folder; asked for where there are several. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    vscode.window.showErrorMessage('recaplint: open the folder that the posts are in first.');
    return undefined;
  }
  const chosen = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  return chosen?.uri;
}

/** Where there are several series, the server refuses to choose and names them. */
async function makeIssue(
  server: Server,
  folder: string,
  period: string,
): Promise<{ uri: string } | undefined> {
  try {
    return await server.execute('newIssue', folder, period);
  } catch (error) {
    const names = seriesIn(error);
    if (names === null) throw error;
    const series = await vscode.window.showQuickPick(names, { title: 'New issue', placeHolder: 'Series' });
    return series === undefined ? undefined : server.execute('newIssue', folder, period, series);
  }
}

function seriesIn(error: unknown): string[] | null {
  if (!(error instanceof ResponseError)) return null;
  const series: unknown = error.data?.series;
  return Array.isArray(series) && series.length > 0 ? series.map(String) : null;
}
