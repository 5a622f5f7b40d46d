import type { VFile } from 'vfile';
import type { Document } from '../document/document.ts';
import type { Range } from '../document/source.ts';
import type { OtherMessage } from '../engine/finding.ts';
import type { Fix, Related } from '../engine/rule.ts';
import { hostedPrefix } from '../engine/settings.ts';

/** A message of a plugin. */
export type Said = VFile['messages'][number];

/** The most characters of a message that are shown; plugins may quote what they read. */
const longestMessage = 500;

/** The most characters of an id. */
const longestId = 100;

/** A plugin that broke down, with what it threw. */
export interface Crash {
  readonly name: string;
  readonly error: unknown;
}

/** What plugins said of a post, and which of them broke down, as messages with ranges in its source. */
export function messagesFrom(
  said: readonly Said[],
  crashes: readonly Crash[],
  document: Document,
): readonly OtherMessage[] {
  const own = said.map((message) => heard(message, document));
  return [...own, ...crashes.map(crashed)];
}

/** A message that cannot even be read is a fault of its plugin, and of no other. */
function heard(message: Said, document: Document): OtherMessage {
  try {
    if (isCrash(message)) return crashed({ name: nameOf(message), error: message.cause });
    return messageFrom(message, document);
  } catch (error) {
    return crashed({ name: 'plugin', error });
  }
}

/** Lint rules of unified report what they threw as if they had said it, at no place. */
function isCrash({ cause, place, reason }: Said): boolean {
  return cause instanceof Error && !place && !isMessage(cause) && cause.message === reason;
}

function isMessage(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'reason' in value && 'place' in value;
}

function crashed({ name, error }: Crash): OtherMessage {
  const reason = plain(error instanceof Error ? error.message : String(error));
  const message = `The remark plugin \`${name}\` broke down on this post (${reason}); its findings are missing.`;
  return { ruleId: 'rule-failed', severity: 'error', message, range: { start: 0, end: 0 } };
}

function messageFrom(message: Said, document: Document): OtherMessage {
  const range = rangeOf(message, document);
  const note = message.note ? { note: plain(message.note) } : {};
  const { url, source } = message;
  return {
    ruleId: hostedPrefix + idOf(message),
    severity: message.fatal ? 'error' : 'warn',
    message: plain(message.reason) || 'It is reported without a word why.',
    range,
    related: relatedOf(message, document),
    fix: fixOf(message, range, document.source),
    details: { source: typeof source === 'string' ? source : null, ...note },
    url: typeof url === 'string' && /^https?:\/\/\S+$/.test(url) ? url : undefined,
  };
}

/** As comments can name it: in one word. */
function idOf({ ruleId, source }: Said): string {
  return String(ruleId || source || 'message')
    .replace(/[\s,\p{C}]+/gu, '-')
    .slice(0, longestId);
}

function nameOf(message: Said): string {
  return [message.source, message.ruleId].filter(Boolean).join('-') || 'plugin';
}

/** One line, and none too long; plugins give what they like. */
function plain(text: unknown): string {
  const line = String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longestMessage ? `${line.slice(0, longestMessage - 1)}…` : line;
}

/** Lines and columns are what remark shows, and what plugins that make places of their own get right first. */
function rangeOf(
  { place, line, column }: Pick<Said, 'place' | 'line' | 'column'>,
  document: Document,
): Range {
  const [from, to] =
    typeof place === 'object' && 'start' in place ? [place.start, place.end] : [place, place];
  const start = offsetOf(from ?? { line, column }, document);
  const end = to ? offsetOf(to, document) : start;
  return { start, end: Math.max(start, end) };
}

/** The offset of a point; the start of the text for a point that is none, and the end for one behind it. */
function offsetOf(
  { line, column }: { readonly line?: number | undefined; readonly column?: number | undefined },
  { lines, source }: Document,
): number {
  if (typeof line !== 'number' || !(line >= 1)) return 0;
  const start = lines.starts[Math.floor(line) - 1];
  if (start === undefined) return source.length;
  const hidden = start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const wanted = start + hidden + Math.floor(column && column > 1 ? column : 1) - 1;
  // A column behind the end of its line is the end of the line, with what ends it.
  return Math.min(wanted, lines.starts[Math.floor(line)] ?? source.length, source.length);
}

/** Where the place of another message is what this one is about: “first seen here”. */
function relatedOf({ cause }: Said, document: Document): readonly Related[] {
  if (!isMessage(cause) || !cause.place) return [];
  return [{ range: rangeOf(cause, document), message: plain(cause.reason) }];
}

/** What a plugin would rather read is one fix where it is one text, and where what it has read stands there. */
function fixOf({ actual, expected }: Said, range: Range, source: string): Fix | undefined {
  const [text, ...others] = Array.isArray(expected) ? expected : [];
  const isThere =
    typeof actual === 'string' && actual !== '' && source.slice(range.start, range.end) === actual;
  if (!isThere || typeof text !== 'string' || others.length > 0 || text === actual) return undefined;
  const title = text === '' ? `Remove \`${actual}\`` : `Replace \`${actual}\` with \`${text}\``;
  return { title: plain(title), safety: 'unsafe', edits: [{ range, text }] };
}
