import type { Range } from './source.ts';
import { codeNames, silentTags } from './template-names.ts';

/** A template tag. */
export interface Template extends Range {
  /** Whether a reader sees something in its place, where it stands alone. */
  readonly shown: boolean;
  /** Whether it formats what is around it, as an HTML tag does, and so is no part of a sentence. */
  readonly isFormat?: boolean;
  /** Whether, alone on its lines, it parts what stands around it instead of standing in a sentence. */
  readonly flow: boolean;
  /** Whether it stands where the parser had better see white space: attributes behind what they belong to. */
  readonly blank?: boolean;
}

/**
 * Searches for the ends of tags. What fails costs of a budget that grows with the text: so a flood of openers costs
 * linear time, and the rest of it is text.
 */
export class Closers {
  #budget: number;
  #paragraphEnd = -1;

  constructor(readonly source: string) {
    this.#budget = 64 * source.length + 200_000;
  }

  /** Where the paragraph ends that `at` stands in: at the next blank line. Must be asked in ascending order. */
  paragraphEnd(at: number): number {
    if (at < this.#paragraphEnd) return this.#paragraphEnd;
    blankLine.lastIndex = at;
    this.#paragraphEnd = blankLine.exec(this.source)?.index ?? this.source.length;
    return this.#paragraphEnd;
  }

  /** Runs a search of `at` up to `limit`, which gives the end it found or -1. */
  search(at: number, limit: number, find: () => number): number {
    if (this.#budget <= 0) return -1;
    const end = find();
    if (end < 0) this.#budget -= Math.max(1, limit - at);
    return end;
  }

  /** Behind the next `closer` before `limit`, or -1. */
  behind(closer: string, from: number, limit: number): number {
    return this.search(from, limit, () => {
      const found = this.source.slice(from, limit).indexOf(closer);
      return found < 0 ? -1 : from + found + closer.length;
    });
  }

  /** As `behind`, but a closer in quotes does not count, and `opener` outside of them means that there is none. */
  behindUnquoted(closer: string, quotes: string, opener: string, from: number, limit: number): number {
    const { source } = this;
    return this.search(from, limit, () => {
      for (let i = from; i < limit; i++) {
        if (source.startsWith(closer, i)) return i + closer.length;
        if (source.startsWith(opener, i)) return -1;
        if (quotes.includes(source[i]!)) i = this.#quoteEnd(i, limit);
      }
      return -1;
    });
  }

  /** Behind the brace that closes the one at `at`, or -1. A brace alone in quotes is text. */
  behindBraces(at: number, limit: number): number {
    const { source } = this;
    return this.search(at, limit, () => {
      let depth = 0;
      for (let i = at; i < limit; i++) {
        const character = source[i];
        if (character !== '{' && character !== '}') continue;
        if (i > at && isQuote(source[i - 1]) && source[i - 1] === source[i + 1]) continue;
        depth += character === '{' ? 1 : -1;
        if (depth === 0) return i + 1;
      }
      return -1;
    });
  }

  /** Behind a match of a sticky or global pattern before `limit`, or -1. */
  behindMatch(pattern: RegExp, from: number, limit: number): number {
    return this.search(from, limit, () => {
      const match = pattern.exec(this.source.slice(from, limit));
      return match ? from + match.index + match[0].length : -1;
    });
  }

  #quoteEnd(at: number, limit: number): number {
    const quote = this.source[at]!;
    // Values of tags are short; a quote that does not close soon is an apostrophe.
    const most = Math.min(limit, at + 1_000);
    for (let i = at + 1; i < most; i++) {
      if (this.source[i] === '\\' && quote !== '`') i++;
      else if (this.source[i] === quote) return i;
    }
    return at;
  }
}

const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n])/g;
/** How far a tag may reach that may hold blank lines. */
const longest = 20_000;
const longestShortcode = 4_000;

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === '`';
}

/** `{{ … }}` or `{{{ … }}}` within its paragraph. */
export function outputAt(closers: Closers, at: number): Template | null {
  const isTriple = closers.source.startsWith('{{{', at);
  const [opener, closer] = isTriple ? ['{{{', '}}}'] : ['{{', '}}'];
  const from = at + opener.length;
  const limit = closers.paragraphEnd(at);
  const end = endOf(closers, closer, '"\'`', opener, from, limit);
  return end < 0 ? null : { start: at, end, shown: true, flow: false };
}

