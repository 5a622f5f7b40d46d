import type { Mention } from '../calendar/mentions.ts';
import type { Period, PeriodUnit } from '../calendar/period.ts';
import { isOver as tellsPast } from '../calendar/tense-en.ts';

/** A mention in its sentence, with the days that it means. */
export interface TimeInSentence {
  readonly mention: Pick<Mention, 'day'> & { readonly unit: PeriodUnit };
  readonly days: Pick<Period, 'first' | 'last'>;
  /** The mention as written. */
  readonly said: string;
  /** The sentence before and after it. */
  readonly before: string;
  readonly after: string;
  /** Whether it stands in a link that is all of the sentence. */
  readonly inTitle: boolean;
  readonly published: number | null;
}

/** "On Monday, 12 March", but not "minutes of 12 March". */
const opening = /^[^\p{L}]*(?:\p{L}+[^\p{L}]+){0,2}$/u;
/** "The feast on 12 March drew": what its verb says is told of that day. */
const following = /^(?:[^\p{L}]*\p{L}+){0,3}/u;
const belonging = /\b(?:of|from)\s(?:the\s)?$/iu;

/** What holds from a time on; the words alone are short, and met by few sentences. */
const sinceWords = /since|back in|as of|seit|depuis|desde/i;
const since = /\b(?:since|back in|as of|seit|depuis|desde)\s(?:\p{L}+\s){0,3}$/iu;
const apposition = /(?:[,(–—]|\b(?:which|that|who))\s(?:\p{L}+\s){1,3}$/u;
const relative = /\b(?:which|that|who|whom|where|when)\b(?<clause>[^,;:.()–—]{0,100})$/iu;
/** "The survey of March", where the report or the month itself is not meant. */
const thingOf =
  /(?<!\b(?:months?|quarters?|half|year|end|beginning|start|middle|rest|course|weeks?|days|report|recap|review|summary|overview|updates?|news|digest|highlights))\sof\s(?:(?:early|late)\s)?$/iu;
/** A post that introduces itself tells of its own time, however its sentence goes on. */
const introducing = /^\W*(?:this|these|here|below|welcome|read|find|see)\b/i;
/** What came to be then, and is there now. */
const lasting =
  /\b(?:began|begun|started|opened|joined|founded|established|elected|appointed|introduced|launched|became|came out)\b/i;
const beginning = /\b(?:began|begun|started)\b/i;
const startsWithAs = /^\W*as\s/i;
const reminding =
  /^\W*as\s(?:\p{L}+\s){0,2}(?:wrote|said|told|reported|announced|mentioned|promised|written)\b/iu;
const goingOn = /\b(?:still|already|so far|no longer|ever since|since then|remember|recall)\b/i;

const eachYear =
  /\b(?:(?:each|every)\s(?:year|spring|summer|autumn|fall|winter|season)|yearly|annually|jedes Jahr|chaque année)\b/i;
const year = /\d{4}/;

/**
 * Whether a time merely names or dates something: "the minutes of 12 March", "the crane, which opened in March,". What
 * is said of it stays right when the time is over, unlike what a sentence says of its own time: "In March we planted",
 * "You can apply until 12 March".
 */
export function isAside(time: TimeInSentence): boolean {
  const { mention, days, said, before, after, inTitle, published } = time;
  // "Course 2 (register by 23 April)" is how others call what is still listed.
  if (inTitle && /\([^()]*$/.test(before)) return true;
  if (!year.test(said) && (eachYear.test(before) || eachYear.test(after))) return true;
  // Nothing has come of what is still ahead.
  if (published !== null && days.first > published) return false;
  if (sinceWords.test(before) && since.test(before)) return true;
  if (mention.day !== null) {
    const tells =
      opening.test(before) || (!tellsPast.test(before) && tellsPast.test(following.exec(after)![0]));
    return !(tells && !belonging.test(before)) && published !== null && days.last < published;
  }
  if (introducing.test(before)) return false;
  return (
    apposition.test(before) ||
    thingOf.test(before) ||
    tellsPast.test(relative.exec(before)?.groups?.clause ?? '') ||
    lasting.test(before) ||
    beginning.test(after) ||
    (startsWithAs.test(before) && reminding.test(before)) ||
    goingOn.test(before) ||
    goingOn.test(after)
  );
}
