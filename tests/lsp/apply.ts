import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A text after the edits that are meant for it, as a client applies them. */
export function applied(text: string, uri: string, edit: WorkspaceEdit): string {
  const edits = edit.changes?.[uri] ?? documentEdits(edit, uri);
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [...edits]);
}

function documentEdits({ documentChanges = [] }: WorkspaceEdit, uri: string): TextEdit[] {
  return documentChanges.flatMap((change) => {
    if (!('textDocument' in change) || change.textDocument.uri !== uri) return [];
    return change.edits.map((one) => {
      if (!('snippet' in one)) return one as TextEdit;
      const newText = one.snippet.value.replace(/\$\{1:([^}]*)\}/, '$1').replace(/\\([\\$}])/g, '$1');
      return { range: one.range, newText };
    });
  });
}
