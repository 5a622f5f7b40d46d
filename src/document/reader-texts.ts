import type { Document } from './document.ts';
import { descriptionKeys } from './front-matter.ts';
import type { MappedText } from './mapped-text.ts';
import type { Value } from './model.ts';

const textKeys = ['title', ...descriptionKeys];

/** The front matter's title and descriptions, where they are text. */
export function frontMatterTexts({ frontMatter }: Document): Value[] {
  if (frontMatter === null) return [];
  return textKeys
    .flatMap((key) => frontMatter.get(key)?.value ?? [])
    .filter(({ kind, text }) => kind === 'string' && text !== '');
}

/** What readers of a post read: front matter that is text, then the blocks of the post. */
export function readerTexts(document: Document): MappedText[] {
  return [...frontMatterTexts(document), ...document.prose];
}
