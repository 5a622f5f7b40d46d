import type { Heading as HeadingNode, Html, Paragraph, TableCell } from 'mdast';
import type { MappedText } from './mapped-text.ts';
import type { Range } from './source.ts';

/** A front-matter value with its place. */
export interface Value extends MappedText {
  /** What it is read as. */
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'list' | 'map';
  /** From the first to the last character, quotes included; empty after the colon where nothing stands. */
  readonly range: Range;
  /** The decoded scalar as written (never a converted date or number); empty for lists and maps. */
  readonly text: string;
  /** Items of a list. */
  readonly items: readonly Value[];
  /** Entries of a map. */
  readonly entries: readonly Entry[];
}

/** A front-matter key with its value. */
export interface Entry {
  /** The key, decoded. */
  readonly key: string;
  /** Where the key is written, quotes included. */
  readonly keyRange: Range;
  /** What stands there for it. */
  readonly value: Value;
}

/** Something in the front matter that cannot be read. */
export interface FrontMatterError {
  /** What is wrong, as one plain sentence. */
  readonly message: string;
  /** Where it stands. */
  readonly range: Range;
}

/** The block of data before a post's text. */
export interface FrontMatter {
  /** How it is written; `header`: lines of `key: value` without fences. */
  readonly format: 'yaml' | 'toml' | 'json' | 'header';
  /** From the first fence to the end of the last, line end excluded. */
  readonly range: Range;
  /** What stands between the fences; all of it where there are none. */
  readonly content: Range;
  /** Top-level entries in source order. What could not be read is missing here and named in `errors`. */
  readonly entries: readonly Entry[];
  /** What of it cannot be read, in source order. */
  readonly errors: readonly FrontMatterError[];
  /** The first top-level entry of that name, in any case. */
  get(key: string): Entry | undefined;
}

/** A heading of any kind: `## Title`, a line underlined with `---`, or `<h2>`. */
export interface Heading extends MappedText {
  /** Its level, 1 to 6. */
  readonly depth: number;
  /** The whole heading with its marks or tags. */
  readonly range: Range;
  /** The heading's content without marks or tags; empty at the end of the opening ones for an empty heading. */
  readonly textRange: Range;
  /** Whether it is written in raw HTML. */
  readonly html: boolean;
}

/** A heading with all that stands below it, up to the next heading of its level or a higher one. */
export interface Section {
  /** The heading that it begins with. */
  readonly heading: Heading;
  /** From the start of its heading to its end. */
  readonly range: Range;
  /** What follows the heading, up to the end of the section, subsections included. */
  readonly body: Range;
  /** The section that it is a part of; null at the top. */
  readonly parent: Section | null;
}

/** How a link is written. */
export type LinkKind =
  | 'inline' // [text](target)
  | 'reference' // [text][label], [label][], [label]
  | 'autolink' // <https://…>
  | 'definition' // [label]: target
  | 'html' // <a href="target">text</a>
  | 'image'; // ![alt](target), ![alt][label], <img src>

/** A link, image or reference definition written as such. Bare addresses in text are `BareLink`s. */
export interface Link {
  /** How it is written. */
  readonly kind: LinkKind;
  /** All of it, from the first to the last character. */
  readonly range: Range;
  /** The target, entities and escapes decoded; that of its definition for a reference. */
  readonly url: string;
  /**
   * Where the target is written: for a reference in its definition, for `autolink` between the angle
   * brackets. Empty, after the opening bracket or quote, where the target is empty.
   */
  readonly urlRange: Range;
  /** What a reader clicks on (alternative text of images); null for definitions. */
  readonly text: MappedText | null;
  /** Where the text is written, without brackets or tags; null for definitions. */
  readonly textRange: Range | null;
  /** Whether a template tag stands in the target, so that its value is not known. */
  readonly dynamic: boolean;
}

/** An address that stands in text without being written as a link. */
export interface BareLink {
  /** Whether it is the address of a page or of a mailbox. */
  readonly kind: 'url' | 'email';
  /** Where it stands. */
  readonly range: Range;
  /** The address as written. */
  readonly text: string;
}

