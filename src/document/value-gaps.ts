import type { Document } from './document.ts';
import type { Value } from './model.ts';
import type { Replacement } from './respacing.ts';
import type { Range } from './source.ts';

/** White space with a no-break space in a value of the front matter, where entities are written out. */
export interface ValueGap {
  /** The characters around it; empty where the value or a line of it begins or ends. */
  readonly before: string;
  readonly after: string;
  /** Whether a plain space is part of it. */
  readonly hasPlainSpace: boolean;
  /** From the first to the last of its no-break spaces. */
  readonly range: Range;
  readonly count: number;
  /** What writes it with a plain space or none; null where that would change more than the gap. */
  readonly replacement: Replacement | null;
}

const noBreakSpace = /\u00A0|&(?:nbsp|NonBreakingSpace|#0{0,4}160|#[xX]0{0,4}[aA]0);/g;
const gap = /(?:[ \t\u00A0]|&(?:nbsp|NonBreakingSpace|#0{0,4}160|#[xX]0{0,4}[aA]0);)+/g;

/** The gaps of all text in the front matter, also in lists and maps. */
export function* valueGaps({ frontMatter, source }: Document): Iterable<ValueGap> {
  const pending = (frontMatter?.entries ?? []).map(({ value }) => value).reverse();
  for (let value = pending.pop(); value; value = pending.pop()) {
    for (const item of value.items) pending.push(item);
    for (const entry of value.entries) pending.push(entry.value);
    if (value.kind === 'string' && /[\u00A0&]/.test(value.text)) yield* gapsOf(value, source);
  }
}

function* gapsOf(value: Value, source: string): Iterable<ValueGap> {
  for (const match of value.text.matchAll(gap)) {
    const start = match.index;
    const end = start + match[0].length;
    const found = [...match[0].matchAll(noBreakSpace)];
    const last = found.at(-1);
    if (!last) continue;
    const line = (character: string | undefined) => (/[^\r\n]/.test(character ?? '') ? character! : '');
    const [before, after] = [line(value.text[start - 1]), line(value.text[end])];
    yield {
      before,
      after,
      hasPlainSpace: /[ \t]/.test(match[0]),
      range: value.sourceRange(start + found[0]!.index, start + last.index + last[0].length),
      count: found.length,
      replacement: replacementOf(value.sourceRange(start, end), match[0], before, after, value, source),
    };
  }
}

function replacementOf(
  range: Range,
  written: string,
  before: string,
  after: string,
  value: Value,
  source: string,
): Replacement | null {
  if (source.slice(range.start, range.end) !== written) return null;
  const isQuoted = /["']/.test(source[value.range.start]!);
  // In a value without quotes, a space behind a colon or before `#` means something.
  if (!isQuoted && (before === ':' || after === '#' || before === '')) return null;
  return { range, text: before === '' || after === '' ? '' : ' ' };
}
