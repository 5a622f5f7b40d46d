import type { Range } from '../document/source.ts';

/** Where in a configuration file a caret stands. */
export interface ConfigPlace {
  /** Keys and indexes on the way to the value at the caret, or to the group around the key there. */
  readonly path: readonly (string | number)[];
  /** `first` where a key or a value may begin: the file does not tell which yet. */
  readonly part: 'key' | 'value' | 'first';
  /** What of the key or value is written, quotation marks left out; the caret stands in it. */
  readonly range: Range;
  /** The quotation mark around it. */
  readonly quote: '"' | "'" | '';
  /** Whether the second quotation mark is missing. */
  readonly isOpen: boolean;
  /** Whether the colon behind a key is there. */
  readonly hasColon: boolean;
  /** The other keys of the group, or the other texts of the list. */
  readonly written: ReadonlySet<string>;
}

/** A larger file is no configuration that anybody writes by hand. */
export const longestConfig = 200_000;

/** How far the word around a caret reaches. */
export function wordAt(text: string, offset: number): Range {
  const isWord = (at: number) => /[\w:/.-]/.test(text[at] ?? '');
  let start = offset;
  let end = offset;
  while (start > 0 && isWord(start - 1)) start--;
  while (end < text.length && /[\w/.-]/.test(text[end]!)) end++;
  return { start, end };
}
