import { findMentions } from '../calendar/mentions.ts';
import type { Document } from '../document/document.ts';
import type { Placed } from './facts.ts';

const wholeNumber = /(?<![\p{L}\p{N}./:,–-])#?(\d{1,5})(?![\p{L}\p{N}%]|[./:,–-]\d)/gu;

const numberKeys = ['number', 'issue', 'issue_number', 'issue-number', 'issueNumber', 'edition'];

/**
 * The number of the issue: what the title states as exactly one beside its period ("This Month in Servo 12", "Report
 * #28"), else what the front matter calls it.
 */
export function issueNumber(document: Document): Placed<number> | null {
  return numberInTitle(document) ?? numberInFrontMatter(document);
}

function numberInFrontMatter({ frontMatter }: Document): Placed<number> | null {
  for (const key of numberKeys) {
    const value = frontMatter?.get(key)?.value;
    const digits = /^#?(\d{1,5})$/.exec(value?.text ?? '')?.[1];
    if (!value || !digits || /^(?:19|20)\d\d$/.test(digits)) continue;
    const { length } = value.text;
    return { value: Number(digits), range: value.sourceRange(length - digits.length, length) };
  }
  return null;
}

function numberInTitle(document: Document): Placed<number> | null {
  const { title } = document;
  if (!title || !/\d/.test(title.text)) return null;
  const text = title.text.slice(0, 300);
  const mentions = findMentions(text, document.languages);
  const found = [...text.matchAll(wholeNumber)].filter(({ index, 0: { length }, 1: digits }) => {
    const isYear = /^(?:19|20)\d\d$/.test(digits!) && text[index] !== '#';
    return !isYear && !mentions.some(({ start, end }) => start < index + length && end > index);
  });
  const [only] = found;
  if (!only || found.length > 1) return null;
  const end = only.index + only[0].length;
  return { value: Number(only[1]), range: title.sourceRange(end - only[1]!.length, end) };
}
