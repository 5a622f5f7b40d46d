import type { Document } from './document.ts';
import { descriptionKeys } from './front-matter.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';
import type { ProseBlock, Value } from './model.ts';

/** Text that a reader sees, with the block that it is where it stands in the body. */
export interface ReaderText {
  readonly text: MappedText;
  readonly block: ProseBlock | null;
}

const textKeys = ['title', ...descriptionKeys];

/** The front matter's title and descriptions, where they are text. */
function frontMatterTexts({ frontMatter }: Document): Value[] {
  if (frontMatter === null) return [];
  return textKeys
    .flatMap((key) => frontMatter.get(key)?.value ?? [])
    .filter(({ kind, text }) => kind === 'string' && text !== '');
}

/** What readers of a post read: front matter that is text, then the blocks of the post, in source order. */
export function readerTexts(document: Document): readonly ReaderText[] {
  return remembered(document, null);
}

const remembered = memoize(
  (document: Document, _: null): readonly ReaderText[] => [
    ...frontMatterTexts(document).map((text) => ({ text, block: null })),
    ...document.prose.map((block) => ({ text: block, block })),
  ],
  'reader texts',
);
