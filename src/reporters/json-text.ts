// JSON.stringify escapes C0 controls and lone surrogates. Left are DEL, C1, line and paragraph separator, bidirectional
// controls, and the `##` before `[` or `vso[` that makes a line of a CI log a command.
const unsafeInLogs = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|(?<=#)#(?=\[|vso\[)/g;

/**
 * JSON that can be printed to a terminal or a CI log whatever its texts hold. Only strings can hold what is escaped, so
 * who reads the JSON gets the same values.
 *
 * @param indent spaces for each level; absent, all is one line
 */
export function jsonText(value: unknown, indent?: number): string {
  return safeJson(JSON.stringify(value, null, indent));
}

/** The same of JSON that is written already. */
export function safeJson(json: string): string {
  return json.replace(unsafeInLogs, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
