import rule from '../../src/rules/no-nbsp.ts';
import { testRule } from '../../src/testing.ts';

const edge = (what = '`&nbsp;`') =>
  `${what} where a line begins or ends is left over from an editor: delete it.`;
const between = (what = '`&nbsp;`') =>
  `${what} between words is left over from an editor: write a plain space.`;
const beside = (what = '`&nbsp;`') => `${what} beside a space is left over from an editor: delete it.`;
const indent = (what: string) =>
  `${what} indents the line by hand: delete it, and leave the place of text to the layout.`;
const aligned = (what: string) =>
  `${what} moves aligned text by hand: delete it, and leave the place of text to the layout.`;
const broken = '`&nbsp;` keeps an empty line below the text: delete it with the `\\` before it.';
const row = (count: number) => `A row of ${count} \`&nbsp;\``;
const mixed = (count: number) => `A row of ${count} no-break spaces`;
const alone = (what = '`&nbsp;`') => `${what} with no text around it is left over from an editor: delete it.`;
const character = 'A no-break space (U+00A0)';
const departs =
  'A no-break space (U+00A0) stands between words, and no earlier issue of the series has one: write a plain space.';
const typographic = { typographic: true };
const earlier = ['1', '2', '3', '4', '5', '6'].map((name) => ({ text: 'A b c.\n', path: `${name}.md` }));

