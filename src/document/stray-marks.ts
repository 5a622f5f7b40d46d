import { matchesIn } from './matches.ts';
import type { ProseBlock } from './model.ts';
import type { Range } from './source.ts';

const letter = /[\p{L}\p{N}\uFFFC]/u;

/** A sign that would format words, with what stands beside it. */
export interface Sign extends Range {
  readonly before: string;
  readonly after: string;
}

/**
 * `**` and backticks that the parser left as text, as offsets in the text: those that are written for formatting and
 * are no operator, wildcard, footnote mark, or quotation mark. Ascending.
 */
export function strayMarks(block: ProseBlock, source: string): Range[] {
  const stars = signsIn(block, source, /\*{2,}/g).filter(
    ({ start, end }) => end - start === 2 || end - start === 4,
  );
  const ticks = signsIn(block, source, /`+/g);
  const single = [...signsIn(block, source, /(?<!\*)\*(?!\*)/g), ...signsIn(block, source, /(?<!_)_(?!_)/g)];
  const found = [
    ...strayStars(stars, block.text),
    ...strayTicks(ticks, block.text),
    ...spacedPairs(single, block.text),
  ];
  return found.sort((a, b) => a.start - b.start);
}

/** Backticks of a block that are left as text, whatever they are there for. */
export function ticksIn(block: ProseBlock, source: string): Sign[] {
  return signsIn(block, source, /`+/g);
}

/** Signs that stand in the source as they are, neither escaped nor written as entities. */
function signsIn(block: ProseBlock, source: string, pattern: RegExp): Sign[] {
  const { text } = block;
  const signs: Sign[] = [];
  for (const { index: start, 0: sign } of matchesIn(text, pattern)) {
    const end = start + sign.length;
    const range = block.sourceRange(start, end);
    if (source.slice(range.start, range.end) !== sign || source[range.start - 1] === '\\') continue;
    signs.push({ start, end, before: text[start - 1] ?? '', after: text[end] ?? '' });
  }
  return signs;
}

function strayStars(signs: readonly Sign[], text: string): Sign[] {
  const attached = signs.filter((sign, index) => {
    if (isOpening(sign.before, sign.after) || isClosing(sign.before, sign.after)) return true;
    // `**so **` and `** so**`: a space on the inner side of one of two.
    const [previous, next] = [signs[index - 1], signs[index + 1]];
    const ends = index % 2 === 1 && previous && isOpening(previous.before, previous.after);
    return isSpaced(sign) && (ends || (index % 2 === 0 && next && isClosing(next.before, next.after)));
  });
  const areArguments = attached.every(
    ({ start, before, after }, index) =>
      isOpening(before, after) &&
      (index === 0 ||
        /[,(*]\s*$|\s(?:and|or|und|oder|y|et)\s$/.test(text.slice(Math.max(0, start - 8), start))),
  );
  const areFootnotes = attached.every(
    (sign) => letter.test(sign.before) && isClosing(sign.before, sign.after),
  );
  if (attached.length > 1 && !areArguments && !areFootnotes) return attached;
  return attached.filter(({ start, before, after }) => {
    // One alone may be a footnote mark, a pointer or an argument; behind a sentence's or label's end it is not.
    if (isClosing(before, after)) return /[:.!?]/.test(before) && text.slice(0, start).includes(' ');
    return /\p{Lu}/u.test(after) && start > 0;
  });
}

/** The longest emphasis that a space is thought to have spoilt, in UTF-16 units. */
const longestEmphasis = 120;

/** `_so _` and `* so*`: two signs around words, one of them with a space on its inner side and none on its outer. */
function spacedPairs(signs: readonly Sign[], text: string): Sign[] {
  const found: Sign[] = [];
  for (let i = 0; i + 1 < signs.length; i++) {
    const [first, second] = [signs[i]!, signs[i + 1]!];
    const inside = text.slice(first.end, second.start);
    if (text[first.start] !== text[second.start] || inside.length > longestEmphasis) continue;
    const opens = isOpening(first.before, first.after) && /^\s?$/.test(first.before);
    const closes = isClosing(second.before, second.after);
    const endsLate = opens && second.before === ' ' && /^[\s.,;:!?)]?$/.test(second.after);
    const startsLate = closes && first.after === ' ' && /^\s?$/.test(first.before) && first.start > 0;
    if ((!endsLate && !startsLate) || !/^[\s\p{L}\p{N}'’,.-]+$/u.test(inside) || !/\p{L}{2}/u.test(inside))
      continue;
    found.push(first, second);
    i++;
  }
  return found;
}

function isSpaced({ before, after }: Sign): boolean {
  return /^\s?$/.test(before) && /^[\s.,;:!?]?$/.test(after);
}

function isOpening(before: string, after: string): boolean {
  return /^[\s(“"—–]?$/.test(before) && /[\p{L}\p{N}“"]/u.test(after);
}

function isClosing(before: string, after: string): boolean {
  return /[\p{L}\p{N}\uFFFC:.,!?)”"]/u.test(before) && (/^[\s.,;:!?)”"—–]?$/.test(after) || before === ':');
}

function strayTicks(signs: readonly Sign[], text: string): Sign[] {
  return signs.filter(({ start, end, before, after }) => {
    const isBetweenSpaces = /^\s?$/.test(before) && /^\s?$/.test(after);
    const isKey = before === '+' || /^["'“‘(]$/.test(before);
    // don`t, Hawai`i, and ``quoted'' as typesetters write it.
    const isApostrophe = end - start === 1 && /\p{L}/u.test(before) && /\p{L}/u.test(after);
    const isQuote = end - start < 3 && /['´’]/.test(text.slice(end, end + 80)) && !letter.test(before);
    return !isBetweenSpaces && !isKey && !isApostrophe && !isQuote;
  });
}
