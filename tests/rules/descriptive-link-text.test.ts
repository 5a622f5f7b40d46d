import rule from '../../src/rules/descriptive-link-text.ts';
import { testRule } from '../../src/testing.ts';

const vague = (text: string) =>
  `The link text “${text}” says nothing of where it leads: link the words that name what readers find there.`;

testRule(rule, {
  valid: [
    { text: 'Read [our report for spring](https://servo.org/report).\n' },
    {
      name: 'a longer text with the word in it',
      text: 'The slides are [here in full](https://servo.org/s).\n',
    },
    {
      name: 'what is linked is named',
      text: 'See [this RFC](https://servo.org/1), [this post](https://servo.org/2).\n',
    },
    {
      name: 'numbers of notes',
      text: 'It is faster.[\\[1\\]](https://servo.org/1) [1](https://servo.org/2)\n',
    },
    {
      name: 'labels',
      text: '[docs](https://servo.org/d) [source](https://servo.org/s) [PR](https://servo.org/p)\n',
    },
    {
      name: 'other words',
      text: '[there](https://servo.org/a) [hereby](https://servo.org/b) [Moore](https://servo.org/c)\n',
    },
    {
      name: 'the text is a name',
      text: '[more](https://crates.io/crates/more) by [HERE](https://www.here.com/)\n',
    },
    {
      name: 'words of one phrase with a link each',
      text: 'We are [adding](/1) [more](/2) [looms](/3) and <a href="/4">more</a> <a href="/5">wool</a>.\n',
    },
    { name: 'code is a name', text: 'The keyword [`this`](https://servo.org/keywords) is new.\n' },
    { name: 'no link', text: 'Click here, read more, see this link.\n' },
    { name: 'text in brackets without a target', text: 'See [here] and [this].\n' },
    { name: 'alternative texts', text: '![here](a.png) <img src="a.png" alt="here">\n' },
    { name: 'a picture as text', text: '[![more](a.png)](https://servo.org)\n' },
    { name: 'code', text: '`[here](https://servo.org)`\n\n    [here](https://servo.org)\n' },
    { name: 'comments', text: '<!-- [here](https://servo.org) <a href="/x">here</a> -->\n' },
    { name: 'a definition', text: '[text][here]\n\n[here]: https://servo.org\n' },
    { name: 'an anchor without a target', text: '<a name="x">here</a>\n' },
    { name: 'no target', text: '[here]()\n' },
    { name: 'an empty text', text: '[](https://servo.org) <a href="/x"> </a>\n' },
    { name: 'autolinks', text: '<https://servo.org/here>\n' },
    { name: 'front matter', text: '---\ntitle: Read more here\n---\n' },
    { name: 'template tags', text: '[here]{{< ref "a" >}}\n' },
    { name: 'other languages', text: '[hier](https://servo.org) [aqui](https://servo.org/a)\n' },
    { name: 'allowed', text: '[More…](https://servo.org/a)\n', options: { allow: ['more'] } },
  ],
  invalid: [
    {
      text: 'You can read it [here](https://servo.org/a), or [click here](https://servo.org/b).\n',
      reports: [`1:18-1:22 ${vague('here')}`, `1:50-1:60 ${vague('click here')}`],
    },
    {
      name: 'in any case',
      text: '[HERE](https://servo.org) [Read More](/b)\n',
      reports: [`1:2-1:6 ${vague('HERE')}`, `1:28-1:37 ${vague('Read More')}`],
    },
    {
      name: 'marks and emoji do not count',
      text: '🎉 [**here**.](https://servo.org) [→ Learn more »](/b)\n',
      reports: [`1:7-1:14 ${vague('here.')}`, `1:36-1:50 ${vague('→ Learn more »')}`],
    },
    {
      name: 'underlined',
      text: 'in [<u>this</u>](https://servo.org/a) deck\n',
      reports: [`1:8-1:12 ${vague('this')}`],
    },
    { name: 'spaces', text: '[ here ](https://servo.org/a)\n', reports: [`1:3-1:7 ${vague('here')}`] },
    {
      name: 'over two lines',
      text: '[click\nhere](https://servo.org/a)\n',
      reports: [`1:2-2:5 ${vague('click here')}`],
    },
    {
      name: 'references',
      text: 'See [this link][a] and [here].\n\n[a]: /a\n[here]: /b\n',
      reports: [`1:6-1:15 ${vague('this link')}`, `1:25-1:29 ${vague('here')}`],
    },
    {
      name: 'HTML in Markdown',
      text: 'See <a href="/a"><b>here</b></a>.\n',
      reports: [`1:21-1:25 ${vague('here')}`],
    },
    {
      name: 'a block of HTML',
      text: '<div>\n  <p>See <a class="x" href="/a">Read&nbsp;more</a>.</p>\n</div>\n',
      reports: [`2:33-2:47 ${vague('Read more')}`],
    },
    {
      name: 'headings, lists and quotes',
      text: '## Slides [here](/a)\n\n* [link](/b)\n\n> [more info](/c)\n',
      reports: [`1:12-1:16 ${vague('here')}`, `3:4-3:8 ${vague('link')}`, `5:4-5:13 ${vague('more info')}`],
    },
    { name: 'tables', text: '| a |\n| --- |\n| [link](/b) |\n', reports: [`3:4-3:8 ${vague('link')}`] },
    {
      name: 'targets of other kinds',
      text: '[here](mailto:me@servo.org) [this](#top) [link](a.pdf)\n',
      reports: [`1:2-1:6 ${vague('here')}`, `1:30-1:34 ${vague('this')}`, `1:43-1:47 ${vague('link')}`],
    },
    {
      name: 'front matter before it',
      text: '---\ntitle: a\n---\n\n[here](/a)\n',
      reports: [`5:2-5:6 ${vague('here')}`],
    },
    { name: 'entities', text: '[here&hellip;](/a)\n', reports: [`1:2-1:14 ${vague('here…')}`] },
    {
      name: 'side by side, and no phrase',
      text: '[here](/1) [looms](/2) [More](/3) [wool](/4), [looms](/5) [more](/6)\n',
      reports: [`1:2-1:6 ${vague('here')}`, `1:25-1:29 ${vague('More')}`, `1:60-1:64 ${vague('more')}`],
    },
    {
      name: 'more texts by option',
      text: '[Hier!](/a)\n',
      options: { also: ['hier'] },
      reports: [`1:2-1:7 ${vague('Hier!')}`],
    },
  ],
});
