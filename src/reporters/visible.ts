// C0 and C1 controls, DEL, line and paragraph separator, bidirectional controls, lone surrogates.
const unprintable =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Makes a stranger's text fit for one line of a terminal or a CI log: what would move the cursor, reorder the line or
 * start a new one is written as an escape, and so is what the log would take for a command (`##[…]` and `##vso[…]`
 * anywhere, `::…` at the start).
 */
export function visible(text: string): string {
  return printable(text)
    .replace(/##(?=\[|vso\[)/g, '#\\x23')
    .replace(/^(\s*):(?=:)/, '$1\\x3A');
}

/** The same of a text of several lines, which stay lines; tabs stay, too. */
export function visibleLines(text: string): string {
  return text.replace(/\r(?=\n)/g, '').replace(/[^\n\t]+/g, visible);
}

/** The same without regard to logs: text in which nothing moves or hides. */
export function printable(text: string): string {
  return text.replace(unprintable, escaped);
}

/** A character as its escape: `\x1B`, `\u202E`, `\u{E0020}`. */
export function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\u{${code}}`;
}
