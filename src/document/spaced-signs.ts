import type { Document } from './document.ts';
import { isFrench, isFrenchPost } from './french.ts';
import { joiningWords, namesSigns } from './sign-words.ts';

export interface Post {
  readonly document: Document;
  /** What is asked only where a sign stands behind a space. */
  reads: { readonly french: boolean; readonly hasCode: boolean } | null;
}

/**
 * Whether a sign of punctuation behind a space ends a word or sentence, and is none of its own.
 *
 * @param lead the text before the space
 * @param trail the text behind the sign
 * @param written the character of the source before the space
 */
export function isSpaced(
  post: Post,
  sign: string,
  lead: string,
  trail: string,
  written: string | undefined,
): boolean {
  const word = /(?:^|[\s(“"‘'])([\p{L}\p{N}#][\p{L}\p{N}’'.+#-]*|\uFFFC)[)\]”"’]?$/u.exec(lead);
  // An address or an image before it may be what the sign is about; code is named as a word is.
  if (!word || /[.,]$/.test(word[1]!) || (word[1] === '\uFFFC' && written !== '`')) return false;
  const isQuoted = /[)\]”"’]$/.test(lead);
  if ((!isQuoted && namesSigns.has(word[1]!.toLowerCase())) || (word.index === 0 && word[1]!.length < 3))
    return false;
  // `h , j , k` and `Vim . Emacs . Nano` are lists, whose signs part one name from the next.
  if (/^\p{L}$/u.test(word[1]!)) return false;
  const isListed =
    /\s\.\s\p{Lu}[^.\s]*(?:\s[^.\s]+)?$/u.test(lead) || /^\s\p{Lu}[^.\s]*(?:\s[^.\s]+)?\s\.\s/u.test(trail);
  if (sign === '.' && isListed) return false;
  if (sign === ',') return true;
  if (sign === '!' || sign === '?' || sign === ';')
    post.reads ??= { french: isFrenchPost(post.document), hasCode: hasCode(post.document) };
  // Beside code these are operators as often as marks, and inside a sentence a capital proves little.
  if (sign !== '.' && (post.reads?.french || isFrench(lead + trail))) return false;
  if (sign === ';') return !post.reads?.hasCode;
  if (!/^\s*$|^\s+[“"‘(]?(?:\p{Lu}|\uFFFC|\p{Extended_Pictographic})/u.test(trail)) return false;
  if (sign === '.') return true;
  const isEnd = trail.trim() === '' || /\p{Ll}$/u.test(lead);
  return isEnd && !/^\p{Lu}/u.test(word[1]!);
}

export function hasCode({ source, blocks }: Document): boolean {
  return source.includes('`') || source.includes('<code') || blocks.some(({ kind }) => kind === 'code');
}

/** Whether the text ends inside a bracket that a sentence opened, and not a call or a tuple. */
export function isInAside(lead: string): boolean {
  const open = lead.lastIndexOf('(');
  const inside = lead.slice(open + 1);
  const isAside = open >= 0 && (open === 0 || /\s/.test(lead[open - 1]!));
  return (
    isAside && /\p{L}{2}\s+\p{L}/u.test(inside) && /\p{L}$/u.test(lead) && !/[={}<>[\]|\\:]/.test(inside)
  );
}

/** Whether the space of a comma stands before it: “the line ,and the column”. A list `a ,b ,c` is written so. */
export function isMoved(lead: string, trail: string): boolean {
  const next = /^(\p{Ll}+)(?=,?\s+[\p{L}\p{N}])/u.exec(trail)?.[1];
  return next !== undefined && joiningWords.has(next) && /(?:^|[\s(“"‘])\p{L}[\p{L}’'-]+[)”"’]?$/u.test(lead);
}

/** Whether it has an ending that abbreviations lack: one that we do not know must keep its full stop. */
export function isWholeWord(word: string): boolean {
  return /(?:e|y|ed|ing|ion|ment|ness|ers)$/.test(word) && word.length > 4;
}
