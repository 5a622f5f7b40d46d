import type { MappedText } from './mapped-text.ts';
import type { Range } from './source.ts';

/** A stretch of white space with at least one no-break space (U+00A0) in it, as a reader sees it. */
export interface Gap {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The characters of the text around it; empty where it begins or ends. */
  readonly before: string;
  readonly after: string;
  /** Whether a line of the source ends in it. */
  readonly hasLineEnd: boolean;
  /** Where it is written: stretches of the source with markup or line ends between. */
  readonly runs: readonly GapRun[];
  /** Where its no-break spaces are written, each entity for itself, neighbouring characters together. */
  readonly noBreakSpaces: readonly Range[];
}

/** White space that is written in one place. */
export interface GapRun extends Range {
  readonly hasNoBreakSpace: boolean;
}

/** What stands around a text that does not begin or end with a block: any character for a word. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** The gaps of a text, ascending. */
export function gapsIn(
  text: MappedText,
  source: string,
  around: Surroundings = { before: '', after: '' },
): Gap[] {
  const gaps: Gap[] = [];
  for (const match of text.text.matchAll(/[ \t\u00A0]+/g)) {
    if (!match[0].includes('\u00A0')) continue;
    const start = match.index;
    const end = start + match[0].length;
    gaps.push({
      start,
      end,
      before: text.text[start - 1] ?? around.before,
      after: text.text[end] ?? around.after,
      ...writingOf(text, source, start, end),
    });
  }
  return gaps;
}

function writingOf(
  text: MappedText,
  source: string,
  start: number,
  end: number,
): Pick<Gap, 'hasLineEnd' | 'runs' | 'noBreakSpaces'> {
  const runs: GapRun[] = [];
  const noBreakSpaces: Range[] = [];
  let hasLineEnd = false;
  for (let i = start; i < end; i++) {
    const range = text.sourceRange(i, i + 1);
    const written = source.slice(range.start, range.end);
    const isNoBreakSpace = text.text[i] === '\u00A0';
    if (/[\r\n<]/.test(written)) {
      hasLineEnd = true;
      continue;
    }
    if (isNoBreakSpace) addNoBreakSpace(noBreakSpaces, range, source);
    const last = runs.at(-1);
    if (last?.end === range.start) {
      const hasNoBreakSpace = last.hasNoBreakSpace || isNoBreakSpace;
      runs[runs.length - 1] = { start: last.start, end: range.end, hasNoBreakSpace };
    } else {
      runs.push({ ...range, hasNoBreakSpace: isNoBreakSpace });
    }
  }
  return { hasLineEnd, runs, noBreakSpaces };
}

function addNoBreakSpace(found: Range[], range: Range, source: string): void {
  const last = found.at(-1);
  const continues = last?.end === range.start && source[last.start] !== '&' && source[range.start] !== '&';
  if (continues) found[found.length - 1] = { start: last.start, end: range.end };
  else found.push(range);
}
