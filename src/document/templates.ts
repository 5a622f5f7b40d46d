import type { Syntax } from './sites.ts';
import { attributesAt, lineMarkAt, markSign, placeholderAt, startsLine } from './template-marks.ts';
import { componentAt, expressionAt, statementAt } from './template-mdx.ts';
import {
  Closers,
  commentAt,
  mdxCommentAt,
  outputAt,
  pairedShortcodes,
  shortcodeAt,
  type Template,
  tagAt,
} from './template-tags.ts';

export type { Template } from './template-tags.ts';

/** What every tag outside of MDX holds; most posts have braces in code alone, which open none. */
const anySign = new RegExp(`\\{(?:[{%#]|/\\*)|${markSign}`);
const fenceOpening = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){0,100}(`{3,}(?=[^`]*$)|~{3,})/;
const inlineSign = /[`{<\\]/g;
const longestCodeMark = 32;

/**
 * Template tags of site generators behind `from`, ascending and not overlapping. What stands in code is code, whatever
 * it looks like: no rule reads it. A tag that is not closed is text. Linear in the text.
 */
export function findTemplates(source: string, from: number, syntaxes: ReadonlySet<Syntax>): Template[] {
  if (syntaxes.size === 0 || !(syntaxes.has('mdx') || anySign.test(source))) return [];
  return new TemplateFinder(source, syntaxes).find(from);
}

class TemplateFinder {
  readonly #found: Template[] = [];
  readonly #closers: Closers;
  readonly #paired: ReadonlySet<string>;
  /** By the length of a run of backticks: up to where none closes it. */
  readonly #uncloseable: number[] = [];
  #hasComments = true;
  #lineStart = 0;
  #nextSign = -1;

  constructor(
    private readonly source: string,
    private readonly syntaxes: ReadonlySet<Syntax>,
  ) {
    this.#closers = new Closers(source);
    this.#paired = syntaxes.has('shortcode') ? pairedShortcodes(source) : new Set();
  }

  find(from: number): Template[] {
    const { source } = this;
    let followsBlank = true;
    for (let at = from; at < source.length; ) {
      const line = this.#enterLine(at);
      const fence = fenceOpening.exec(line);
      if (fence) at = this.#fenceEnd(at, line, fence[1]!, fence[0].length - fence[1]!.length);
      else {
        const block = this.#blockAt(at, line, followsBlank);
        if (block) this.#found.push(block);
        at = this.#inlines(block ? block.end : at, at + line.length);
      }
      followsBlank = this.syntaxes.has('mdx') && (line.trim() === '' || /^(?:import|export)\s/.test(line));
      at = nextLineStart(source, at);
    }
    return this.#found;
  }

  /** The line that reading goes on in, from there to its end. */
  #enterLine(start: number): string {
    this.#lineStart = start;
    return this.#lineAt(start);
  }

  #lineAt(start: number): string {
    lineEnd.lastIndex = start;
    return this.source.slice(start, lineEnd.exec(this.source)?.index ?? this.source.length);
  }

  #blockAt(at: number, line: string, followsBlank: boolean): Template | null {
    if (this.syntaxes.has('mdx') && followsBlank && /^(?:import|export)\s/.test(line)) {
      const found = statementAt(this.#closers, at);
      if (found) return found;
    }
    return this.syntaxes.has('mark') && /^[ \t>]*[:[@$]/.test(line)
      ? lineMarkAt(this.#closers, line, at)
      : null;
  }

  /** Where the fenced code ends that opens on the line at `start`: before a line end. */
  #fenceEnd(start: number, line: string, mark: string, indent: number): number {
    const { source } = this;
    const prefix = line.slice(0, indent);
    const quoted = prefix.includes('>');
    const inItem = /[-*+.)]/.test(prefix);
    let end = start + line.length;
    for (let at = nextLineStart(source, end); at < source.length; at = nextLineStart(source, end)) {
      const next = this.#lineAt(at);
      const text = indent > 0 ? next.trimStart() : next;
      if (quoted ? !text.startsWith('>') : inItem && text !== '' && next.length - text.length < indent) break;
      end = at + next.length;
      if (!next.includes(mark)) continue;
      const body = next.replace(/^[ \t>]+/, '').trimEnd();
      if (body.length >= mark.length && body === mark[0]!.repeat(body.length)) break;
    }
    return end;
  }

  /** Reads from `at` up to the end of its line; a tag may lead on to another line, which is then read to its end. */
  #inlines(at: number, end: number): number {
    let stop = at > end ? at + this.#enterLine(at).length : end;
    for (let sign = this.#signBehind(at); sign < stop; ) {
      const next = this.#readSign(sign);
      if (next > stop) stop = next + this.#enterLine(next).length;
      sign = this.#signBehind(next);
    }
    return stop;
  }

  /** Where the next sign is; searched once, however many lines lie before it. */
  #signBehind(from: number): number {
    if (this.#nextSign < from) {
      inlineSign.lastIndex = from;
      this.#nextSign = inlineSign.exec(this.source)?.index ?? this.source.length;
    }
    return this.#nextSign;
  }

  /** Reads what begins at a sign. @returns where reading goes on */
  #readSign(at: number): number {
    const sign = this.source[at];
    if (sign === '\\') return this.#escapeEnd(at);
    if (sign === '`') return this.#codeEnd(at);
    if (sign === '<' && this.source.startsWith('<!--', at)) return this.#htmlCommentEnd(at);
    const found = sign === '<' ? this.#componentAt(at) : this.#braceAt(at);
    if (!found) return at + 1;
    this.#found.push(found);
    return found.end;
  }

  /** Generators read their tags before a backslash means anything; only MDX does not. */
  #escapeEnd(at: number): number {
    const isTag = this.source[at + 1] === '{' && !this.syntaxes.has('mdx');
    return isTag ? at + 1 : Math.min(this.source.length, at + 2);
  }

  #codeEnd(at: number): number {
    const { source } = this;
    let from = at;
    while (source[from] === '`') from++;
    const length = from - at;
    const limit = this.#closers.paragraphEnd(at);
    if (length > longestCodeMark || (this.#uncloseable[length] ?? 0) >= limit) return from;
    const runs = /`+/g;
    runs.lastIndex = from;
    for (let run = runs.exec(source); run && run.index < limit; run = runs.exec(source)) {
      if (run[0].length === length) return run.index + length;
    }
    this.#uncloseable[length] = limit;
    return from;
  }

  #htmlCommentEnd(at: number): number {
    const end = this.#hasComments ? this.source.indexOf('-->', at + 4) : -1;
    this.#hasComments = end >= 0;
    return end < 0 ? at + 4 : end + 3;
  }

  #componentAt(at: number): Template | null {
    return this.syntaxes.has('mdx') ? componentAt(this.#closers, at) : null;
  }

  #braceAt(at: number): Template | null {
    const { source, syntaxes } = this;
    const second = source[at + 1];
    if (second === '{') {
      const third = source[at + 2];
      const isShortcode = syntaxes.has('shortcode') && (third === '<' || third === '%');
      const found = isShortcode ? shortcodeAt(this.#closers, at, this.#paired) : null;
      if (found) return found;
      if (syntaxes.has('output')) return outputAt(this.#closers, at);
    }
    if (second === '%' && syntaxes.has('tag')) return tagAt(this.#closers, at);
    if (second === '/' && source[at + 2] === '*' && syntaxes.has('mdx comment')) {
      return mdxCommentAt(this.#closers, at);
    }
    return this.#otherBraceAt(at, second);
  }

  #otherBraceAt(at: number, second: string | undefined): Template | null {
    const { source, syntaxes } = this;
    const leads = startsLine(source, at, this.#lineStart);
    if (syntaxes.has('mark')) {
      const found = attributesAt(source, at, this.#lineStart);
      if (found) return found;
    }
    if (syntaxes.has('placeholder')) {
      const found = placeholderAt(source, at);
      if (found) return found;
    }
    if (second === '#' && syntaxes.has('comment')) return commentAt(this.#closers, at, leads);
    return syntaxes.has('mdx') ? expressionAt(this.#closers, at, leads) : null;
  }
}

const lineEnd = /[\r\n]/g;

function nextLineStart(source: string, end: number): number {
  return source.startsWith('\r\n', end) ? end + 2 : Math.min(source.length, end + 1);
}
