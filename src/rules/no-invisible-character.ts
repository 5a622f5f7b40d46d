import {
  type InvisiblePlace,
  invisible,
  invisibleName,
  invisiblePlaces,
  invisibleRuns,
} from '../document/invisible.ts';
import { isInvisibleResidue } from '../document/invisible-residue.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

const setHyphen = /\p{L}\u00AD(?:\p{Lu}\p{Ll}|_)|_\u00AD/u;
const anywhere = new RegExp(invisible.source);
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
    const isSet = document.source.includes('\u00AD') && setHyphen.test(document.source);
    for (const range of invisibleRuns(document.source)) {
      const place = placeOf(range);
      if (isSet && document.source[range.start] === '\u00AD') continue;
      if (!isInvisibleResidue(document, range, place)) continue;
      const what = invisibleName(document.source[range.start]!);
      yield { message: 'invisible', data: { what }, range, fix: fixOf(document.source, range, place) };
    }
  },
});

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
  // Two line ends would become one.
  if (source[range.start - 1] === '\r' && source[range.end] === '\n') return undefined;
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
  const after = source.slice(end, end + 80);
  if (
    /(?:^|[\r\n])(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*$/.test(before) &&
    /^(?:[ \t]|[-+*](?:\s|$)|[#>=|:]|---|\*\*\*|___|~~~|```|\d{1,9}[.)]|<[a-z/!?]|\[.*\]:)/i.test(after)
  )
    return false;
  if (/(?:^|[\r\n])[ \t>]*(?:[-+*#]+|\d{1,9}[.)])$/.test(before)) return false;
  if (isAllThere(before, after)) return false;
  const [left, right] = [before.at(-1) ?? '', after[0] ?? ''];
  const isMark = /[*_~`&]/;
  return (
    !(isMark.test(left) && !/[\p{L}\p{N}]/u.test(right)) &&
    !(isMark.test(right) && !/[\p{L}\p{N}]/u.test(left))
  );
}

const lineEnd = /^[ \t]*(?:\r\n|\r|\n|$)/;

/** Whether it is all that keeps an item from being empty, so that its mark would underline the line above, or two lines from being two paragraphs. */
function isAllThere(before: string, after: string): boolean {
  if (!lineEnd.test(after)) return false;
  if (/(?:^|[\r\n])[ \t>]*[-=][ \t]+$/.test(before)) return true;
  return /\S[ \t]*(?:\r\n|\r|\n)[ \t>]*$/.test(before) && /^[ \t]*(?:\r\n|\r|\n)[ \t>]*[^\s>]/.test(after);
}
