import assert from 'node:assert/strict';
import { type MappedText, opaque } from '../../src/document/mapped-text.ts';
import type { Range } from '../../src/document/source.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { inOrder } from '../../src/engine/settle.ts';

/** Whether an offset lies between two characters: not in a surrogate pair, and not between the two of CRLF. */
export function isBoundary(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  const inPair = (before & 0xfc00) === 0xd800 && (after & 0xfc00) === 0xdc00;
  return !inPair && !(before === 13 && after === 10);
}

/** A range lies in its text, in order, and starts and ends between two characters. */
export function assertPlace(text: string, { start, end }: Range, what: string): void {
  const shown = `${what} at ${start}–${end} of ${text.length}`;
  assert.ok(Number.isInteger(start) && Number.isInteger(end), `${shown}: not whole numbers`);
  assert.ok(0 <= start && start <= end && end <= text.length, `${shown}: outside the text`);
  assert.ok(isBoundary(text, start), `${shown}: starts inside a character`);
  assert.ok(isBoundary(text, end), `${shown}: ends inside a character`);
}

/**
 * Findings are in order, and all that they point at lies in its text.
 *
 * @param textOf of another post that a finding points at, by its path
 */
export function assertFindings(
  text: string,
  findings: readonly Finding[],
  textOf: (path: string) => string | undefined = () => undefined,
): void {
  for (const [index, finding] of findings.entries()) {
    const { ruleId, message, range, related, fix } = finding;
    const what = `${ruleId} “${message}”`;
    assert.notEqual(ruleId, 'rule-failed', message);
    assertPlace(text, range, what);
    for (const place of related) {
      const other = place.path === undefined ? text : textOf(place.path);
      if (other !== undefined) assertPlace(other, place.range, `related to ${what}`);
    }
    let from = 0;
    for (const edit of fix?.edits ?? []) {
      assertPlace(text, edit.range, `edit of ${what}`);
      assert.ok(edit.range.start >= from, `edits of ${what} are not in order`);
      from = edit.range.end;
    }
    if (index > 0) assert.ok(inOrder(findings[index - 1]!, finding) <= 0, `${what} is out of order`);
  }
}

/** Every character of a text has its place in the source, in order. */
export function assertMapped(source: string, { text, sourceRange }: MappedText): void {
  let before = 0;
  let at = 0;
  for (const character of text) {
    const range = sourceRange(at, at + character.length);
    const what = `${JSON.stringify(character)} at ${at} of ${JSON.stringify(text.slice(0, 60))}`;
    assertPlace(source, range, what);
    assert.ok(range.start >= before, `${what} stands before the one before it`);
    before = range.start;
    at += character.length;
  }
}

// An entity, an escape, white space or a tag that is read as a space, a quote that is doubled, NUL; nothing, for a line end.
const standsForOthers = /^(?:&[^;\s]+;?|\\.*|\s.*|<.*>|''|\0|)$/s;

/** Every character of a text is written at its place as it is, or in a way that stands for it. */
export function assertWritten(source: string, { text, sourceRange }: MappedText): void {
  let at = 0;
  for (const character of text) {
    const { start, end } = sourceRange(at, at + character.length);
    const written = source.slice(start, end);
    const stands = written === character || character === opaque || standsForOthers.test(written);
    assert.ok(stands, `${JSON.stringify(character)} at ${start} is written ${JSON.stringify(written)}`);
    at += character.length;
  }
}
