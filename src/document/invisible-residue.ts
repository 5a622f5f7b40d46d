import type { Document } from './document.ts';
import type { InvisiblePlace } from './invisible.ts';
import type { Range } from './source.ts';

// Scripts whose letters change with the characters around them, and those that are written from right to left.
const joining =
  /[\u0590-\u08FF\u0900-\u0DFF\u0E00-\u109F\u1780-\u18AF\u1900-\u1AAF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const wideScript = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/;
const pictograph = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u20E3)$/u;
const direction = /^[\u202A-\u202E\u2066-\u2069]+$/;
const zeroWidth = /^[\u200B-\u200D\u2060\uFEFF]+$/;

/** Whether invisible characters do nothing where they stand, so that nobody can have meant them. */
export function isInvisibleResidue(
  { source, lines }: Document,
  range: Range,
  place: InvisiblePlace,
): boolean {
  const written = source.slice(range.start, range.end);
  const before = source.slice(Math.max(0, range.start - 40), range.start);
  const after = source.slice(range.end, range.end + 40);
  if (direction.test(written) || /^[\u200E\u200F]+$/.test(written)) {
    const { line } = lines.pointAt(range.start);
    const { start, end } = lines.lineRange(line);
    if (place === 'elsewhere' && !direction.test(written)) return false;
    return !joining.test(source.slice(Math.max(start, range.start - 300), Math.min(end, range.end + 300)));
  }
  if (place === 'elsewhere') return false;
  if (written === '\u00AD') return isHyphenation(before, after);
  return !zeroWidth.test(written) || isIdle(written, before, after, place);
}

/** A soft hyphen in a word of common length comes from a text that was set in columns. */
function isHyphenation(before: string, after: string): boolean {
  const head = /(?<![\p{L}\u00AD])[\p{L}\u00AD]*$/u.exec(before)![0];
  const tail = /^[\p{L}\u00AD]*/u.exec(after)![0];
  if (head === '' || tail === '') return /(?:^|\s)$/.test(before) || /^(?:\s|$)/.test(after);
  return (head + tail).replaceAll('\u00AD', '').length < 16;
}

/** Whether what has no width does nothing here: it joins no emoji, shapes no letters, and marks no place to break. */
function isIdle(written: string, before: string, after: string, place: InvisiblePlace): boolean {
  if (written === '\u200D' && pictograph.test(before) && /^\p{Extended_Pictographic}/u.test(after))
    return false;
  if (joining.test(before.slice(-2)) || joining.test(after.slice(0, 2))) return false;
  if ((place !== 'address' && wideScript.test(before.slice(-3))) || wideScript.test(after.slice(0, 3)))
    return false;
  if (place === 'address') return true;
  // A cell of nothing else is kept open by it.
  if (/\|[ \t]{0,20}$/.test(before) && /^[ \t]{0,20}\|/.test(after)) return false;
  if (written === '\u2060' && (/[–—/…-]$/.test(before) || /^[–—/…-]/.test(after))) return false;
  // Between marks it keeps them apart, and behind a sign it may break a long name or unmake a mention.
  const closes = /[^\s*_~`[(>][*_~`]+$/.test(before) && /^[^\s*_~]/.test(after);
  const opens = /[^\s*_~]$/.test(before) && /^[*_~`]+[^\s*_~`]/.test(after);
  const breaks =
    /[/.\-(:,&=?#@\\~|<[{]$/.test(before) &&
    /^[^\s\])}]/.test(after) &&
    !/\]\($|(?:^|\s)[-[(<]+$/.test(before);
  const unmakes = /[:;=8]-?$/.test(before) && /^[)(DP/|\\*oO\]]/.test(after);
  return !unmakes && !closes && !opens && !breaks;
}
