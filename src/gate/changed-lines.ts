import { diffArrays } from 'diff';
import { indexLines, type Range } from '../document/source.ts';

// The work grows with the square of this. A post with more lines added and removed than that has been written anew.
const mostEdits = 2_000;

/**
 * Where a text differs from an earlier one, line by line; how lines end does not count.
 *
 * @returns says of a range (UTF-16 offsets into `after`) whether it touches a line that was added or modified
 */
export function changedLines(before: string, after: string): (range: Range) => boolean {
  const isChanged = changesBetween(linesOf(before), linesOf(after));
  const { pointAt } = indexLines(after);
  return ({ start, end }) => {
    const last = pointAt(Math.max(start, end - 1)).line;
    for (let line = pointAt(start).line; line <= last; line++) if (isChanged[line - 1]) return true;
    return false;
  };
}

/** For each line of `after` whether it was added or modified. */
function changesBetween(before: readonly string[], after: readonly string[]): readonly boolean[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (!parts) return after.map(() => true);
  return parts.flatMap(({ added, removed, count }) => (removed ? [] : new Array<boolean>(count).fill(added)));
}

function linesOf(text: string): string[] {
  const { starts, lineRange } = indexLines(text);
  return starts.map((_, index) => {
    const { start, end } = lineRange(index + 1);
    return text.slice(start, end);
  });
}
