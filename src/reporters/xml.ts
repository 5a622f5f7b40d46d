import { escaped } from './visible.ts';

// Not even a character reference may name these in XML 1.0 (https://www.w3.org/TR/xml/#charsets).
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// Markup; line ends and tabs, which parsers would fold; what moves the cursor or reorders the line of who looks at the raw
// report; and the second sign of what a CI log takes for a command (`##[…]`, `##vso[…]`).
const referred =
  /[&<>"'\t\n\r\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|(?<=#)#(?=\[|vso\[)/g;

/**
 * Text for an attribute or an element of XML, without quotes. It stays on one line, and a parser gives back what went in,
 * but for characters that XML cannot hold at all: these become escapes such as `\x1B`.
 */
export function xmlText(text: string): string {
  return text.replace(forbidden, escaped).replace(referred, (character) => `&#${character.codePointAt(0)!};`);
}

/** Attributes, each with a space before it: ` name="a.md" line="3"`. */
export function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
