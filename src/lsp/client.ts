import { chooseEncoding, type Encoding } from './encoding.ts';
import type { InitializeParams } from './protocol.ts';

/** What the editor can do, as far as the server does otherwise where it cannot. */
export interface Client {
  readonly encoding: Encoding;
  /** Whether it asks for findings; else they are sent to it. */
  readonly pulls: boolean;
  /** Whether it can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  /** Whether an edit can name the version that it was made for. */
  readonly versionsEdits: boolean;
  /** Whether an edit can make files. */
  readonly createsFiles: boolean;
  /** Whether an edit can hold a place for the cursor. */
  readonly takesSnippets: boolean;
  /** Whether what an action does can be asked for later. */
  readonly resolvesActions: boolean;
  /** Whether actions are taken as such, and not as commands alone. An editor that says nothing of actions is taken at the better. */
  readonly takesActions: boolean;
  readonly showsProgress: boolean;
  readonly appliesEdits: boolean;
  readonly answersConfiguration: boolean;
  /** Whether it can be asked to tell of changed files. */
  readonly watchesFiles: boolean;
  readonly tellsConfiguration: boolean;
  /** Whether an outline can nest; an editor that says nothing of outlines is taken at the better. */
  readonly nestsSymbols: boolean;
}

export function clientOf({ capabilities }: InitializeParams): Client {
  const { general, textDocument, window, workspace } = capabilities ?? {};
  const actions = textDocument?.codeAction;
  const edits = workspace?.workspaceEdit;
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pulls: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    versionsEdits: edits?.documentChanges === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    takesSnippets: edits?.documentChanges === true && edits.snippetEditSupport === true,
    resolvesActions:
      actions?.resolveSupport?.properties?.includes('edit') === true && actions.dataSupport === true,
    takesActions:
      !actions ||
      ['codeActionLiteralSupport', 'resolveSupport', 'isPreferredSupport'].some((key) => key in actions),
    showsProgress: window?.workDoneProgress === true,
    appliesEdits: workspace?.applyEdit === true,
    answersConfiguration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    nestsSymbols:
      textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? !textDocument?.documentSymbol,
  };
}
