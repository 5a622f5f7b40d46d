/**
 * Whether one name or pattern is nearly another one: its words in another order, without one of them, or with one of them
 * mistyped. A word more is said on purpose.
 */
export function isClose(own: string, usual: string): boolean {
  const { added, missing } = changesOf(own, usual);
  if (added.length === 1 && missing.length === 1) return isMistyped(added[0]!, missing[0]!);
  return isReordered(own, usual);
}

/** Whether one name has the words of another one in another order, or all but one of three and more. */
export function isReordered(own: string, usual: string): boolean {
  const [a, b] = [wordsOf(own), wordsOf(usual)];
  const { added, missing } = changesOf(own, usual);
  if (added.length > 0 || a.join(' ') === b.join(' ')) return false;
  return missing.length === 0 || (missing.length === 1 && b.length > 2);
}

function changesOf(own: string, usual: string): { added: string[]; missing: string[] } {
  const [a, b] = [wordsOf(own), wordsOf(usual)];
  return { added: without(a, b), missing: without(b, a) };
}

function wordsOf(name: string): string[] {
  return name.match(/\{\}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The words that are not among others, each of which counts once. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Whether two words are one but for a letter that is missing, added, replaced or has changed places. */
export function isMistyped(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long || long.length - short.length > 1 || short.length < 4 || /\d/.test(a + b)) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++;
  const [left, right] = [short.slice(head, short.length - tail), long.slice(head, long.length - tail)];
  return right.length <= 1 || (right.length === 2 && left === right[1]! + right[0]!);
}

/** Whether two words are forms of one, such as plurals: they differ in their last two letters alone. */
export function isInflected(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  let head = 0;
  while (head < longer && a[head] === b[head]) head++;
  return head >= longer - 2;
}
