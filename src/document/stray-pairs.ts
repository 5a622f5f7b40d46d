import type { Document } from './document.ts';
import { proseWith } from './joined-texts.ts';
import type { ProseBlock } from './model.ts';
import type { Range } from './source.ts';
import { strayMarks, ticksIn } from './stray-marks.ts';

/** A sign of formatting that readers see, with what keeps it from formatting. */
export interface StraySign {
  readonly cause: /** It has no other half. */
    | 'lone'
    /** The same of a backtick; another in front of it may be the one without. */
    | 'tick'
    /** A space stands between it, or its other half, and the words. */
    | 'spaced'
    /** Punctuation inside and a letter outside touch it or its other half: `**a:**b`. */
    | 'touched'
    /** The other half is shorter or longer. */
    | 'uneven'
    /** It stands in raw HTML, where Markdown is not read. */
    | 'html'
    /** A `|` in the code that it begins ends a cell of the table. */
    | 'cell';
  readonly range: Range;
  readonly sign: string;
  /** The other half, where there is one. */
  readonly second: Range | null;
  /** The punctuation that touches it; else empty. */
  readonly inner: string;
}

const formatting = /[*_`]/g;
/** The longest text that two signs are thought to belong together around, in UTF-16 units. */
const farthest = 160;

/** The signs of formatting that are left as text: one for two that belong together, one for a block of raw HTML. */
export function* straySigns(document: Document): Iterable<StraySign> {
  const { prose, source, lines } = document;
  // In MDX, what stands in an element is Markdown all the same.
  const isMdx = /\.mdx$/i.test(document.path);
  // The row of a table that was last asked about: each of its cells would get the same answer.
  let row: { readonly line: number; readonly split: StraySign | null } = { line: 0, split: null };
  for (const index of proseWith(document, formatting)) {
    const block = prose[index]!;
    if (block.html && isMdx) continue;
    const signs = signsOf(block, source);
    if (block.html) {
      const pair = signs.find(({ second }) => second !== null);
      yield* pair ? [{ ...pair, cause: 'html' as const }] : signs;
    } else if (block.kind === 'cell' && signs.some(({ sign }) => sign.startsWith('`'))) {
      const { line } = lines.pointAt(block.range.start);
      const isNew = line !== row.line;
      if (isNew) row = { line, split: splitCode(prose, index, document) };
      if (row.split === null) yield* signs;
      else if (isNew) yield row.split;
    } else yield* signs;
  }
}

/** The first `|` that parts code of a row; null where no other cell of the row has its other half. */
function splitCode(
  prose: readonly ProseBlock[],
  index: number,
  { source, lines }: Document,
): StraySign | null {
  const line = lines.pointAt(prose[index]!.range.start).line;
  let first = index;
  let last = index;
  const isInRow = (at: number) =>
    prose[at]?.kind === 'cell' && !prose[at].html && lines.pointAt(prose[at].range.start).line === line;
  while (isInRow(first - 1)) first--;
  while (isInRow(last + 1)) last++;
  const split = prose.slice(first, last + 1).filter(({ text }) => text.includes('`'));
  const begins = split.at(0) && ticksIn(split.at(0)!, source).at(0);
  const ends = split.at(-1) && ticksIn(split.at(-1)!, source).at(-1);
  if (split.length < 2 || !begins || !ends) return null;
  // Two that open, or two that close, have each lost a half of their own.
  const isApart =
    (/[\p{L}\p{N}]/u.test(begins.before) && !/\S/.test(begins.after)) ||
    (/[\p{L}\p{N}]/u.test(ends.after) && !/\S/.test(ends.before));
  if (isApart) return null;
  const at = source.indexOf('|', split[0]!.range.end);
  return { cause: 'cell', range: { start: at, end: at + 1 }, sign: '|', second: null, inner: '' };
}

function signsOf(block: ProseBlock, source: string): StraySign[] {
  const marks = strayMarks(block, source);
  const found: StraySign[] = [];
  for (let i = 0; i < marks.length; i++) {
    const { start, end } = marks[i]!;
    const next = marks[i + 1];
    const sign = block.text.slice(start, end);
    const range = block.sourceRange(start, end);
    const second = next ? block.sourceRange(next.start, next.end) : null;
    const pair = second && !beginsLine(source, second.start) && pairOf(block, marks[i]!, next!);
    if (pair) {
      found.push({ ...pair, range, sign, second });
      i++;
    } else {
      const hasEarlier =
        sign.startsWith('`') && source.lastIndexOf('`', range.start - 1) >= block.range.start;
      found.push({ cause: hasEarlier ? 'tick' : 'lone', range, sign, second: null, inner: '' });
    }
  }
  return found;
}

/** Whether a sign is the first of a line, where it opens. */
function beginsLine(source: string, at: number): boolean {
  return /[\r\n][ \t>]{0,20}$/.test(source.slice(Math.max(0, at - 24), at));
}

/** Why two signs that belong together format nothing; null where they do not. */
function pairOf(
  { text, html }: ProseBlock,
  first: Range,
  second: Range,
): Pick<StraySign, 'cause' | 'inner'> | null {
  const [sign, other] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
  const inside = text.slice(first.end, second.start);
  if (sign[0] !== other[0] || inside.length > farthest || inside === '') return null;
  if (sign !== other) return sign.startsWith('`') ? { cause: 'uneven', inner: '' } : null;
  if (html) return { cause: 'html', inner: '' };
  if (/^\s|\s$/.test(inside)) return sign.startsWith('`') ? null : { cause: 'spaced', inner: '' };
  const outer = [text[first.start - 1] ?? ' ', text[second.end] ?? ' '];
  const inner = [inside[0]!, inside.at(-1)!];
  const touched = [0, 1].find(
    (side) => /[\p{L}\p{N}]/u.test(outer[side]!) && /[\p{P}\p{S}]/u.test(inner[side]!),
  );
  return touched === undefined ? null : { cause: 'touched', inner: inner[touched]! };
}
