import type { PostFacts } from './facts.ts';

/** Whether two posts are one: translations of each other, or the source of a page beside the page made of it. */
export function isTwin(a: PostFacts, b: PostFacts): boolean {
  return a === b || issueName(a.path) === issueName(b.path);
}

/** What a post is called in every language: its file name, or its folder's where that only says `index`. */
function issueName(path: string): string {
  const names = path.replace(/(?:[._-][a-z]{2}(?:-[a-z]{2,4})?)?\.\w+$/i, '').split('/');
  return names.findLast((name) => !/^(?:_?index|[a-z]{2}(?:[-_][a-z]{2,4})?)$/i.test(name)) ?? path;
}
