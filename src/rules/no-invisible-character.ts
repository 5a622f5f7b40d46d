import type { Document } from '../document/document.ts';
import {
  type InvisiblePlace,
  invisible,
  invisibleName,
  invisiblePlaces,
  invisibleRuns,
} from '../document/invisible.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

const anywhere = new RegExp(invisible.source);
// Scripts whose letters change with the characters around them, and those that are written from right to left.
const joining =
  /[\u0590-\u08FF\u0900-\u0DFF\u0E00-\u109F\u1780-\u18AF\u1900-\u1AAF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const wideScript = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/;
const pictograph = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u20E3)$/u;
const direction = /^[\u202A-\u202E\u2066-\u2069]+$/;
const zeroWidth = /^[\u200B-\u200D\u2060\uFEFF]+$/;
// What Windows puts where other encodings have control characters: `don\u0092t` was meant as `don’t`.
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

export default defineRule<'invisible'>({
  id: 'no-invisible-character',
  summary: 'Disallow characters that nobody sees.',
  category: 'residue',
  recommended: 'error',
  fixes: 'sometimes',
  messages: {
    invisible: 'An invisible character stands here, {what}: delete it, or type the text around it again.',
  },
  *check(document) {
    if (!anywhere.test(document.source)) return;
    const placeOf = invisiblePlaces(document);
    // Authors who put soft hyphens at the joints of long names do so on purpose, in all of the post.
    const isSet = /\p{L}\u00AD(?:\p{Lu}\p{Ll}|_)|_\u00AD/u.test(document.source);
    for (const range of invisibleRuns(document.source)) {
      const place = placeOf(range);
      if (isSet && document.source[range.start] === '\u00AD') continue;
      if (!isResidue(document, range, place)) continue;
      const what = invisibleName(document.source[range.start]!);
      yield { message: 'invisible', data: { what }, range, fix: fixOf(document.source, range, place) };
    }
  },
});

function isResidue({ source, lines }: Document, range: Range, place: InvisiblePlace): boolean {
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
  const head = /[\p{L}\u00AD]*$/u.exec(before)![0];
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

function fixOf(source: string, { start, end }: Range, place: InvisiblePlace): Fix | undefined {
  const written = source.slice(start, end);
  const [before, after] = [source[start - 1] ?? '\n', source[end] ?? '\n'];
  if (place !== 'address' && !mayGo(source, start, end)) return undefined;
  const title = 'Delete the invisible character';
  if (/^[\u0080-\u009F]$/.test(written)) {
    const meant = windows[written.charCodeAt(0) - 0x80]!;
    const edits = [{ range: { start, end }, text: meant }];
    return meant === ' ' ? undefined : { title: `Write “${meant}”`, safety: 'unsafe', edits };
  }
  const parts = /[\u000B\u000C\u2028\u2029]/.test(written) && /\S/.test(before) && /\S/.test(after);
  const range = place === 'text' ? withSpaces(source, start, end) : { start, end };
  return { title, safety: 'safe', edits: [{ range, text: parts ? ' ' : '' }] };
}

/** One of the two spaces around it goes too, and so do those that it kept from the end of a line. */
function withSpaces(source: string, start: number, end: number): Range {
  if (source[start - 1] === ' ' && source[end] === ' ') return { start, end: end + 1 };
  if (!/[\r\n]/.test(source[end] ?? '\n')) return { start, end };
  let from = start;
  while (source[from - 1] === ' ' || source[from - 1] === '\t') from--;
  return { start: from, end };
}

/** Whether what stands beside it stays what it is: no list, heading or emphasis begins or ends. */
function mayGo(source: string, start: number, end: number): boolean {
  const before = source.slice(Math.max(0, start - 12), start);
  const after = source.slice(end, end + 12);
  if (
    /(?:^|[\r\n])[ \t>]*$/.test(before) &&
    /^(?:[ \t]|[-+*][ \t]|[#>=|:]|---|\*\*\*|~~~|```|\d{1,9}[.)])/.test(after)
  )
    return false;
  if (/(?:^|[\r\n])[ \t>]*(?:[-+*#]+|\d{1,9}[.)])$/.test(before)) return false;
  const [left, right] = [before.at(-1) ?? '', after[0] ?? ''];
  const isMark = /[*_~`&]/;
  return (
    !(isMark.test(left) && !/[\p{L}\p{N}]/u.test(right)) &&
    !(isMark.test(right) && !/[\p{L}\p{N}]/u.test(left))
  );
}
