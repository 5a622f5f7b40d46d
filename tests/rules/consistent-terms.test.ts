import rule from '../../src/rules/consistent-terms.ts';
import { testRule } from '../../src/testing.ts';

const term = (found: string, wanted: string) => `“${found}” is written “${wanted}” here: write it so.`;
const series = (found: string, wanted: string, count = 3) =>
  `“${found}” is “${wanted}” in ${count} earlier posts: if the same is meant, check which is right.`;
const own = (found: string, wanted: string, line: number) =>
  `“${found}” is “${wanted}” in line ${line}: if the same is meant, check which is right.`;
const post = {
  terms: [
    { term: 'GitHub', variants: [], anyCase: true },
    { term: 'Datadog', variants: ['DataDog', 'Data Dog'], anyCase: false },
  ],
};
const earlier = ['a', 'b', 'c'].map((name) => ({
  text: 'By Jane Sergeant and Ann Miller.\n',
  path: `${name}.md`,
}));

testRule(rule, {
  valid: [
    { name: 'as they should be', text: 'GitHub and Datadog.\n', post },
    { name: 'a listed term in other capitals', text: 'The datadog of Datadog.\n', post },
    {
      name: 'code, addresses, handles',
      text: '`github` https://github.com github.com @github #github a/github github/b github-x\n',
      post,
    },
    {
      name: 'link texts that are addresses',
      text: '[github.com/o](https://github.com/o) [https://github.com](/a)\n',
      post,
    },
    { name: 'parts of words', text: 'githubber mygithub GitHub’s\n', post },
    { name: 'front matter keys', text: '---\nauthor: github\n---\n\nText.\n', post },
    {
      name: 'HTML',
      text: '<a href="https://github.com" title="github">GitHub</a> <code>github</code>\n',
      post,
    },
    { name: 'nothing configured', text: 'The Github of Data Dog.\n' },
    { name: 'two people', text: 'Jane Doe met Jane Dow, John Smith met Jonas Smith.\n' },
    {
      name: 'first names with swapped letters, each as often or once',
      text: 'Annelei Miller met Annelie Miller. Marina Stone, Marian Stone, Marina Stone and Marian Stone.\n',
    },
    {
      name: 'first names that differ by a letter',
      text: 'Joanna Miller met Johanna Miller. Johanna Miller left. Julian Stone saw Juliana Stone and Juliana Stone.\n',
    },
    {
      name: 'one of a large family',
      text: 'Annelei Miller, Annelie Miller, Annelie Miller and Peter Miller.\n',
    },
    { name: 'first names', text: 'Hanna Sergeant met Hannah Sergeant.\n' },
    {
      name: 'plurals and endings',
      text: 'Rust Meetup, Rust Meetups, New Feature, Next Featured, Data Analysis, Data Analyst.\n',
    },
    { name: 'both often', text: 'Jane Miller and Jane Muller. Jane Miller and Jane Muller.\n' },
    { name: 'accents', text: 'Peter Strömberg is Peter Stromberg, Ana García is Ana Garcia.\n' },
    { name: 'British and American', text: 'We do Data Modelling and Data Modeling.\n' },
    {
      name: 'other first or last letters',
      text: 'Jane Gibson and Jane Hibson, Jane Karlsem and Jane Karlsen.\n'.replace(
        'Karlsen and Jane Karlson',
        'Karlsem and Jane Karlsen',
      ),
    },
    { name: 'short words', text: 'Open Sock and Open Suck, Ann Berg and Ann Borg.\n' },
    { name: 'two differ', text: 'Jane Ann Sergeant met Jane Anne Seargent.\n' },
    { name: 'single words', text: 'Sergeant and Seargent.\n' },
    { name: 'code', text: 'Jane Sergeant wrote `Jane Seargent`.\n' },
    {
      name: 'earlier posts have both',
      text: 'By Jane Seargent.\n',
      earlier: [
        ...earlier,
        { text: 'By Jane Seargent.\n', path: 'd.md' },
        { text: 'By Jane Seargent.\n', path: 'e.md' },
      ],
    },
    { name: 'too few earlier posts', text: 'By Jane Seargent.\n', earlier: earlier.slice(0, 2) },
    { name: 'no earlier posts', text: 'By Jane Seargent.\n', earlier: [] },
    { name: 'the usual one', text: 'By Jane Sergeant.\n', earlier },
    {
      name: 'an address spells it so',
      text: '[Jane Seargent](https://a.org/jane-seargent) wrote it.\n\n## Jane Seargent\n',
      earlier,
    },
    { name: 'a possessive', text: 'Jane Sergeant and Jane Sergeant’s parser.\n' },
    { name: 'addresses', text: '[Jane Sergeant](https://a.org/Jane%20Seargent)\n' },
    { name: 'years', text: 'Summer Meeting 2023 and Summer Meeting 2024.\n' },
  ],
  invalid: [
    {
      name: 'an address within the post says what its heading says',
      text: '[Jane Seargent](#jane-seargent)\n\n## Jane Seargent\n',
      earlier,
      reports: [`1:2-1:15 ${series('Jane Seargent', 'Jane Sergeant')}`],
      unsafelyFixed: '[Jane Sergeant](#jane-seargent)\n\n## Jane Sergeant\n',
    },
    {
      name: 'a first name with swapped letters',
      text: 'Annelie Thorsen led it.\n\nThen Annelei Thorsen left, and Annelie Thorsen stayed.\n',
      reports: [`3:6-3:21 ${own('Annelei Thorsen', 'Annelie Thorsen', 1)}`],
    },
    {
      name: 'a first name with swapped letters in HTML',
      text: '<p>By Annelei Thorsen.</p>\n<p>And Annelie Thorsen, with Annelie Thorsen</p>\n',
      reports: [`1:7-1:22 ${own('Annelei Thorsen', 'Annelie Thorsen', 2)}`],
    },
    {
      text: 'The Github action and github itself.\n',
      post,
      reports: [`1:5-1:11 ${term('Github', 'GitHub')}`, `1:23-1:29 ${term('github', 'GitHub')}`],
      unsafelyFixed: 'The GitHub action and GitHub itself.\n',
    },
    {
      name: 'listed spellings',
      text: '- DataDog and **Data Dog**\n\n| Data Dog |\n| --- |\n',
      post,
      reports: [
        `1:3-1:10 ${term('DataDog', 'Datadog')}`,
        `1:17-1:25 ${term('Data Dog', 'Datadog')}`,
        `3:3-3:11 ${term('Data Dog', 'Datadog')}`,
      ],
      unsafelyFixed: '- Datadog and **Datadog**\n\n| Datadog |\n| --- |\n',
    },
    {
      name: 'over a line end',
      text: 'It is Data\nDog that does it.\n',
      post,
      reports: [`1:7-2:4 ${term('Data Dog', 'Datadog')}`],
      unsafelyFixed: 'It is Datadog that does it.\n',
    },
    {
      name: 'titles, headings, link texts, emoji',
      text: '---\ntitle: On github\n---\n\n# 😀 Github\n\n[our Github](https://github.com)\n',
      post,
      reports: [
        `2:11-2:17 ${term('github', 'GitHub')}`,
        `5:6-5:12 ${term('Github', 'GitHub')}`,
        `7:6-7:12 ${term('Github', 'GitHub')}`,
      ],
      unsafelyFixed: '---\ntitle: On GitHub\n---\n\n# 😀 GitHub\n\n[our GitHub](https://github.com)\n',
    },
    {
      name: 'HTML',
      text: '<p>The <a href="https://github.com">Github</a> page.</p>\n',
      post,
      reports: [`1:37-1:43 ${term('Github', 'GitHub')}`],
      unsafelyFixed: '<p>The <a href="https://github.com">GitHub</a> page.</p>\n',
    },
    {
      name: 'no fix where it is written with entities',
      text: 'The &#71;ithub page.\n',
      post,
      reports: [`1:5-1:15 ${term('Github', 'GitHub')}`],
    },
    {
      name: 'the rarer one',
      text: '## Jane Sergeant\n\nJane Sergeant and Jane Seargent did it.\n',
      reports: [`3:19-3:32 ${own('Jane Seargent', 'Jane Sergeant', 1)}`],
    },
    {
      name: 'the one that no address has',
      text: '[Jane Seargent: Parser](#jane-sergeant-parser)\n\n## Jane Sergeant: Parser\n',
      reports: [`1:2-1:15 ${own('Jane Seargent', 'Jane Sergeant', 3)}`],
    },
    {
      name: 'the later one',
      text: 'Dragan Djuric did it.\n\n- Dragan Duric\n',
      reports: [`3:3-3:15 ${own('Dragan Duric', 'Dragan Djuric', 1)}`],
    },
    {
      name: 'with a hyphen, in the description',
      text: '---\ndescription: News from Ann Bonn-Seargent\n---\n\n## Ann Bonn-Sergeant\n\nBy Ann Bonn-Sergeant.\n',
      reports: [`2:24-2:41 ${own('Ann Bonn-Seargent', 'Ann Bonn-Sergeant', 5)}`],
    },
    {
      name: 'the series knows it',
      text: 'By Jane Seargent.\n',
      earlier,
      reports: [`1:4-1:17 ${series('Jane Seargent', 'Jane Sergeant')}`],
      unsafelyFixed: 'By Jane Sergeant.\n',
    },
    {
      name: 'four monthly posts know it',
      path: 'blog/2024-05.md',
      text: '# News of May 2024\n\nThanks to Jane Seargent for the parser.\n',
      post: { series: 'news', cadence: 'month' },
      earlier: ['01', '02', '03', '04'].map((month) => ({
        text: `# News of the month\n\nThanks to Jane Sergeant for the parser.\n`,
        path: `blog/2024-${month}.md`,
      })),
      reports: [`3:11-3:24 ${series('Jane Seargent', 'Jane Sergeant', 4)}`],
      unsafelyFixed: '# News of May 2024\n\nThanks to Jane Sergeant for the parser.\n',
    },
    {
      name: 'at the start of a sentence',
      text: 'By Jane Sergeant. Then Jane Sergeant left. And Then Jane Seargent came.\n',
      reports: [`1:53-1:66 ${own('Jane Seargent', 'Jane Sergeant', 1)}`],
    },
    {
      name: 'the series knows it, HTML',
      text: '<ul><li>With Ann Mliler and others</li></ul>\n',
      earlier,
      reports: [`1:14-1:24 ${series('Ann Mliler', 'Ann Miller')}`],
      unsafelyFixed: '<ul><li>With Ann Miller and others</li></ul>\n',
    },
    {
      name: 'projects',
      text: 'Music City Developers met. The Music City Develpers did. So did the Music City Developers.\n',
      reports: [`1:32-1:52 ${own('Music City Develpers', 'Music City Developers', 1)}`],
    },
    {
      name: 'HTML headings',
      text: '<h2>Dan Degan</h2><p>Dan Degan and Dan Degen did it.</p>\n',
      reports: [`1:36-1:45 ${own('Dan Degen', 'Dan Degan', 1)}`],
    },
    {
      name: 'a possessive',
      text: 'Dan Degan’s post, Dan Degan’s talk, and Dan Degen’s idea.\n',
      reports: [`1:41-1:50 ${own('Dan Degen', 'Dan Degan', 1)}`],
    },
  ],
});
