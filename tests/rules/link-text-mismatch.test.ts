import rule from '../../src/rules/link-text-mismatch.ts';
import { testRule } from '../../src/testing.ts';

const mail = (text: string, url: string) =>
  `The text is the e-mail address ${text}, but the link leads to ${url}: give it the target that the text names.`;
const host = (text: string, url: string) =>
  `The text is the address ${text}, but the link leads to ${url}: make both the same.`;
const path = (text: string, url: string) =>
  `The text is the address ${text}, but the link leads to another page, ${url}: make both the same.`;
const number = (text: string, actual: string) =>
  `The text says ${text}, but the link leads to number ${actual}: make both the same.`;
const unfinished = (text: string, digits: string) =>
  `The text says ${text}, but the address of the link ends before the number: add ${digits}.`;
const other = (text: string, url: string) =>
  `The text says ${text}, but the link leads to ${url}: make both the same.`;
const release = (text: string, url: string) =>
  `The text says ${text}, but the link leads to the release ${url}: make both the same.`;

const repo = 'https://github.com/servo/servo';

testRule(rule, {
  valid: [
    {
      name: 'mail',
      text: '[me@servo.org](mailto:me@servo.org?subject=Hi) [Me@Servo.org](mailto:me@servo.org)\n',
    },
    {
      name: 'a page about the mailbox',
      text: '[dev@lists.servo.org](https://servo.org/list?dev) [press@servo.org](https://servo.org/contact)\n',
    },
    { name: 'a hidden mailbox', text: '<a href="/cdn-cgi/l/email-protection#1f2">me@servo.org</a>\n' },
    {
      name: 'handles and versions',
      text: '[@ana@floss.social](https://floss.social/@ana) [iroh@0.17.0](https://servo.org/iroh) [logo@2x.png](a.png)\n',
    },
    {
      name: 'scheme, www, case, slash, index',
      text: '[https://Servo.org/a](http://www.servo.org/A/index.html) [www.servo.org](https://servo.org/)\n',
    },
    { name: 'tracking and fragments', text: '[https://servo.org/a](https://servo.org/a?utm_source=x#b)\n' },
    {
      name: 'shortened text',
      text: '[https://servo.org/blog/2…](https://servo.org/news/2024) [https://servo.org/a](https://servo.org/a/b/c)\n',
    },
    {
      name: 'one goes on where the other ends',
      text: '[https://servo.org/a/](https://servo.org/a/b) [https://servo.org/a/b](https://servo.org/a) [https://servo.org/a](https://servo.org/a#b) [https://servo.org/a](https://servo.org/a.git)\n',
    },
    { name: 'another host of the site', text: '[https://blog.servo.org/a](https://servo.org/blog/a)\n' },
    {
      name: 'the same page in another place',
      text: '[https://servo.org/2024/roadmap](https://servo.org/blog/roadmap)\n',
    },
    {
      name: 'short links',
      text: '[https://servo.org/a](https://bit.ly/3x) [https://youtu.be/abc](https://www.youtube.com/watch?v=abc)\n',
    },
    { name: 'trackers of newsletters', text: '[https://servo.org/a](https://click.mail.acme.com/x/123)\n' },
    {
      name: 'archived pages',
      text: '[https://servo.org/a](https://web.archive.org/web/2024/https://servo.org/a)\n',
    },
    {
      name: 'redirects',
      text: '[https://servo.org/a](https://www.google.com/url?q=https%3A%2F%2Fservo.org%2Fa)\n',
    },
    { name: 'services of two names', text: '[https://twitter.com/servo](https://x.com/servo)\n' },
    { name: 'encoded', text: '[https://servo.org/größe](https://servo.org/gr%C3%B6%C3%9Fe)\n' },
    {
      name: 'names that look like hosts',
      text: '[crates.io](https://blog.rust-lang.org/a) [Node.js](https://nodejs.org) [foo.rs](https://servo.org/b) [README.md](https://servo.org/c)\n',
    },
    {
      name: 'names of packages',
      text: '[k8s.io/api](https://github.com/kubernetes/api) [servo/servo](https://github.com/servo/servo)\n',
    },
    { name: 'a relative target', text: '[https://servo.org/a](/a) [me@servo.org](contact.md)\n' },
    { name: 'sample hosts', text: '[http://localhost:8080](https://servo.org/docs)\n' },
    {
      name: 'numbers',
      text: `[#12](${repo}/pull/12) [PR #12](${repo}/pull/12/files) [servo#12](${repo}/issues/12#issuecomment-3)\n`,
    },
    {
      name: 'an issue under the address of a pull request',
      text: `[issue #12](${repo}/pull/12) [#012](${repo}/issues/12)\n`,
    },
    {
      name: 'a comment or a commit',
      text: `[#12](${repo}/issues/9#issuecomment-12) [#12](${repo}/commit/a1b2c3)\n`,
    },
    {
      name: 'numbers of other things',
      text: '[#12](https://servo.org/blog/newsletter) [Issue 12](https://github.com/servo/weekly/issues/14) [RFC #12](https://github.com/servo/rfcs/pull/14)\n',
    },
    {
      name: 'a list of issues',
      text: `[issues](${repo}/issues) [#easy](${repo}/issues) [12 issues](${repo}/issues/)\n`,
    },
    { name: 'a title', text: `[Fix #12](${repo}/pull/13) [Backport of #12](${repo}/pull/13)\n` },
    {
      name: 'versions',
      text: `[1.2.3](${repo}/releases/tag/v1.2.3) [Servo 1.2](${repo}/releases/tag/v1.2.0) [2.0.0](${repo}/releases/tag/2.0.0-rc1)\n`,
    },
    {
      name: 'a tag without a version',
      text: `[1.2.3](${repo}/releases/tag/nightly) [1.2.3](${repo}/compare/v1.2.2...v1.2.4)\n`,
    },
    {
      name: 'identifiers',
      text: '[CVE-2024-1234](https://nvd.nist.gov/vuln/detail/CVE-2024-1234) [PEP 8](https://peps.python.org/pep-0008/) [CVE-2024-1](https://servo.org/news)\n',
    },
    {
      name: 'images, code, comments, definitions',
      text: `![#4](${repo}/pull/) \`[#4](${repo}/pull/5)\` <!-- [#4](${repo}/pull/5) -->\n\n[#4]: ${repo}/pull/5\n`,
    },
    { name: 'template tags', text: '[#4]({{ repo }}/pull/5) <a href="{{ repo }}/pull/5">#4</a>\n' },
  ],
  invalid: [
    {
      name: 'a letter too many',
      text: '🎉 [https://servo.org/noor-lib](https://servo.org/noor-libs) <a href="https://servo.org/v2">https://servo.org/v21</a>\n',
      reports: [
        `1:5-1:31 ${path('https://servo.org/noor-lib', 'https://servo.org/noor-libs')}`,
        `1:93-1:114 ${path('https://servo.org/v21', 'https://servo.org/v2')}`,
      ],
    },
    {
      text: 'Write to [membership@servo.org](https://servo.org/news/q1-2024-recap/).\n',
      reports: [`1:11-1:31 ${mail('membership@servo.org', 'https://servo.org/news/q1-2024-recap/')}`],
      unsafelyFixed: 'Write to [membership@servo.org](mailto:membership@servo.org).\n',
    },
    {
      name: 'another mailbox',
      text: '🎉 **[ana@servo.org](mailto:ben@servo.org)**\n',
      reports: [`1:7-1:20 ${mail('ana@servo.org', 'mailto:ben@servo.org')}`],
      unsafelyFixed: '🎉 **[ana@servo.org](mailto:ana@servo.org)**\n',
    },
    {
      name: 'another host',
      text: '[https://servo.org/a](https://ladybird.dev/b) [www.servo.org](https://ladybird.dev)\n',
      reports: [
        `1:2-1:21 ${host('https://servo.org/a', 'https://ladybird.dev/b')}`,
        `1:48-1:61 ${host('www.servo.org', 'https://ladybird.dev')}`,
      ],
    },
    {
      name: 'a mailbox instead of a page',
      text: '* [https://servo.org](mailto:me@servo.org)\n',
      reports: [`1:4-1:21 ${host('https://servo.org', 'mailto:me@servo.org')}`],
    },
    {
      name: 'another page',
      text: '> [https://servo.org/blog/may](https://servo.org/blog/june)\n',
      reports: [`1:4-1:30 ${path('https://servo.org/blog/may', 'https://servo.org/blog/june')}`],
    },
    {
      name: 'the number is missing',
      text: `## Merged\n\n- [#4](${repo}/pull/): tests\n- [#6](<${repo}/issues>)\n`,
      reports: [`3:8-3:44 ${unfinished('#4', '4')}`, `4:9-4:46 ${unfinished('#6', '6')}`],
      unsafelyFixed: `## Merged\n\n- [#4](${repo}/pull/4): tests\n- [#6](<${repo}/issues/6>)\n`,
    },
    {
      name: 'another number',
      text: `Fix ([#534](${repo}/issues/543))\n`,
      reports: [`1:7-1:11 ${number('#534', '543')}`],
    },
    {
      name: 'numbers with words',
      text: `[PR #5](${repo}/pull/6) [pull request 5](${repo}/pull/6) [servo/servo#5](${repo}/issues/6) [!5](https://gitlab.com/a/b/-/merge_requests/6)\n`,
      reports: [
        `1:2-1:7 ${number('PR #5', '6')}`,
        `1:49-1:63 ${number('pull request 5', '6')}`,
        `1:105-1:118 ${number('servo/servo#5', '6')}`,
        `1:162-1:164 ${number('!5', '6')}`,
      ],
    },
    {
      name: 'a reference',
      text: `See [#5][a] and [#7][b].\n\n[a]: ${repo}/pull/6\n[b]: ${repo}/pull/\n`,
      reports: [`1:6-1:8 ${number('#5', '6')}`, `4:6-4:42 ${unfinished('#7', '7')}`],
    },
    {
      name: 'a table',
      text: `| a |\n| --- |\n| [#5](${repo}/pull/6) |\n`,
      reports: [`3:4-3:6 ${number('#5', '6')}`],
    },
    {
      name: 'another release',
      text: `Out is _[3.2.36](${repo}/releases/tag/v3.2.26)_.\n`,
      reports: [`1:10-1:16 ${release('3.2.36', `${repo}/releases/tag/v3.2.26`)}`],
    },
    {
      name: 'another identifier',
      text: '[CVE-2024-1234](https://nvd.nist.gov/vuln/detail/CVE-2024-4321) [PEP 703](https://peps.python.org/pep-0704/)\n',
      reports: [
        `1:2-1:15 ${other('CVE-2024-1234', 'https://nvd.nist.gov/vuln/detail/CVE-2024-4321')}`,
        `1:66-1:73 ${other('PEP 703', 'https://peps.python.org/pep-0704/')}`,
      ],
    },
    {
      name: 'HTML',
      text: `See <a href="${repo}/pull/6"><b>#5</b></a>.\n`,
      reports: [`1:56-1:58 ${number('#5', '6')}`],
    },
    {
      name: 'a block of HTML',
      text: '<div><p>Write to <a href="https://servo.org/a">me@servo.org</a>, see <a href="https://ladybird.dev/">https://servo.org</a></p></div>\n',
      reports: [
        `1:48-1:60 ${mail('me@servo.org', 'https://servo.org/a')}`,
        `1:102-1:119 ${host('https://servo.org', 'https://ladybird.dev/')}`,
      ],
      unsafelyFixed:
        '<div><p>Write to <a href="mailto:me@servo.org">me@servo.org</a>, see <a href="https://ladybird.dev/">https://servo.org</a></p></div>\n',
    },
    {
      name: 'front matter and entities before it',
      text: `---\ntitle: a\n---\n\nA &amp; B [#5](${repo}/pull/6)\n`,
      reports: [`5:12-5:14 ${number('#5', '6')}`],
    },
  ],
});
