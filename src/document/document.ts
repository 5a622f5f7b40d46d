import type { Root } from 'mdast';
import type { LanguageCode } from '../calendar/languages.ts';
import type { MappedText } from './mapped-text.ts';
import type {
  BareLink,
  Block,
  Comment,
  FrontMatter,
  Heading,
  Link,
  ProseBlock,
  Refusal,
  Section,
  Tag,
} from './model.ts';
import type { LineIndex, Range } from './source.ts';

/** Turns Markdown without front matter or BOM into mdast with positions. Must not throw. */
export interface Parse {
  (markdown: string): Root;
  /** The most characters it is given, where that is less than for other parsers. */
  readonly sizeLimit?: number;
}

/**
 * A post, read only. Every property but `source` and `path` is computed once, when it is first asked for.
 * None of them throws, whatever the text.
 */
export interface Document {
  /** The file's text as it was decoded, BOM included. */
  readonly source: string;
  /** Path relative to the root, with `/`. */
  readonly path: string;
  /** The languages that its periods are read in. */
  readonly languages: readonly LanguageCode[];
  /** Translates offsets of `source` to lines and columns. */
  readonly lines: LineIndex;
  /** Why the post is not parsed, or null. A refused post has an empty tree and no front matter. */
  readonly refusal: Refusal | null;
  /** The block of data before the text; null where there is none. */
  readonly frontMatter: FrontMatter | null;
  /** mdast with a `yaml`, `toml` or `json` node for front matter; offsets count from the start of the file. */
  readonly tree: Root;
  /** Headings in source order, Markdown's and HTML's, also those inside quotes and lists. */
  readonly headings: readonly Heading[];
  /** Sections of top-level headings, in source order. */
  readonly sections: readonly Section[];
  /** Links, images and definitions of Markdown and HTML, in source order. */
  readonly links: readonly Link[];
  /** Bare addresses in prose, recognised by our own scanner and not by the parser. */
  readonly bareLinks: readonly BareLink[];
  /** Paragraphs, headings, cells and captions of Markdown and HTML, in source order. */
  readonly prose: readonly ProseBlock[];
  /** What stands in the flow, in order of start; one that holds others comes before them. */
  readonly blocks: readonly Block[];
  /** The tags of raw HTML, in source order. */
  readonly tags: readonly Tag[];
  /** Where rendered text is written, ascending: no code, no addresses, no tags, no comments, no templates. */
  readonly textRanges: readonly Range[];
  /** Comments of Markdown and HTML, MDX and front matter, in source order. */
  readonly comments: readonly Comment[];
  /** Template tags (`{{ … }}`, `{% … %}`, `{{< … >}}`), ascending. They are never part of a finding. */
  readonly templates: readonly Range[];
  /** The post's title: front matter, else the first top-level heading of depth 1. */
  readonly title: MappedText | null;
  /** The front matter's `description`, `summary`, `excerpt` or `subtitle`. */
  readonly description: MappedText | null;
}
