import { publicSuffix } from './host.ts';

// In shorter names one letter is as likely to make another name.
const leastLetters = 5;

/**
 * What a domain shares with every one that is a letter away from it: itself, and itself without each of its letters.
 * Under a private suffix, as in `name.github.io`, each name is somebody else's, and nothing is near it.
 */
export function nearKeys(domain: string): string[] {
  const suffix = publicSuffix(domain);
  if (suffix.includes('.') && !/^(?:ac|co|com|edu|gov|net|org)\./.test(suffix)) return [];
  const name = domain.slice(0, -suffix.length - 1);
  if (name.length < leastLetters) return [];
  const without = Array.from(name, (_, i) => `${domain.slice(0, i)}${domain.slice(i + 1)}`);
  return [domain, ...without];
}

/** Whether two domains of one suffix differ by one letter that is missing, added, replaced, or has changed places. */
export function isOneLetterAway(domain: string, other: string): boolean {
  const suffix = publicSuffix(domain);
  if (Math.abs(domain.length - other.length) > 1 || !other.endsWith(`.${suffix}`)) return false;
  const [short, long] = [domain, other]
    .map((name) => name.slice(0, -suffix.length - 1))
    .sort((a, b) => a.length - b.length) as [string, string];
  if (short.length < leastLetters || publicSuffix(other) !== suffix) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const [a, b] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (/[\d-]/.test(a + b)) return false;
  return (a.length <= 1 && b.length === 1) || (a.length === 2 && a[0] === b[1] && a[1] === b[0]);
}
