const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A short text that tells lists of texts apart, as far as one of 48 bits can. */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join('\n');
  return inDigits(hash(text, 0x811c9dc5), 4) + inDigits(hash(text, 0x9e3779b9), 4);
}

/** How many characters stand for a word. */
const markLength = 2;

/** Words as marks of two characters each, in order: enough to compare sentences, and a third of their length. */
export function wordMarks(words: readonly string[]): string {
  return words.map((word) => inDigits(hash(word.replaceAll('’', "'"), 0x811c9dc5), markLength)).join('');
}

/**
 * Whether two lists of word marks are the same but for `most` words, each added, left out or put in another one's
 * place. Linear in their length, for a small `most`.
 */
export function sameButFor(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  const lengths = [a.length / markLength, b.length / markLength] as const;
  if (Math.abs(lengths[0] - lengths[1]) > most) return false;
  const at = (marks: string, index: number) => marks.slice(index * markLength, (index + 1) * markLength);
  // Reaches furthest with that many differences, for each shift of one list against the other.
  let reached = new Map([[0, -1]]);
  for (let differences = 0; differences <= most; differences++) {
    const further = new Map<number, number>();
    for (let shift = -differences; shift <= differences; shift++) {
      const changed = (reached.get(shift) ?? Number.NEGATIVE_INFINITY) + 1;
      const left = (reached.get(shift - 1) ?? Number.NEGATIVE_INFINITY) + 1;
      const added = reached.get(shift + 1) ?? Number.NEGATIVE_INFINITY;
      let index = Math.max(changed, left, added);
      if (index < 0) continue;
      while (
        index < lengths[0] &&
        index - shift >= 0 &&
        index - shift < lengths[1] &&
        at(a, index) === at(b, index - shift)
      )
        index++;
      if (index >= lengths[0] && index - shift >= lengths[1]) return true;
      further.set(shift, index);
    }
    reached = further;
  }
  return false;
}

/** FNV-1a over UTF-16 units, with its bits mixed once more. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

function inDigits(value: number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += digits[(value >>> (i * 6)) & 63];
  return text;
}
