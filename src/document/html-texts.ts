import { appendDecoded } from './decode.ts';
import type { Document } from './document.ts';
import type { Surroundings } from './gaps.ts';
import { type MappedText, MappedTextBuilder, opaque } from './mapped-text.ts';
import type { Range } from './source.ts';

/** A piece of text between two tags of raw HTML. */
export interface HtmlText extends MappedText {
  /** Empty on a side where a block or a line begins or ends. */
  readonly around: Surroundings;
  /** Whether it is all that a table cell holds. */
  readonly fillsCell: boolean;
}

const lineTag =
  /^<\/?(?:address|article|aside|blockquote|body|br|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>])/i;
const cellTag = /^<\/?t[dh](?=[\s>])/i;

/** The text in a post's blocks of raw HTML, which is no prose, in source order. */
export function* htmlTexts({ source, textRanges, prose }: Document): Iterable<HtmlText> {
  let next = 0;
  for (const range of textRanges) {
    while ((prose[next]?.range.end ?? range.end) < range.end) next++;
    if ((prose[next]?.range.start ?? range.end) > range.start) yield htmlText(source, range);
  }
}

function htmlText(source: string, { start, end }: Range): HtmlText {
  const builder = new MappedTextBuilder();
  appendDecoded(builder, source, start, end, 0);
  const { text, sourceRange } = builder.finish();
  const before = source[start - 1] === '>' ? source.slice(source.lastIndexOf('<', start - 1), start) : '';
  const after = source[end] === '<' ? source.slice(end, end + 16) : '';
  return {
    text,
    sourceRange,
    around: { before: characterOf(before), after: characterOf(after) },
    fillsCell: cellTag.test(before) && cellTag.test(after),
  };
}

/** What a tag is to the text beside it: the end of a line, or part of one. */
function characterOf(tag: string): string {
  return tag === '' || lineTag.test(tag) ? '' : opaque;
}
