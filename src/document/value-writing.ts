import type { FrontMatter, Value } from './model.ts';
import { type Stretch, startsLine } from './text-writing.ts';

type Format = FrontMatter['format'];

// None of these stands in a value as it is; a tab may, but none is ever wanted.
const control = /[\p{Cc}\u2028\u2029]/u;

/**
 * What to write in the place of a stretch of a front-matter value so that the value reads `wanted` there; null where that
 * cannot be written in its quotes, or would make another kind of value of it.
 *
 * @param stretch written as it reads: no escape stands in it
 */
export function writtenInValue(
  stretch: Stretch,
  wanted: string,
  value: Value,
  format: Format,
): string | null {
  if (control.test(wanted)) return null;
  const quote = stretch.source[value.range.start]!;
  if (format === 'header') return inHeader(stretch, wanted, quote);
  if (quote === '"') return wanted.replace(/["\\]/g, '\\$&');
  if (format === 'yaml') return inYaml(stretch, wanted, value, quote);
  if (quote === "'") return wanted.includes("'") ? null : wanted;
  return bare.test(textAfter(stretch, wanted)) && keepsKind(stretch, wanted) ? wanted : null;
}

/** Numbers and words that JSON and TOML write without quotes. */
const bare = /^(?:-?(?:0|[1-9]\d{0,15})(?:\.\d{1,15})?|true|false)$/;

/** Pelican, MultiMarkdown and Franklin know no escapes: what stands on the line is the value. */
function inHeader(stretch: Stretch, wanted: string, quote: string): string | null {
  const next = textAfter(stretch, wanted);
  if (next.trim() !== next || next === '') return null;
  return quote === '"' && /["\\]/.test(wanted) ? null : wanted;
}

function inYaml(stretch: Stretch, wanted: string, value: Value, quote: string): string | null {
  if (quote === "'") return wanted.replaceAll("'", "''");
  if (quote === '|' || quote === '>') return inBlock(stretch, wanted);
  // An alias says what another value says.
  return quote !== '*' && isPlain(stretch, wanted, value) && keepsKind(stretch, wanted) ? wanted : null;
}

/** White space where a line of a block starts is its indentation, and an empty line is another paragraph. */
function inBlock({ range, source }: Stretch, wanted: string): string | null {
  if (startsLine(source, range.start) && !/^\S/.test(wanted)) return null;
  return /\s$/.test(wanted) ? null : wanted;
}

/** Whether a value without quotes stays one (YAML 1.2, 7.3.3). */
function isPlain({ text, start, end, source }: Stretch, wanted: string, value: Value): boolean {
  const near = text.slice(Math.max(0, start - 1), start) + wanted + text.slice(end, end + 1);
  if (/:\s|\s#/.test(near)) return false;
  // In a list or group in brackets, which may reach over lines but not to the margin, these end the value.
  if (/[,[\]{}]/.test(wanted) && !standsAtMargin(source, value.range.start)) return false;
  if (start === 0 && !/^[\p{L}\p{N}]/u.test(near)) return false;
  return end < text.length || /[^\s:]$/.test(near);
}

/** Whether the key of a value, or the dash of an item, stands at the margin, with nothing but the value behind it. */
function standsAtMargin(source: string, offset: number): boolean {
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  return /^(?:- +|[\w-]{1,64}:[ \t]+)$/.test(source.slice(lineStart, Math.min(offset, lineStart + 80)));
}

/** Whether a value without quotes is read as the same kind as before, by YAML 1.1 as well: a number, a date, a word. */
function keepsKind(stretch: Stretch, wanted: string): boolean {
  return kindOf(textAfter(stretch, wanted)) === kindOf(stretch.text);
}

function kindOf(text: string): string {
  if (text.length > 40) return 'text';
  if (/^(?:null|~|)$/i.test(text)) return 'nothing';
  if (/^(?:true|false|yes|no|on|off|y|n)$/i.test(text)) return 'yes or no';
  if (/^\d{4}-\d{1,2}-\d{1,2}/.test(text)) return 'date';
  return /^[-+.\d][-+.\d_:,a-fox]*$/i.test(text) ? 'number' : 'text';
}

function textAfter({ text, start, end }: Stretch, wanted: string): string {
  return text.slice(0, start) + wanted + text.slice(end);
}
