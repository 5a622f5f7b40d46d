import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from './protocol.ts';
import type { Report } from './reports.ts';
import type { WhenReady } from './server.ts';

/** Answers an editor that asks for findings. What it has already is not sent again. */
export function answerDiagnostics(connection: Connection, whenReady: WhenReady): void {
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const desk = await whenReady();
    stopIfCancelled(token);
    const report = await desk.report(uri);
    stopIfCancelled(token);
    // The text has changed meanwhile: what was found in it would be marked in the wrong places.
    const version = desk.buffer(uri)?.version;
    if (report.version !== null && version !== undefined && report.version !== version)
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed.', {
        retriggerRequest: true,
      });
    return documentReport(report, previousResultId);
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const desk = await whenReady();
    const found = await desk.reports(() => token.isCancellationRequested);
    stopIfCancelled(token);
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items = [...found].map(
      ([uri, report]): WorkspaceDocumentDiagnosticReport => ({
        uri,
        version: report.version,
        ...documentReport(report, previous.get(uri)),
      }),
    );
    // A post that is gone, or is none any more, has nothing left that is wrong with it.
    const gone = [...previous.keys()].filter((uri) => !found.has(uri));
    return {
      items: [...items, ...gone.map((uri) => ({ uri, version: null, kind: 'full' as const, items: [] }))],
    };
  });
}

function documentReport({ id, diagnostics }: Report, previous: string | undefined): DocumentDiagnosticReport {
  if (previous === id) return { kind: 'unchanged', resultId: id };
  return { kind: 'full', resultId: id, items: [...diagnostics] };
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
