import type { PostFacts } from './facts.ts';
import { inLanguage } from './translations.ts';

/** Whether two posts are one: translations of each other, or the source of a page beside the page made of it. */
export function isTwin(a: Pick<PostFacts, 'path'>, b: Pick<PostFacts, 'path'>): boolean {
  return a === b || inLanguage(a.path).stem === inLanguage(b.path).stem;
}
