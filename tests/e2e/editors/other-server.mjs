// A language server that offers to change every file that it is asked about, whatever is asked for. The file that it is
// given lists the methods that it was called with.
import { appendFileSync } from 'node:fs';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const [, , asked] = process.argv;
const note = (method) => appendFileSync(asked, `${method}\n`);
const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
const start = { line: 0, character: 0 };

const editOf = (uri) => ({ changes: { [uri]: [{ range: { start, end: start }, newText: 'OF ANOTHER\n' }] } });

connection.onRequest('initialize', () => ({
  capabilities: { codeActionProvider: { resolveProvider: true }, textDocumentSync: 1 },
}));
connection.onNotification('initialized', () => note('initialized'));
connection.onRequest('textDocument/codeAction', ({ textDocument: { uri } }) => {
  note('textDocument/codeAction');
  return [
    { title: 'Insert a table of contents', kind: 'source', edit: editOf(uri) },
    { title: 'Sort', kind: 'source.fixAll.other', data: uri },
    { title: 'Pretend', kind: 'source.fixAll.recaplint', edit: editOf(uri) },
  ];
});
connection.onRequest('codeAction/resolve', (action) => {
  note('codeAction/resolve');
  return { ...action, edit: editOf(action.data) };
});
connection.onRequest('shutdown', () => null);
connection.onNotification('exit', () => process.exit(0));
connection.listen();
