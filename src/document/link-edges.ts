import type { LinkSpan, ProseBlock } from './model.ts';
import type { Range } from './source.ts';

const opening = '<(?:b|strong|i|em|u)>';
const closing = '<\\/(?:b|strong|i|em|u)>';
// Between a letter and a bracket, signs of emphasis can only close, and between a bracket and a letter only open.
const beforeLink = new RegExp(`^((?:[*_~]+|${closing})*)(?:${opening})*$`, 'i');
const behindLink = new RegExp(`^((?:${closing})*)(?:[*_~]+|${opening})*$`, 'i');
const insideStart = new RegExp(`^(?:\\[|<a(?:\\s[^<>]*)?>)(?:[*_~]+|${opening})*$`, 'i');
const insideEnd = new RegExp(`^(?:[*_~]+|${closing})*(?:\\]|<\\/a>)`, 'i');

/** The most characters of markup that are looked at beside a link. */
const reach = 60;

/**
 * Where a space between a link and the text in front of it, or behind it, would be written. Null where more than the
 * beginnings and ends of formatting stands between: a comment, a tag of another kind, a line end.
 */
export function jointBefore({ start }: Range, source: string, textEnd: number): number | null {
  if (start - textEnd > reach) return null;
  const match = beforeLink.exec(source.slice(textEnd, start));
  return match && textEnd + match[1]!.length;
}

/** As `jointBefore`, for the text that begins behind a link. */
export function jointBehind({ end }: Range, source: string, textStart: number): number | null {
  if (textStart - end > reach) return null;
  const match = behindLink.exec(source.slice(end, textStart));
  return match && end + match[1]!.length;
}

/** Where the spaces are written that a link's text begins with; null where it begins with none, or with an icon. */
export function leadingSpaces(block: ProseBlock, link: LinkSpan, source: string): Range | null {
  const length = /^[ \t]*/.exec(block.text.slice(link.start, link.end))![0].length;
  if (length === 0) return null;
  const range = block.sourceRange(link.start, link.start + length);
  const before = source.slice(link.range.start, range.start);
  return isBlank(source, range) && before.length < 1000 && insideStart.test(before) ? range : null;
}

/** As `leadingSpaces`, at the end of the link's text. */
export function trailingSpaces(block: ProseBlock, link: LinkSpan, source: string): Range | null {
  let start = link.end;
  while (start > link.start && /[ \t]/.test(block.text[start - 1]!)) start--;
  if (start === link.end) return null;
  const range = block.sourceRange(start, link.end);
  return isBlank(source, range) && insideEnd.test(source.slice(range.end, range.end + reach)) ? range : null;
}

function isBlank(source: string, { start, end }: Range): boolean {
  return /^[ \t]+$/.test(source.slice(start, end));
}
