import rule from '../../src/rules/no-empty-link.ts';
import { testRule } from '../../src/testing.ts';

const target = (text: string) =>
  `The link “${text}” has no target: write its address, or take the link away.`;
const image = 'The image has no address: write where it is, or delete it.';
const placeholder = (text: string) =>
  `The link “${text}” leads nowhere, \`#\` is only a placeholder: write its address, or take the link away.`;
const noText = 'The link has no text, so no one can see or click it: write what it leads to, or delete it.';

testRule(rule, {
  valid: [
    {
      name: 'an image that is loaded late',
      text: '<img src="" data-src="a.png" alt="a"> <img src="" srcset="a.png 2x">\n',
    },
    { name: 'a lambda that captures', text: 'Pass [&]() or [=]() instead.\n' },
    { text: 'See [the notes](https://servo.org/notes) and <https://servo.org>.\n' },
    { name: 'an image as text', text: '[![chart](chart.png)](https://servo.org) [![](a.png)](/a)\n' },
    { name: 'an image as text in HTML', text: '<a href="https://servo.org"><img src="a.png"></a>\n' },
    { name: 'an image without alternative text', text: '![](chart.png)\n' },
    { name: 'code as text', text: '[`servo`](https://servo.org) [`` ` ``](/a)\n' },
    { name: 'an emoji as text', text: '[🎉](https://servo.org) [→](/next) [#](#top)\n' },
    { name: 'an entity as text', text: '[&rarr;](https://servo.org)\n' },
    { name: 'anchors', text: '<a name="top"></a> <a id="news"></a>\n\n<a name="x"/>\n' },
    {
      name: 'an anchor that is a link',
      text: '<h2>News <a href="#news" class="anchor" aria-hidden="true"></a></h2>\n',
    },
    { name: 'an icon', text: '<a href="https://servo.org"><i class="fa fa-home"></i></a>\n' },
    {
      name: 'an icon by class',
      text: '<p><a class="icon-github" href="https://github.com/servo"></a></p>\n',
    },
    { name: 'a label for screen readers', text: '<a href="https://servo.org" aria-label="Servo"></a>\n' },
    { name: 'a drawing', text: '<a href="https://servo.org"><svg><path d="M0 0"/></svg></a>\n' },
    { name: 'something embedded', text: '<a href="https://servo.org"><video src="a.mp4"></video></a>\n' },
    { name: 'code in HTML', text: '<pre><code><a href="https://servo.org/f">f</a>(x)</code></pre>\n' },
    { name: 'up', text: '[Back to top](#) [↑](#) [Nach oben](#) [Table of contents](#)\n' },
    { name: 'a fragment', text: '[news](#news) [](#news)\n' },
    { name: 'comments as definitions', text: 'Text.\n\n[//]: # (a comment)\n[comment]: <> (another)\n' },
    {
      name: 'a template',
      text: '[a]({{ url }}) <a href="{{ url }}">b</a> [{{ title }}](https://servo.org)\n',
    },
    { name: 'a shortcode', text: '[a]({{< ref "x.md" >}})\n' },
    { name: 'a script', text: '<a href="" onclick="play()">Play</a> <a href="#" class="button">Go</a>\n' },
    { name: 'HTML with #', text: '<p><a href="#">more</a></p>\n' },
    { name: 'a function of C++', text: 'Write [](int x) { return x; } or []() { } or [x]() -> int.\n' },
    { name: 'in code', text: 'Write `[text]()`.\n\n    [](https://servo.org)\n' },
    { name: 'in a comment', text: '<!-- [text]() <a href="">x</a> -->\n' },
    { name: 'a relative target with text', text: '[a](b) [c](.)\n' },
    { name: 'a task and brackets', text: '- [ ] (open)\n- [] (none)\n' },
    { name: 'a reference', text: '[a][b]\n\n[b]: https://servo.org\n' },
    { name: 'emphasis as text', text: '[**Servo**](https://servo.org) [*1*](/a)\n' },
  ],
  invalid: [
    { text: 'We use [tech.ml]() for it.\n', reports: [`1:8-1:19 ${target('tech.ml')}`] },
    { text: '- 🎉 [Berlin meetup](<>)\n', reports: [`1:6-1:25 ${target('Berlin meetup')}`] },
    {
      name: 'white space as target',
      text: '[a]( ) [b](\t)\n',
      reports: [`1:1-1:7 ${target('a')}`, `1:8-1:14 ${target('b')}`],
    },
    {
      name: 'a target with a title alone',
      text: '[notes](<> "The notes")\n',
      reports: [`1:1-1:24 ${target('notes')}`],
    },
    {
      name: 'in a heading, a quote and a table',
      text: '## [News]()\n\n> [a]()\n\n| [b]() | c |\n|---|---|\n',
      reports: [`1:4-1:12 ${target('News')}`, `3:3-3:8 ${target('a')}`, `5:3-5:8 ${target('b')}`],
    },
    {
      name: 'in HTML',
      text: '<p>See <a href="">the notes</a>.</p>\n\nOr <a href>these</a>.\n',
      reports: [`1:8-1:32 ${target('the notes')}`, `3:4-3:21 ${target('these')}`],
    },
    {
      name: 'white space in HTML',
      text: '<a href=" ">the notes</a>\n',
      reports: [`1:1-1:26 ${target('the notes')}`],
    },
    {
      name: 'a long text',
      text: '[Everything that we have done since the last time]()\n',
      reports: [`1:1-1:53 ${target('Everything that we have done since the…')}`],
    },
    { name: 'neither text nor target', text: 'It is []().\n', reports: [`1:7-1:11 ${target('')}`] },
    {
      name: 'images',
      text: '![chart]()\n\n<img src="" alt="x">\n',
      reports: [`1:1-1:11 ${image}`, `3:1-3:21 ${image}`],
    },
    {
      name: 'an image around which a link stands',
      text: '[![chart]()](https://servo.org)\n',
      reports: [`1:2-1:12 ${image}`],
    },
    { text: 'See [the notes](#).\n', reports: [`1:5-1:19 ${placeholder('the notes')}`] },
    {
      name: 'a placeholder in a list',
      text: '* [Discuss *this*](#)\n',
      reports: [`1:3-1:22 ${placeholder('Discuss this')}`],
    },
    {
      text: '| Ada | [](https://github.com/ada)[ada](https://github.com/ada) |\n|---|---|\n',
      reports: [`1:9-1:35 ${noText}`],
    },
    {
      name: 'white space and invisible signs',
      text: '[ ](https://servo.org) [&nbsp;](/a) [\u200B](mailto:a@servo.org)\n',
      reports: [`1:1-1:23 ${noText}`, `1:24-1:36 ${noText}`, `1:37-1:60 ${noText}`],
    },
    {
      name: 'no text in HTML',
      text: '<p>So <a href="https://servo.org"></a>it is, <a href="https://servo.org"><b> </b></a>now.</p>\n',
      reports: [`1:7-1:39 ${noText}`, `1:46-1:86 ${noText}`],
    },
    {
      name: 'no text in HTML between Markdown',
      text: 'So <a href="https://servo.org">&nbsp;</a> it is.\n',
      reports: [`1:4-1:42 ${noText}`],
    },
    {
      name: 'a comment as text',
      text: '<a href="https://servo.org"><!-- x --></a>\n',
      reports: [`1:1-1:43 ${noText}`],
    },
  ],
});
