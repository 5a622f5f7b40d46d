import type { Document } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import type { ProseBlock } from './model.ts';

/** Text that a reader sees, with the block that it is where it stands in the body. */
export interface ReaderText {
  readonly text: MappedText;
  readonly block: ProseBlock | null;
}

/** The title and description of the front matter, then the blocks of the body, in source order. */
export function* readerTexts(document: Document): Iterable<ReaderText> {
  const body = document.frontMatter?.range.end ?? 0;
  for (const text of [document.title, document.description]) {
    if (text && text.text !== '' && text.sourceRange(0, 1).start < body) yield { text, block: null };
  }
  for (const block of document.prose) yield { text: block, block };
}
