/** What generators read as attributes of a heading and do not show: `{#summary .wide}`. */
const attributes = /\{[#.:][^{}]*\}$/;
const emojiCode = /:[a-z0-9_+-]{1,40}:/gi;
// "1.", "2)", "(3)", "1.2.", "4 –", "IV."; "1.2" alone may be a version.
const leadingNumber = /^[^\p{L}\p{N}]*(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}\s[-–—:]|[ivxIVX]{1,5}[.)])\s/u;

// Most headings: nothing in them is left out.
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** The text of a heading without the attributes that stand behind it. */
export function withoutAttributes(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith('}') ? trimmed.replace(attributes, '').trimEnd() : trimmed;
}

/**
 * What a heading says, without what headings of one name differ in: case, `&` or "and", marks, emoji, a number in
 * front and attributes behind.
 */
export function plainName(text: string): string {
  if (plainWords.test(text)) return text.toLowerCase();
  const words = text
    .trim()
    .replace(attributes, '')
    .replace(emojiCode, ' ')
    .replace(leadingNumber, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[&+]/g, ' and ')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  // A heading of nothing but marks is compared as it stands.
  return words?.join(' ') ?? text.trim();
}

const joiningWords = new Set(['and', 'or', 'the', 'a', 'an', 'of', 'for', 'in', 'on', 'to', 'our']);

/**
 * How much of two plain names is alike, from 0 to 1: the share of the shorter one's words that are found in the
 * other, mistyped or with another ending. Words such as "and" and "the" do not count.
 */
export function likeness(a: string, b: string): number {
  const first = tellingWords(a);
  const second = tellingWords(b);
  const shared = first.filter((word) => second.some((other) => alike(word, other))).length;
  return shared === 0 ? 0 : shared / Math.min(first.length, second.length);
}

function tellingWords(name: string): string[] {
  const words = name.split(' ', 32);
  const telling = words.filter((word) => !joiningWords.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether two words are one but for up to three letters in one place: "finance", "finances", "financial". */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const longer = Math.max(a.length, b.length);
  return head >= 3 && longer - head - tail <= 3 && head + tail > longer / 2;
}