testRule(rule, {
  valid: [
    { name: 'the character between words', text: 'About 10\u00a0km, vraiment\u00a0!\n' },
    { name: 'the character that indents', text: '\u00a0Text.\n' },
    { name: 'code', text: '`&nbsp;` and <code>&nbsp;</code>\n\n    a&nbsp;\n\n```\na&nbsp;\n```\n' },
    { name: 'escaped', text: 'Write \\&nbsp; for it, or &amp;nbsp;.\n' },
    { name: 'no entity', text: 'a &nbsp b &NBSP; c &#1600; d &#xA00;\n' },
    { name: 'an empty cell', text: '| a | b |\n| --- | --- |\n| &nbsp; | \u00a0 |\n' },
    { name: 'an empty cell of HTML', text: '<table><tr><td>&nbsp;</td><th> &nbsp; </th></tr></table>\n' },
    {
      name: 'comments, attributes, keys and other entities',
      text: '---\na: "b&amp;c&ensp;d" # e&nbsp;\n---\n\n<!-- &nbsp; --> <a title="&nbsp;">x&thinsp;y&emsp;z</a>\n',
    },
    { name: 'the character between words of front matter', text: '---\ntitle: 10\u00a0km\n---\n' },
    {
      name: 'units in front matter',
      text: '---\ntitle: 10&nbsp;km\n---\n',
      options: typographic,
    },
    { name: 'a new character, but a short series', text: 'a\u00a0b\n', earlier: earlier.slice(1) },
    {
      name: 'a character that the series has',
      text: 'a\u00a0b\n',
      earlier: [...earlier, { text: 'c\u00a0d\n', path: '7.md' }],
    },
    { name: 'a new character where typesetters put it', text: '10\u00a0km\u00a0! J.\u00a0Doe\n', earlier },
    { name: 'templates', text: 'a {{ "b&nbsp;" }} c\n' },
    { name: 'units', text: '10&nbsp;km, p.&nbsp;7, 50&nbsp;%, 3&nbsp;€\n', options: typographic },
    { name: 'French', text: '«&nbsp;Non&nbsp;» Vraiment&nbsp;! Ceci&nbsp;: cela\n', options: typographic },
    { name: 'initials', text: 'By J.&nbsp;Doe and A.B.&nbsp;Cee\n', options: typographic },
    {
      name: 'a quotation in a quotation',
      text: 'She said: “He wrote ‘no.’&nbsp;” And: "\'&nbsp;"Yes", he said.\'"\n',
    },
    { name: 'two rows of the character that nothing shows', text: 'About 10\u00a0km and 20\u00a0km.\n' },
  ],
  invalid: [
    {
      name: 'rows, one finding each, with plain spaces and line ends between',
      text: '😀 one  &nbsp;&nbsp; &nbsp;two&nbsp;&#160;\nthree &nbsp;&nbsp;*four*\n',
      reports: [
        `1:9-1:28 ${beside(row(3).replace('`&nbsp;`', 'no-break spaces'))}`,
        `1:31-1:43 ${edge(mixed(2))}`,
        `2:7-2:19 ${beside(row(2))}`,
      ],
      fixed: '😀 one two\nthree *four*\n',
    },
    {
      name: 'indents made by hand',
      text: '&nbsp;&nbsp;&nbsp;*one*\n\n- &nbsp;&nbsp;two\n\n<p>\u00a0\u00a0three</p>\n\nfour<br>&nbsp;&nbsp;five\n',
      reports: [
        `1:1-1:19 ${indent(row(3))}`,
        `3:3-3:15 ${indent(row(2))}`,
        `5:4-5:6 ${indent(mixed(2))}`,
        `7:9-7:21 ${indent(row(2))}`,
      ],
      fixed:
        '&nbsp;&nbsp;&nbsp;*one*\n\n- &nbsp;&nbsp;two\n\n<p>\u00a0\u00a0three</p>\n\nfour<br>&nbsp;&nbsp;five\n',
      unsafelyFixed: '*one*\n\n- two\n\n<p>three</p>\n\nfour<br>five\n',
    },
    {
      name: 'rows in aligned HTML',
      text: '<div align="center"><b>one&nbsp;&nbsp;&nbsp;</b></div>\n\n<center>two&nbsp;&nbsp;three</center>\n\n<p style="color: red; text-align: right">four&nbsp;&nbsp;</p>\n\n<p align="left">five&nbsp;&nbsp;</p>\n',
      reports: [
        `1:27-1:45 ${aligned(row(3))}`,
        `3:12-3:24 ${aligned(row(2))}`,
        `5:46-5:58 ${aligned(row(2))}`,
        `7:21-7:33 ${edge(row(2))}`,
      ],
      fixed:
        '<div align="center"><b>one&nbsp;&nbsp;&nbsp;</b></div>\n\n<center>two&nbsp;&nbsp;three</center>\n\n<p style="color: red; text-align: right">four&nbsp;&nbsp;</p>\n\n<p align="left">five</p>\n',
      unsafelyFixed:
        '<div align="center"><b>one</b></div>\n\n<center>two three</center>\n\n<p style="color: red; text-align: right">four</p>\n\n<p align="left">five</p>\n',
    },
    {
      name: 'empty lines behind a backslash',
      text: '> One.\\\n> &nbsp;\\\n> &nbsp;\n\nTwo.\\\n&nbsp;\\\nThree.  \n\\\n&nbsp;\n\nFour.\n',
      reports: [`2:3-2:9 ${broken}`, `3:3-3:9 ${broken}`, `6:1-6:7 ${edge()}`, `9:1-9:7 ${broken}`],
      fixed: '> One.\\\n> &nbsp;\\\n> &nbsp;\n\nTwo.\\\n\\\nThree.  \n\\\n&nbsp;\n\nFour.\n',
      unsafelyFixed: '> One.\n\nTwo.\\\n\\\nThree.  \n\nFour.\n',
    },
    {
      name: 'at the end',
      text: 'Thank you.&nbsp;\n',
      reports: [`1:11-1:17 ${edge()}`],
      fixed: 'Thank you.\n',
    },
    {
      name: 'two at the end, and white space before',
      text: 'Thank you. &nbsp;&nbsp;\n',
      reports: [`1:12-1:24 ${edge(row(2))}`],
      fixed: 'Thank you.\n',
    },
    {
      name: 'at the end of headings, list items and lines',
      text: '## **Title**&nbsp;\n\n* a [b](/c)&nbsp;\n* d&nbsp;  \n  e&nbsp;\n  f\n\n## G&nbsp; ##\n',
      reports: [
        `1:13-1:19 ${edge()}`,
        `3:12-3:18 ${edge()}`,
        `4:4-4:10 ${edge()}`,
        `5:4-5:10 ${edge()}`,
        `8:5-8:11 ${edge()}`,
      ],
      fixed: '## **Title**\n\n* a [b](/c)\n* d  \n  e\n  f\n\n## G ##\n',
    },
    {
      name: 'between words and tags',
      text: 'summarised in&nbsp;<a href="/x"><u>this</u></a>&nbsp;deck, **and**&nbsp;[that](/y)\n',
      reports: [`1:14-1:20 ${between()}`, `1:48-1:54 ${between()}`, `1:67-1:73 ${between()}`],
      fixed: 'summarised in <a href="/x"><u>this</u></a> deck, **and** [that](/y)\n',
    },
    {
      name: 'inside emphasis and link text',
      text: '[a&nbsp;b](/c) **d&nbsp;** e *f&nbsp;*\n',
      reports: [`1:3-1:9 ${between()}`, `1:19-1:25 ${beside()}`, `1:32-1:38 ${edge()}`],
      fixed: '[a b](/c) **d** e *f*\n',
    },
    {
      name: 'beside spaces',
      text: 'a &nbsp;b&nbsp; c &nbsp; d&nbsp;&nbsp;e\n',
      reports: [
        `1:3-1:9 ${beside()}`,
        `1:10-1:16 ${beside()}`,
        `1:19-1:25 ${beside()}`,
        `1:27-1:39 ${between(row(2))}`,
      ],
      fixed: 'a b c d e\n',
    },
    {
      name: 'at the beginning of lines',
      text: '&nbsp;&nbsp; a\n&nbsp;b\n> c\n> &nbsp;d\n',
      reports: [`1:1-1:13 ${indent(row(2))}`, `2:1-2:7 ${edge()}`, `4:3-4:9 ${edge()}`],
      fixed: '&nbsp;&nbsp; a\nb\n> c\n> d\n',
      unsafelyFixed: 'a\nb\n> c\n> d\n',
    },
    {
      name: 'in all ways of writing',
      text: 'a&#160;b&#xA0;c&#Xa0;d&#00160;e&NonBreakingSpace;f\n',
      reports: [
        `1:2-1:8 ${between('`&#160;`')}`,
        `1:9-1:15 ${between('`&#xA0;`')}`,
        `1:16-1:22 ${between('`&#Xa0;`')}`,
        `1:23-1:31 ${between('`&#00160;`')}`,
        `1:32-1:50 ${between('`&NonBreakingSpace;`')}`,
      ],
      fixed: 'a b c d e f\n',
    },
    {
      name: 'the character at the end, beside a space, doubled',
      text: 'a\u00a0 b \u00a0c\u00a0\u00a0d\u00a0e\u00a0\n',
      reports: [
        `1:2-1:3 ${beside(character)}`,
        `1:6-1:7 ${beside(character)}`,
        `1:8-1:10 ${between(mixed(2))}`,
        `1:13-1:14 ${edge(character)}`,
      ],
      fixed: 'a b c d\u00a0e\n',
    },
    {
      name: 'paragraphs of nothing else',
      text: '&nbsp;\n\n# A\n\n&nbsp;\n\nb\n\n&nbsp; \u00a0\n&nbsp;\n## C\n&nbsp;\n\nd\n\n**&nbsp;**\n',
      reports: [
        `1:1-1:7 ${alone()}`,
        `5:1-5:7 ${alone()}`,
        `9:1-9:9 ${alone(mixed(2))}`,
        `10:1-10:7 ${alone()}`,
        `12:1-12:7 ${alone()}`,
        `16:3-16:9 ${alone()}`,
      ],
      fixed: '# A\n\nb\n\n## C\n\nd\n',
    },
    {
      name: 'the last paragraph, with no line end',
      text: 'a\n\n&nbsp;',
      reports: [`3:1-3:7 ${alone()}`],
      fixed: 'a',
    },
    {
      name: 'no fix: what follows would become a list or heading, or the space would make one',
      text: '&nbsp;- a\n\n&nbsp;# b\n\n1.&nbsp;May\n\n#&nbsp;c\n\n* [&nbsp;] d\n',
      reports: [
        `1:1-1:7 ${edge()}`,
        `3:1-3:7 ${edge()}`,
        `5:3-5:9 ${between()}`,
        `7:2-7:8 ${between()}`,
        `9:4-9:10 ${between()}`,
      ],
    },
    {
      name: 'no fix: emphasis would end',
      text: 'x **Note:&nbsp;**[a](/b)\n',
      reports: [`1:10-1:16 ${between()}`],
    },
    {
      name: 'no fix: two lists would become one, or an item stay empty',
      text: '* a\n\n&nbsp;\n\n* b\n* &nbsp;\n\n## &nbsp;\n',
      reports: [`3:1-3:7 ${alone()}`, `6:3-6:9 ${alone()}`, `8:4-8:10 ${alone()}`],
    },
    {
      name: 'blocks of HTML',
      text: '<div>\n<p>a&nbsp;b&nbsp;</p><p>&nbsp;</p><p>c&nbsp;<b>d</b>&nbsp;<i>e</i></p>\n</div>\n',
      reports: [
        `2:5-2:11 ${between()}`,
        `2:12-2:18 ${edge()}`,
        `2:25-2:31 ${alone()}`,
        `2:39-2:45 ${between()}`,
        `2:53-2:59 ${between()}`,
      ],
      fixed: '<div>\n<p>a b</p><p>c <b>d</b> <i>e</i></p>\n</div>\n',
    },
    {
      name: 'empty paragraphs of HTML',
      text: 'a\n\n<p>&nbsp;</p>\n\n<p>b</p>\n<p class="x">&nbsp;<br>\u00a0</p>\n<p>c</p>\n\n&nbsp;<br>\n\nd\n\n<td><p>&nbsp;</p></td>\n',
      reports: [
        `3:4-3:10 ${alone()}`,
        `6:14-6:20 ${alone()}`,
        `6:24-6:25 ${alone(character)}`,
        `9:1-9:7 ${alone()}`,
      ],
      fixed: 'a\n\n<p>b</p>\n<p>c</p>\n\nd\n\n<td><p>&nbsp;</p></td>\n',
    },
    {
      name: 'no fix: an empty paragraph of HTML keeps two lists apart, or has no tag of its own',
      text: '- a\n\n<p>&nbsp;</p>\n\n- b\n\n<div>&nbsp;</div>\n',
      reports: [`3:4-3:10 ${alone()}`, `7:6-7:12 ${alone()}`],
    },
    {
      name: 'front matter',
      text: '---\ntitle: "A&nbsp;b&nbsp;"\nsummary: c &#160;d\u00a0 e&nbsp;\ntags: [f&nbsp;g, "&nbsp;"]\nimage:\n  alt: \'h&nbsp;&nbsp;i\'\n---\n\nText.\n',
      reports: [
        `2:10-2:16 ${between()}`,
        `2:17-2:23 ${edge()}`,
        `3:12-3:18 ${beside('`&#160;`')}`,
        `3:19-3:20 ${beside(character)}`,
        `3:22-3:28 ${edge()}`,
        `4:9-4:15 ${between()}`,
        `4:19-4:25 ${alone()}`,
        `6:10-6:22 ${between(row(2))}`,
      ],
      fixed: '---\ntitle: "A b"\nsummary: c d e\ntags: [f g, ""]\nimage:\n  alt: \'h i\'\n---\n\nText.\n',
    },
    {
      name: 'front matter of other kinds',
      text: '+++\ntitle = "A&nbsp;b"\n+++\n\nText.\n',
      reports: [`2:11-2:17 ${between()}`],
      fixed: '+++\ntitle = "A b"\n+++\n\nText.\n',
    },
    {
      name: 'a header without fences',
      text: 'Title: A&nbsp;b&nbsp;\nDate: 2024-04-01\n\nText.\n',
      reports: [`1:9-1:15 ${between()}`, `1:16-1:22 ${edge()}`],
      fixed: 'Title: A b\nDate: 2024-04-01\n\nText.\n',
    },
    {
      name: 'no fix: a space would end a value',
      text: '---\ntitle: Recap:&nbsp;all\nsummary: number&nbsp;#1\n---\n\nText.\n',
      reports: [`2:14-2:20 ${between()}`, `3:16-3:22 ${between()}`],
    },
    {
      name: 'a character that the series never had',
      text: 'a\u00a0b and 10\u00a0km of [c\u00a0d](/e)\n\n<p>f\u00a0g</p>\n',
      earlier,
      reports: [`1:2-1:3 ${departs}`, `1:20-1:21 ${departs}`, `3:5-3:6 ${departs}`],
      fixed: 'a b and 10\u00a0km of [c d](/e)\n\n<p>f g</p>\n',
    },
    {
      name: 'typographic use does not excuse the others',
      text: '10&nbsp;km and&nbsp;more, 5&nbsp;\n',
      options: typographic,
      reports: [`1:15-1:21 ${between()}`, `1:28-1:34 ${edge()}`],
      fixed: '10&nbsp;km and more, 5\n',
    },
  ],
});
