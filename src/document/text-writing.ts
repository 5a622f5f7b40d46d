import type { Range } from './source.ts';

/** A stretch of a text, with the place in the source that writes it. */
export interface Stretch {
  /** The whole text that it is part of. */
  readonly text: string;
  /** Offsets in that text. */
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly source: string;
}

/** Signs that may be markup wherever they stand. */
const markup = /[*`<>[\]\\|~{}\uFFFC]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;
const control = /[\p{Cc}\u2028\u2029]/u;
/** Two neighbours that are markup together: a link, a footnote, an image, a tag, a template tag. */
const markupPair = /^(?:\][([:]|\[\^|!\[|<[A-Za-z/!?]|\{[{%]|[%}]\})/;
const delimiter = /[*_~\\]/;
/** What opens a block or underlines a heading where a line starts with it. */
const blockStart = /^(?:$|[\s#>+\-=:]|\d{1,9}[.)](?:\s|$))/;
/** "123456789. ", and the white space and quote marks before it. */
const longestOpener = 24;
const entity = /&#?[A-Za-z0-9]{1,32};/g;

/** The first sign of a text that Markdown or HTML may read as markup, or null. */
export function markupSign(text: string): string | null {
  return markup.exec(text)?.[0] ?? null;
}

/**
 * What to write in the place of a stretch of text so that a reader sees `wanted`, as Markdown and HTML are read alike; null
 * where it would be read as markup, or would change what its neighbours are read as.
 */
export function writtenAsText(stretch: Stretch, wanted: string): string | null {
  if (markup.test(wanted) || control.test(wanted)) return null;
  const isText = keepsNeighbours(stretch, wanted) && keepsLine(stretch, wanted);
  return isText && !makesEntity(stretch, wanted) ? wanted : null;
}

/** Signs that may end an address or be markup in it. */
const noAddress = /[\s\p{Cc}\uFFFC()<>"'`\\|[\]{};*]/u;

/** The first sign of a text that cannot be part of an address everywhere, or null. */
export function noAddressSign(text: string): string | null {
  return noAddress.exec(text)?.[0] ?? null;
}

/** What to write in the place of a stretch of an address; null where that would end it, or make an entity of a parameter. */
export function writtenInAddress({ text, start, end }: Stretch, wanted: string): string | null {
  if (noAddress.test(wanted)) return null;
  // A bare address does not end with punctuation.
  const last = (text.slice(0, start) + wanted + text.slice(end)).slice(-1);
  if (!/[\p{L}\p{N}/#=&%_~+-]/u.test(last)) return null;
  return /&(?![\w.~-]+=)/.test(wanted + text.slice(end, end + 64)) && wanted.includes('&') ? null : wanted;
}

/** Whether what stands beside the stretch is read as before: marks of emphasis depend on the kind of their neighbours. */
function keepsNeighbours({ text, start, end, range, source }: Stretch, wanted: string): boolean {
  const before = source[range.start - 1] ?? '';
  const after = source[range.end] ?? '';
  if (markupPair.test(before + (wanted[0] ?? after)) || markupPair.test((wanted.at(-1) ?? before) + after))
    return false;
  if (isInOpenAddress(source, range.start)) return false;
  const replaced = text.slice(start, end);
  if (delimiter.test(before) && kindOf(firstSign(wanted)) !== kindOf(firstSign(replaced))) return false;
  return !delimiter.test(after) || kindOf(lastSign(wanted)) === kindOf(lastSign(replaced));
}

/** Whether what is open before an offset would be a link or a tag, were it not for something that stands in it. */
function isInOpenAddress(source: string, offset: number): boolean {
  const near = source.slice(Math.max(0, offset - 200), offset);
  const open = Math.max(near.lastIndexOf(']('), near.lastIndexOf('<'));
  return open >= 0 && !/[)>\r\n]/.test(near.slice(open));
}

/** White space, marks and all the rest: what decides whether `*` beside it opens or closes (CommonMark 0.31, 6.2). */
function kindOf(sign: string): 'none' | 'space' | 'mark' | 'letter' {
  if (sign === '') return 'none';
  if (/\s/.test(sign)) return 'space';
  return /[\p{P}\p{S}]/u.test(sign) ? 'mark' : 'letter';
}

function firstSign(text: string): string {
  return /^./su.exec(text)?.[0] ?? '';
}

function lastSign(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? '';
}

/** Whether the line neither becomes a block of another kind nor ends with white space or a backslash, which breaks it. */
function keepsLine(stretch: Stretch, wanted: string): boolean {
  const { text, start, end, range, source } = stretch;
  const after = source.slice(range.end, range.end + longestOpener);
  const head = lineHead(stretch);
  if (head !== null && blockStart.test(head + wanted + after)) {
    // Behind an escape or a mark the line may look so already, and is none.
    if (head === '' || !blockStart.test(head + text.slice(start, end) + after)) return false;
  }
  const last = wanted.at(-1) ?? source[range.start - 1] ?? '';
  return !/^(?:$|[\r\n])/.test(after) || !/[\s\\]/.test(last);
}

/** What stands before the stretch in its line, or in its text where that begins later; null where it is more than opens a block. */
function lineHead({ text, start, range, source }: Stretch): string | null {
  const near = source.slice(Math.max(0, range.start - longestOpener), range.start);
  const lineEnd = Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r'));
  const isNewLine = lineEnd >= 0 && near.length - lineEnd - 1 < start;
  if (isNewLine) return near.slice(lineEnd + 1).replace(/^[ \t>]+/, '');
  return start <= longestOpener ? text.slice(0, start) : null;
}

/** Whether nothing but white space stands before an offset in its line. */
export function startsLine(source: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && /[ \t]/.test(source[at - 1]!)) at--;
  return at === 0 || /[\r\n]/.test(source[at - 1]!);
}

/** Whether an entity would stand there that is made of the text and of what stands beside it. */
function makesEntity({ range, source }: Stretch, wanted: string): boolean {
  const before = source.slice(Math.max(0, range.start - 34), range.start);
  const end = before.length + wanted.length;
  const joined = before + wanted + source.slice(range.end, range.end + 34);
  return [...joined.matchAll(entity)].some(
    ({ index, 0: found }) => index < end && index + found.length > before.length,
  );
}
