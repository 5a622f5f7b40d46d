/**
 * A text as a plain text message of SARIF. There `{0}` is a place to fill, so braces are doubled (§3.11.5), and
 * `[text](place)` is a link, which a backslash before its `]` takes apart (§3.11.6); backslashes before it are doubled.
 */
export function sarifMessage(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replace(/(?<!\\)(\\*)\]\(/g, '$1$1\\](');
}

/** A link to a place of the same result, by its id (§3.11.6). */
export function sarifLink(text: string, id: number): string {
  return `[${text.replace(/[{}]/g, '$&$&').replace(/[\\[\]]/g, '\\$&')}](${id})`;
}
