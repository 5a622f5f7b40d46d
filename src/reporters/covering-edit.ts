import type { Edit, Fix } from '../engine/rule.ts';

/** The edits of a fix as one, for readers that take one replacement: all from the first edit to the last. */
export function coveringEdit({ edits }: Fix, text: string): Edit {
  const start = edits[0]?.range.start ?? 0;
  let end = start;
  let replacement = '';
  for (const edit of edits) {
    replacement += text.slice(end, edit.range.start) + edit.text;
    end = edit.range.end;
  }
  return { range: { start, end }, text: replacement };
}
