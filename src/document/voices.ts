import type { Document } from './document.ts';
import { memoize } from './memo.ts';
import type { ProseBlock, Section } from './model.ts';
import type { Range } from './source.ts';

/** As many people in one post make it a collection of what they wrote. */
const fewestVoices = 3;

// A name alone, before what it is about, or behind "by".
const named =
  /^(?:\p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}[\p{L}.’'-]{0,20}){1,3}(?=\s*(?:$|[:,(–—|]|- ))|[^\n]{0,120}\bby \p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}[\p{L}.’'-]{0,20}){1,3}\s*$)/u;
const firstPerson = /\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y)\b/;
const answers =
  /\b(?:surveys?|feedback|responses?|answers|comments|quotes|testimonials)\b|\b(?:members|users|people) (?:say|said|told|think|wrote)\b/i;

/**
 * The sections of a post that different people signed, ascending and apart: headed by names, and written by one who
 * says "I". None where they are fewer than three.
 */
export const signedSections = memoize((document: Document, _: null): readonly Range[] => {
  if (document.sections.length < fewestVoices) return [];
  const signed: Range[] = [];
  const candidates = document.sections.filter(({ heading }) => named.test(heading.text.trim()));
  if (candidates.length < fewestVoices) return [];
  const speaks = document.prose.filter(({ inQuote, text }) => !inQuote && firstPerson.test(text));
  let next = 0;
  for (const { range } of candidates) {
    if (range.start < (signed.at(-1)?.end ?? 0)) continue;
    while (next < speaks.length && speaks[next]!.range.start < range.start) next++;
    if ((speaks[next]?.range.start ?? range.end) < range.end) signed.push(range);
  }
  return signed.length < fewestVoices ? [] : signed;
});

/** Whether a block is what somebody answered: an entry of a list, in a post or section of answers. */
export function isAnswer({ title }: Document, { inList, section, text }: ProseBlock): boolean {
  if (!inList && !/^\s*(?:[•◦▪‣·–—-]|_ )/.test(text)) return false;
  if (title !== null && answers.test(title.text)) return true;
  for (let at: Section | null = section; at !== null; at = at.parent)
    if (answers.test(at.heading.text)) return true;
  return false;
}
