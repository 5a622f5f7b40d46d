import { eastAsianWidth } from 'get-east-asian-width';
import type { Range } from '../document/source.ts';
import { escaped } from './visible.ts';

/** What a terminal shows as one sign. */
export interface Cell {
  /** UTF-16 offset of its first character in the text. */
  readonly start: number;
  readonly shown: string;
  /** How many columns of the terminal it takes, from 0. */
  readonly columns: number;
}

type Sign = Omit<Cell, 'start'>;

// One picture made of several characters (a flag, or pictures joined to one, with their tones, styles and tags), or one
// character with its marks.
const signs =
  /(\p{RI}{2}|\p{ExtPict}[\uFE0F\p{EMod}\u{E0020}-\u{E007F}]*(?:\u200D\p{ExtPict}[\uFE0F\p{EMod}]*)*)|.\p{M}*/gsu;

/**
 * Cuts a stretch of a text, which is on one line, into what a terminal shows. What it would not show, or not where it
 * stands, becomes an escape: control characters, characters of no width, and what a CI log would take for a command.
 *
 * @param revealed where spaces that look like any other one become escapes, too
 */
export function cellsOf(text: string, { start, end }: Range, revealed?: Range): Cell[] {
  return Array.from(text.slice(start, end).matchAll(signs), ({ 0: sign, 1: picture, index }) => {
    const at = start + index;
    if (picture !== undefined) return { start: at, ...pictureSign(picture) };
    if (isCommandSign(text, at)) return { start: at, ...inFull(escaped(sign)) };
    const isRevealed = revealed !== undefined && revealed.start <= at && at < revealed.end;
    return { start: at, ...letterSign(sign, isRevealed) };
  });
}

/** A text as a terminal can show it on a line, special spaces as escapes; null where it is longer than `most` columns. */
export function shownText(text: string, most: number): string | null {
  // More characters than columns are rare: a few marks on each letter.
  if (text.length > most * 4) return null;
  const range = { start: 0, end: text.length };
  const cells = cellsOf(text, range, range);
  return columnsOf(cells) > most ? null : cells.map(({ shown }) => shown).join('');
}

/** Columns of neighbouring cells. */
export function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { columns }) => sum + columns, 0);
}

const tab = ' '.repeat(4);
const alwaysWide = /[\uFE0F\u200D]|\p{EMod}|\p{RI}{2}/u;
const keycap = /^[\d#*]\uFE0F/;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]|\u034F|\u17B4|\u17B5/u;
const otherSpace = /(?! )\p{Zs}/u;
const mark = /\p{M}/u;
// Marks above and below, and the later parts of a Korean syllable.
const withoutWidth = /[\p{Mn}\p{Me}\u1160-\u11FF]/u;

function pictureSign(picture: string): Sign {
  return { shown: picture, columns: alwaysWide.test(picture) ? 2 : widthOf(picture) };
}

function letterSign(sign: string, isRevealed: boolean): Sign {
  if (/^[ -~]$/.test(sign)) return { shown: sign, columns: 1 };
  if (sign === '\t') return { shown: tab, columns: tab.length };
  const [first = '', ...marks] = sign;
  // A mark at the start has nothing to stand on.
  const isHidden = mark.test(first) || (isRevealed && otherSpace.test(first));
  const parts = [isHidden ? inFull(escaped(first)) : characterSign(first), ...marks.map(characterSign)];
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  return {
    shown: parts.map(({ shown }) => shown).join(''),
    columns: keycap.test(sign) ? 2 : columns,
  };
}

function characterSign(character: string): Sign {
  if (unseen.test(character)) return inFull(escaped(character));
  return { shown: character, columns: widthOf(character) };
}

function inFull(ascii: string): Sign {
  return { shown: ascii, columns: ascii.length };
}

function widthOf(character: string): number {
  return withoutWidth.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!);
}

/** The second sign of `##[…]` and `##vso[…]`. */
function isCommandSign(text: string, at: number): boolean {
  if (text[at] !== '#' || text[at - 1] !== '#') return false;
  return text.startsWith('[', at + 1) || text.startsWith('vso[', at + 1);
}