/** `{% … %}`, and all up to its end tag where code stands between. */
export function tagAt(closers: Closers, at: number): Template | null {
  const { source } = closers;
  const limit = closers.paragraphEnd(at);
  const end = endOf(closers, '%}', '"\'', '{%', at + 2, limit);
  if (end < 0) return null;
  const name = /^[-~+]?\s*(\w+)/.exec(source.slice(at + 2, Math.min(end, at + 80)))?.[1] ?? '';
  if (!codeNames.has(name)) return { start: at, end, shown: !silentTags.test(name), flow: true };
  const closing = new RegExp(`\\{%[-~+]?\\s{0,8}end${name}\\s{0,8}[-~+]?%\\}`);
  // What `raw` holds is shown: only where it is short it is taken for code.
  const isContent = name === 'raw' || name === 'verbatim';
  const most = isContent ? limit : Math.min(source.length, end + longest);
  const whole = closers.behindMatch(closing, end, most);
  if (whole < 0) return { start: at, end, shown: !isContent, flow: true };
  return { start: at, end: whole, shown: name !== 'comment', flow: true };
}

/** `{{< … >}}` or `{{% … %}}`, over blank lines too, and all up to its end where code stands between. */
export function shortcodeAt(closers: Closers, at: number, paired: ReadonlySet<string>): Template | null {
  const { source } = closers;
  const closer = source[at + 2] === '<' ? '>}}' : '%}}';
  const opener = source.slice(at, at + 3);
  const limit = closers.paragraphEnd(at);
  if (source.startsWith('/*', at + 3)) {
    const end = closers.behind(`*/${closer}`, at + 5, limit);
    return end < 0 ? null : { start: at, end, shown: true, flow: false };
  }
  const most = Math.min(source.length, at + longestShortcode);
  let end = closers.behindUnquoted(closer, '"`', opener, at + 3, most);
  if (end < 0) end = endOf(closers, closer, '', opener, at + 3, limit);
  if (end < 0) return null;
  const [, slash, name = ''] = shortcodeName.exec(source.slice(at + 3, Math.min(end, at + 120))) ?? [];
  const closes = paired.has(name) && !source.startsWith('/', end - closer.length - 1);
  if (closes && slash === '' && codeNames.has(name)) {
    const closing = new RegExp(`\\{\\{[<%]\\s{0,8}/\\s{0,8}${name}\\s{0,8}[>%]\\}\\}`);
    const whole = closers.behindMatch(closing, end, Math.min(source.length, end + longest));
    if (whole > 0) return { start: at, end: whole, shown: true, flow: true };
  }
  return { start: at, end, shown: !closes, flow: closes };
}

const shortcodeName = /^\s*(?!\s)(\/?)\s*([\w./-]+)/;

/** The names of the shortcodes that are closed somewhere. */
export function pairedShortcodes(source: string): Set<string> {
  const matches = source.matchAll(/\{\{[<%]\s{0,8}\/\s{0,8}([\w./-]{1,80})/g);
  return new Set([...matches].map((match) => match[1]!));
}

/** `{# … #}`; alone on its lines it may hold blank ones. */
export function commentAt(closers: Closers, at: number, startsLine: boolean): Template | null {
  const limit = startsLine ? Math.min(closers.source.length, at + longest) : closers.paragraphEnd(at);
  const end = closers.behind('#}', at + 2, limit);
  return end < 0 ? null : { start: at, end, shown: false, flow: true };
}

/** `{/* … *​/}`, which may hold blank lines. */
export function mdxCommentAt(closers: Closers, at: number): Template | null {
  const end = closers.behind('*/}', at + 3, Math.min(closers.source.length, at + longest));
  return end < 0 ? null : { start: at, end, shown: false, flow: true };
}

/** Quotes are minded where that finds an end; where a quote is an apostrophe, it does not. */
function endOf(
  closers: Closers,
  closer: string,
  quotes: string,
  opener: string,
  from: number,
  limit: number,
): number {
  const end = closers.behindUnquoted(closer, quotes, opener, from, limit);
  if (end >= 0) return end;
  const next = closers.behind(closer, from, limit);
  const reopened = closers.source.slice(from, Math.max(from, next)).includes(opener);
  return reopened ? -1 : next;
}
