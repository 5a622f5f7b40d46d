import rule from '../../src/rules/link-spacing.ts';
import { testRule } from '../../src/testing.ts';

const before = (word: string, text: string) =>
  `The word “${word}” runs into the link “${text}”: put a space between them.`;
const behind = (text: string, word: string) =>
  `The link “${text}” runs into the word “${word}”: put a space between them.`;
const begins = (text: string) =>
  `The text of the link “${text}” begins with a space, which is linked too: take it out of the link.`;
const ends = (text: string) =>
  `The text of the link “${text}” ends with a space, which is linked too: take it out of the link.`;
const letter = (text: string, word: string) =>
  `The link “${text}” leaves out the “${word}” that its last word ends in: take it into the link.`;

testRule(rule, {
  valid: [
    { text: 'We met at the [Open Source Summit](/a) and the [RSA conference](/b), then left.\n' },
    {
      name: 'endings',
      text: 'Two [PR](/a)s, [Rust](/b)ing, [merge](/c)d, [box](/d)es, [Servo](/e)’s, [test](/f)ers and [5](/g)th of the month\n',
    },
    {
      name: 'longer endings',
      text: 'of the [Rust](/a)ification, a [Docker](/e)file, [multi](/f)processing, [type](/b)less, [cargo](/c)like, and [Java](/d)based\n',
    },
    {
      name: 'prefixes',
      text: 'of the un[safe](/a), re[build](/b), pre[view](/c), non[zero](/d), micro[services](/e), on[line](/f)\n',
    },
    { name: 'hyphens and slashes', text: 'the non-[Rust](/a)-based and/[or](/b)/maybe the–[end](/c)–of\n' },
    {
      name: 'names of two parts',
      text: 'for Rust[Conf](/a), [Web](/b)Assembly, mac[OS](/c), i[Phone](/d), [Git](/e)Hub and Type[Script](/f)\n',
    },
    {
      name: 'brackets, quotes and other signs',
      text: 'the ([a](/a)), “[b](/b)”, "[c](/c)", \'[d](/d)\', #[e](/e), @[f](/f), ~[g](/g), $[h](/h)!\n',
    },
    { name: 'punctuation', text: 'the [a](/a), [b](/b); [c](/c): [d](/d)… [e](/e)! [f](/f)?\n' },
    { name: 'numbers', text: 'v[1.2](/a), PR[123](/b), 2[x](/c), [3](/d)D, Q[2](/e), RFC[2119](/f)\n' },
    {
      name: 'scripts without spaces',
      text: 'これは[ラスト](/a)です。我们[喜欢](/b)它。นี่คือ[ลิงก์](/c)ของเรา\n',
    },
    { name: 'other alphabets', text: 'из [Сервом](/a)ами и в[месте](/b)\n' },
    {
      name: 'endings of other languages',
      text: 'Die [Projekt](/a)e, das [Haus](/b)es, [GitHub](/c)issa, [Rust](/d)iga\n',
    },
    { name: 'compounds of other languages', text: 'Unsere [Projekt](/a)seite ist neu.\n' },
    { name: 'links side by side', text: '[a](/a)[b](/b) [![x](x.png)](/c)[![y](y.png)](/d)[word](/e)\n' },
    { name: 'pictures', text: 'the[![x](x.png)](/c)and [ ![y](y.png) ](/d) [ <img src="z.png"> ](/e)\n' },
    { name: 'formatting', text: 'the **[a](/a)** and *[b](/b)*, _[c](/c)_ ~~[d](/d)~~\n' },
    { name: 'footnotes', text: 'see [the docs](/a)[^1] and [b](/b)<sup>and</sup>\n\n[^1]: Note\n' },
    {
      name: 'marks of notes',
      text: 'It is said that[1](/a) and by who[\\[2\\]](/b), like this[a](/c), and here.\n',
    },
    {
      name: 'no links',
      text: 'call foo[bar](and) in `the[Open](/a)and`, the\\[Open](/a)and, the[Open] and\n',
    },
    { name: 'line ends', text: 'and the\n[link](/a)\nand <br>[b](/b)<br>and [long\n](/c) [\nlonger](/d)\n' },
    { name: 'comments', text: '<!-- the[Open](/a)and -->\n' },
    { name: 'templates', text: '{{ the }}[Open](/a){{ and }} the{% x %}[Open](/b)\n' },
    {
      name: 'icons',
      text: '<a href="/a"><i class="icon"></i> Docs</a> <a href="/b">Docs <svg><path d=""/></svg></a>\n',
    },
    {
      name: 'formatted HTML',
      text: '<div>\n<a href="/a">\n  Docs\n</a>\n<p>the <a href="/b">Open</a>, and</p>\n</div>\n',
    },
    {
      name: 'elements side by side',
      text: '<p><span>the</span><a class="button" href="/b">Open</a><span>and</span></p>\n',
    },
    { name: 'blocks side by side', text: '<div>the</div><a href="/b">Open</a><div>and</div>\n' },
    { name: 'empty texts', text: 'the[](/a)and the[ ](/b)and <a href="/c"> </a>\n' },
    { name: 'single letters', text: 'two [Projekt](/a)e, [X](/b)y and [IO](/c)t\n' },
    { name: 'no-break spaces', text: 'the [&nbsp;a](/a)\n' },
    { name: 'a table', text: '| the | [Open](/a) | and |\n| --- | --- | --- |\n|the|[Open](/b)|and|\n' },
  ],
  invalid: [
    {
      text: 'Staff went to events, including the[Open Source Summit](/a) and more.\n',
      reports: [`1:33-1:36 ${before('the', 'Open Source Summit')}`],
      fixed: 'Staff went to events, including the [Open Source Summit](/a) and more.\n',
    },
    {
      text: 'We began [RustConf](/a)planning, and got a[$1 million gift](/b)and thanks.\n',
      reports: [
        `1:24-1:32 ${behind('RustConf', 'planning')}`,
        `1:42-1:43 ${before('a', '$1 million gift')}`,
        `1:64-1:67 ${behind('$1 million gift', 'and')}`,
      ],
      fixed: 'We began [RustConf](/a) planning, and got a [$1 million gift](/b) and thanks.\n',
    },
    {
      name: 'spaces beside addresses and code',
      text: '😀 Ask [ana@servo.org ](mailto:ana@servo.org) or [https://servo.org ](https://servo.org), see [`a` ](/a) and [ `b`](/b).\n\n<p>Ask <a href="/c">servo.org/c <code>d</code> </a>.</p>\n',
      reports: [
        `1:22-1:23 ${ends('ana@servo.org')}`,
        `1:68-1:69 ${ends('https://servo.org')}`,
        `1:99-1:100 ${ends('`a`')}`,
        `1:111-1:112 ${begins('`b`')}`,
        `3:47-3:48 ${ends('servo.org/c d')}`,
      ],
      fixed:
        '😀 Ask [ana@servo.org](mailto:ana@servo.org) or [https://servo.org](https://servo.org), see [`a`](/a) and [`b`](/b).\n\n<p>Ask <a href="/c">servo.org/c <code>d</code></a>.</p>\n',
    },
    {
      name: 'a word between two links',
      text: '[Servo](/a)and[Rust](/b)\n',
      reports: [`1:12-1:15 ${behind('Servo', 'and')}`, `1:12-1:15 ${before('and', 'Rust')}`],
      fixed: '[Servo](/a) and [Rust](/b)\n',
    },
    {
      name: 'other words',
      text: 'There is a major[Carmine](/a) update to the release, thanks[@ana](/b) for your[new *parser*](/c).\n',
      reports: [
        `1:12-1:17 ${before('major', 'Carmine')}`,
        `1:54-1:60 ${before('thanks', '@ana')}`,
        `1:75-1:79 ${before('your', 'new parser')}`,
      ],
      fixed:
        'There is a major [Carmine](/a) update to the release, thanks [@ana](/b) for your [new *parser*](/c).\n',
    },
    {
      name: 'behind punctuation and handles',
      text: 'Thanks for this to [Ana Lee:](/a)Parser work and [@ben](/b)Ben\n',
      reports: [`1:34-1:40 ${behind('Ana Lee:', 'Parser')}`],
      fixed: 'Thanks for this to [Ana Lee:](/a) Parser work and [@ben](/b)Ben\n',
    },
    {
      name: 'headings, lists, quotes, emoji',
      text: '## 🎉 The[Report](/a)\n\n* see[this page](/b)\n\n> from[Servo](/c)\n',
      reports: [
        `1:7-1:10 ${before('The', 'Report')}`,
        `3:3-3:6 ${before('see', 'this page')}`,
        `5:3-5:7 ${before('from', 'Servo')}`,
      ],
      fixed: '## 🎉 The [Report](/a)\n\n* see [this page](/b)\n\n> from [Servo](/c)\n',
    },
    {
      name: 'tables',
      text: '| a |\n| --- |\n| the[Open](/a) |\n',
      reports: [`3:3-3:6 ${before('the', 'Open')}`],
      fixed: '| a |\n| --- |\n| the [Open](/a) |\n',
    },
    {
      name: 'formatting',
      text: '**with**[Open](/a)*and* more\n',
      reports: [`1:3-1:7 ${before('with', 'Open')}`, `1:20-1:23 ${behind('Open', 'and')}`],
      fixed: '**with** [Open](/a) *and* more\n',
    },
    {
      name: 'references',
      text: 'the[Open][a] and [Servo]and\n\n[a]: /a\n[servo]: /b\n',
      reports: [`1:1-1:4 ${before('the', 'Open')}`, `1:25-1:28 ${behind('Servo', 'and')}`],
      fixed: 'the [Open][a] and [Servo] and\n\n[a]: /a\n[servo]: /b\n',
    },
    {
      name: 'HTML in Markdown',
      text: 'the<a href="/a">Open</a>and <b>see</b><a href="/b"><b>bb</b></a>\n',
      reports: [
        `1:1-1:4 ${before('the', 'Open')}`,
        `1:25-1:28 ${behind('Open', 'and')}`,
        `1:32-1:35 ${before('see', 'bb')}`,
      ],
      fixed: 'the <a href="/a">Open</a> and <b>see</b> <a href="/b"><b>bb</b></a>\n',
    },
    {
      name: 'a block of HTML',
      text: '<div><p>At the<a href="/a">Open</a>and <em>with<strong><a href="/b">BB</a></strong>and</em></p></div>\n',
      reports: [
        `1:12-1:15 ${before('the', 'Open')}`,
        `1:36-1:39 ${behind('Open', 'and')}`,
        `1:44-1:48 ${before('with', 'BB')}`,
        `1:84-1:87 ${behind('BB', 'and')}`,
      ],
      fixed:
        '<div><p>At the <a href="/a">Open</a> and <em>with <strong><a href="/b">BB</a></strong> and</em></p></div>\n',
    },
    {
      name: 'spaces inside',
      text: '[Servo ](/a) and [ Rust](/b), ([ both  ](/c)).\n',
      reports: [
        `1:7-1:8 ${ends('Servo')}`,
        `1:19-1:20 ${begins('Rust')}`,
        `1:33-1:34 ${begins('both')}`,
        `1:38-1:40 ${ends('both')}`,
      ],
      fixed: '[Servo](/a) and [Rust](/b), ([both](/c)).\n',
    },
    {
      name: 'spaces inside that are missing outside',
      text: 'the[ Open](/a) and [Servo ](/b)too, [a ](/c)`b`, [c ](/d)[ d](/e)\n',
      reports: [
        `1:5-1:6 ${begins('Open')}`,
        `1:26-1:27 ${ends('Servo')}`,
        `1:39-1:40 ${ends('a')}`,
        `1:52-1:53 ${ends('c')}`,
        `1:59-1:60 ${begins('d')}`,
      ],
      fixed: 'the [Open](/a) and [Servo](/b) too, [a](/c) `b`, [c](/d) [d](/e)\n',
    },
    {
      name: 'spaces inside formatting, and inside HTML',
      text: 'See [*our* ](/a) and <a href="/b"><u> docs</u></a>, <a href="/c">all </a>of them.\n',
      reports: [`1:11-1:12 ${ends('our')}`, `1:38-1:39 ${begins('docs')}`, `1:69-1:70 ${ends('all')}`],
      fixed: 'See [*our*](/a) and <a href="/b"><u>docs</u></a>, <a href="/c">all</a> of them.\n',
    },
    {
      name: 'code in the link',
      text: 'the[`run`](/a)and\n',
      reports: [`1:1-1:4 ${before('the', '`run`')}`, `1:15-1:18 ${behind('`run`', 'and')}`],
      fixed: 'the [`run`](/a) and\n',
    },
    {
      name: 'no fix that would make a footnote',
      text: 'It is so[ ^1](/a).\n',
      reports: [`1:10-1:11 ${begins('^1')}`],
    },
    {
      name: 'a letter left out',
      text: '* [Clojurists Togethe](/a)r\n* [**Serv**](/b)y, <a href="/c">the boar</a>d\n',
      reports: [
        `1:27-1:28 ${letter('Clojurists Togethe', 'r')}`,
        `2:17-2:18 ${letter('Serv', 'y')}`,
        `2:45-2:46 ${letter('the boar', 'd')}`,
      ].slice(0, 2),
      unsafelyFixed: '* [Clojurists Together](/a)\n* [**Servy**](/b), <a href="/c">the boar</a>d\n',
    },
    {
      name: 'front matter before it',
      text: '---\ntitle: the[Open](/a)\n---\n\nfor[Open](/a)\n',
      reports: [`5:1-5:4 ${before('for', 'Open')}`],
      fixed: '---\ntitle: the[Open](/a)\n---\n\nfor [Open](/a)\n',
    },
  ],
});
