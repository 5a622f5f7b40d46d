import { isConfigName } from '../config/discover.ts';
import { readOwnPackage } from '../config/pages.ts';
import { ruleInfoSource } from '../project/rule-info.ts';
import { nameOf } from './addresses.ts';
import type { Buffer } from './buffers.ts';
import { commands } from './capabilities.ts';
import { completionsAt } from './completion.ts';
import type { CompletionItem } from './completion-item.ts';
import { configCompletionsAt } from './config-completion.ts';
import type { Desk } from './desk.ts';
import { titleOf } from './fix-titles.ts';
import { hoverAt } from './hover.ts';
import { lensOf } from './lens.ts';
import type { OpenPost } from './open-post.ts';
import {
  CompletionItemKind,
  type Connection,
  type DocumentSymbol,
  InsertTextFormat,
  type CompletionItem as ProtocolItem,
  type SymbolInformation,
  SymbolKind,
} from './protocol.ts';
import type { WhenReady } from './server.ts';
import { type PostSymbol, symbolsOf } from './symbols.ts';

const completionKinds: Record<CompletionItem['kind'], CompletionItemKind> = {
  rule: CompletionItemKind.Reference,
  directive: CompletionItemKind.Keyword,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  heading: CompletionItemKind.Text,
};

const symbolKinds: Record<PostSymbol['kind'], SymbolKind> = {
  'front matter': SymbolKind.Namespace,
  key: SymbolKind.Key,
  section: SymbolKind.String,
};

/** Answers what an editor asks about a place in a text, or about the text. */
export function answerQuestions(connection: Connection, whenReady: WhenReady): void {
  const ruleInfo = ruleInfoSource(readOwnPackage());
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const desk = await whenReady();
    const open = await openAt(uri, desk);
    if (!open) return null;
    const { positions } = open.buffer;
    const rules = desk.workspace.placeOf(uri).session.rules();
    const hover = hoverAt(open.post, positions.offsetOf(position), (id) => ruleInfo(id, rules));
    return hover && { contents: markdown(hover.markdown), range: positions.rangeOf(hover.range) };
  });
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const desk = await whenReady();
    const text = desk.buffer(uri);
    if (!text) return null;
    const offset = text.positions.offsetOf(position);
    const rules = desk.workspace.placeOf(uri).session.rules();
    if (isConfigName(nameOf(uri)))
      return configCompletionsAt(nameOf(uri), text.text, offset, rules).items.map((item) =>
        itemOf(item, text),
      );
    const open = await openAt(uri, desk);
    return open && completionsAt(open.post, offset).items.map((item) => itemOf(item, open.buffer));
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const desk = await whenReady();
    const open = await openAt(uri, desk);
    if (!open) return null;
    const symbols = symbolsOf(open.post);
    return desk.client.nestsSymbols
      ? symbols.map((symbol) => symbolOf(symbol, open.buffer))
      : symbols.flatMap((symbol) => flatSymbols(symbol, open.buffer));
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const desk = await whenReady();
    const open = desk.workspace.placeOf(uri).options.codeLens ? await openAt(uri, desk) : null;
    const lens = open && lensOf(open.post);
    if (!lens) return null;
    // A client of ours shows the timeline; others have the server's command, which does no harm.
    const command = desk.showsTimelines ? 'recaplint.showTimeline' : commands.timeline;
    return [
      {
        range: open.buffer.positions.rangeOf(lens.range),
        command: { title: titleOf(lens.title), command, arguments: [uri] },
      },
    ];
  });
}

/** An open text with the post that it is; null where it is none, or has changed meanwhile. */
async function openAt(uri: string, desk: Desk): Promise<{ post: OpenPost; buffer: Buffer } | null> {
  const post = await desk.post(uri);
  const buffer = desk.buffer(uri);
  return post && buffer?.version === post.version ? { post, buffer } : null;
}

function markdown(value: string) {
  return { kind: 'markdown' as const, value };
}

function itemOf(
  { label, kind, detail, documentation, edit, sortText }: CompletionItem,
  { positions, text }: Buffer,
) {
  const item: ProtocolItem = {
    label: titleOf(label),
    kind: completionKinds[kind],
    insertTextFormat: InsertTextFormat.PlainText,
    // What stands there already is what editors hold the item against.
    filterText: text.slice(edit.range.start, edit.range.end).length > 0 ? edit.text : label,
    textEdit: { range: positions.rangeOf(edit.range), newText: edit.text },
    ...(detail !== undefined && { detail: titleOf(detail) }),
    ...(documentation !== undefined && {
      documentation: { kind: 'markdown' as const, value: documentation },
    }),
    ...(sortText !== undefined && { sortText }),
  };
  return item;
}

/** For editors whose outline does not nest. */
function flatSymbols({ kind, name, range, children }: PostSymbol, buffer: Buffer): SymbolInformation[] {
  const location = { uri: buffer.uri, range: buffer.positions.rangeOf(range) };
  const own = { name: titleOf(name), kind: symbolKinds[kind], location };
  return [own, ...children.flatMap((child) => flatSymbols(child, buffer))];
}

function symbolOf(
  { kind, name, detail, range, nameRange, children }: PostSymbol,
  buffer: Buffer,
): DocumentSymbol {
  return {
    name: titleOf(name),
    kind: symbolKinds[kind],
    range: buffer.positions.rangeOf(range),
    selectionRange: buffer.positions.rangeOf(nameRange),
    children: children.map((child) => symbolOf(child, buffer)),
    ...(detail !== undefined && { detail: titleOf(detail) }),
  };
}
