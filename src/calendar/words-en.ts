import { english } from './english.ts';
import { anyOf, numbered } from './language.ts';

/**
 * English words by which a title, a file name or a heading tells what a post is. The words of periods are in
 * the table of their language; what is built of them here serves file names, dates and corrections.
 */

/** Month names and their abbreviations, each with its number. */
export const monthNumbers = numbered(english.months);

/** Any month name; longer names come before those that begin them. */
export const monthPattern = anyOf([...monthNumbers.keys()]);

/** Numbers that count quarters and halves. "last" and "final" count only beside a year. */
export const ordinalNumbers = numbered(english.ordinals);
export const finalWords: ReadonlySet<string> = new Set(english.finals);

/** Words of titles and file names of posts that look ahead. They win over those that look back. */
export const aheadWords =
  /\b(?:road-?maps?|goals?|plans?|planning|planned|priorities|objectives|okrs?|proposals?|applications?|surveys?|funding|announcements?|announcing|nominations?|nominees|elections?|candidates|ballots?|votes?|voting|previews?|outlook|agenda|upcoming|forecast|call for|calls for|what'?s next|looking ahead|kick-?off|registration|invitation)\b/i;

/** Words of titles and file names of posts that look back on their period. */
export const backWords =
  /\b(?:recaps?|reports?|reviews?|digests?|updates?|progress|summary|retrospectives?|round-?ups?|wrap-?ups?|wrapped|highlights|status|looking back|look back|in review)\b/i;

/** Words for what looks back and nothing else. */
export const recapWords = /\b(?:recap|report|review|retrospective|digest)\b/i;

/** Words of titles of posts about an event in a period, a release or a part of the period. */
export const partWords =
  /\b(?:meetings?|meet-?ups?|town ?halls?|all[- ]hands|summits?|webinars?|conferences?|hackathons?|workshops?|calls?|releases?|products?|sprints?|earnings|part \d|mid-?(?:q\d|quarter|year|point)|halfway|weekly|week)\b/i;

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
