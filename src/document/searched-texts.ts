import type { Document } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import type { FrontMatter, Value } from './model.ts';
import { plainName } from './names.ts';
import type { Replacement } from './respacing.ts';
import { type Range, type RangeSet, rangeSet } from './source.ts';
import { type Stretch, writtenAsText, writtenInAddress } from './text-writing.ts';
import { writtenInValue } from './value-writing.ts';
import { valuesAt } from './values-at.ts';

/** A kind of text that can be searched. */
export type TextPlace =
  | 'prose'
  | 'title'
  | 'headings'
  | 'links'
  | 'addresses'
  | 'tags'
  | 'front matter'
  | 'source';

/** Which texts of a post are searched. */
export interface TextScope {
  readonly place: TextPlace;
  /** Names of sections: what stands below their headings alone. Null: everywhere. */
  readonly sections: readonly string[] | null;
  /** Keys of the front matter, as {@link valuesAt} takes them. */
  readonly keys: readonly string[] | null;
}

/** A text that is searched, with the way back to the source. */
export interface SearchedText extends MappedText {
  /** Whether it may be left with nothing: a line of the source may, a heading or a value may not. */
  readonly mayBeEmpty: boolean;
  /**
   * The edit after which the text has `wanted` in the place of `text.slice(start, end)`; null where that is not written in
   * the source as it reads, or `wanted` would be read as something else. A line of the source takes what it is given.
   */
  edit(start: number, end: number, wanted: string): Replacement | null;
}

/** The texts of a post, each by itself. */
export function* searchedTexts(document: Document, scope: TextScope): Iterable<SearchedText> {
  const bodies = scope.sections && bodiesOf(document, scope.sections);
  const seen = new Set<number>();
  let labels: RangeSet | null = null;
  const isLabel = (range: Range): boolean => {
    labels ??= labelsIn(document);
    return labels.overlaps(range);
  };
  for (const text of textsOf[scope.place](document, scope.keys)) {
    const { at, writtenAt } = text;
    if (bodies && !bodies.overlaps({ start: at, end: at + 1 })) continue;
    if (writtenAt !== undefined && seen.has(writtenAt)) continue;
    if (writtenAt !== undefined) seen.add(writtenAt);
    yield searched(text, document.source, isLabel);
  }
}

/** What stands below the headings of some names, subsections included. */
function bodiesOf({ sections }: Document, names: readonly string[]): RangeSet {
  const wanted = new Set(names.map(plainName));
  return rangeSet(
    sections.filter(({ heading }) => wanted.has(plainName(heading.text))).map(({ body }) => body),
  );
}

/** Texts of links that are the label of their target as well: `[text]` and `[text][]`. */
function labelsIn({ links, source }: Document): RangeSet {
  return rangeSet(
    links.flatMap(({ kind, range, textRange }) => {
      if (kind !== 'reference' || textRange === null) return [];
      const behind = source.slice(textRange.end, range.end);
      return behind === ']' || behind === '][]' ? [textRange] : [];
    }),
  );
}

/** Lines of a paragraph read as one, with a space between words. White space beside another line end is no part of it. */
function joinedLines(written: string): string {
  return written.replace(/(?<=\S)(?:\r\n?|\n)(?=\S)/g, ' ');
}

/** A text before it is told whether it is in scope. */
interface PlacedText extends MappedText {
  /** Where a reader finds it in the post. */
  readonly at: number;
  /** Where it is written, where several may share that: it counts once. */
  readonly writtenAt?: number;
  readonly mayBeEmpty?: boolean;
  /** What to write in the place of a stretch; null where it cannot be written. */
  write(stretch: Stretch, wanted: string): string | null;
}

function searched(placed: PlacedText, source: string, isLabel: (range: Range) => boolean): SearchedText {
  const { text, sourceRange, write, mayBeEmpty = false } = placed;
  const isProse = write === writtenAsText;
  const readOf = isProse ? joinedLines : String;
  return {
    text,
    sourceRange,
    mayBeEmpty,
    edit(start, end, wanted) {
      const range = sourceRange(start, end);
      if (readOf(source.slice(range.start, range.end)) !== text.slice(start, end)) return null;
      if (isProse && isLabel(range)) return null;
      const written = write({ text, start, end, range, source }, wanted);
      return written === null ? null : { range, text: written };
    },
  };
}

const textsOf: Readonly<
  Record<TextPlace, (document: Document, keys: TextScope['keys']) => Iterable<PlacedText>>
> = {
  prose: ({ prose }) => prose.map((block) => readerText(block, block.range.start)),
  headings: ({ headings }) => headings.map((heading) => readerText(heading, heading.range.start)),
  title: titleText,
  links: ({ links }) =>
    links.flatMap(({ kind, text, range }) => {
      if (!text || kind === 'image') return [];
      return [
        kind === 'autolink'
          ? { ...readerText(text, range.start), write: never }
          : readerText(text, range.start),
      ];
    }),
  addresses: addressesIn,
  tags: ({ tags, source }) =>
    tags.flatMap(({ kind, name, range }) =>
      kind === 'end' ? [] : [{ ...writtenText(name, range, source), at: range.start, write: never }],
    ),
  'front matter': ({ frontMatter }, keys) =>
    valuesAt(frontMatter, keys).map((value) => valueText(value, frontMatter!.format)),
  source: linesIn,
};

const never = (): null => null;

function readerText({ text, sourceRange }: MappedText, at: number): PlacedText {
  return { text, sourceRange, at, write: writtenAsText };
}

function valueText(value: Value, format: FrontMatter['format']): PlacedText {
  const { text, sourceRange, range } = value;
  const write: PlacedText['write'] = (stretch, wanted) => writtenInValue(stretch, wanted, value, format);
  return { text, sourceRange, at: range.start, write };
}

function titleText({ title, frontMatter }: Document): PlacedText[] {
  if (!title) return [];
  const value = frontMatter?.get('title')?.value;
  return [value === title ? valueText(value, frontMatter!.format) : readerText(title, 0)];
}

/** Targets of links and bare addresses; references share the target of their definition. */
function addressesIn({ links, bareLinks, source }: Document): PlacedText[] {
  const targets = links.map(({ url, urlRange, range }) => ({
    ...writtenText(url, urlRange, source),
    at: range.start,
    writtenAt: urlRange.start,
    write: writtenInAddress,
  }));
  const bare = bareLinks.map(({ text, range }) => ({
    ...writtenText(text, range, source),
    at: range.start,
    write: writtenInAddress,
  }));
  return [...targets, ...bare];
}

function linesIn({ lines, source }: Document): PlacedText[] {
  const bom = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  return lines.starts.map((_, index) => {
    const { start: lineStart, end } = lines.lineRange(index + 1);
    const start = Math.max(bom, lineStart);
    const write: PlacedText['write'] = (_, wanted) => wanted;
    const line = writtenText(source.slice(start, end), { start, end }, source);
    return { ...line, at: start, write, mayBeEmpty: true };
  });
}

/** A text that may stand in the source otherwise, with entities or without the signs around it. */
function writtenText(text: string, range: Range, source: string): MappedText {
  const isSame = source.startsWith(text, range.start) && range.end - range.start === text.length;
  return {
    text,
    sourceRange: (start, end) => (isSame ? { start: range.start + start, end: range.start + end } : range),
  };
}
