// Abbreviations that end in a full stop, beyond single letters and those with a stop inside (general knowledge of English).
const abbreviations = new Set(
  (
    'al approx apr aug ave co corp dec dept dr ed eds esp est etc excl feb fig govt inc incl intl jan jr jul jun ltd mar misc mr mrs ms ' +
    'mt no nos nov oct op pp pres prof pt ref rev sec sen sep sept sr st tel univ ver vol vols vs'
  ).split(' '),
);

/** Whether a text, its full stop left out, ends in an abbreviation, an initial or something like "a.m". */
export function endsInAbbreviation(text: string): boolean {
  const word = /[^\s(["“/&-]*$/u.exec(text.slice(-24))![0];
  return (
    /^\p{L}$/u.test(word) ||
    /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u.test(word) ||
    abbreviations.has(word.toLowerCase())
  );
}
