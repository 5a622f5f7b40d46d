import { lastStarting } from './source.ts';

/** Texts one behind the other, each with a line end behind it: one search through all of them is cheaper than one through each. */
export interface Joined {
  readonly text: string;
  /** Where each text starts in the joined one, ascending; the line end behind a text is its own. */
  readonly starts: readonly number[];
}

/** Joins texts. */
export function joined(texts: readonly string[]): Joined {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: [...texts, ''].join('\n'), starts };
}

/**
 * The places of the texts in which a pattern may find something, ascending: all in which it does, and those from whose end
 * a match runs on into the next.
 *
 * @param pattern global; must take the line end before and behind a text for its start and end, so `^` and `$` are not for it
 */
export function placesWith({ text, starts }: Joined, pattern: RegExp): number[] {
  const found: number[] = [];
  let place = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    place = lastStarting(starts, match.index, place);
    found.push(place);
    // Not behind the match, which may have begun before the next text and reach into it.
    const next = starts[place + 1];
    if (next === undefined) break;
    pattern.lastIndex = next;
  }
  pattern.lastIndex = 0;
  return found;
}

/** The places of the texts that offsets of the joined one are in, each once; offsets must ascend. */
export function placesAt({ starts }: Joined, offsets: Iterable<number>): number[] {
  const found: number[] = [];
  let place = -1;
  for (const offset of offsets) {
    if (offset < (starts[place + 1] ?? Number.POSITIVE_INFINITY)) continue;
    place = lastStarting(starts, offset, place + 1);
    found.push(place);
  }
  return found;
}
