import { indexLines } from '../document/source.ts';
import { createPositions, type Encoding, type Positions } from './encoding.ts';
import { TextDocument, type TextDocumentContentChangeEvent } from './protocol.ts';

/** A text that is open in the editor. */
export interface Buffer {
  readonly uri: string;
  readonly languageId: string;
  /** As the editor counts. */
  readonly version: number;
  readonly text: string;
  readonly positions: Positions;
}

/** The texts that are open in the editor, as it last told of them. */
export class Buffers {
  readonly #encoding: Encoding;
  readonly #documents = new Map<string, TextDocument>();
  readonly #buffers = new Map<string, Buffer>();

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#keep(TextDocument.create(uri, languageId, version, text));
  }

  /** Changes come one after the other, each counted in the text that the one before left. Nothing for an unknown text. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    let document = this.#documents.get(uri);
    if (!document) return;
    for (const change of changes)
      document = TextDocument.update(document, [inUtf16(change, document, this.#encoding)], version);
    this.#keep(TextDocument.update(document, [], version));
  }

  close(uri: string): void {
    this.#documents.delete(uri);
    this.#buffers.delete(uri);
  }

  get(uri: string): Buffer | undefined {
    return this.#buffers.get(uri);
  }

  all(): readonly Buffer[] {
    return [...this.#buffers.values()];
  }

  #keep(document: TextDocument): void {
    const { uri, languageId, version } = document;
    const text = document.getText();
    const encoding = this.#encoding;
    let positions: Positions | undefined;
    this.#documents.set(uri, document);
    this.#buffers.set(uri, {
      uri,
      languageId,
      version,
      text,
      // Most versions of a text are replaced before anybody asks for a place in them.
      get positions() {
        positions ??= createPositions(text, indexLines(text).starts, encoding);
        return positions;
      },
    });
  }
}

/** The library counts in UTF-16 alone. */
function inUtf16(
  change: TextDocumentContentChangeEvent,
  document: TextDocument,
  encoding: Encoding,
): TextDocumentContentChangeEvent {
  if (encoding === 'utf-16' || !('range' in change)) return change;
  const position = ({ line, character }: { line: number; character: number }) => {
    const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    return { line, character: createPositions(text, [0], encoding).offsetOf({ line: 0, character }) };
  };
  return {
    range: { start: position(change.range.start), end: position(change.range.end) },
    text: change.text,
  };
}
