/** UTF-16 units up to which no text of few marks takes the JavaScript parser a second. */
const shortLength = 32_768;

/** Marks of a paragraph up to which the square of their number is soon worked through. */
const fewMarks = 1_500;

const marks = '[]()!*_<`~|&\\:@=-';

const isMark = new Uint8Array(128);
for (const mark of marks) isMark[mark.charCodeAt(0)] = 1;

/**
 * Whether a text may take the JavaScript parser a second. Its time grows with the square of how many marks and lines one
 * paragraph has: `=` on 16,000 lines, 32 KB, took it 17 s, and what is let pass here 1 s at most, mostly far less. Of 1,687
 * real posts one of up to 32 KB has such a paragraph. Linear, no allocation.
 */
export function mayBeSlow(markdown: string): boolean {
  return markdown.length > shortLength || (markdown.length > fewMarks && hasCrowdedParagraph(markdown));
}

function hasCrowdedParagraph(markdown: string): boolean {
  let count = 0;
  let isBlank = true;
  for (let i = 0; i < markdown.length; i++) {
    const code = markdown.charCodeAt(i);
    if (code === 10 || code === 13) {
      count = isBlank ? 0 : count + 1;
      isBlank = true;
    } else if (code !== 32 && code !== 9) {
      isBlank = false;
      if (code < 128 && isMark[code] === 1) count++;
    }
    if (count > fewMarks) return true;
  }
  return false;
}
