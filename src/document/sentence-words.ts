/**
 * What shows a finite verb: auxiliaries and their short forms, and what follows a pronoun that is a subject. Written
 * for this rule; a verb it misses is a sentence less that is looked at.
 */
const auxiliaries =
  'is|are|was|were|am|has|have|had|will|would|can|could|should|shall|may|might|must|does|did|do|isn|aren|wasn|weren|won|don|doesn|didn|can’t|let';
const subjects = 'i|we|you|they|he|she|it|there';
export const finiteVerb = new RegExp(
  `\\b(?:${auxiliaries})\\b|['’](?:s|re|ve|ll|m|d)\\s+\\p{L}|\\b(?:${subjects})\\s+(?:also\\s+|now\\s+|then\\s+)?\\p{Ll}{2,}`,
  'iu',
);

/** Who wrote it, took the picture, or sends regards. */
export const byline =
  /^(?:(?:posted|written|published|updated|edited|translated|reviewed|compiled|presented|hosted|photos?|image|images|picture|pictures|figure|fig|illustration|credits?|source|screenshot|author|authors|by|from|via|cc|tags?|cheers|regards|best|sincerely|yours|see also|note to)\b[^.!?]{0,120}$|(?:thanks|thank you)\b[^.!?]{0,50}$|[—–-])/i;

/** Lines that ask for something stand alone, as buttons do. */
export const callsToAct =
  /^(?:[^\p{L}]{0,4})(?:read|click|see|check|visit|join|subscribe|sign|register|learn|follow|download|view|watch|listen|get|try|find|submit|apply|share|donate|support|contact|email|help|come|save|rsvp|book|buy|vote|tweet|send|tell|want|interested)\b[^.!?]{0,160}$/iu;

/** "Date: Tuesday the 4th …" */
export const label = /^[\p{L}\p{N} .,-]{1,40}:\s[^.!?]{0,160}$/u;

/** "Listing 4-2: …", "Figure 3 …" */
export const caption =
  /^(?:listing|figure|fig|table|example|image|chart|screenshot|photo|video|slide|step)\b[^:]{0,6}\d/i;

/** The name behind a quotation. */
export const signature = /(?:[—–]|\s--?)\s*\p{Lu}[\p{L}.]{0,20}(?: \p{Lu}[\p{L}.]{0,20}){0,3}$/u;

/** A list without marks, a heading that was escaped. */
export const listLine =
  /\n\s{0,8}(?:[\d•◦▪‣·#–—-]|_ |\p{Extended_Pictographic})|^\s{0,8}(?:[•◦▪‣·✅✔☑❌➡→►▶]|_ |\d{1,3}\)\s)/u;

/** What announces the list, table or component behind it. */
export const introduces =
  /(?:^|[.!?]\s)(?:[\p{L}]{1,12},? ){0,3}?(?:here (?:is|are)|here['’]s|the following|these|below)\b/iu;
