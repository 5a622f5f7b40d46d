import { aheadWords, backWords } from './words-en.ts';

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
  if (aheadWords.test(text)) return 'ahead';
  return backWords.test(text) ? 'back' : null;
}
