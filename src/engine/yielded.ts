import type { Range } from '../document/source.ts';
import type { Fix, Problem, Related, Rule, SeriesProblem } from './rule.ts';

/**
 * What a rule yields is looked at before it is believed: a rule may be anybody's, written without types. What is said here
 * follows "The rule broke down on this post".
 */

/** What a check gives, to go through. @throws TypeError where that cannot be done */
export function problemsOf<P>(given: Iterable<P>): Iterable<P> {
  if (typeof given === 'object' && given !== null && Symbol.iterator in given) return given;
  throw new TypeError(
    'it gives no problems to go through: write it as a generator, `*check`, without `async`',
  );
}

/**
 * @param length UTF-16 units of the post
 * @throws TypeError where something is missing or of the wrong kind
 * @throws RangeError where the rule points, or would write, outside the post: what comes after slices texts there
 */
export function mustBeProblem(problem: Problem, { messages }: Rule, length: number): void {
  if (!isObject(problem))
    throw new TypeError('it yields what is no problem: write `yield { message, range }`');
  const { message, range, fix, related = [] } = problem;
  if (typeof message !== 'string' || !Object.hasOwn(messages, message))
    throw new TypeError(
      `it yields the message \`${message}\`, and has ${Object.keys(messages)
        .map((key) => `\`${key}\``)
        .join(', ')}`,
    );
  mustLieWithin(range, length);
  if (fix !== undefined) mustBeFix(fix, length);
  if (!Array.isArray(related)) throw new TypeError('its `related` places are no list');
  for (const place of related) mustBeRelated(place, length);
}

/** @throws TypeError where what is found in a series names none of its posts */
export function mustNamePost(problem: SeriesProblem, paths: ReadonlySet<string>): void {
  if (!isObject(problem) || !paths.has(problem.path))
    throw new TypeError(`it yields the \`path\` ${problem?.path}, which no post of the series has`);
}

/** @throws TypeError, RangeError where a range does not lie in a text of some length */
export function mustLieWithin(range: Range, length: number): void {
  if (!isObject(range) || typeof range.start !== 'number' || typeof range.end !== 'number')
    throw new TypeError('a range is missing, or is not `{ start, end }` with two offsets');
  const { start, end } = range;
  const lies =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
  if (!lies) throw new RangeError(`it points at ${start} to ${end}, which is outside the text`);
}

/** @throws TypeError, RangeError where a fix is none, or its edits overlap: they would write over the text beside them */
export function mustBeFix(fix: Fix, length: number): void {
  if (!isObject(fix) || typeof fix.title !== 'string' || !Array.isArray(fix.edits))
    throw new TypeError('a fix is not `{ title, safety, edits }`');
  if (fix.safety !== 'safe' && fix.safety !== 'unsafe')
    throw new TypeError('the `safety` of a fix is neither `safe` nor `unsafe`');
  let end = 0;
  for (const edit of fix.edits) {
    if (!isObject(edit) || typeof edit.text !== 'string')
      throw new TypeError('an edit is not `{ range, text }`');
    mustLieWithin(edit.range, length);
    if (edit.range.start < end) throw new RangeError('the edits of a fix overlap, or are out of order');
    end = edit.range.end;
  }
}

/** How long another post is, is not known. @throws TypeError, RangeError where it is no place with a message */
export function mustBeRelated(place: Related, length: number): void {
  if (!isObject(place) || typeof place.message !== 'string')
    throw new TypeError('a related place is not `{ range, message }`');
  mustLieWithin(place.range, place.path === undefined ? length : Number.MAX_SAFE_INTEGER);
}

/** A rule's own facts as JSON has them. @throws TypeError where they run in a circle */
export function plainDetails(details: Problem['details']): Problem['details'] {
  return details && JSON.parse(JSON.stringify(details));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
