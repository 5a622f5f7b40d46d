import type { Edit } from '../engine/rule.ts';
import type { Buffer } from './buffers.ts';
import type { Client } from './client.ts';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from './protocol.ts';

/**
 * Edits of an open text as the editor takes them: with the version that they were made for, where it knows versions, so that
 * they are not applied to another one.
 *
 * @param placeholder what stands last in one of the new texts for the author to overwrite
 */
export function editOf(
  edits: readonly Edit[],
  { uri, version, positions }: Buffer,
  client: Client,
  placeholder?: string,
): WorkspaceEdit {
  const textEdits = edits.map(({ range, text }) => ({ range: positions.rangeOf(range), newText: text }));
  if (!client.versionsEdits) return { changes: { [uri]: textEdits } };
  const snippets = placeholder !== undefined && client.takesSnippets;
  const shown = snippets ? textEdits.map((edit) => withPlaceholder(edit, placeholder)) : textEdits;
  return { documentChanges: [{ textDocument: { uri, version }, edits: shown }] };
}

/** An edit after which the cursor stands in the placeholder, where its text has it. */
function withPlaceholder(edit: TextEdit, placeholder: string): TextDocumentEdit['edits'][number] {
  const at = edit.newText.lastIndexOf(placeholder);
  if (at < 0) return edit;
  const before = literal(edit.newText.slice(0, at));
  const after = literal(edit.newText.slice(at + placeholder.length));
  return { range: edit.range, snippet: { kind: 'snippet', value: `${before}\${1:${placeholder}}${after}` } };
}

/** What stands for itself in a snippet. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
