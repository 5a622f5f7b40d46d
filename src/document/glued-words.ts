/**
 * Short English words that stand on their own: one of them glued to a link has lost its space. What can also be the
 * beginning or end of another word (in, on, or, er, able) is told apart by `gluedBefore` and `gluedBehind`.
 */
const separateWords: ReadonlySet<string> = new Set(
  (
    'a about after all also an and are as at be because been before between but by can during each for from ' +
    'has have he how if in into is it its like more most new no not of on one or other our over per see she since ' +
    'so some than that the their them then there these they this those through to under until upon use using ' +
    'via was we were what when where which while who will with within without you your'
  ).split(' '),
);

/** What English puts in front of a word. With a link behind it, the link covers the word it is made of. */
const prefixes: ReadonlySet<string> = new Set(
  (
    'anti auto bi bio co counter cross crypto cyber de deep dis down e ex extra fore geo hyper i il im in inter intra ' +
    'ir macro mega meta micro mid mini mis mono multi nano neo non off on out over para pan poly post pre pro proto ' +
    'pseudo quasi re self semi sub super tele trans tri ultra un uni under up web'
  ).split(' '),
);

/** What English puts behind a word, `s` of the plural first. */
const endings =
  /^(?:e?s|e?d|e?r|e?rs|ing|ings|ed|er|ers|est|y|ly|ish|ism|isms|ist|ists|ist?ic|ity|ness|ness?es|less|ful|able|ably|ible|ability|al|ally|ation|ations|ization|izations|isation|ification|ifications|ise|ised|ises|ising|ize|ized|izes|izing|ify|ified|ifying|ment|ments|like|wise|ward|wards|ware|ship|ships|hood|dom|th|st|nd|rd|n|t|ll|ve|re|m|ian|ians|an|ans|en|ens|esque|ette|let|lets|able|er|ier|iest|based|style|friendly|specific|aware|compatible|related|only|free|side|land|verse|fest|con|conf|script|hub|lab|labs|book|books|page|pages|site|sites|net|bot|bots|kit|kits|base|board|boards|work|works|man|men|person|people|time|times|day|days|file|files|house|houses|frame|frames|level|native|threading|threaded|ready|first|scale|sourced?|acean|aceans)$/;

const english = /\b(?:the|and|of|to|for|with|from|that|this)\b/;

// Separate words that words also end in, or that stand for a sign: `[Rust](…)is`, `[P](…)at`.
const mayEndWord: ReadonlySet<string> = new Set(
  'a about all an as at be by do en he i if in into is it its like no not on one or so up us we'.split(' '),
);

/** Whether a word in front of a link is one of its own, and not the beginning of what the link says. */
export function gluedBefore(word: string, linked: string, context: string): boolean {
  // `as they said[1](…)`, `[a](…)`: the mark of a note.
  if (/^[([]?(?:\d{1,3}|\p{L}|[*†‡])[)\]]?$/u.test(linked)) return false;
  if (/^@\p{L}/u.test(linked)) return word.length > 2 && isLowerLatin(word);
  if (!/^[\p{L}$£€"“‘([\uFFFC]/u.test(linked)) return isSeparate(word) && /^\p{N}/u.test(linked);
  const goesOn = /^\p{Ll}+(?:[.,;:!?)]|$)/u.test(linked);
  // `in[visible]`, `on[line]`: one lower-case word goes on with it.
  if (isSeparate(word)) return !(goesOn && prefixes.has(word));
  if (word.length < 4 || prefixes.has(word) || !isLowerLatin(word) || !english.test(context)) return false;
  // Another word begins: `major[Carmine]`. A lower-case word may as well go on with it, unless more words follow.
  return /^\p{Lu}\p{Ll}/u.test(linked) || /^\p{Ll}+\s\S/u.test(linked);
}

/** Whether a word behind a link is one of its own, and no ending of what the link says. */
export function gluedBehind(word: string, linked: string, context: string): boolean {
  const isDone = /[.,:;!?)\]”]$|^@\S+$|^#\d+$/.test(linked);
  if (isSeparate(word)) return isDone || !mayEndWord.has(word.toLowerCase());
  if (word.length < 4 || !english.test(context)) return false;
  if (isLowerLatin(word)) return !endings.test(word) && !prefixes.has(linked.toLowerCase());
  // `[Web](…)Assembly` is one name, `[Web:](…)Assembly` is not.
  return isDone && /^\p{Lu}\p{Ll}+$/u.test(word);
}

// The last word of a link's text is not longer.
const reach = 40;

/** Whether a letter that a link leaves out belongs to the word that it ends, and is no ending of its own. */
export function isLeftOut(letter: string, linked: string): boolean {
  return /^[bcfghjklmpqrtvwyz]$/.test(letter) && /(?:^|[^\p{L}])\p{L}\p{Ll}{3,}$/u.test(linked.slice(-reach));
}

function isSeparate(word: string): boolean {
  // `The` at the start of a sentence is the same word, `AND` and `OR` are names of other things.
  return separateWords.has(word[0]!.toLowerCase() + word.slice(1));
}

function isLowerLatin(word: string): boolean {
  return /^[a-z\u00DF-\u00F6\u00F8-\u017F]+$/.test(word);
}
