import { type Offer, offersAt, offerWithId } from './actions.ts';
import type { Buffer } from './buffers.ts';
import type { Client } from './client.ts';
import type { Desk } from './desk.ts';
import type { OpenPost } from './open-post.ts';
import {
  type CodeAction,
  CodeActionTriggerKind,
  type Connection,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from './protocol.ts';
import type { WhenReady } from './server.ts';
import { editOf } from './workspace-edits.ts';

/** So many offers are worked out for an editor that cannot ask for one of them later: comments cost a lint each. */
const mostComplete = 30;

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
    const about = (offer: Offer) => diagnosticFor(offer, context.diagnostics, buffer);
    if (client.resolvesActions)
      return offers.map((offer) => ({ ...actionOf(offer, about(offer)), data: dataOf(offer, post) }));
    const worked = offers.length <= mostComplete ? offers : offers.filter(({ placeholder }) => !placeholder);
    return worked.flatMap((offer) => {
      const edit = workedOut(offer, buffer, client);
      return edit ? [{ ...actionOf(offer, about(offer)), edit }] : [];
    });
  });
  connection.onCodeActionResolve(async (action) => {
    const desk = await whenReady();
    return { ...action, edit: await resolved(action.data as ActionData, desk) };
  });
}

async function resolved({ uri, version, id }: ActionData, desk: Desk) {
  const buffer = desk.buffer(uri);
  const post = buffer?.version === version ? await desk.post(uri) : null;
  if (!buffer || !post || post.version !== version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
  const offer = offerWithId(post, id);
  const edit = offer && workedOut(offer, buffer, desk.client);
  if (edit) return edit;
  const reason = 'This cannot be done here without changing what the post says.';
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

function workedOut(offer: Offer, buffer: Buffer, client: Client) {
  const edits = offer.edits();
  return edits && editOf(edits, buffer, client, offer.placeholder);
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
    if (code !== finding.ruleId || message !== finding.message) return false;
    const { start, end } = positions.offsetsOf(range);
    return start === finding.range.start && end === finding.range.end;
  });
}
