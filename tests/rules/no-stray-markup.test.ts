import rule from '../../src/rules/no-stray-markup.ts';
import { testRule } from '../../src/testing.ts';

const at = (line: number, column: number, sign: string) =>
  `${line}:${column}-${line}:${column + sign.length}`;
const lone = (line: number, column: number, sign: string) =>
  `${at(line, column, sign)} Readers see this “${sign}”: it has no other half, so it formats nothing.`;
const tick = (line: number, column: number, sign = '`') =>
  `${at(line, column, sign)} Readers see this “${sign}”: it, or an earlier one of this text, has no other half.`;
const spaced = (line: number, column: number, sign: string) =>
  `${at(line, column, sign)} Readers see this “${sign}” and its other half: a space inside keeps them from formatting. Delete it.`;
const touched = (line: number, column: number, sign: string, inner: string) =>
  `${at(line, column, sign)} Readers see this “${sign}” and its other half: with “${inner}” inside and a letter outside they format nothing. Put a space between, or take the “${inner}” out.`;
const uneven = (line: number, column: number, sign: string, other: string) =>
  `${at(line, column, sign)} Readers see this “${sign}”, because the next one is “${other}”: write as many on both sides.`;
const html = (line: number, column: number, sign: string, element: string) =>
  `${at(line, column, sign)} Readers see this “${sign}”, because Markdown is not read in this HTML: write \`<${element}>\`, or leave a blank line behind the tag.`;
const cell = (line: number, column: number) =>
  `${at(line, column, '|')} The “|” ends the cell inside this code: write \`\\|\`.`;

