import { aheadWords, backWords, partWords, recapWords } from './words-en.ts';

/** Whether a post looks back on its period or ahead to it. */
export type Looks = 'back' | 'ahead';

/**
 * What the words of a title, and where it says nothing those of the file name, tell about the direction of a
 * post; null where neither does. A roadmap update looks ahead: one such word outweighs "update".
 */
export function looksOf(title: string, slug: string): Looks | null {
  return directionOf(title) ?? directionOf(slug.replace(/[-_.]/g, ' '));
}

function directionOf(text: string): Looks | null {
  // "Q4 2023 Recap and 2024 Goals" is a recap first.
  const [head = text] = text.split(/\s(?:and|&|\()/, 1);
  if (aheadWords.test(text) && !(head !== text && recapWords.test(head) && !aheadWords.test(head)))
    return 'ahead';
  // The recap of a meeting, a release or a part of a period is out before the period is over.
  if (partWords.test(text)) return null;
  return backWords.test(text) ? 'back' : null;
}
