import { editorText } from '../reporters/message-text.ts';
import { type Offer, offersAt, offerWithId } from './actions.ts';
import type { Buffer } from './buffers.ts';
import { commands, fixAllKind } from './capabilities.ts';
import type { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { workedOut } from './offer-budget.ts';
import type { OpenPost } from './open-post.ts';
import {
  type CodeAction,
  CodeActionTriggerKind,
  type Command,
  type Connection,
  type Diagnostic,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from './protocol.ts';
import type { WhenReady } from './server.ts';
import { editOf } from './workspace-edits.ts';

/** So long, in milliseconds, offers are worked out for an editor that cannot ask for one of them later. */
const mostWork = 100;

/** What comes back with an action whose edit is asked for. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly id: string;
}

/** Answers what can be done about findings. */
export function answerActions(connection: Connection, whenReady: WhenReady): void {
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const desk = await whenReady();
    const post = await desk.post(uri);
    const buffer = desk.buffer(uri);
    if (!post || !buffer || buffer.version !== post.version) return null;
    const offers = offersAt(post, buffer.positions.offsetsOf(range), {
      only: context.only ?? null,
      automatic: context.triggerKind === CodeActionTriggerKind.Automatic,
    });
    const { client } = desk;
    if (!client.takesActions) return commandsFor(offers, uri, client);
    const about = (offer: Offer) => diagnosticFor(offer, context.diagnostics, buffer);
    if (client.resolvesActions)
      return offers.map((offer) => ({ ...actionOf(offer, about(offer)), data: dataOf(offer, post) }));
    return workedOut(offers, mostWork).map(({ offer, edits }) => ({
      ...actionOf(offer, about(offer)),
      edit: editOf(edits, buffer, client, offer.placeholder),
    }));
  });
  connection.onCodeActionResolve(async (action) => {
    const desk = await whenReady();
    return { ...action, edit: await resolved(action.data, desk) };
  });
}

async function resolved(data: unknown, desk: Desk) {
  if (!isActionData(data))
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      'The data of the action are not those that came with it.',
    );
  const { uri, version, id } = data;
  const buffer = desk.buffer(uri);
  const post = buffer?.version === version ? await desk.post(uri) : null;
  if (!buffer || !post || post.version !== version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
  const offer = offerWithId(post, id);
  const edits = offer?.edits();
  if (offer && edits) return editOf(edits, buffer, desk.client, offer.placeholder);
  const reason = 'This cannot be done here without changing what the post says.';
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

function isActionData(data: unknown): data is ActionData {
  const { uri, version, id } = Object(data) as Partial<Record<keyof ActionData, unknown>>;
  return typeof uri === 'string' && typeof version === 'number' && typeof id === 'string';
}

/** For an editor that knows no actions: the one that a command of the server does, where it takes the edits of one. */
function commandsFor(offers: readonly Offer[], uri: string, { appliesEdits }: Client): Command[] {
  const all = offers.find(({ kind }) => kind === fixAllKind);
  return all && appliesEdits ? [{ title: all.title, command: commands.fixAll, arguments: [uri] }] : [];
}

function actionOf(
  { title, kind, preferred }: Offer,
  diagnostic: Diagnostic | undefined,
): Pick<CodeAction, 'title' | 'kind' | 'isPreferred' | 'diagnostics'> {
  return {
    title,
    kind,
    ...(preferred && { isPreferred: true }),
    ...(diagnostic && { diagnostics: [diagnostic] }),
  };
}

function dataOf({ id }: Offer, { uri, version }: OpenPost): ActionData {
  return { uri, version, id };
}

/** Of the findings that the editor speaks of, the one that an offer is for. */
function diagnosticFor(
  { finding }: Offer,
  diagnostics: readonly Diagnostic[],
  { positions }: Buffer,
): Diagnostic | undefined {
  if (!finding) return undefined;
  return diagnostics.find(({ code, message, range }) => {
    if (code !== finding.ruleId || message !== editorText(finding.message)) return false;
    const { start, end } = positions.offsetsOf(range);
    return start === finding.range.start && end === finding.range.end;
  });
}