/** A stretch of link text inside a prose block, as offsets in the block's text. */
export interface LinkSpan {
  /** UTF-16 offset in the text of the block. */
  readonly start: number;
  /** UTF-16 offset in the text of the block, exclusive. */
  readonly end: number;
  /** Its target, decoded. */
  readonly url: string;
  /** The whole link in the source, brackets and target or tags included. */
  readonly range: Range;
}

/** Formatting that a stretch of a prose block has, whether Markdown or HTML says so. */
export interface Mark {
  /** What it does to the text. */
  readonly kind: 'strong' | 'emphasis' | 'delete' | 'underline';
  /** Offsets in the block's text. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** In the source, with the signs or tags that make it. */
  readonly range: Range;
  /** In the source, without them. */
  readonly textRange: Range;
}

/**
 * A paragraph, heading, table cell or caption as a reader sees it, also one that is written in raw HTML. Text that
 * stands directly in a `<div>`, `<li>` and the like is a paragraph.
 */
export interface ProseBlock extends MappedText {
  /** What it is to a reader. */
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'caption';
  /** From the first to the last character of its content; a Markdown heading with its marks. */
  readonly range: Range;
  /** The section it stands in; a heading belongs to its own section. */
  readonly section: Section | null;
  /** Whether it stands in a list. */
  readonly inList: boolean;
  /** Whether it stands in a block quote. */
  readonly inQuote: boolean;
  /** How many of lists, items, quotes, tables and footnotes it stands in; 0 is the top level. */
  readonly depth: number;
  /** Whether it is written in raw HTML, where white space and Markdown's signs mean nothing. */
  readonly html: boolean;
  /** The links in it, in the order of its text. */
  readonly links: readonly LinkSpan[];
  /** In order of their ends: an inner one before the one around it. */
  readonly marks: readonly Mark[];
  /** The node that it is, or that it is part of. */
  readonly node: Paragraph | HeadingNode | TableCell | Html;
}

/** What stands in the flow of a post, whether Markdown or HTML writes it. */
export interface Block {
  /** What it is to a reader. */
  readonly kind:
    | 'paragraph'
    | 'heading'
    | 'list'
    | 'item'
    | 'quote'
    | 'code'
    | 'table'
    | 'caption'
    /** A paragraph or figure of nothing but images; video and other embedded things. */
    | 'image'
    /** A paragraph of nothing but template tags. */
    | 'template'
    | 'rule'
    | 'footnote';
  /** Marks and tags included. Where lists and quotes end is not the same with all parsers: rely on the start. */
  readonly range: Range;
  /** How many of lists, items, quotes, tables and footnotes it stands in. */
  readonly depth: number;
}

/** A tag of raw HTML, wherever it stands. */
export interface Tag {
  /** Whether it opens an element or closes one. */
  readonly kind: 'start' | 'end';
  /** Lower case. */
  readonly name: string;
  /** From `<` to behind `>`. */
  readonly range: Range;
  /** An attribute by its lower-case name; undefined where it is not there. */
  readonly attribute: (name: string) => { readonly value: string; readonly range: Range } | undefined;
}

/** A comment of the source, `<!-- … -->` or, in front matter, `# …`. */
export interface Comment {
  /** Which language it is a comment of. */
  readonly kind: 'html' | 'mdx' | 'yaml';
  /** With the marks that make it a comment. */
  readonly range: Range;
  /** What stands between the marks, not trimmed. */
  readonly textRange: Range;
}

/** Why a post was not parsed: a limit that no real post comes near. */
export interface Refusal {
  /** Which limit it is. */
  readonly limit:
    | 'size'
    | 'delimiter run'
    | 'emphasis marks'
    | 'nesting'
    | 'entities'
    | 'footnotes'
    | 'crowded line'
    | 'pieces'
    | 'words'
    | 'front matter'
    | 'time';
  /** What was counted. */
  readonly value: number;
  /** The most that is parsed. */
  readonly most: number;
  /** Where it is broken. */
  readonly range: Range;
}
