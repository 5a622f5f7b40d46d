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
  readonly hasPlainSpace: boolean;
  /** Whether a line of the source ends in it. */
  readonly hasLineEnd: boolean;
  /** Where it is written: stretches of the source with markup or line ends between. */
  readonly runs: readonly GapRun[];
}

/** White space that is written in one place. */
export interface GapRun extends Range {
  /** From its first no-break space to its last; null where it has none. */
  readonly noBreakSpaces: NoBreakSpaces | null;
}

/** No-break spaces in a row, plain ones between them included. */
export interface NoBreakSpaces extends Range {
  readonly count: number;
  /** Whether the text or a line of it begins with them. */
  readonly startsLine: boolean;
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
    const before = text.text[start - 1] ?? around.before;
    const after = text.text[end] ?? around.after;
    const hasPlainSpace = /[ \t]/.test(match[0]);
    gaps.push({
      start,
      end,
      before,
      after,
      hasPlainSpace,
      ...writingOf(text, source, { start, end }, before === ''),
    });
  }
  return gaps;
}

function writingOf(
  text: MappedText,
  source: string,
  { start, end }: Range,
  startsLine: boolean,
): Pick<Gap, 'hasLineEnd' | 'runs'> {
  const runs: GapRun[] = [];
  let hasLineEnd = false;
  for (let i = start; i < end; i++) {
    const range = text.sourceRange(i, i + 1);
    if (/[\r\n<]/.test(source.slice(range.start, range.end))) {
      hasLineEnd = true;
      continue;
    }
    const last = runs.at(-1);
    const continues = last?.end === range.start;
    const known = continues ? last.noBreakSpaces : null;
    const noBreakSpaces =
      text.text[i] === '\u00A0' ? withOneMore(known, range, startsLine || hasLineEnd) : known;
    if (continues) runs[runs.length - 1] = { start: last.start, end: range.end, noBreakSpaces };
    else runs.push({ ...range, noBreakSpaces });
  }
  return { hasLineEnd, runs };
}

function withOneMore(known: NoBreakSpaces | null, { start, end }: Range, startsLine: boolean): NoBreakSpaces {
  return known ? { ...known, end, count: known.count + 1 } : { start, end, count: 1, startsLine };
}
