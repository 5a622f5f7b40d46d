// Abbreviations that end in a full stop, beyond single letters and those with a stop inside (general knowledge of English).
const abbreviations = new Set(
  (
    'al approx apr aug ave co corp dec dept dr ed eds esp est etc excl feb fig govt inc incl intl jan jr jul jun ltd mar misc mr mrs ms ' +
    'mt no nos nov oct op pp pres prof pt ref rev sec sen sep sept sr st tel univ ver vol vols vs'
  ).split(' '),
);

/** Whether a text, its full stop left out, ends in an abbreviation, an initial or something like "a.m". */
export function endsInAbbreviation(text: string): boolean {
  const word = /(?<![^\s(["“/&-])[^\s(["“/&-]*$/u.exec(text.slice(-24))![0];
  return (
    /^\p{L}$/u.test(word) ||
    /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u.test(word) ||
    abbreviations.has(word.toLowerCase())
  );
}

// Words that need something behind them (general knowledge of English).
const openWord =
  /(?:^|[\s(])(is|are|was|were|be|been|being|includes?|included|including|contains?|covers?|such as|and|or|the|an?|our|to|by)$/i;
// Verbs that do so unless what they are about stands before them: "In May we announced", but "Tools we announced".
const openVerb =
  /^(?:we|i|they|it|additionally|also|and|in|at|on|during|since|this|last|today|recently|finally|meanwhile)\b.*\s(announced?|released?|shipped|published|launched|added|fixed|said|have|has|had|did|saw|welcomed?|introduced?|completed|discussed|achieved|learned|made|got)$/i;
const question = /\b(?:what|where|when|who|whom|whose|which|how|why|that|things)\b/i;

/** The word that a text breaks off at, a remark in brackets behind it left out; null where nothing is missing. */
export function unfinishedWord(text: string): string | null {
  const end = text
    .slice(-200)
    .replace(/\([^()]{0,100}\)$/, '')
    .trimEnd();
  if (question.test(end)) return null;
  return (openWord.exec(end) ?? openVerb.exec(end))?.[1] ?? null;
}
