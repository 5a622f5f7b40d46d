import { codeNames } from './template-names.ts';
import type { Closers, Template } from './template-tags.ts';

const token = String.raw`(?:[#.][\w:.-]{1,100}|[\w:-]{1,50}=(?:"[^"\r\n]{0,200}"|'[^'\r\n]{0,200}'|[^\s"'{}]{1,200}))`;
const attributes = new RegExp(
  String.raw`\{(?:-|:?[ \t]{0,4}${token}(?:[ \t]{1,4}${token}){0,12}[ \t]{0,4})\}`,
  'y',
);
const kramdown = /\{::?[a-z#./][^{}\r\n]{0,300}\}/y;
const placeholder = /\{(?:filename|static|attach|author|category|tag|index)\}/y;
const container = /^[ \t>]{0,100}:{3,}[ \t]{0,8}(?:\{?([A-Za-z][\w-]{0,60})|[{[]|$)/;
const leaf =
  /^[ \t>]{0,100}::[A-Za-z][\w-]{0,60}(?:\[[^\]\r\n]{0,300}\](?:\{[^}\r\n]{0,300}\})?|\{[^}\r\n]{0,300}\})[ \t]{0,100}$/;
const contents = /^[ \t>]{0,100}(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\})[ \t]{0,100}$/i;
const restOfLine = /[ \t]{0,100}#{0,6}[ \t]{0,100}(?=[\r\n]|$)/y;
const definition = /^@def\s{1,8}[\w$]/;

/** A pattern that every text matches with a mark of this file in it. */
export const markSign = [
  attributes.source,
  kramdown.source,
  placeholder.source,
  String.raw`(?<![^\s>])::|@def\s`,
  String.raw`\[[Tt][Oo][Cc]\]|\[\[_?[Tt][Oo][Cc]|\$\{[Tt][Oo][Cc]`,
].join('|');

/** A line that is a directive, a table of contents, or a definition of Franklin. */
export function lineMarkAt(closers: Closers, line: string, at: number): Template | null {
  const start = at + /^[ \t>]*/.exec(line)![0].length;
  const end = at + line.trimEnd().length;
  const directive = container.exec(line);
  if (directive) {
    const isCode = directive[1] !== undefined && codeNames.has(directive[1]);
    const close = isCode ? closingColons(closers, at + line.length) : -1;
    return { start, end: Math.max(end, close), shown: isCode, flow: true };
  }
  if (leaf.test(line) || contents.test(line)) return { start, end, shown: true, flow: true };
  return definition.test(line) ? { start, end, shown: false, flow: true } : null;
}

function closingColons(closers: Closers, from: number): number {
  const limit = Math.min(closers.source.length, from + 20_000);
  return closers.behindMatch(/[\r\n][ \t>]{0,100}:{3,}(?=[ \t]{0,8}(?:[\r\n]|$))/, from, limit);
}

/** `{#id .class}` or `{: .class}` behind what it belongs to, at the end of a heading, or on a line of its own. */
export function attributesAt(source: string, at: number, lineStart: number): Template | null {
  const end = matchEnd(attributes, source, at) ?? matchEnd(kramdown, source, at);
  if (end === null) return null;
  const isAlone = startsLine(source, at, lineStart) && matchEnd(restOfLine, source, end) !== null;
  const before = source[at - 1] ?? '';
  // A heading underlined ends with its id as well.
  const isHeading =
    /^[ \t>]{0,100}#{1,6}[ \t]/.test(source.slice(lineStart, lineStart + 110)) || source[at + 1] === '#';
  const endsHeading = isHeading && /\s/.test(before) && matchEnd(restOfLine, source, end) !== null;
  if (!isAlone && !endsHeading && !/[)\]*_`>"}]/.test(before)) return null;
  return { start: at, end, shown: false, flow: isAlone, isFormat: true, blank: true };
}

/** Whether nothing but white space and quote marks stands before `at` on its line. */
export function startsLine(source: string, at: number, lineStart: number): boolean {
  return at - lineStart <= 100 && /^[ \t>]*$/.test(source.slice(lineStart, at));
}

/** Pelican's `{filename}` and the like at the head of a target. */
export function placeholderAt(source: string, at: number): Template | null {
  if (!/[("'<\s]/.test(source[at - 1] ?? '')) return null;
  const end = matchEnd(placeholder, source, at);
  return end === null ? null : { start: at, end, shown: true, flow: false };
}

function matchEnd(pattern: RegExp, source: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : null;
}
