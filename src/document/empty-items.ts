import type { Document } from './document.ts';
import type { Block } from './model.ts';
import type { Range } from './source.ts';

/** A list item of Markdown with nothing in it. */
export interface EmptyItem {
  /** Its mark. */
  readonly range: Range;
  /** Whether its line can be deleted without changing what stands around it. */
  readonly mayGo: boolean;
}

const mark = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]*(?:[\r\n]|$))/y;

/** Items of nothing but their mark, in lists that have others with text; task boxes are no such items. */
export function emptyItemsOf({ blocks, source }: Document): EmptyItem[] {
  const items: EmptyItem[] = [];
  let lists: ReadonlyMap<Block, number> | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'item' || (blocks[i + 1]?.depth ?? 0) > block.depth) continue;
    mark.lastIndex = block.range.start;
    const match = mark.exec(source);
    if (!match) continue;
    lists ??= siblingCounts(blocks);
    if (lists.get(block) === 1) continue;
    const range = { start: block.range.start, end: mark.lastIndex };
    items.push({ range, mayGo: startsLine(source, range.start) && endsBeforeMark(source, range) });
  }
  return items;
}

/** How many items the list of each item has. */
function siblingCounts(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const lists: Block[][] = [];
  const open: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === 'item') open[block.depth]?.push(block);
    if (block.kind !== 'list') continue;
    open[block.depth + 1] = [];
    lists.push(open[block.depth + 1]!);
  }
  return new Map(lists.flatMap((items) => items.map((item) => [item, items.length] as const)));
}

function startsLine(source: string, at: number): boolean {
  const start = lineStart(source, at);
  return start === 0 || /[\r\n]/.test(source[start - 1]!);
}

/** Where the white space before a place begins. */
function lineStart(source: string, at: number): number {
  let start = at;
  while (/[ \t]/.test(source[start - 1] ?? '')) start--;
  return start;
}

const following = /[ \t]*(?:\r\n|\n|\r(?!\n)|$)((?:[ \t]*[\r\n])*)([ \t]*)/y;
const nextMark = /(?:[-*+]|\d{1,9}[.)])(?:[ \t\r\n]|$)/y;

/** Whether what follows cannot run on in the line before the item, nor become part of the item before it. */
function endsBeforeMark(source: string, { start, end }: Range): boolean {
  following.lastIndex = end;
  const match = following.exec(source);
  if (!match) return false;
  const [, blanks, indent] = match;
  if (following.lastIndex === source.length) return true;
  if (blanks !== '') return indent!.length <= start - lineStart(source, start);
  nextMark.lastIndex = following.lastIndex;
  return nextMark.test(source);
}
