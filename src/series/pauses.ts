import type { Document } from '../document/document.ts';

/** Paragraphs that are asked, and the characters of each: who explains a pause does so at the beginning. */
const opening = 5;
const longest = 800;

const explains =
  /\b(?:break|breather|hiatus|paus(?:e|ed|es|ing)|holidays?|vacations?|skipp(?:ed|ing)|missed|delay(?:ed|s)?|silen(?:ce|t)|catch(?:ing)? up|been a while|back (?:after|from|in|with)|(?:no|without an?|instead of an?) (?:\p{L}+ )?(?:issue|edition|report|recap|newsletter|update|post|digest|meeting)|double (?:issue|edition)|combine[ds]?|covers?|(?:two|both|last two|past two) (?:weeks|months|quarters))\b/iu;

/** Whether a post says where it begins why an issue was left out, or that it makes up for one. */
export function explainsPause(document: Document): boolean {
  let asked = 0;
  for (const { kind, text } of document.prose) {
    if (kind !== 'paragraph') continue;
    if (explains.test(text.slice(0, longest))) return true;
    if (++asked === opening) return false;
  }
  return false;
}
