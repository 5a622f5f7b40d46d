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
    items.push({ range, mayGo: startsLine(source, range.start) && endsBeforeMark(source, range.end) });
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
  let start = at;
  while (/[ \t]/.test(source[start - 1] ?? '')) start--;
  return start === 0 || /[\r\n]/.test(source[start - 1]!);
}

const nextLine = /[ \t]*(?:\r\n|\r|\n|$)[ \t]*(?=[\r\n]|$|[-*+][ \t]|\d{1,9}[.)][ \t])/y;

/** Whether the next line cannot run on in the line before the item. */
function endsBeforeMark(source: string, at: number): boolean {
  nextLine.lastIndex = at;
  return nextLine.test(source);
}
