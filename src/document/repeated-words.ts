/**
 * Words that may stand twice in a row anywhere, beside those that retext-repeated-words knows. Collected for this rule from how
 * people speak, from sounds, from what is spelled out in transcripts, and from names of things that double.
 */
export const rightTwice: ReadonlySet<string> = new Set(
  [
    // Grammar puts them side by side: "what it is is", "the file you log in in", "all the work we do do".
    'that had do may up over so type',
    // Said with weight.
    'very no not yes yeah yep nope never really much many too far long big little old super way ever again more-or-less',
    'well ok okay please thanks wait stop go come hey hi hello bye now-now there here look listen hear same just',
    // Sounds, play and rhythm.
    'ha haha he hee ho hehe la na da di ta ti tra bla blah yada beep boop boom bang bam knock tap tick tock tick click clap ding ding',
    'dong choo chop chug clip clop woof meow moo quack tweet buzz hip hum pew pow ping pong pop tut tsk wah win yum yay woo whoop wow zip oh ah eh uh um hm hmm',
    'night nudge wink hush there easy quick cheap bling cha yo tik tok dum dun doo bop chick vroom toot poof gobble aye rah',
    // Spelled out.
    'slash dot dash colon star hash double underscore backslash one two three four five six seven eight nine zero',
    // Types, names of sample things, what doubles in names.
    'long int char foo bar baz test etc wiki sapiens agar couscous mahi ylang tuk dik beri gado pili bora walla paw pom yoyo',
  ]
    .join(' ')
    .split(' '),
);

/** Two equal words with nothing but white space between them, as offsets in a text. */
export interface Pair {
  readonly first: number;
  readonly firstEnd: number;
  readonly second: number;
  readonly end: number;
}

/** Words of programs that a sentence names: "else clauses for for and while loops", "the if if expression". */
const keywords = new Set(
  'for while if in as is where match use impl let else do loop return break continue async await try with from case then and or not import yield'.split(
    ' ',
  ),
);
const namesKeyword =
  /^\s+(?:(?:and|or)\s+(?:for|while|if|loop|match|let|else|do)\b|(?:loop|expression|clause|statement|keyword|operator)s?\b)/;
const prepositions = new Set('for from in on at to of with by about into over under through'.split(' '));
const asks = /\b(?:what|which|where|who|whom|whose|that)\b/i;
/** Terms whose first word may stand before them as well: "early early returns", "the method method call". */
const terms: Readonly<Record<string, RegExp>> = {
  early: /^\s+(?:return|exit|access)/,
  late: /^\s+binding/,
  open: /^\s+(?:source|access)\b/,
  dead: /^\s+(?:code|lock|link)/,
  method: /^\s+calls?\b/,
  weak: /^\s+(?:reference|pointer)/,
  raw: /^\s+(?:pointer|string)/,
};

const innerClause =
  /\b(?:that|who|which|those|what|ones)\s+$|[\p{L}\uFFFC]\s+(?:we|you|they|there|these|those)\s+$/iu;
/** "The people I sent it to to review", "the page you go to to sign": the first one belongs to what stands before. */
const receives =
  /\b(?:it|them|this|him|me|us|talk|talked|talking|go|went|listen|speak|spoke|write|wrote|sent|send|belong|belongs|subscribed?|connect|connected|come|turn|turned)\s+$/i;
const relative =
  /\b(?:who|whom|what|which|where|that|whoever)\b[^.,;:!?]{0,60}$|\b\p{Ll}{3,}\s+(?:I|you|we|they|he|she)\s+[^.,;:!?]{0,40}$/iu;

/** Whether a pair is right as it stands, by the words around it. */
export function isRightHere(text: string, { first, second, end }: Pair): boolean {
  const word = text.slice(second, end);
  const lead = text.slice(Math.max(0, first - 80), first);
  const trail = text.slice(end, end + 40);
  if (keywords.has(word) && namesKeyword.test(trail)) return true;
  // "the ones that were were large", "who they are are people": the first verb ends the clause inside.
  if ((word === 'were' || word === 'are') && innerClause.test(lead)) return true;
  if (word === 'to' && receives.test(lead) && relative.test(lead)) return true;
  if (prepositions.has(word) && trail.startsWith('?') && asks.test(lead)) return true;
  return Object.hasOwn(terms, word) && terms[word]!.test(trail);
}

const wordEdge = /[\p{L}\p{N}\p{M}_'’\-/@#]/u;
const plainWord = /^(?:[a-z]{2,30}|[ai])$/i;
const longestWord = 30;

function isGap(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0xa0;
}

/** The pairs of a text, found by one look at each gap. */
export function pairsIn(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  let first = 0;
  for (let at = 0; at < text.length; at++) {
    // Called for letters as well, `isGap` would be most of the work.
    const code = text.charCodeAt(at);
    if ((code > 0x20 && code !== 0xa0) || !isGap(code)) continue;
    const firstEnd = at;
    while (isGap(text.charCodeAt(at + 1))) at++;
    const second = at + 1;
    const length = firstEnd - first;
    const isCandidate =
      length >= 1 &&
      length <= longestWord &&
      // Nearly all words part here, at their first letter.
      (text.charCodeAt(first) | 32) === (text.charCodeAt(second) | 32);
    if (isCandidate) {
      const pair = { first, firstEnd, second, end: second + length };
      if (isTwice(text, pair)) pairs.push(pair);
    }
    first = second;
  }
  return pairs;
}

function isTwice(text: string, { first, firstEnd, second, end }: Pair): boolean {
  const word = text.slice(first, firstEnd);
  return (
    plainWord.test(word) &&
    word.toLowerCase() === text.slice(second, end).toLowerCase() &&
    !wordEdge.test(text[end] ?? ' ')
  );
}
