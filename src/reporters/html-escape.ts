import { printable } from './visible.ts';

// What is markup; controls, lone surrogates and code points that are no characters, which HTML has no way to write; and the
// signs that make a line of a CI log a command (`::error`, `##[group]`), wherever two of them could come together.
const unwritable =
  /[&<>"\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}]|^[:#]|:(?=:)|#(?=#)/gu;

const replacements: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  [':', '&#58;'],
  ['#', '&#35;'],
  ['\u007F', '\u2421'],
]);

/**
 * A stranger's text as HTML, for an element or a quoted attribute; line feeds and tabs stay. Control characters are shown
 * as the pictures that Unicode has of them (NUL as ␀), what is no character at all as U+FFFD. The length in UTF-16 units
 * of what is shown is that of the text, but for code points beyond U+FFFF that are none.
 */
export function escapeHtml(text: string): string {
  return text.replace(unwritable, (character) => {
    const code = character.charCodeAt(0);
    return replacements.get(character) ?? (code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD');
  });
}

// They turn the rest of their line around, so that it reads otherwise than it is written.
const reordering = /[\u202A-\u202E\u2066-\u2069]/g;

/** The same for the text of a post, with controls of the direction of writing kept to themselves, and named. */
export function escapeSource(text: string): string {
  return escapeHtml(text).replace(
    reordering,
    (control) => `<bdi data-seen="${codePointName(control)}">${control}</bdi>`,
  );
}

/** The first code point of a text as `U+200B`. */
export function codePointName(text: string): string {
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A name, a path or a sentence as HTML on one line: line ends and what would reorder it are written as escapes. */
export function escapeLine(text: string): string {
  return escapeHtml(printable(text));
}

/** `1 error`, `2 errors`, `1,685 posts` */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;
}
