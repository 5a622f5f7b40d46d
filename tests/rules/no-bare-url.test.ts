import rule from '../../src/rules/no-bare-url.ts';
import { testRule } from '../../src/testing.ts';

const remedy = 'put it in angle brackets, `<…>`, or give it a text';
const url = (address: string) =>
  `The address ${address} stands bare, so not every site makes a link of it: ${remedy}.`;
const email = (address: string) =>
  `The e-mail address ${address} stands bare, so not every site makes a link of it: ${remedy}.`;
const inMdx = (message: string) => message.replace(remedy, 'write `[text](address)`');

const broken = (address: string) =>
  `The link to ${address} is broken, so its address stands bare: write \`[text](address)\`, with nothing else between \`(\` and \`)\`.`;

testRule(rule, {
  valid: [
    {
      name: 'links',
      text: '<https://servo.org> [site](https://servo.org) <me@servo.org> [me](mailto:me@servo.org)\n',
    },
    { name: 'a file that looks like a mailbox', text: 'The logo is foo@2x.png.\n' },
    { name: 'a host of a local network', text: 'Go to http://printer/status now.\n' },
    { name: 'an attribute of a tag that is broken', text: 'Hi <a href=https://servo.org/a/>z</a> there\n' },
    {
      name: 'text of links',
      text: '[https://servo.org](https://servo.org) [me@servo.org](mailto:me@servo.org)\n',
    },
    { name: 'text of HTML links', text: 'See <a href="https://servo.org"><b>https://servo.org</b></a>.\n' },
    { name: 'code', text: '`https://servo.org` and <code>me@servo.org</code>\n\n    https://servo.org\n' },
    { name: 'front matter', text: '---\nsite: https://servo.org\n---\n' },
    { name: 'definitions', text: 'See [a].\n\n[a]: https://servo.org\n' },
    { name: 'template tags', text: '{{< video https://servo.org/a.mp4 >}} {% embed https://servo.org %}\n' },
    { name: 'comments', text: 'a <!-- https://servo.org -->\n' },
    { name: 'attributes', text: '<img src="https://servo.org/a.png"> ![](https://servo.org/b.png)\n' },
    {
      name: 'samples',
      text: 'https://example.com/x me@example.org http://localhost:8080/ http://127.0.0.1/ http://api.test\n',
    },
    {
      name: 'no addresses',
      text: 'git@github.com:servo/servo, uefi-raw@0.3.0, @servo, @servo@floss.social, @types/node@20, a@b\n',
    },
    { name: 'a Markdown link in raw HTML', text: '<div>\n[site](https://servo.org)\n</div>\n' },
    {
      name: 'definitions that a paragraph took in',
      text: '[a]:\n[b]: https://servo.org/b\n  [c d]: https://servo.org/c "The title"\n\n**[e]: https://servo.org/e**\n[me]: me@servo.org\n',
    },
    { name: 'the same in a quote', text: '> See\n> [a]: https://servo.org/b\n' },
    { name: 'e-mail left out', text: 'Write to me@servo.org.\n', options: { email: false } },
    { name: 'web left out', text: 'Read https://servo.org.\n', options: { url: false } },
  ],
  invalid: [
    {
      name: 'behind a bracket that nobody closed: no fix',
      text: 'Read <https://servo.org/a and then.\n\nSee [text](<https://servo.org/b) and so.\n',
      reports: [`1:7-1:26 ${url('https://servo.org/a')}`, `3:13-3:32 ${url('https://servo.org/b')}`],
    },
    {
      text: 'Read https://servo.org/blog, or (http://servo.org/a_(b)).\n',
      reports: [`1:6-1:28 ${url('https://servo.org/blog')}`, `1:34-1:56 ${url('http://servo.org/a_(b)')}`],
      fixed: 'Read <https://servo.org/blog>, or (<http://servo.org/a_(b)>).\n',
    },
    {
      name: 'e-mail in an element',
      text: 'Contact us at <u>contact@servo.org</u>, or mailto:me@servo.org.&nbsp;\n',
      reports: [`1:18-1:35 ${email('contact@servo.org')}`, `1:44-1:63 ${email('me@servo.org')}`],
      fixed: 'Contact us at <u><contact@servo.org></u>, or <me@servo.org>.&nbsp;\n',
    },
    {
      name: 'without a scheme',
      text: 'Read www.servo.org/a_b.\n',
      reports: [`1:6-1:23 ${url('www.servo.org/a_b')}`],
      fixed: 'Read [www.servo.org/a\\_b](https://www.servo.org/a_b).\n',
    },
    {
      name: 'in every kind of text',
      text: '# At https://servo.org\n\n* **https://servo.org**\n\n> https://servo.org\n\n| a |\n| --- |\n| https://servo.org |\n',
      reports: [
        `1:6-1:23 ${url('https://servo.org')}`,
        `3:5-3:22 ${url('https://servo.org')}`,
        `5:3-5:20 ${url('https://servo.org')}`,
        `9:3-9:20 ${url('https://servo.org')}`,
      ],
      fixed:
        '# At <https://servo.org>\n\n* **<https://servo.org>**\n\n> <https://servo.org>\n\n| a |\n| --- |\n| <https://servo.org> |\n',
    },
    {
      name: 'escapes and entities are decoded, for nothing is between angle brackets',
      text: 'https://servo.org/a\\_b?x=1&amp;y=2 here\n',
      reports: [`1:1-1:35 ${url('https://servo.org/a\\_b?x=1&amp;y=2')}`],
      fixed: '<https://servo.org/a_b?x=1&y=2> here\n',
    },
    {
      name: 'no fix in a block of HTML',
      text: '<div>https://servo.org</div>\n',
      reports: [`1:6-1:23 ${url('https://servo.org')}`],
    },
    {
      name: 'no fix where a link went wrong: it needs another one',
      text: '[site] (https://servo.org), [site](https://servo.org/a b), [site]((https://servo.org/c)\n',
      reports: [
        `1:9-1:26 ${broken('https://servo.org')}`,
        `1:36-1:55 ${broken('https://servo.org/a')}`,
        `1:68-1:87 ${broken('https://servo.org/c')}`,
      ],
    },
    {
      name: 'half of a link',
      text: '* [**Meetup**]https://servo.org/m)\n* http-client](https://servo.org/h)\n* [me](me@servo.org x)\n',
      reports: [
        `1:15-1:34 ${broken('https://servo.org/m')}`,
        `2:16-2:35 ${broken('https://servo.org/h')}`,
        `3:8-3:20 ${broken('me@servo.org')}`,
      ],
    },
    {
      name: 'behind a label',
      text: 'Notes\n[1] https://servo.org/a\n[2]: https://servo.org/b is new, [3]: https://servo.org/c\n',
      reports: [
        `2:5-2:24 ${url('https://servo.org/a')}`,
        `3:6-3:25 ${url('https://servo.org/b')}`,
        `3:39-3:58 ${url('https://servo.org/c')}`,
      ],
    },
    {
      name: 'in a footnote',
      text: 'See[^1].\n\n[^1]: https://servo.org\n',
      reports: [`3:7-3:24 ${url('https://servo.org')}`],
      fixed: 'See[^1].\n\n[^1]: <https://servo.org>\n',
    },
    {
      name: 'MDX has no angle brackets',
      path: 'a.mdx',
      text: 'https://servo.org/a_(b) or me@servo.org\n',
      reports: [
        `1:1-1:24 ${inMdx(url('https://servo.org/a_(b)'))}`,
        `1:28-1:40 ${inMdx(email('me@servo.org'))}`,
      ],
      fixed:
        '[https://servo.org/a\\_(b)](<https://servo.org/a_(b)>) or [me@servo.org](mailto:me@servo.org)\n',
    },
  ],
});
