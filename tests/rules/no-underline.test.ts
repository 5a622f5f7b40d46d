import rule from '../../src/rules/no-underline.ts';
import { testRule } from '../../src/testing.ts';

const underlined = (text: string) =>
  `The link *${text}* is underlined by hand; the page shows it as a link anyway: delete the \`<u>\`.`;

const address = (text: string) =>
  `The address *${text}* is underlined by hand, as if it were a link: delete the \`<u>\`, and make it one.`;

testRule(rule, {
  valid: [
    { text: 'See [the page](/p).\n' },
    { name: 'text that is no link', text: 'This is <u>not</u> final.\n' },
    {
      name: 'an address and more',
      text: 'Then <u>write to grants@fund.example</u>, or <u>fund.example/a b</u>.\n',
    },
    { name: 'a package', text: 'We released <u>uefi-raw@0.3.0</u> and <u>`a@b.example`</u>.\n' },
    { name: 'a passage with a link in it', text: '<u>Read [the page](/p) first</u>.\n' },
    { name: 'two links', text: '<u>[one](/1) and [two](/2)</u>\n' },
    { name: 'inserted text', text: '[<ins>the page</ins>](/p)\n' },
    { name: 'inserted link', text: '<ins>[the page](/p)</ins>\n' },
    { name: 'code', text: '`[<u>x</u>](/p)`\n\n    [<u>x</u>](/p)\n' },
    { name: 'comment', text: '<!-- [<u>x</u>](/p) -->\n' },
    { name: 'escaped', text: '[\\<u>x\\</u>](/p)\n' },
    { name: 'not closed', text: '[<u>x](/p)\n' },
    { name: 'closed only', text: '[x</u>](/p)\n' },
    { name: 'empty', text: '[a<u></u>](/p)\n' },
    { name: 'beside a link', text: '[a](/p)<u>b</u>\n' },
    { name: 'another element', text: '[<ul>x</ul>](/p)\n' },
    { name: 'no target', text: '<a name="x"><u>x</u></a>\n' },
    { name: 'HTML: text', text: '<p>This is <u>not</u> final.</p>\n' },
    { name: 'HTML: a passage', text: '<p><u>Read <a href="/p">the page</a> first</u></p>\n' },
    { name: 'an image', text: '<u>![a](a.png)</u>\n' },
  ],
  invalid: [
    {
      name: 'addresses that are no links',
      text: '😀 <u>ana@servo.org</u>, <u> https://servo.org </u>\n\n<p><u>ben@servo.org</u></p>\n',
      reports: [
        `1:4-1:24 ${address('ana@servo.org')}`,
        `1:26-1:52 ${address('https://servo.org')}`,
        `3:4-3:24 ${address('ben@servo.org')}`,
      ],
      fixed: '😀 <u>ana@servo.org</u>, <u> https://servo.org </u>\n\n<p><u>ben@servo.org</u></p>\n',
      unsafelyFixed: '😀 ana@servo.org,  https://servo.org \n\n<p>ben@servo.org</p>\n',
    },
    {
      name: 'addresses and code in links',
      text: '<u><https://servo.org></u> [<u>ana@servo.org</u>](mailto:ana@servo.org) [<u>the `a` b</u>](/p) <u><ana@servo.org></u>\n',
      reports: [
        `1:1-1:27 ${underlined('https://servo.org')}`,
        `1:29-1:49 ${underlined('ana@servo.org')}`,
        `1:74-1:90 ${underlined('the `a` b')}`,
        `1:96-1:118 ${underlined('ana@servo.org')}`,
      ],
      fixed: '<https://servo.org> [ana@servo.org](mailto:ana@servo.org) [the `a` b](/p) <ana@servo.org>\n',
    },
    {
      text: 'See [<u>the page</u>](/p).\n',
      reports: [`1:6-1:21 ${underlined('the page')}`],
      fixed: 'See [the page](/p).\n',
    },
    {
      name: 'around',
      text: 'See <u>[the page](/p)</u>.\n',
      reports: [`1:5-1:26 ${underlined('the page')}`],
      fixed: 'See [the page](/p).\n',
    },
    {
      name: 'around, with spaces',
      text: 'See <u> [the page](/p) </u>.\n',
      reports: [`1:5-1:28 ${underlined('the page')}`],
      fixed: 'See  [the page](/p) .\n',
    },
    {
      name: 'a part of a link',
      text: '[the <u>page</u>](/p)\n',
      reports: [`1:6-1:17 ${underlined('page')}`],
      fixed: '[the page](/p)\n',
    },
    {
      name: 'reference',
      text: '[<u>the page</u>][p]\n\n[p]: /p\n',
      reports: [`1:2-1:17 ${underlined('the page')}`],
      fixed: '[the page][p]\n\n[p]: /p\n',
    },
    {
      name: 'upper case, attributes, emoji before',
      text: '😀 [<U style="x">the page</U>](/p)\n',
      reports: [`1:5-1:30 ${underlined('the page')}`],
      fixed: '😀 [the page](/p)\n',
    },
    {
      name: 'bold',
      text: '[**<u>the page</u>**](/p)\n',
      reports: [`1:4-1:19 ${underlined('the page')}`],
      fixed: '[**the page**](/p)\n',
    },
    {
      name: 'in lists, quotes, tables, headings',
      text: '- [<u>a</u>](/a)\n\n> [<u>b</u>](/b)\n\n| [<u>c</u>](/c) |\n| --- |\n\n## [<u>d</u>](/d)\n',
      reports: [
        `1:4-1:12 ${underlined('a')}`,
        `3:4-3:12 ${underlined('b')}`,
        `5:4-5:12 ${underlined('c')}`,
        `8:5-8:13 ${underlined('d')}`,
      ],
      fixed: '- [a](/a)\n\n> [b](/b)\n\n| [c](/c) |\n| --- |\n\n## [d](/d)\n',
    },
    {
      name: 'twice',
      text: '[<u><u>a</u></u>](/a)\n',
      reports: [`1:2-1:17 ${underlined('a')}`, `1:5-1:13 ${underlined('a')}`],
      fixed: '[a](/a)\n',
    },
    {
      name: 'HTML in',
      text: '<p>See <a href="/p"><u>the page</u></a>.</p>\n',
      reports: [`1:21-1:36 ${underlined('the page')}`],
      fixed: '<p>See <a href="/p">the page</a>.</p>\n',
    },
    {
      name: 'HTML around',
      text: '<div><p>See <u><a href="/p">the page</a></u>.</p></div>\n',
      reports: [`1:13-1:45 ${underlined('the page')}`],
      fixed: '<div><p>See <a href="/p">the page</a>.</p></div>\n',
    },
    {
      name: 'HTML in Markdown',
      text: 'See <a href="/p"><u>the page</u></a>.\n',
      reports: [`1:18-1:33 ${underlined('the page')}`],
      fixed: 'See <a href="/p">the page</a>.\n',
    },
    {
      name: 'over a line end',
      text: '[<u>the\npage</u>](/p)\n',
      reports: [`1:2-2:9 ${underlined('the page')}`],
      fixed: '[the\npage](/p)\n',
    },
    {
      name: 'entities',
      text: '[<u>a &amp; b</u>](/p)\n',
      reports: [`1:2-1:18 ${underlined('a & b')}`],
      fixed: '[a &amp; b](/p)\n',
    },
  ],
});