testRule(rule, {
  valid: [
    {
      name: 'a quotation of several paragraphs',
      text: '“This is the first paragraph of what she said.\n\n“This is the second one, and it ends here.”\n',
    },
    {
      name: 'the same with straight marks',
      text: '"This is the first paragraph of it all.\n\n"This is the second and the last one."\n',
    },
    { name: 'inches and feet', text: 'We hung up a 24" screen and a 5\' 12" board in the hall.\n' },
    {
      name: 'German and French marks',
      text: 'Sie nannte es „den langen Sommer“ und wir «den kurzen» Winter davor.\n',
    },
    {
      name: 'quotations in a quotation',
      text: 'She said "we called it \'the long summer\' in May", and left the room.\n',
    },
    { name: 'a mark in code', text: 'Write `"` before and behind the words that you quote in it.\n' },
    { name: 'a list of stars', text: 'Rated * or ** by us, and 3 * 4 * 5 by the rest of them.\n' },
    { name: 'names with underscores', text: 'Set _a or b_ and the field x_ to the value _y in the file.\n' },
    {
      name: 'formatted text',
      text: '**Bold**, *italic*, __bold__, _italic_, `code`, ~~gone~~ (and so on).\n',
    },
    {
      name: 'escaped signs',
      text: 'Use \\*\\*this\\*\\* and \\`that\\` and a \\( or \\) in it for the rest of all words.\n',
    },
    {
      name: 'powers, pointers and globs',
      text: '2 ** 3, x**2, char** argv, src/**/*.rs, **/foo and int **p here.\n',
    },
    { name: 'arguments', text: 'Pass **kwargs to the function.\n' },
    { name: 'censored words', text: 'What the f*** and s**t and d**n **** is this?\n' },
    { name: 'a footnote mark', text: 'Prices include tax** for all of the members.\n' },
    { name: 'a footnote', text: '**without the members of the board\n' },
    {
      name: 'a list that lost its breaks',
      text: 'We work on ** the first and ** the second ** and the third.\n',
    },
    { name: 'the key and the sign', text: 'Press Ctrl+` or the ` key, or type "`" there.\n' },
    { name: 'quotation marks of typesetters', text: "He said ``so it is'' and `that is all' to them.\n" },
    { name: 'apostrophes', text: 'We don`t know and it`s fine.\n' },
    { name: 'faces', text: 'We liked it very much, all of us :) and ;-) or :( and 8) =) (: so it is.\n' },
    { name: 'faces in brackets', text: 'We liked it very much (all of us :)) and they did too, I think.\n' },
    {
      name: 'two arguments and two footnote marks',
      text: 'Pass **kwargs and **options too.\n\nPrices** and taxes** are in it.\n',
    },
    {
      name: 'a face in an aside',
      text: 'We liked it very much (all of us :) and the others too) and went home.\n',
    },
    {
      name: 'numbers with a full stop',
      text: '1.) First of all we did this and that, 2b) and then the rest of it, IV) and more.\n',
    },
    {
      name: 'a text that is cut',
      text: 'We released the new version of the program (see the changelog for …\n',
    },
    { name: 'an okina', text: 'We met in Hawai`i and O`ahu for it.\n' },
    {
      name: 'enumerations',
      text: 'We did three things: 1) the first one, 2) the second one, and c) the third one.\n',
    },
    {
      name: 'brackets in code and addresses',
      text: 'Call `foo(` or see https://example.com/a_(b) and [c](https://example.com/d_(e)) for more of it.\n',
    },
    {
      name: 'brackets over several paragraphs',
      text: '(This is how it all began, in a small room.\n\nIt was cold, and there were only few of us in it.)\n',
    },
    {
      name: 'brackets over a list',
      text: 'We met many people there (some of them new to us:\n\n- one of them\n- and another one of them)\n',
    },
    {
      name: 'titles that are cut',
      text: '- [The long story of how we did all of it (and what](https://example.com/a)\n',
    },
    {
      name: 'types and elements',
      text: 'We return Vec\\<T> and show &lt;div> and &lt;b> and the &lt;details> element to &lt;/p>.\n',
    },
    {
      name: 'two elements side by side',
      text: 'We support &lt;b&gt; and &lt;i&gt;, and &lt;p&gt; or &lt;/p&gt; as well.\n',
    },
    {
      name: 'ranges and formulas',
      text: 'The interval [0, 1) and (0, 1] are in f(x) = {(a, b) here and there in text.\n',
    },
    { name: 'math', text: 'We have $a_1 * (b_2$ for all of the many cases we know.\n' },
    { name: 'code blocks', text: '```\n**a `b (c\n```\n\n    **a `b (c\n' },
    { name: 'comments and attributes', text: '<!-- **a `b (c --> <a title="**a `b (c">x</a>\n' },
    { name: 'templates', text: '{{ "**a `b (c" }} and {% raw ( %} here in the text.\n' },
    {
      name: 'Markdown in the elements of MDX',
      text: '<Card title="a">\n  Fix `run` on **all** systems\n</Card>\n',
      path: 'post.mdx',
    },
    {
      name: 'a bracket in a pattern',
      text: 'It now takes a regular expression such as ^(a|b to find all of the words.\n',
    },
    { name: 'a quoted bracket', text: 'The sign "(" opens and the sign ")" closes it in all languages.\n' },
    {
      name: 'German and French quotation marks',
      text: 'Er sagte „das ist alles“ und »so ist es« und « voilà » zu allen.\n',
    },
    {
      name: 'inches, feet and years',
      text: "A 12\" record, 5' tall, in the '90s, rock 'n' roll and so on.\n",
    },
  ],
  invalid: [
    {
      name: 'code that a cell ends in',
      text: '| a | b | c |\n| --- | --- | --- |\n| `x | y` | c | d |\n| `|x| y` | **e ** |\n| the `x | the `y | z |\n| a | 😀 `b || c` |\n',
      reports: [cell(3, 6), cell(4, 4), spaced(4, 13, '**'), lone(5, 7, '`'), lone(5, 16, '`'), cell(6, 13)],
    },
    {
      name: 'Markdown in raw HTML',
      text: '<p>We use `a` and `b`, **c** too.</p>\n\n<div>\n<p>and _dd _ e</p>\n<p>only `one</p>\n</div>\n',
      reports: [html(1, 11, '`', 'code'), html(4, 8, '_', 'em'), lone(5, 9, '`')],
    },
    {
      name: 'a backtick behind code, where either may be the one too many',
      text: 'We set `:a, `:b`, and this is all.\n\n`a` and `b\n',
      reports: [tick(1, 16), tick(3, 9)],
    },
    {
      name: 'a list that lost its marks',
      text: '* The parts:\n**first of all the one\n** Second\n',
      reports: [lone(2, 1, '**'), lone(3, 1, '**')],
    },
    {
      name: 'a quotation that is not closed',
      text: '😀 They called it "the long summer in the report of last year.\n',
      reports: ['1:19-1:20 This “"” is never closed: write the “"”, or delete it.'],
    },
    {
      name: 'curly, in HTML',
      text: '<p>They spoke of <b>the long summer”</b> in the report of last year.</p>\n',
      reports: ['1:36-1:37 This “”” closes nothing: write the ““” that belongs to it, or delete it.'],
    },
    {
      name: 'a curly one that opens',
      text: '> They spoke of “the long summer in the report of last year.\n',
      reports: ['1:17-1:18 This ““” is never closed: write the “””, or delete it.'],
    },
    {
      name: 'emphasis with a space inside',
      text: 'It was *very * long and _ quite_ warm for us.\n',
      reports: [spaced(1, 8, '*'), spaced(1, 25, '_')],
    },
    {
      name: 'a space before the closing sign',
      text: 'This is **very important ** for us.\n',
      reports: [spaced(1, 9, '**')],
    },
    {
      name: 'nothing that opens',
      text: 'Please note:** the meeting was moved.\n',
      reports: [lone(1, 13, '**')],
    },
    {
      name: 'nothing that closes',
      text: 'We thank all of you, and **I am sure that this goes on.\n',
      reports: [lone(1, 26, '**')],
    },
    {
      name: 'a letter behind a label',
      text: '**Company:**Acme is where she works.\n',
      reports: [touched(1, 1, '**', ':')],
    },
    {
      name: 'a pair around a comma',
      text: 'We made packages**,** or wheels, for all of them.\n',
      reports: [touched(1, 17, '**', ',')],
    },
    {
      name: 'a backtick without another',
      text: 'See the `config file for all of it.\n',
      reports: [lone(1, 9, '`')],
    },
    {
      name: 'a backtick too many',
      text: 'Depending on `count``, this is slow.\n',
      reports: [uneven(1, 14, '`', '``')],
    },
    {
      name: 'a bracket that is not closed',
      text: 'We released the new version (see the changelog for all of it.\n',
      reports: ['1:29-1:30 This “(” is never closed: write the “)”, or delete it.'],
    },
    {
      name: 'a bracket that is not opened',
      text: 'We released the new version, see the changelog for it). That is all.\n',
      reports: ['1:54-1:55 This “)” closes nothing: write the “(” that belongs to it, or delete it.'],
    },
    {
      name: 'two pairs and one more',
      text: 'We met (for the first time (in a year) in the old house by the lake.\n',
      reports: ['1:8-1:9 This “(” is never closed: write the “)”, or delete it.'],
    },
    {
      name: 'tags as text',
      text: 'It is &lt;b&gt;very important&lt;/b&gt; for all of us.\n',
      reports: ['1:7-1:16 Readers see this “<b>” as text: write the tag itself, or delete it.'],
    },
    {
      name: 'an escaped tag',
      text: 'It is \\<strong>very important\\</strong> for all of us.\n',
      reports: ['1:7-1:16 Readers see this “<strong>” as text: write the tag itself, or delete it.'],
    },
    {
      name: 'a line break as text',
      text: 'The first line&lt;br&gt;The second line\n',
      reports: ['1:15-1:25 Readers see this “<br>” as text: write the tag itself, or delete it.'],
    },
    {
      name: 'a space behind the opening sign',
      text: 'We did ** all of it** at once.\n',
      reports: [spaced(1, 8, '**')],
    },
    {
      name: 'a space before a closing sign and a colon',
      text: '**Note **: please read all of it.\n',
      reports: [spaced(1, 1, '**')],
    },
    {
      name: 'headings',
      text: '## The **new **members of the board\n',
      reports: [spaced(1, 8, '**')],
    },
    {
      name: 'lists, quotes and cells',
      text: '- See the `config file\n\n> See the `config file\n\n| a | b |\n| --- | --- |\n| the `config file | b |\n',
      reports: [lone(1, 11, '`'), lone(3, 11, '`'), lone(7, 7, '`')],
    },
    {
      name: 'an emoji before',
      text: '🎉 We thank **all of you ** for it.\n',
      reports: [spaced(1, 13, '**')],
    },
    {
      name: 'blocks of HTML',
      text: '<div>\n<p>This is **very important** and `code` for us.</p>\n<ul><li>We met (for the first time in a year, in the old house.</li></ul>\n</div>\n',
      reports: [
        html(2, 12, '**', 'strong'),
        '3:16-3:17 This “(” is never closed: write the “)”, or delete it.',
      ],
    },
    {
      name: 'beside tags and entities',
      text: '<b>Bread</b> &amp; butter (for all of us who came to the meeting.\n',
      reports: ['1:27-1:28 This “(” is never closed: write the “)”, or delete it.'],
    },
    {
      name: 'a label in front',
      text: 'X(formerly known as something else entirely is the place where we write.\n\nWe write there (and on the other site that all of us like.\n',
      reports: ['3:16-3:17 This “(” is never closed: write the “)”, or delete it.'],
    },
  ],
});
