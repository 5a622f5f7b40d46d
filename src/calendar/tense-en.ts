/** English: how a sentence tells whether it speaks of what is over or of what is still to come. */

/** Somebody waits for it, plans it, or is asked to do something by then. */
export const toCome =
  /\b(?:will|won't|shall|going to|upcoming|to be \p{L}{2,20}ed|(?:is|are) (?:due|planned|scheduled|expected|set|slated|invited)|scheduled (?:for|to)|expected (?:in|on|to)|coming (?:up|soon)|look(?:ing)? forward|stay tuned|save the date|join us|see you|register|apply|deadline|closes|open until|applications? (?:is|are) open)\b|['’]ll\b/iu;

/** Something goes on while the post is written. */
export const goingOn =
  /\b(?:currently|right now|(?:is|are) now open|now (?:accepting|receiving|inviting|open)|(?:is|are|['’]re) (?:accepting|receiving|inviting|taking|collecting))\b/i;

/** A verb in the past tense, by form: regular ones and the irregular ones that reports use. */
export const isOver =
  /\b(?:was|were|had|did|saw|made|held|brought|grew|took|gave|came|went|kept|led|ran|sent|spent|won|wrote|built|met|paid|said|told|found|lost|chose|became|began|rose|fell|bought|spoke|taught|drew|(?!planned|scheduled|expected|invited|slated|need)\p{L}{2,20}ed)\b/iu;

/**
 * How {@link comesBefore} ends, and how {@link happenedBefore} does: short, and met by fewer texts than get as far. The first
 * holds wherever one of the others or {@link opensBefore} does.
 */
export const endsBeforeTime =
  /\b(?:in|on|by|until|for|at|before|around|during)\s(?:the\s|early\s|mid[\s-]|late\s)?$/i;
export const endsBeforeDay = /\bon\s(?:the\s)?$/i;

/** What a clause says right before a time that is still to come: "will be announced in", "register by". */
export const comesBefore =
  /(?:\b(?:will|won't|shall|going to|to be|(?:is|are) (?:due|planned|scheduled|expected|set|slated)|look(?:ing)? forward|join us|see you|register|apply|deadline(?: is)?|closes|open until)\b|['’]ll\b)(?<clause>[^.;:!?()—]{0,80})\b(?:in|on|by|until|for|at|before|around|during)\s(?:the\s|early\s|mid[\s-]|late\s)?$/i;

/** The same where the time opens the sentence: "On 13 June, we will". */
export const opensBefore = /^\W*(?:in|on|by|until|during)\s(?:the\s|early\s|mid[\s-]|late\s)?$/i;
export const comesAfter =
  /^(?:,?\s\d{4})?,?\s(?:[^\s.;:!?()]{1,30}\s){0,5}?(?:will|shall|(?:is|are) going to)\b/i;

/** What a clause says right before a day that is over: "joined the team on". Days that were planned, moved or agreed prove nothing. */
export const happenedBefore =
  /\b(?:joined|left|launched|released|published|held|hosted|took place|met|began|started|ended|closed|opened|celebrated|attended|spoke|gave|gathered|convened|kicked off|shipped|merged|elected|appointed|welcomed|approved|voted|presented|delivered|completed|finished|signed|landed|became|occurred|happened|was|were|went live|ran)\b(?<clause>[^.;:!?()—]{0,60})\bon\s(?:the\s)?$/i;

/** The same where the day opens the sentence: "On 15 July, Jane joined". */
export const dayOpens = /^\W*on\s(?:the\s)?$/i;
export const happenedAfter =
  /^(?:,?\s\d{4})?,?\s(?:[^\s.;:!?()]{1,30}\s){1,5}?(?:joined|left|launched|released|published|held|hosted|took place|met|began|started|ended|closed|opened|celebrated|attended|gathered|convened|shipped|merged|elected|appointed|welcomed|approved|voted|presented|delivered|completed|finished|signed|became)\b/i;

/** What gives a time another year than the one around it: "of last year". */
export const otherYearAfter = /^\s(?:of\s)?(?:(?:last|next)|the (?:previous|following|coming))\syear\b/i;

/** Words in such a clause by which it tells of a plan, however its verb stands. */
export const planInClause =
  /\b(?:plan\w*|schedul\w*|expect\w*|due|slated|set|postpon\w*|mov(?:e|ed|ing)|extend\w*|delay\w*|will|would|should|deadline|to be|not|invit\w*|announc\w*|agreed|decided)\b/i;

/** A sentence that tells of long ago, or sets one time beside another. */
export const longAgo =
  /\b(?:since|ago|back (?:in|then|when)|began|begun|start(?:s|ed|ing)?|history|histor\w+|ever|origin\w*|found(?:ed|ing)|establish\w*|creat(?:ed|ion)|born|introduc\w+|releas\w+|launch\w*|first|once|former\w*|previous\w*|prior|earlier|last|until|from|between|compar\w+|than|versus|vs|record|peak|through|archive\w*|anniversary|version|dated|years?)\b/i;

/** Words by which a sentence sets the year before beside its own. */
export const yearBefore =
  /\b(?:since|ago|last|previous\w*|prior|earlier|back (?:in|then|when)|first|anniversary|compar\w+|than|versus|vs|until|from|years?)\b/i;

/** A time that only the day of writing tells. "Last quarter of 2020" is the fourth; "this quarter" is that of the post. */
export const relativeTime =
  /\b(?:(?:last|previous|next|past|coming|upcoming)\s(?<one>week|month|quarter|year)|(?:last|past|previous|next|coming)\s(?:few|couple of|two|three|four|five|six|2|3|4|5|6)?\s?(?<many>weeks|months|quarters|years))\b(?!['’]s?\s\p{Lu}|\s(?:of|in)\s(?:\d|\p{Lu}))/giu;
