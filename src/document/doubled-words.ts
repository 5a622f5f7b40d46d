import type { Pair } from './repeated-words.ts';

/**
 * Words that are right twice in some sentences and a slip in others, with the places where they can only be a slip.
 * Everywhere else the pair stays unreported. The lists are our own, from English grammar.
 */

/** A word as it stands twice, with the text before and behind it. */
interface Place {
  readonly lead: string;
  readonly trail: string;
  /** Whether a line ends between the two. */
  readonly overLines: boolean;
}

const pronoun = '(?:I|you|he|she|it|we|they|this|that|there)';
const opener = '(?:(?:and|but|so|because|since)\\s+)?';
/** "It", "and we": the subject of a clause that begins here. */
const pronounSubject = new RegExp(`^\\s*${opener}${pronoun}\\s+$`, 'i');
/** "The order", "our build farm", an address or code: nothing before it can have the first of two verbs. */
const nounSubject = new RegExp(
  `^\\s*${opener}(?:(?:the|an?|our|its|their|my|your|his|every|each|this)(?:\\s+(?:[\\p{Ll}-]{3,}|\\uFFFC)){1,2}|\\uFFFC)\\s+$`,
  'iu',
);
/** "The one who", "all we", "the thing is is that": here two verbs may meet, or are a way of speaking. */
const opensClause =
  /\b(?:what|who|whom|which|where|when|why|how|whatever|whoever|that|all|as|than|if|thing|problem|point|question|reason|truth|fact|issue|trouble|way|can|will|best|most|least|one|only|I|you|he|she|it|we|they)\b/i;
const joins =
  /(?:^|[.!?;:,(]\s+|\b(?:that|if|when|whether|because|while|once|until|unless|how|hope|where)\s+)$/i;
const goesOn = /^\s+(?:\p{Ll}{2}|\uFFFC)/u;

/** The text since the last sign that may end a clause. */
function clauseOf(lead: string): string {
  return /(?<![^.!?;:,()“”"—–…])[^.!?;:,()“”"—–…]*$/.exec(lead)![0];
}

function isVerbOfPronoun({ lead, trail }: Place): boolean {
  return pronounSubject.test(clauseOf(lead)) && goesOn.test(trail);
}

function isVerbOfSubject(place: Place): boolean {
  if (isVerbOfPronoun(place)) return true;
  const clause = clauseOf(place.lead);
  return nounSubject.test(clause) && !opensClause.test(clause) && goesOn.test(place.trail);
}

function behind(words: string): (place: Place) => boolean {
  const pattern = new RegExp(`(?:^|[\\s(“"])(?:${words.replaceAll(' ', '|')})\\s+$`, 'i');
  return ({ lead, trail }) =>
    pattern.test(lead) && goesOn.test(trail) && !/\b(?:what|which|who|whom|where)\b/i.test(clauseOf(lead));
}

/** "Formula a a b", "from a a to b", "Class A a network": letters that name something. */
function isArticle({ lead, trail }: Place): boolean {
  const next = /^\s+(\p{Ll}{3,})/u.exec(trail)?.[1];
  const isNamed = /\b(?:letter|letters|vitamin|class|type|option|variable|from|between|let|than)\s+$/i.test(
    lead,
  );
  const isFormula = /(?:[^\p{L}\p{N}\s.,;:!?)”"’%\uFFFC-]|(?:^|\s)(?!I)\p{L})\s*$/u.test(lead);
  return (
    next !== undefined &&
    !isNamed &&
    !isFormula &&
    !/^(?:and|for|has|was|are|the|with|then|plus|times|minus)$/.test(next)
  );
}

/** Not "World War I I read about", "more than I I think". */
function isSubject({ lead, trail }: Place): boolean {
  return /^\s+\p{Ll}{2}/u.test(trail) && !/(?:\p{Lu}[\p{L}]+|\b(?:than|as|am|was|were|like))\s+$/u.test(lead);
}

function isNew({ lead, trail, overLines }: Place): boolean {
  // On one line "the new new parser" may be the one after the new one.
  return (
    goesOn.test(trail) &&
    (overLines ? /\b(?:an?|the|our|its|their|this|some)\s+$/i : /\b(?:an?|our|some)\s+$/i).test(lead)
  );
}

/** Not "for members only only in May", "read-only only". */
function isOnly({ lead, trail }: Place): boolean {
  const isInner = /^\s+(?:in|on|at|when|if|for|after|before|from|with|to)\b/.test(trail);
  return (
    goesOn.test(trail) && !isInner && !/(?:\b(?:and|if|not|read|write|members|adults)|-)\s+$/i.test(lead)
  );
}

const places: Readonly<Record<string, (place: Place) => boolean>> = {
  a: isArticle,
  i: isSubject,
  is: isVerbOfSubject,
  was: isVerbOfSubject,
  did: isVerbOfSubject,
  does: isVerbOfSubject,
  will: isVerbOfPronoun,
  can: isVerbOfPronoun,
  you: ({ lead, trail }) => joins.test(lead) && goesOn.test(trail),
  it: ({ lead, trail }) => joins.test(lead) && goesOn.test(trail),
  new: isNew,
  her: behind('when where because while during is was'),
  who: behind(
    'those people everyone everybody anyone someone somebody members contributors users developers',
  ),
  on: behind(
    'progress update updates information details feedback discussion discussions news articles based depending focus',
  ),
  in: behind(
    'bug bugs change changes improvement improvements increase decrease support available errors progress spec',
  ),
  only: isOnly,
};

/** Whether a pair is a slip where it stands; undefined for a word that this list does not know. `gap` is written between. */
export function isSlipHere(text: string, { first, second, end }: Pair, gap: string): boolean | undefined {
  const word = text.slice(second, end).toLowerCase();
  if (!Object.hasOwn(places, word)) return undefined;
  const [one, other] = [text.slice(first, first + word.length), text.slice(second, end)];
  // Names and what is spelled in capitals; `I` is one always.
  if (word === 'i' ? one !== 'I' || other !== 'I' : other !== word) return false;
  return places[word]!({
    lead: text.slice(Math.max(0, first - 120), first),
    trail: text.slice(end, end + 40),
    overLines: gap.includes('\n'),
  });
}
