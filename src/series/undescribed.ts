import type { Document } from '../document/document.ts';

const mostNames = 20;
const name = /(?<=[\p{L},;&/]\s{1,3}["“‘(]?)\p{Lu}(?:[\p{L}\p{N}.-]*\p{L})?/gu;

/** The names in a post's description, words with a capital that open no sentence, that its text does not have. */
export function undescribed({ description, frontMatter, source }: Document): string[] {
  if (description === null || frontMatter === null) return [];
  const names = new Set([...description.text.matchAll(name)].slice(0, mostNames).map(([word]) => word));
  if (names.size === 0) return [];
  const body = source.slice(frontMatter.range.end).toLowerCase();
  return [...names].filter((word) => !body.includes(word.toLowerCase()));
}
