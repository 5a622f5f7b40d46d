import type { Document } from '../document/document.ts';
import type { PreviousFact } from './facts.ts';

const callsItPrevious =
  /\b(?:previous|last|preceding)\s+(?:(?:week|month|quarter|year)(?:'s|’s)\s+)?(?:\p{L}+\s+){0,2}(?:issue|edition|update|report|recap|post|digest|roundup|newsletter|article|blog)\b|^(?:last|previous) (?:week|month|quarter|year)(?:'s|’s)?$/iu;

/** The links of a post whose text calls the target the issue before it. */
export function previousOf(document: Document): PreviousFact[] {
  return document.links.flatMap(({ kind, text, url, urlRange, dynamic }) => {
    if (dynamic || text === null || kind === 'image' || text.text.length > 120) return [];
    return callsItPrevious.test(text.text.trim()) ? [{ value: text.text, url, range: urlRange }] : [];
  });
}
