/**
 * English: every word that the calendar reads. Another language is another file of this shape.
 * Patterns are sources of regular expressions, without flags and without groups that capture.
 */

/** Full month names and their abbreviations, each with its number. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Any month name; longer names come before those that begin them. */
export const monthPattern = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|');

/** Numbers that count quarters and halves. "last" and "final" count only beside a year. */
export const ordinalNumbers: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
]);
export const finalWords: ReadonlySet<string> = new Set(['final', 'last']);
export const ordinalPattern = [...ordinalNumbers.keys(), ...finalWords].join('|');

/** Words before a month that show it is one ("in May", "early March"). */
export const beforeMonth =
  /(?:^|[^\w])(?:in|of|since|until|till|by|from|during|through|throughout|to|early|late|mid|last|next|this|before|after|for|between|and|our|the)[\s-]$/i;

/** What may not follow a month name that is also a word ("May I", "March to the beat"), unless a preposition precedes it. */
export const afterVerb =
  /^\s(?:i|you|we|he|she|it|they|the|a|an|this|that|these|those|all|your|our|my|his|her|their|be|have|not|also|or|to|on|for|with|contain|include)\b/i;

/** What may follow such a month name in lower case. */
export const afterMonth =
  /^\s(?:in|was|saw|and|updates?|reports?|recap|review|newsletter|digest|edition|issue|meeting|status|release|round-?up)\b/i;

/** Month names that are other words too, so that a capital at the start of a sentence proves nothing. */
export const doubtfulMonths: ReadonlySet<string> = new Set(['may', 'march']);

/** What may follow "the first quarter" for it to be one of a year, and not of a project, a term or a game. */
export const yearTail =
  /^(?!\s(?:of|in|through|into)\b)|^\s(?:of|in)\s(?:the|this|that|last|next)\s(?:calendar\s)?year\b/i;

/** What stands before or after a quarter of a fiscal year, whose months are not known. */
export const fiscalBefore = /\b(?:fiscal(?: year)?|FY['’]?(?:\d\d){0,2})[\s,-]{0,2}$/i;
export const fiscalAfter = /^,?\s?(?:of\s)?(?:the\s)?(?:FY|fiscal)/i;

/** What joins the ends of a range, and what joins the items of a list. */
export const rangeJoint = /^\s?(?:[-–—](?:mid-)?|to|through|thru|until|till)\s?(?:mid-)?$/i;
export const listJoint = /^(?:\s?[/&+]\s?|,\s?|,?\s(?:and|&|or)\s)$/i;

/** Words of titles and file names of posts that look ahead. They win over those that look back. */
export const aheadWords =
  /\b(?:road-?maps?|goals?|plans?|planning|planned|priorities|objectives|okrs?|proposals?|applications?|surveys?|funding|announcements?|announcing|nominations?|nominees|elections?|candidates|ballots?|votes?|voting|previews?|outlook|agenda|upcoming|forecast|call for|calls for|what'?s next|looking ahead|kick-?off|registration|invitation)\b/i;

/** Words of titles and file names of posts that look back on their period. */
export const backWords =
  /\b(?:recaps?|reports?|reviews?|digests?|updates?|progress|summary|retrospectives?|round-?ups?|wrap-?ups?|wrapped|highlights|status|looking back|look back|in review)\b/i;

/** Words that make a bare year in a title the period of the post. An annual report is as often named after the year it is printed in. */
export const yearReviewWords =
  /\b(?:in review|year in\b|year-end|end-of-year|annual (?:recap|review|summary|retrospective)|yearly (?:recap|review|report|update|summary)|looking back|retrospective)\b/i;

/** Cadence adjectives with the unit they stand for. */
export const cadenceUnits: ReadonlyMap<string, 'week' | 'month' | 'quarter' | 'half' | 'year'> = new Map([
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['half-yearly', 'half'],
  ['semi-annual', 'half'],
  ['yearly', 'year'],
  ['annual', 'year'],
]);

/** A post that names its own cadence: "Here is the monthly report", "Welcome to our quarterly recap". */
export const ownCadence =
  /\b(?:this is|here is|here's|here’s|welcome to|presenting|present|introducing) (?:the|our|my|another|a|this) (?:(?:first|second|third|fourth|final|latest|new|newest) )?(weekly|monthly|quarterly|half-yearly|semi-annual|yearly|annual) (?:activity |progress |status |project )?(?:report|recap|update|review|digest|round-?up|summary|newsletter)\b/gi;

/** Headings that title the post again. */
export const titleHeading = /\b(?:recap|report|review|digest|round-?up|newsletter|overview|highlights)\b/i;

/** Headings of sections that sum up the whole post. */
export const summaryHeading =
  /^\W*(?:executive |quick |brief )?(?:summary|overview|introduction|intro|highlights|tl;?dr|at a glance|in brief|recap|foreword|welcome|preface|opening)\W*$/i;

/** Words of a paragraph that turn from another period to that of the post. */
export const contrastWords =
  /\b(?:this (?:quarter|month|half|year|time|period)|since then|ever since|now|today)\b/i;
