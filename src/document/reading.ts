import type { Written } from './decode.ts';
import type { MappedText } from './mapped-text.ts';
import type { BareLink, Comment, Link, LinkSpan, Mark, Tag } from './model.ts';
import type { Range } from './source.ts';
import type { Template } from './template-tags.ts';

/** What reading text finds besides the text itself. Lists grow in source order. */
export interface Found {
  readonly bareLinks: BareLink[];
  readonly textRanges: Range[];
  readonly htmlLinks: Link[];
  readonly comments: Comment[];
  readonly tags: Tag[];
}

/** How a stretch of source is read, and what is noted on the way. */
export interface Reading extends Written {
  /** The source with letters or spaces for template tags: what HTML is read from. */
  readonly markup: string;
  readonly found: Found;
  /** The template tags that overlap a range, ascending. */
  readonly templatesIn: (start: number, end: number) => readonly Template[];
}

/** Text with the links and formatting in it. */
export interface InlineText extends MappedText {
  readonly links: readonly LinkSpan[];
  readonly marks: readonly Mark[];
}
