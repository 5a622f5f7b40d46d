import type { OpenQuote, ValueFormat } from './written-value.ts';

/** A caret where a value may stand. */
export interface ValuePlace {
  readonly key: string;
  /** Whether it is an item of a list. */
  readonly inList: boolean;
  /** What of the value stands before the caret, without the quotation mark. */
  readonly typed: string;
  readonly quote: OpenQuote;
  /** What stands in the list already, as far as it stands in lines above or before it. */
  readonly written: readonly string[];
}

const scalarLine = /^([\w-]+)[ \t]*[:=][ \t]+(?![ \t])([^[\]{}|>#]*)$/;
const flowLine = /^([\w-]+)[ \t]*[:=][ \t]*\[([^[\]{}]*)$/;
const itemLine = /^[ \t]*-[ \t]+(?![ \t])([^[\]{}|>#]*)$/;

/**
 * What is being written behind a caret's key or in its list; null where that is no value of a top-level key.
 *
 * @param before the line up to the caret
 * @param above the front matter up to that line
 */
export function valuePlace(before: string, above: string, format: ValueFormat): ValuePlace | null {
  const scalar = scalarLine.exec(before);
  if (scalar) return placeOf(scalar[1]!, false, scalar[2]!, []);
  const flow = flowLine.exec(before);
  if (flow) {
    const items = flow[2]!.split(',');
    return placeOf(flow[1]!, true, items.at(-1)!.trimStart(), items.slice(0, -1).map(unquoted));
  }
  const item = format === 'yaml' ? itemLine.exec(before) : null;
  return item && listAbove(item[1]!, above);
}

/** The key of the list whose items stand above, one a line. */
function listAbove(typed: string, above: string): ValuePlace | null {
  const written: string[] = [];
  for (const line of above
    .split(/\r\n|\r|\n/)
    .slice(0, -1)
    .reverse()) {
    const key = /^([\w-]+):[ \t]*$/.exec(line)?.[1];
    if (key !== undefined) return placeOf(key, true, typed, written);
    const item = /^[ \t]*-[ \t]+(.*)$/s.exec(line)?.[1];
    if (item === undefined) return null;
    written.push(unquoted(item));
  }
  return null;
}

function placeOf(key: string, inList: boolean, text: string, written: readonly string[]): ValuePlace | null {
  const quote = (/^["']/.exec(text)?.[0] ?? '') as OpenQuote;
  const typed = text.slice(quote.length);
  // Behind a closing quotation mark the value is complete.
  return quote !== '' && typed.includes(quote) ? null : { key, inList, typed, quote, written };
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
