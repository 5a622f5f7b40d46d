import { visible } from './visible.ts';

// A message quotes what the post says; more than this is read in the post itself.
const longestMessage = 400;

/** A message as a line of a terminal or a log shows it: cut to 400 UTF-16 units, and visible. */
export function messageText(message: string): string {
  return visible(shortMessage(message));
}

/** The first 400 UTF-16 units of a message, as it is. */
export function shortMessage(message: string): string {
  return message.length > longestMessage ? `${cut(message, longestMessage)}…` : message;
}

/** The first units of a text, without half a surrogate pair at the end. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
