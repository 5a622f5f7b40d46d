import rule from '../../src/rules/no-malformed-link.ts';
import { testRule } from '../../src/testing.ts';

const swapped =
  'This is no link: write the text in square brackets and the address in round ones behind it, `[text](address)`.';
const gap = (text: string) =>
  `Something stands between the text “${text}” and its address, so this is no link: write \`[text](address)\` without a gap.`;
const space = (text: string) =>
  `The address behind “${text}” has a space in it, so this is no link: write the address without spaces.`;
const unclosed = (text: string) =>
  `The address behind “${text}” is not closed, so this is no link: write \`)\` behind the address.`;
const extra = (bracket: string) => `The bracket \`${bracket}\` at the link has no partner: delete it.`;
const title =
  'The title behind the address is not closed with a straight quotation mark, so this is no link: write `[text](address "title")`.';
const angle = 'The bracket `<` before the address is not closed: write `>` behind the address.';
const undefinedLabel = (label: string) =>
  `No line \`[${label}]: address\` says where this leads, so readers see the brackets: write one, or the address in round brackets.`;
const footnote = (label: string) =>
  `There is no footnote \`[^${label}]:\`, so readers see the brackets: write it, or delete the mark.`;
const unopened = 'The text of this link has no opening bracket: write `[` before it.';
const nested =
  'A whole link stands where the address of this one belongs: write the address alone between the round brackets.';
const tag = 'The tag of this link is broken, so that it is shown as text: check its quotation marks.';
const scheme = (wrong: string, right: string) => `The address begins with \`${wrong}\`: write \`${right}\`.`;
const twice = (wrong: string) => `The address begins twice, \`${wrong}\` too much: delete it.`;
const host = (wrong: string) => `No host name has \`${wrong}\` in it: write the right address.`;
const relative =
  'Without `https://` before it, `www.` is taken for a file beside this post: write the whole address.';
const mail = 'An e-mail address as the target of a link begins with `mailto:`: write `mailto:` before it.';
const wrapped = 'The address stands in quotation marks or brackets of its own: write it without them.';
const markup = (wrong: string) => `The address runs on into \`${wrong}\`: end it before.`;
const swallowed = (wrong: string) =>
  `The address has swallowed \`${wrong}\`, which belongs to the sentence: end it before.`;
const padded = 'There is a gap between the address and its brackets or quotation marks: close it.';

