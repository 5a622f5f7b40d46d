import type { Document } from './document.ts';
import { type Joined, joined, placesWith } from './joined.ts';
import { memoize } from './memo.ts';
import type { ProseBlock } from './model.ts';
import { type ReaderText, readerTexts } from './reader-texts.ts';

/** What readers of a post read, joined. */
export function joinedTexts(document: Document): Joined {
  return remembered(document, null);
}

const remembered = memoize(
  (document: Document, _: null): Joined => joined(readerTexts(document).map(({ text }) => text.text)),
);

/** Those of the texts that readers read in which a pattern may find something, in source order: see {@link placesWith}. */
export function textsWith(document: Document, pattern: RegExp): readonly ReaderText[] {
  const texts = readerTexts(document);
  return placesWith(joinedTexts(document), pattern).map((place) => texts[place]!);
}

/** The same of the blocks of a post. */
export function blocksWith(document: Document, pattern: RegExp): readonly ProseBlock[] {
  return proseWith(document, pattern).map((place) => document.prose[place]!);
}

/** The same, as places in the post's prose. */
export function proseWith(document: Document, pattern: RegExp): readonly number[] {
  // The front matter's texts come first.
  const first = readerTexts(document).length - document.prose.length;
  const places = placesWith(joinedTexts(document), pattern);
  return places.map((place) => place - first).filter((place) => place >= 0);
}
