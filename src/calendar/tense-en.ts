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

/** A sentence that tells of long ago, or sets one time beside another. */
export const longAgo =
  /\b(?:since|ago|back (?:in|then|when)|began|begun|start(?:s|ed|ing)?|history|histor\w+|ever|origin\w*|found(?:ed|ing)|establish\w*|creat(?:ed|ion)|born|introduc\w+|releas\w+|launch\w*|first|once|former\w*|previous\w*|prior|earlier|last|until|from|between|compar\w+|than|versus|vs|record|peak|through|archive\w*|anniversary|version|dated|years?)\b/i;