testRule(rule, {
  valid: [
    {
      name: 'a bracket whose partner stands in another paragraph',
      text: '[Note:\n\nSee [a](https://servo.org)]\n\n[[b](https://servo.org)\n\nand so on.]\n',
    },
    { name: 'an escaped bracket that opens', text: 'Write \\[text](https://servo.org) for a link.\n' },
    { name: 'braces', text: 'The template {name}(https://servo.org) and {#id}(https://servo.org/a).\n' },
    {
      name: 'signs in a query, a place to be filled',
      text: '[a](https://servo.org/?q=stars:>100) [b](https://servo.org/?q="exact") [c](https://<host>/x)\n',
    },
    { name: 'a file with @ in its name', text: '![logo](logo@2x.png)\n' },
    {
      text: 'See the [notes](https://servo.org/notes), [FAQ][1] and <https://servo.org>.\n\n[1]: https://servo.org/faq\n',
    },
    {
      name: 'in brackets',
      text: 'We met (see [the notes](https://servo.org/notes)) and [[a](https://servo.org)].\n',
    },
    {
      name: 'brackets in the address',
      text: '[Servo](https://en.wikipedia.org/wiki/Servo_(software)) runs.\n',
    },
    { name: 'a title', text: '[a](https://servo.org "the engine") [b](<https://servo.org/a b.pdf>)\n' },
    {
      name: 'a note with its address',
      text: 'It was faster [1] (https://servo.org/bench) and [12, 13] (https://servo.org).\n',
    },
    { name: 'a citation', text: 'So they say [Meyer et al.] (2024) and [sic] (see below).\n' },
    { name: 'a task', text: '- [x] (https://servo.org/1) merged\n- [ ] (https://servo.org/2) open\n' },
    { name: 'calls and arrays', text: 'Call f(x)[0], then get(name)[https://servo.org/spec], or a[i](j).\n' },
    {
      name: 'code',
      text: 'Write `[text] (https://servo.org)`.\n\n    (text)[https://servo.org]\n\n```\nhttps:/servo.org\n```\n',
    },
    { name: 'escaped', text: 'Write \\[text\\] (https://servo.org) or \\[text](https://servo.org/a b).\n' },
    {
      name: 'an address in brackets',
      text: 'The site (https://servo.org) [in English] has it, and [https://servo.org] too.\n',
    },
    { name: 'two addresses', text: 'Both (https://servo.org)(https://github.com/servo) work.\n' },
    { name: 'an aside and an address', text: 'The talk (in French) [https://servo.org/talk] was good.\n' },
    { name: 'a link and its address', text: '[Servo](https://servo.org) (https://servo.org)\n' },
    {
      name: 'a reference and its address',
      text: '[Servo] (https://servo.org)\n\n[Servo]: https://servo.org/about\n',
    },
    { name: 'a bracket that opened in an earlier block', text: '(See these:\n\n- [a](https://servo.org))\n' },
    { name: 'a list with letters', text: 'a) [first](https://servo.org) b) [second](https://servo.org/b)\n' },
    {
      name: 'a bracket in full width',
      text: '発表（[資料](https://servo.org)）です。（[動画](https://servo.org)）\n',
    },
    {
      name: 'archives',
      text: '[a](https://web.archive.org/web/2024/https://servo.org/) https://web.archive.org/web/2024/http://servo.org\n',
    },
    {
      name: 'redirectors',
      text: '[a](https://l.servo.org/?u=https://servo.org) [b](https://r.servo.org/http:/servo.org)\n',
    },
    {
      name: 'schemes that are others',
      text: '[a](ssh://git@servo.org) [b](tel:+49123) [c](http.org) [d](https/index.html) [e](ftp://servo.org)\n',
    },
    {
      name: 'relative targets',
      text: '[a](/news) [b](../a/b.md) [c](#top) [d](www/index.html) [e](news@2024.md) [f](http:notes)\n',
    },
    {
      name: 'encoded signs inside',
      text: '[a](https://servo.org/my%20file.pdf) [b](https://servo.org/?q=a%20) [c](https://servo.org/a%20b/pull)\n',
    },
    {
      name: 'a number of a change and a path',
      text: '[a](https://github.com/servo/servo/pull/12/files) [b](https://github.com/servo/servo/pull/12#issue-1)\n',
    },
    {
      name: 'templates',
      text: '[a]({{ site.url }}/x) [b](https://{{ host }}/https://x) [c]({% link x.md %})\n',
    },
    { name: 'placeholders', text: 'Set it to [your url](https://...) or https://.../feed.\n' },
    {
      name: 'Markdown in HTML',
      text: '<div>\n[text](https://servo.org) and [text] (https://servo.org)\n</div>\n',
    },
    { name: 'HTML', text: '<p>See <a href="https://servo.org/a(b)">it</a>, (<a href="/x">x</a>).</p>\n' },
    { name: 'expressions', text: 'Take <a href={url}>this</a>.\n', path: 'post.mdx' },
    { name: 'a long link over two lines', text: 'See [the notes](\nhttps://servo.org/notes\n).\n' },
    { name: 'mathematics', text: 'The interval $[a, b](c)$ or [0, 1) and f(x)[y].\n' },
    { name: 'a transcript', text: '[Applause] (laughter) [Anna]: (https is important) we go on.\n' },
    { name: 'user and port', text: '[a](https://me:pw@servo.org:80/x,y;z) [b](http://[::1]/..)\n' },
    {
      name: 'words with slashes',
      text: 'We serve http/https, http/2 and https/http2; use http:// or https:// there.\n',
    },
    {
      name: 'in a table',
      text: '| a | b |\n|---|---|\n| ([x](https://servo.org)) | [y](https://servo.org) |\n',
    },
    { name: 'an autolink of a mailbox', text: '<team+news@servo.org> and [us](mailto:team@servo.org)\n' },
    {
      name: 'two brackets of pairs',
      text: 'We met (in May (see [a](https://servo.org))) and ([#4](https://servo.org/4)).\n',
    },
    {
      name: 'closed angle brackets',
      text: '<https://servo.org/a> and [b](<https://servo.org/a b>), but 3 <4 and `<https://servo.org`.\n',
    },
    {
      name: 'tags, sources, arrays',
      text: '- [series][video] [The talk](https://servo.org)\n- [ZH][EN] so they say [1][2], x[i][j], a[the one][two]\n\n[x]: https://servo.org\n',
    },
    { name: 'a label without other definitions', text: 'See [the notes][notes] there.\n' },
    {
      name: 'labels that may be taken in',
      text: 'See [the notes][notes].\n\n{% include links.md %}\n\n[x]: https://servo.org\n',
    },
    {
      name: 'defined labels and footnotes',
      text: 'See [the notes][Notes] and this[^7], [^a].\n\n[notes]: https://servo.org\n[^7]: Here.\n[^a]: There.\n',
    },
    { name: 'patterns', text: 'The pattern [^a] or [^0-9] and `[^7]`, or [^1]+ alone.\n' },
    {
      name: 'HTML: brackets and labels',
      text: '<p>See [the notes][notes], [^7] and <a href="/x" title=x>x</a>.</p>\n\n[x]: https://servo.org\n',
    },
    { name: 'a comment', text: '<!-- (text)[https://servo.org] -->\n' },
  ],
  invalid: [
    {
      name: 'one bracket too many behind a pair',
      text: 'It is fixed ([#412](https://servo.org/412))) and (see [x](https://servo.org/x))).\n',
      reports: [`1:44-1:45 ${extra(')')}`, `1:80-1:81 ${extra(')')}`],
      unsafelyFixed: 'It is fixed ([#412](https://servo.org/412)) and (see [x](https://servo.org/x)).\n',
    },
    {
      name: 'angle brackets that stay open',
      text: '- 🎉 See <https://servo.org/a, and more\n- Then [text](<https://servo.org/a) and so\n',
      reports: [`1:10-1:30 ${angle}`, `2:8-2:36 ${angle}`],
      unsafelyFixed: '- 🎉 See <https://servo.org/a>, and more\n- Then [text](https://servo.org/a) and so\n',
    },
    {
      name: 'square brackets twice with a gap',
      text: 'The [notes] [https://servo.org/n] there.\n',
      reports: [`1:5-1:34 ${gap('notes')}`],
      unsafelyFixed: 'The [notes](https://servo.org/n) there.\n',
    },
    {
      name: 'titles',
      text: 'The [notes](https://servo.org/n "the notes) and [b](https://servo.org/b “the b”).\n',
      reports: [`1:5-1:44 ${title}`, `1:49-1:81 ${title}`],
      unsafelyFixed: 'The [notes](https://servo.org/n "the notes") and [b](https://servo.org/b "the b").\n',
    },
    {
      name: 'HTML: a tag without its quotation mark, up to the end',
      text: '<p>See <b>the</b> <a href="https://servo.org>site</a></p>\n',
      reports: [`1:19-1:46 ${tag}`],
      unsafelyFixed: '<p>See <b>the</b> <a href="https://servo.org">site</a></p>\n',
    },
    {
      name: 'labels and footnotes that nobody defines',
      text: '> See [the notes][nots], [this][2] and that[^7].\n\n[notes]: https://servo.org\n[1]: https://servo.org\n',
      reports: [
        `1:7-1:24 ${undefinedLabel('nots')}`,
        `1:26-1:35 ${undefinedLabel('2')}`,
        `1:44-1:48 ${footnote('7')}`,
      ],
    },
    {
      name: 'a footnote with a name',
      text: 'One[^a] and two[^b].\n\n[^a]: Here.\n',
      reports: [`1:16-1:20 ${footnote('b')}`],
    },
    {
      text: 'See the (notes)[https://servo.org/notes], they help.\n',
      reports: [`1:9-1:41 ${swapped}`],
      unsafelyFixed: 'See the [notes](https://servo.org/notes), they help.\n',
    },
    {
      name: 'square brackets twice, round brackets twice',
      text: '- 🎉 [notes][https://servo.org/notes]\n- (notes)(https://servo.org/notes)\n',
      reports: [`1:6-1:38 ${swapped}`, `2:3-2:35 ${swapped}`],
      unsafelyFixed: '- 🎉 [notes](https://servo.org/notes)\n- [notes](https://servo.org/notes)\n',
    },
    {
      name: 'a brace for a bracket',
      text: 'See {here](https://servo.org/a) and [there](https://servo.org/b}.\n',
      reports: [`1:5-1:32 ${swapped}`, `1:37-1:65 ${unclosed('there')}`],
      unsafelyFixed: 'See [here](https://servo.org/a) and [there](https://servo.org/b).\n',
    },
    {
      text: 'We met the [Servo team] (https://servo.org/team) in [Berlin] (/travel/berlin.html).\n',
      reports: [`1:12-1:49 ${gap('Servo team')}`, `1:53-1:83 ${gap('Berlin')}`],
      unsafelyFixed: 'We met the [Servo team](https://servo.org/team) in [Berlin](/travel/berlin.html).\n',
    },
    {
      name: 'a colon, a line end',
      text: '> See [notes]: (https://servo.org/notes)\n\n| [talk] (https://servo.org/t) | b |\n|---|---|\n\n## The [video]\n\nOne [long\ntext]\n(https://servo.org/a)\n',
      reports: [`1:7-1:41 ${gap('notes')}`, `3:3-3:31 ${gap('talk')}`, `8:5-10:22 ${gap('long text')}`],
      unsafelyFixed:
        '> See [notes](https://servo.org/notes)\n\n| [talk](https://servo.org/t) | b |\n|---|---|\n\n## The [video]\n\nOne [long\ntext](https://servo.org/a)\n',
    },
    {
      text: '## The [repository](https://git hub.com/servo/servo)\n\n![chart](../images/my chart.png)\n',
      reports: [`1:8-1:53 ${space('repository')}`, `3:2-3:33 ${space('chart')}`],
    },
    {
      name: 'a closing bracket is missing',
      text: '[a](https://servo.org/a and [b](https://servo.org/b).\n\nSee [the notes](https://servo.org/notes.\n',
      reports: [`1:1-1:24 ${unclosed('a')}`, `3:5-3:40 ${unclosed('the notes')}`],
    },
    {
      name: 'another bracket closes',
      text: 'See [the notes](https://servo.org/notes] of May.\n',
      reports: [`1:5-1:41 ${unclosed('the notes')}`],
      unsafelyFixed: 'See [the notes](https://servo.org/notes) of May.\n',
    },
    {
      text: 'See [the notes](https://servo.org/notes)), [a](https://servo.org)] and [[b](https://servo.org).\n',
      reports: [`1:41-1:42 ${extra(')')}`, `1:66-1:67 ${extra(']')}`, `1:72-1:73 ${extra('[')}`],
      unsafelyFixed:
        'See [the notes](https://servo.org/notes), [a](https://servo.org) and [b](https://servo.org).\n',
    },
    {
      name: 'a bracket too many behind the text',
      text: 'See [the notes]](https://servo.org/notes).\n',
      reports: [`1:16-1:17 ${extra(']')}`],
      unsafelyFixed: 'See [the notes](https://servo.org/notes).\n',
    },
    {
      name: 'the text does not open',
      text: '- **client](https://servo.org/client):** a client\n',
      reports: [`1:11-1:38 ${unopened}`],
    },
    {
      text: 'Read [my notes]([these notes](https://servo.org/notes)) and [sci]([url](https://servo.org/sci)).\n',
      reports: [`1:6-1:56 ${nested}`, `1:67-1:95 ${nested}`],
      unsafelyFixed: 'Read [my notes](https://servo.org/notes) and [sci](https://servo.org/sci).\n',
    },
    {
      name: 'an address that nothing closes, and the sentence goes on',
      text: '😀 See [a](https://servo.org/a, [b](https://servo.org/b) and [c](https://servo.org/c.\n',
      reports: [`1:8-1:31 ${unclosed('a')}`, `1:62-1:85 ${unclosed('c')}`],
    },
    {
      name: 'a tag without its quotation mark',
      text: 'See <a href="https://servo.org>the site</a> now.\n',
      reports: [`1:5-1:32 ${tag}`],
      unsafelyFixed: 'See <a href="https://servo.org">the site</a> now.\n',
    },
    {
      name: 'schemes',
      text: '[a](https:/servo.org/x) [b](hhtps://servo.org) [c](http//servo.org) <a href="htps://servo.org">d</a>\n\n[e]: ttps://servo.org/e\n',
      reports: [
        `1:5-1:23 ${scheme('https:/', 'https://')}`,
        `1:29-1:46 ${scheme('hhtps://', 'https://')}`,
        `1:52-1:67 ${scheme('http//', 'http://')}`,
        `1:78-1:94 ${scheme('htps://', 'https://')}`,
        `3:6-3:24 ${scheme('ttps://', 'https://')}`,
      ],
      unsafelyFixed:
        '[a](https://servo.org/x) [b](https://servo.org) [c](http://servo.org) <a href="https://servo.org">d</a>\n\n[e]: https://servo.org/e\n',
    },
    {
      name: 'schemes in text',
      text: 'It is at https//servo.org/notes.html and <b>https:/servo.org/news</b>.\n\n<p>Or at htttps://servo.org/x.</p>\n',
      reports: [
        `1:10-1:37 ${scheme('https//', 'https://')}`,
        `1:45-1:66 ${scheme('https:/', 'https://')}`,
        `3:10-3:30 ${scheme('htttps://', 'https://')}`,
      ],
      unsafelyFixed:
        'It is at https://servo.org/notes.html and <b>https://servo.org/news</b>.\n\n<p>Or at https://servo.org/x.</p>\n',
    },
    {
      name: 'an address twice',
      text: '[a](https://https://servo.org) and https://http://servo.org/x\n',
      reports: [`1:5-1:30 ${twice('https://')}`, `1:36-1:62 ${twice('https://')}`],
      unsafelyFixed: '[a](https://servo.org) and http://servo.org/x\n',
    },
    {
      name: 'host names',
      text: '[a](https://servo..org/x) [b](https://servo,org/x)\n',
      reports: [`1:5-1:25 ${host('..')}`, `1:31-1:50 ${host(',')}`],
      unsafelyFixed: '[a](https://servo.org/x) [b](https://servo.org/x)\n',
    },
    {
      name: 'without a scheme',
      text: '[a](www.servo.org/x) <a href="www.servo.org">b</a>\n\n![c](www.servo.org/c.png)\n',
      reports: [`1:5-1:20 ${relative}`, `1:31-1:44 ${relative}`, `3:6-3:25 ${relative}`],
      unsafelyFixed:
        '[a](https://www.servo.org/x) <a href="https://www.servo.org">b</a>\n\n![c](https://www.servo.org/c.png)\n',
    },
    {
      name: 'mailboxes',
      text: '[mail](news@servo.org) or [write](mailto://news@servo.org)\n',
      reports: [`1:8-1:22 ${mail}`, `1:35-1:58 ${mail}`],
      unsafelyFixed: '[mail](mailto:news@servo.org) or [write](mailto:news@servo.org)\n',
    },
    {
      name: 'quotation marks and brackets around the address',
      text: '[a]("https://servo.org/a") [b]((https://servo.org/b)) <a href=“https://servo.org”>c</a>\n',
      reports: [`1:5-1:26 ${wrapped}`, `1:32-1:53 ${wrapped}`, `1:55-1:83 ${tag}`],
      unsafelyFixed: '[a](https://servo.org/a) [b](https://servo.org/b) <a href="https://servo.org">c</a>\n',
    },
    {
      name: 'markup in the address',
      text: '<p><a href="https://servo.org>site</a> and <a href="https://servo.org/b">b</a></p>\n',
      reports: [`1:13-1:52 ${markup('>site</a> and <a href=')}`],
    },
    {
      name: 'words in the address',
      text: '- [file](https://github.com/servo/servo/pull/359%2026%20Nov%202014)\n- [a](https://servo.org/a%20)\n- [b](https://servo.org/b%E2%80%9D)\n',
      reports: [
        `1:10-1:67 ${swallowed('%2026%20Nov%202014')}`,
        `2:7-2:29 ${swallowed('%20')}`,
        `3:7-3:35 ${swallowed('%E2%80%9D')}`,
      ],
      unsafelyFixed:
        '- [file](https://github.com/servo/servo/pull/359)\n- [a](https://servo.org/a)\n- [b](https://servo.org/b)\n',
    },
    {
      name: 'spaces around the address',
      text: '[a]( https://servo.org/a), [b](https://servo.org/b  ) and <a href=" https://servo.org/c">c</a>\n',
      reports: [`1:5-1:25 ${padded}`, `1:32-1:53 ${padded}`, `1:68-1:88 ${padded}`],
      unsafelyFixed:
        '[a](https://servo.org/a), [b](https://servo.org/b) and <a href="https://servo.org/c">c</a>\n',
    },
    {
      name: 'a definition in brackets',
      text: '[a][a]\n\n[a]: (https://servo.org)\n',
      reports: [`3:6-3:25 ${wrapped}`],
      unsafelyFixed: '[a][a]\n\n[a]: https://servo.org\n',
    },
    {
      name: 'no fix where the address is written with an entity',
      text: '[a](https:/servo.org/?a&amp;b)\n',
      reports: [`1:5-1:30 ${scheme('https:/', 'https://')}`],
    },
  ],
});
