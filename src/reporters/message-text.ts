import { printable, visible } from './visible.ts';

// A message quotes what the post says; more than this is read in the post itself.
const longestMessage = 400;

/** A message as a line of a terminal or a log shows it: cut to 400 UTF-16 units, and visible. */
export function messageText(message: string): string {
  return visible(shortMessage(message));
}

/** The same for an editor, which obeys no commands of logs. */
export function editorText(message: string): string {
  return printable(shortMessage(message));
}

/** The first 400 UTF-16 units of a message, as it is. */
export function shortMessage(message: string): string {
  return message.length > longestMessage ? `${cut(message, longestMessage)}…` : message;
}

/** Text of a post as one line without controls, cut to so many UTF-16 units. */
export function shortLine(text: string, longest: number): string {
  const line = printable(
    cut(text, longest + 1)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return text.length > longest ? `${cut(line, longest)}…` : line;
}

/** The first units of a text; where it is cut, no half of a surrogate pair is left at the end. */
function cut(text: string, length: number): string {
  return text.length > length ? text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '') : text;
}
