import type { Fix, Related } from './rule.ts';

/** A place in a text, as somebody gives it who may be mistaken. */
interface GivenRange {
  readonly start: number;
  readonly end: number;
}

/** @throws RangeError where a range does not lie in a text of some length, TypeError where it is none */
export function mustLieWithin(range: GivenRange, length: number): void {
  if (!isObject(range)) throw new TypeError('it gives no `range` with `start` and `end`');
  const { start, end } = range;
  const lies =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
  if (!lies) throw new RangeError(`it points at ${start} to ${end}, which is outside the text`);
}

/**
 * Edits that are out of order or overlap would write a text twice and lose another.
 *
 * @throws RangeError, TypeError where a fix cannot be made in a text of some length
 */
export function mustBeFix(fix: Fix, length: number): void {
  const { title, safety, edits } = fix;
  if (typeof title !== 'string') throw new TypeError('its fix has no `title`');
  if (safety !== 'safe' && safety !== 'unsafe')
    throw new TypeError('the `safety` of its fix is neither "safe" nor "unsafe"');
  if (!Array.isArray(edits)) throw new TypeError('its fix has no list of `edits`');
  let from = 0;
  for (const { range, text } of edits) {
    mustLieWithin(range, length);
    if (typeof text !== 'string') throw new TypeError('an edit of its fix has no `text`');
    if (range.start < from) throw new RangeError('the edits of its fix overlap or are not in order');
    from = range.end;
  }
}

/**
 * Places in other posts are not held against those, whose text is not known.
 *
 * @throws RangeError, TypeError where places that explain a finding cannot be shown
 */
export function mustBeRelated(related: readonly Related[], length: number): void {
  if (!Array.isArray(related)) throw new TypeError('its `related` is no list');
  for (const place of related) {
    const { range, message, path } = place ?? {};
    mustLieWithin(range, path === undefined ? length : Number.MAX_SAFE_INTEGER);
    if (typeof message !== 'string') throw new TypeError('a place of its `related` has no `message`');
    if (path !== undefined && typeof path !== 'string')
      throw new TypeError('a `path` of its `related` is no text');
  }
}

/** @throws TypeError where facts cannot be written as JSON */
export function mustBePlain(details: object): void {
  try {
    structuredClone(details);
    JSON.stringify(details);
  } catch {
    throw new TypeError('its `details` are no plain JSON');
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
