import { finalWords, ordinalNumbers } from './words-en.ts';

/**
 * The number of a quarter or half, spelt as `written` spells another: "first" → "second", "1st" → "2nd",
 * "First" → "Second", "2" → "3". Null where there is no such word.
 */
export function spellLike(written: string, number: number): string | null {
  if (/^\d$/.test(written)) return String(number);
  const digits = /^\d/.test(written);
  const isWord = ordinalNumbers.has(written.toLowerCase()) || finalWords.has(written.toLowerCase());
  const found = [...ordinalNumbers].find(([word, value]) => value === number && /^\d/.test(word) === digits);
  if (!isWord || found === undefined) return null;
  const [word] = found;
  if (written === written.toUpperCase() && !digits) return word.toUpperCase();
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
