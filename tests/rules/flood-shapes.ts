/** A post that says of itself when it appeared and what it is about: many rules ask for that first. */
const dated = '---\ntitle: Q2 2024 recap\ndate: 2024-07-03\n---\n\n';

/** Text of so many characters. */
export type Shape = (size: number) => string;

const filled = (piece: string, size: number) => piece.repeat(Math.max(1, Math.floor(size / piece.length)));
/** End to end. */
const flood =
  (piece: string): Shape =>
  (size) =>
    filled(piece, size);
/** The same in a post with a period of its own. */
const post =
  (piece: string): Shape =>
  (size) =>
    dated + filled(piece, size);
/** One long text, and behind it many short ones that each ask for something in it. */
const below =
  (before: string, long: string, short: string): Shape =>
  (size) =>
    `${dated}${before}${filled(long, size / 2)}\n\n${filled(short, size / 2)}`;
/** The same piece with a number in each. */
const numbered =
  (write: (n: number) => string): Shape =>
  (size) => {
    let text = dated;
    for (let n = 0; text.length < size; n++) text += write(n);
    return text;
  };

/**
 * What a rule looked for again in all of a text, for each of many places of it, when it was found by search: pairs and
 * triples of what rules look for, in lines, paragraphs, items, cells, headings, links, comments and front matter. Each is
 * one paragraph of many lines where nothing else is said, so that no limit on lines keeps it from the rules.
 */
export const shapes: Readonly<Record<string, Shape>> = {
  'days behind the one of publication in one paragraph': post('June 3, 2025 \n'),
  'weekdays and links in one paragraph': post('Monday, June 3, 2025 [a](b) \n'),
  'words that stand twice between links': post('[a](b) the the \n'),
  'words that stand twice between what was struck': post('~~a~~ the the \n'),
  'doubled punctuation between links': post('[a](b) .. ,, ?! \n'),
  'misspelt months between links': post('[a](b) Janaury 3, 2024\n'),
  'both spellings between links': post('[a](b) organise colour color organize \n'),
  'both spellings in a list below a long heading': below('## ', 'a b ', '- organise organize color\n'),
  'brackets between links': post('[a](b) We think that one two three four (five six seven\n'),
  'placeholders between what was struck': post('~~a~~ TBD \n'),
  'periods of another year in one paragraph': post('In Q2 2042 we did it. \n'),
  'another period in one paragraph': post('In Q3 we did it. \n'),
  'paragraphs with periods below a long heading': below('# ', '::: ', 'next year until \n\n'),
  'calls below a long heading': below('## ', 'Q2 2024 ', 'Apply now for funding in Q3 2024.\n\n'),
  'links to the issue before': post('[last post](b)\n\n'),
  'links to the issue before in one paragraph': post('[the last report](b) of loom\n'),
  'links to the issue before below a long title': below('# ', 'a b ', '[the last report](b) of loom\n\n'),
  'comments on one line before empty ones': (size) =>
    filled('<!-- recaplint-disable-next-line --> ', size / 4) + filled('\n', size),
  'a comment with many rules': (size) => `<!-- recaplint-disable ${filled('no-nbsp, ', size)}-->\n`,
  'a comment with many unknown rules': (size) => `<!-- recaplint-disable ${filled('no-such, ', size)}-->\n`,
  'comments that suppress and enable': flood(
    '<!-- recaplint-disable -->\nx.org\n\n<!-- recaplint-enable -->\n\n',
  ),
  'comments of one rule each': flood('<!-- recaplint-disable no-nbsp -->\n\nx.org\n\n'),
  'comments that do not end': flood('<!-- recaplint-disable \n'),
  'quarters in items': post('- Q1 \n'),
  'quarters in one paragraph': post('Q1 \n'),
  'quarters without spaces': post('Q1Q1Q1Q1Q1Q1Q1Q1\n'),
  'lists of quarters': post('Q1 2001, Q2 2002, Q3 2003, and Q4 2004 \n'),
  'months joined to runs': post('April, May, and June 2020, \n'),
  'periods in quotation marks': post('“Q1 2020” \n'),
  'sections with the same names': post('## A\n\nIn Q1 2024\n\n### B\n\nin Q1 2023\n\n'),
  'headings with numbers': numbered((n) => `## A ${n}\n\n[b](#a-${n})\n\n`),
  'links that differ': numbered((n) => `[a ${n}](https://x${n}.org/)\n`),
  'names that differ': numbered(
    (n) => `Anna Bell${'abcdefghij'[n % 10]}${'abcdefghij'[Math.floor(n / 10) % 10]} did.\n`,
  ),
  'anchors of HTML': numbered((n) => `<a id="a${n}"></a>[b](#a${n})\n`),
  'end tags alone': post('</div>\nwords of a post\n\n'),
  // No more columns: the square of a line's marks has a limit.
  'cells with half a code': (size) => {
    const columns = Math.floor(size / 68);
    return `${'| a '.repeat(columns)}|\n${'|---'.repeat(columns)}|\n${'| a`'.repeat(columns)}|\n`;
  },
};
