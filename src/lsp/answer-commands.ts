import { ConfigError } from '../config/problem.ts';
import { RunError } from '../project/run-error.ts';
import { createFile } from '../workspace/create.ts';
import { offersAt } from './actions.ts';
import { addressOf } from './addresses.ts';
import { commands, fixAllKind } from './capabilities.ts';
import type { Desk } from './desk.ts';
import { said } from './editor.ts';
import { choicesOf, draftIssue, type IssueDraft } from './new-issue.ts';
import type { Place } from './places.ts';
import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError, type WorkspaceEdit } from './protocol.ts';
import type { WhenReady } from './server.ts';
import { timelineText } from './timeline-text.ts';
import { editOf } from './workspace-edits.ts';

/** Does what an editor's user asks for by name. What cannot be done is said in one sentence. */
export function answerCommands(connection: Connection, whenReady: WhenReady): void {
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    if (given !== undefined && !Array.isArray(given))
      throw new ResponseError(ErrorCodes.InvalidParams, 'The arguments of a command are a list.');
    const desk = await whenReady();
    try {
      return await execute(
        command,
        (given ?? []).map((value) => (typeof value === 'string' ? value : '')),
        desk,
      );
    } catch (error) {
      if (!(error instanceof RunError || error instanceof ConfigError)) throw error;
      throw new ResponseError(LSPErrorCodes.RequestFailed, said(error.message));
    }
  });
}

async function execute(command: string, given: readonly string[], desk: Desk): Promise<unknown> {
  const [subject = '', period = '', series = ''] = given;
  if (command === commands.fixAll) return fixAll(subject, desk);
  if (command === commands.timeline) return timelineText(await openPost(subject, desk));
  if (command === commands.series) return choices(subject, desk);
  if (command === commands.newIssue) return newIssue(subject, period, series || undefined, desk);
  throw new RunError(`There is no command "${command}".`);
}

/** Whether anything was repaired. */
async function fixAll(uri: string, desk: Desk): Promise<boolean> {
  const post = await openPost(uri, desk);
  const buffer = desk.buffer(uri);
  const whole = { start: 0, end: post.document.source.length };
  const [offer] = offersAt(post, whole, { only: [fixAllKind], automatic: false });
  const edits = offer?.edits();
  if (!offer || !edits || buffer?.version !== post.version) return false;
  await apply(editOf(edits, buffer, desk.client), offer.title, desk);
  return true;
}

async function choices(uri: string, desk: Desk) {
  const { folder, session, parser } = folderAt(uri, desk);
  return choicesOf(folder, session, parser.parse);
}

async function newIssue(uri: string, period: string, series: string | undefined, desk: Desk) {
  const { folder, session, parser } = folderAt(uri, desk);
  const draft = await draftIssue(folder, period, series, session, parser.parse);
  const address = addressOf(draft.path);
  if (desk.client.createsFiles && desk.client.appliesEdits)
    await apply(creation(draft), `New issue ${period}`, desk);
  else createFile(draft.path, draft.text, folder);
  return { uri: address };
}

function creation({ path, text }: IssueDraft): WorkspaceEdit {
  const uri = addressOf(path);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}

/** @throws RunError where the editor does not take the edit */
async function apply(edit: WorkspaceEdit, label: string, { connection, client }: Desk): Promise<void> {
  if (!client.appliesEdits) throw new RunError('This editor takes no edits from a server.');
  const { applied, failureReason } = await connection.workspace.applyEdit({ edit, label });
  if (!applied)
    throw new RunError(`The editor did not apply it${failureReason ? `: ${failureReason}` : '.'}`);
}

async function openPost(uri: string, desk: Desk) {
  const post = await desk.post(uri);
  if (!post) throw new RunError(`"${uri}" is no post that is open.`);
  return post;
}

/** The folder with an address, or in which it lies; the first one where none is named. */
function folderAt(uri: string, { workspace }: Desk): Place & { readonly folder: string } {
  const place =
    workspace.places.find((one) => one.uri === uri) ?? (uri ? workspace.placeOf(uri) : workspace.places[0]);
  if (!place || place.folder === null) throw new RunError('Open the folder first that the posts are in.');
  return { ...place, folder: place.folder };
}
