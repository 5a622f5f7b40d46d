import { sentenceStarts } from '../calendar/sentences.ts';
import type { Document } from './document.ts';
import { opaque } from './mapped-text.ts';
import type { ProseBlock } from './model.ts';
import type { LineIndex, Range } from './source.ts';

/** A sentence that begins in the line in which another one ends. */
export interface InnerSentence {
  /** Its first word, and where that stands. */
  readonly word: string;
  readonly range: Range;
  /** The white space before it with the line break that may take its place; null where that would not be the same text. */
  readonly lineBreak: { readonly range: Range; readonly text: string } | null;
}

const firstWord = /^["“‘'([]*(\p{L}[\p{L}\p{N}'’-]*|\uFFFC)/u;
const endsNothing = /…|\.\./;
// What is no list, heading, quote, table or footnote at the beginning of a line.
const plainStart = /^(?:[\p{L}“"‘'(`]|\[(?!\^)|(?:\*\*?|__?)\p{L})/u;
const indentation = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;

/** The sentences of a Markdown paragraph that do not begin a line. */
export function innerSentences(block: ProseBlock, { source, lines }: Document): InnerSentence[] {
  if (block.kind !== 'paragraph' || block.html) return [];
  const { text } = block;
  const starts = sentenceStarts(text);
  const [isLabel, isInLink] = [labelTest(block), linkTest(block)];
  return starts.flatMap((start, index) => {
    const gap = /(?<!\s)\s+$/.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0;
    const stop = start - gap;
    const [lead = '', word = ''] = firstWord.exec(text.slice(start, start + 80)) ?? [];
    if (gap === 0 || word === '' || endsNothing.test(text.slice(stop - 2, stop))) return [];
    if (isLabel(starts[index - 1] ?? 0, stop) || isInLink(start)) return [];
    const between = source.slice(
      block.sourceRange(stop - 1, stop).start,
      block.sourceRange(start, start + 1).end,
    );
    if (/[\n\r]|<br/i.test(between)) return [];
    const wordStart = start + lead.length - word.length;
    return {
      word: word === opaque ? '…' : word,
      range: block.sourceRange(wordStart, wordStart + word.length),
      lineBreak: lineBreakAt(block.sourceRange(stop, start), source, lines),
    };
  });
}

function lineBreakAt({ start, end }: Range, source: string, lines: LineIndex): InnerSentence['lineBreak'] {
  if (!/^[ \t]+$/.test(source.slice(start, end)) || !plainStart.test(source.slice(end, end + 8))) return null;
  const lineEnd = source[(lines.starts[1] ?? 0) - 2] === '\r' ? '\r\n' : '\n';
  return { range: { start, end }, text: lineEnd + indentBefore(source, lines, start) };
}

/** Tells whether a sentence is "**Contact.**", words in bold that name what follows. To be asked in ascending order. */
function labelTest({ marks }: ProseBlock): (start: number, end: number) => boolean {
  const strong = marks.filter(({ kind }) => kind === 'strong');
  let at = 0;
  return (start, end) => {
    while ((strong[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) at++;
    const mark = strong[at];
    return mark !== undefined && mark.start <= start && mark.end >= end - 1;
  };
}

/** Tells whether a place is in the text of a link, which is one piece: "[Sep 5. Oslo](…)". Asked in ascending order. */
function linkTest({ links }: ProseBlock): (place: number) => boolean {
  let at = 0;
  return (place) => {
    while ((links[at]?.end ?? Number.POSITIVE_INFINITY) <= place) at++;
    return (links[at]?.start ?? Number.POSITIVE_INFINITY) < place;
  };
}

/** What a line of the same paragraph begins with: quote marks, and spaces for the marks of lists. */
function indentBefore(source: string, lines: LineIndex, place: number): string {
  const lineStart = lines.lineRange(lines.pointAt(place).line).start;
  const lead = indentation.exec(source.slice(lineStart, Math.min(place, lineStart + 100)))?.[0] ?? '';
  return lead.replace(/[^ \t>]/g, ' ');
}
