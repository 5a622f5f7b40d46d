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

/** Words right before a mention that take it as a limit or a yardstick and not as the time of the sentence. */
export const limitBefore =
  /\b(since|until|till|by|before|prior to|after|as of|following|back in|from|to|end of|start of|beginning of|rest of|remainder of|course of|half of|half in|part of|month of|week of|than|versus|vs\.?|compared (?:to|with)|against|last|previous|prior|next|upcoming|coming|following|late|early|mid|later in|earlier in|only in|again in|already in)[\s-](?:the\s)?$/i;

/** Words anywhere in a sentence that make it speak of what is still to come. */
export const planWords =
  /\b((?<!\byou )will|won't|shall|plans?|planning|planned|expect\w*|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|look(?:s|ing)? forward|upcoming|next|going to|intend\w*|schedul\w+|target\w*|soon|to be|tentative\w*|likely|postpon\w+|delay\w*|see you|stay tuned|should)\b|((?<!\byou)['’]ll)\b/i;

/** Words anywhere in a sentence that set one time against another. */
export const comparisonWords =
  /\b(compar\w+|than|versus|vs|up from|down from|year[- ]over[- ]year|quarter[- ]over[- ]quarter|same (?:period|quarter)|relative to|unlike|as with|as in|whereas|while in|both)\b/i;

/** Words anywhere in a sentence that look back beyond the period of the post. */
export const backgroundWords =
  /\b(previous\w*|prior|last|earlier|ago|already|original\w*|since|back (?:in|then)|began|begun|start(?:ed|ing)|ever|history|once|formerly|at the time|later|subsequent\w*|as (?:mentioned|announced|reported|we)|you may (?:recall|remember)|remember|after (?:a|an|the|our)|building on|follow-?up)\b/i;

/** How a sentence opens that gives its own time. */
export const openingFrame = /^\W*(in|during|throughout|over|across)\s(?:the\s)?$/i;

/** What follows a period that is itself the subject of a sentence: "The second quarter saw …". */
export const topicVerb = /^\s(was|saw|were|has been|has seen|brought|marked|proved|turned out)\b/i;

/** What stands before a period that a report is about: "recap of", "our activities in". */
export const reportBefore =
  /\b(recap|review|report|summary|digest|updates?|overview|highlights|round-?up|activities|accomplishments|achievements)\s(?:for|of|from|on|in|during|covering|throughout)\s(?:the\s)?$/i;

/** What follows such a period: "the Q2 2024 report". */
export const reportAfter =
  /^\s(?:\S{1,20}\s)?(recap|review|report|summary|digest|update|overview|highlights|round-?up)\b/i;

/** How a post introduces itself, and no earlier issue: "Welcome to our", "I’m pleased to share this". */
export const introduces = /\b(?:this|here|here['’]s|welcome|shar(?:e|ing)|present(?:s|ing)?|below|find)\b/i;

/** What an author did all through a period: "We worked hard in", "The team made progress during". */
export const activityThrough =
  /\b(?:we|i|team|staff|foundation|project|community|contributors|maintainers)\b.{0,60}\b(?:worked|focus+ed|accomplished|achieved|did|been up to|been working|made (?:\w+ )?(?:progress|strides)|kept busy|concentrated)\b.{0,60}\b(in|during|throughout)\s(?:the\s)?$/i;

/** Words of a paragraph that turn from another period to that of the post. */
export const contrastWords =
  /\b(?:this (?:quarter|month|half|year|time|period)|since then|ever since|now|today)\b/i;

/** The author or the organisation as the subject of a clause. */
export const ownSubject = /^,?\s(?:we|our|the)\b|^,?\s\p{Lu}/u;

/** A verb in the past tense, by form: regular ones and the irregular ones that reports use. */
export const pastTense =
  /\b(?:was|were|had|did|saw|made|held|brought|grew|took|gave|came|went|kept|led|ran|sent|spent|won|wrote|built|met|paid|said|told|found|felt|lost|chose|became|rose|fell|bought|caught|spoke|taught|drew|left|put|cut|hit|\p{L}{2,20}ed)\b/iu;
