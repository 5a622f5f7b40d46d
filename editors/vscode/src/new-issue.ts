import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** A series as `recaplint.server.series` gives it. */
interface Series {
  readonly name: string;
  /** The period that comes after its last post. */
  readonly next: string | null;
}

/** Asks for a series and a period, makes the issue of that period, and opens it. */
export async function newIssue(server: Server): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const all = await server.execute<Series[]>('series', folder);
  const series = await chooseSeries(all);
  if (series === undefined) return;
  const period = await askPeriod(series?.next ?? '');
  if (period === undefined) return;
  const name = series === null ? [] : [series.name];
  const made = await server.execute<{ uri: string }>('newIssue', folder, period, ...name);
  await vscode.window.showTextDocument(vscode.Uri.parse(made.uri));
}

/** Address of the workspace's folder; asked for where there are several. */
async function chooseFolder(): Promise<string | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    vscode.window.showErrorMessage('recaplint: open the folder that the posts are in first.');
    return undefined;
  }
  const chosen = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  return chosen?.uri.toString();
}

/** Null where there is none, which the server explains; undefined where the user gives up. */
async function chooseSeries(all: readonly Series[]): Promise<Series | null | undefined> {
  if (all.length < 2) return all[0] ?? null;
  const items = all.map((series) => ({
    label: asLabel(series.name),
    ...(series.next !== null && { description: series.next }),
    series,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'New issue', placeHolder: 'Series' });
  return chosen?.series;
}

/** A name that posts gave, as a label: `$(…)` in it is no icon, and nothing moves or hides. */
function asLabel(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD').replace(/\$(?=\()/g, '\\$');
}

async function askPeriod(next: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: 'New issue',
    prompt: 'The period that it is about',
    placeHolder: '2026-Q3',
    value: next,
    validateInput: (written) => (written.trim() === '' ? 'Write a period, such as 2026-Q3.' : null),
  });
  return text?.trim();
}
