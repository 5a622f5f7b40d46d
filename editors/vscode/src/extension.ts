import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { createClient } from './client.ts';
import { isPost } from './documents.ts';
import { newIssue } from './new-issue.ts';
import { serverOf } from './server.ts';
import type { PostStatus } from './status.ts';
import { createStatusItem } from './status-item.ts';
import { createTimelines } from './timeline.ts';

/** Settings that take a new server. */
const startSettings = ['recaplint.enable', 'recaplint.parser'];

let client: LanguageClient | undefined;
/** The last start or stop that was asked for; a client that is still starting cannot be stopped. */
let turn: Promise<void> = Promise.resolve();

/** VS Code calls this once, when something that the manifest names is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  client = createClient(context.extensionPath);
  const server = serverOf(client);
  const item = createStatusItem();
  const timelines = createTimelines(server);
  client.onNotification('recaplint/status', (status: PostStatus) => {
    item.tell(status);
    timelines.changed(vscode.Uri.parse(status.uri));
  });
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) item.clear();
  });
  context.subscriptions.push(
    item,
    timelines,
    command('fixAll', () => onPost((post) => server.execute('fixAll', post.toString()))),
    command('showTimeline', () => onPost((post) => timelines.show(post))),
    command('newIssue', () => newIssue(server)),
    command('restart', () => restart()),
    vscode.commands.registerCommand('recaplint.showOutput', () => client?.outputChannel.show()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => shown(restart)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (startSettings.some((setting) => event.affectsConfiguration(setting))) shown(restart);
    }),
  );
  await restart();
}

/** VS Code calls this when it closes, and waits for the server's end. */
export async function deactivate(): Promise<void> {
  await turn.catch(() => {});
  // One that could not be started cannot be stopped either.
  if (client?.needsStop()) await client.dispose();
  client = undefined;
}

/** Starts a new server, which learns anew whom to trust; none where linting is off. */
function restart(): Promise<void> {
  turn = turn
    .catch(() => {})
    .then(async () => {
      if (client?.needsStop()) await client.stop();
      if (isEnabled()) await client?.start();
    });
  return turn;
}

function isEnabled(): boolean {
  return vscode.workspace.getConfiguration('recaplint').get('enable', true);
}

/** Registers a command; what goes wrong in it is shown. */
function command(name: string, run: () => Promise<unknown>): vscode.Disposable {
  return vscode.commands.registerCommand(`recaplint.${name}`, () => shown(run));
}

/** Does something that nobody waits for; what goes wrong is shown. */
async function shown(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    vscode.window.showErrorMessage(`recaplint: ${withoutLinks((error as Error).message)}`);
  }
}

/** VS Code makes links of `[…](…)` in a message, also such as run a command. */
function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}

/** Does something with the post in the active editor. */
async function onPost(run: (post: vscode.Uri) => Promise<unknown>): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isPost(document)) await run(document.uri);
  else vscode.window.showErrorMessage('recaplint: open a post first.');
}
