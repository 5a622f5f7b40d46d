import { Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Range } from './source.ts';

/** An attribute with the place of its value, quotes left out. */
export interface HtmlAttribute {
  /** Entities decoded. */
  readonly value: string;
  readonly range: Range;
}

/** A piece of raw HTML, with its place in the file. */
export type HtmlToken =
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly range: Range;
      readonly attribute: (name: string) => HtmlAttribute | undefined;
    }
  | { readonly kind: 'end'; readonly name: string; readonly range: Range }
  | { readonly kind: 'comment'; readonly textRange: Range; readonly range: Range }
  | { readonly kind: 'text'; readonly range: Range };

const plainTag = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)\s*\/?>$/;
const noAttribute = () => undefined;

// What follows these is not markup, up to their end tag (HTML standard, 13.2.6.2). By name: the tokenizer is loaded when a post
// needs it.
const rawText: Readonly<Record<string, keyof typeof TokenizerMode>> = {
  script: 'SCRIPT_DATA',
  style: 'RAWTEXT',
  textarea: 'RCDATA',
  title: 'RCDATA',
};

/**
 * The tags, comments and text of a stretch of raw HTML, as a browser's tokenizer sees it. Text is not
 * decoded. Never throws; whatever is unclosed ends with the stretch.
 */
export function tokenizeHtml(source: string, start: number, end: number): HtmlToken[] {
  const html = source.slice(start, end);
  const plain = plainTag.exec(html);
  if (plain) return [plainToken(plain, { start, end })];
  return tokenizeWithParse5(html, start);
}

/** Most inline HTML is one tag without attributes; it needs no state machine. */
function plainToken(match: RegExpExecArray, range: Range): HtmlToken {
  const name = match[2]!.toLowerCase();
  return match[1] === '/'
    ? { kind: 'end', name, range }
    : { kind: 'start', name, range, attribute: noAttribute };
}

function tokenizeWithParse5(html: string, offset: number): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const rangeOf = (location: Token.Location | null): Range => ({
    start: offset + (location?.startOffset ?? 0),
    // The end of what is not closed is reported behind the text.
    end: offset + Math.min(html.length, location?.endOffset ?? 0),
  });
  const addText = (token: Token.CharacterToken) => {
    const range = rangeOf(token.location);
    const last = tokens.at(-1);
    // Text comes cut at white space, in the middle of an entity too: what touches is one text.
    if (last?.kind !== 'text' || last.range.end !== range.start) tokens.push({ kind: 'text', range });
    else tokens[tokens.length - 1] = { kind: 'text', range: { start: last.range.start, end: range.end } };
  };
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const name = token.tagName;
        tokens.push({
          kind: 'start',
          name,
          range: rangeOf(token.location),
          attribute: (wanted) => attributeOf(token, wanted, html, offset),
        });
        const state = rawText[name];
        if (state !== undefined && !token.selfClosing) tokenizer.state = TokenizerMode[state];
      },
      onEndTag: (token) => tokens.push({ kind: 'end', name: token.tagName, range: rangeOf(token.location) }),
      onComment(token) {
        const range = rangeOf(token.location);
        tokens.push({ kind: 'comment', range, textRange: commentText(html, offset, range) });
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(html, true);
  return tokens;
}

/** What stands between the marks of a comment, also of one that is not closed or not opened by the book. */
function commentText(html: string, offset: number, range: Range): Range {
  const written = html.slice(range.start - offset, range.end - offset);
  const opening = /^<!--|^<[!?/]?/.exec(written)?.[0].length ?? 0;
  const closing = /(?:--!?)?>$/.exec(written.slice(opening).slice(-4))?.[0].length ?? 0;
  return { start: range.start + opening, end: range.end - closing };
}

function attributeOf(
  token: Token.TagToken,
  name: string,
  html: string,
  offset: number,
): HtmlAttribute | undefined {
  const value = Token.getTokenAttr(token, name);
  const location = token.location?.attrs?.[name];
  if (value === null || !location) return undefined;
  const written = html.slice(location.startOffset, location.endOffset);
  const lead = /^[^=]*=?\s*["']?/.exec(written)?.[0].length ?? 0;
  const closed = /["']$/.test(written) && written.length > lead ? 1 : 0;
  const start = offset + location.startOffset + lead;
  return { value, range: { start, end: Math.max(start, offset + location.endOffset - closed) } };
}
