import rule from '../../src/rules/no-lookalike-link.ts';
import { testRule } from '../../src/testing.ts';

const letter = (host: string, trusted: string, count = 5) =>
  `\`${host}\` is one letter away from \`${trusted}\`, which ${count} earlier issues link: check which one is meant.`;
const alphabet = (host: string, trusted: string) =>
  `\`${host}\` only looks like \`${trusted}\`: it has letters of another alphabet. Type the host anew.`;
const mixed = (host: string) =>
  `\`${host}\` mixes letters of several alphabets that look alike. Type the host anew.`;

const issues = (text: string, count = 5) =>
  Array.from({ length: count }, (_, i) => ({ text, path: `issue-${i + 1}.md` }));
const earlier = issues(
  '[a](https://crates.io/a) [b](https://meetup.com/b) [c](https://ada.github.io) [d](https://conf2024.org) [e](https://docs.servo.org) [f](https://lwn.net) [g](https://shop.buecher.co.uk)\n',
);

testRule(rule, {
  valid: [
    { name: 'the same hosts', text: '[a](https://crates.io/x) [b](https://www.meetup.com/y)\n', earlier },
    { name: 'without a series', text: '[a](https://crate.io)\n' },
    {
      name: 'four earlier issues',
      text: '[a](https://crate.io)\n',
      earlier: issues('[a](https://crates.io)\n', 4),
    },
    {
      name: 'a host that an earlier issue links',
      text: '[a](https://crate.io)\n',
      earlier: [...earlier, { text: '[a](https://crate.io)\n', path: 'issue-6.md' }],
    },
    { name: 'another suffix', text: '[a](https://crates.com) [b](https://meetup.org)\n', earlier },
    { name: 'a country suffix', text: '[a](https://meetup.co) [b](https://meetup.com.br)\n', earlier },
    { name: 'a digit', text: '[a](https://conf2025.org) [b](https://meetup2.com)\n', earlier },
    { name: 'a hyphen', text: '[a](https://meet-up.com)\n', earlier },
    {
      name: 'names at a shared host',
      text: '[a](https://adam.github.io) [b](https://ida.github.io)\n',
      earlier,
    },
    { name: 'another label before the domain', text: '[a](https://doc.servo.org)\n', earlier },
    { name: 'short names', text: '[a](https://lwm.net) [b](https://swn.net)\n', earlier },
    {
      name: 'two letters',
      text: '[a](https://creatives.io) [b](https://meetings.com) [c](https://carte.io)\n',
      earlier,
    },
    { name: 'a name that the post says', text: '[Meetap](https://meetap.com), the new service\n', earlier },
    {
      name: 'a name that the post says in words',
      text: 'We work with Crate on [this](https://crate.io).\n',
      earlier,
    },
    {
      name: 'names with other letters',
      text: '[a](https://bücher.de) [b](https://xn--bcher-kva.de) [c](https://例え.jp) [d](https://ドメインname.jp)\n',
    },
    {
      name: 'names in one alphabet',
      text: '[a](https://пример.рф) [b](https://пример.com) [c](https://παράδειγμα.gr) [d](https://сор.рф)\n',
    },
    { name: 'labels in two alphabets', text: '[a](https://blog.пример.com) [b](https://пример.blog.com)\n' },
    { name: 'no address', text: '[a](/сrates.io) [b](mailto:a@сrates.io)\n' },
    { name: 'code', text: 'Write `https://gіthub.com`.\n\n    https://gіthub.com\n' },
    { name: 'words', text: 'We visited gіthub and сrates.\n' },
    { name: 'template tags', text: '[a](https://crate.io/{{x}})\n', earlier },
    { name: 'local hosts', text: '[a](http://crate.local) [b](http://localhost)\n', earlier },
    { name: 'letters that look like none', text: '[a](https://жgit.org)\n' },
    {
      name: 'a name of a company in a heading',
      text: '## Meetup, Meetop\n\n[here](https://meetop.com)\n',
      earlier,
    },
    { name: 'another country', text: '[a](https://shop.buecher.com)\n', earlier },
  ],
  invalid: [
    {
      name: 'a letter is missing',
      text: '- 🎉 [a](https://crate.io/x)\n',
      earlier,
      reports: [`1:10-1:28 ${letter('crate.io', 'crates.io')}`],
    },
    {
      name: 'a letter too many',
      text: '> [a](https://www.meetupp.com/x)\n',
      earlier,
      reports: [`1:7-1:32 ${letter('meetupp.com', 'meetup.com')}`],
    },
    {
      name: 'another letter',
      text: '## [a](https://neetup.com)\n',
      earlier,
      reports: [`1:8-1:26 ${letter('neetup.com', 'meetup.com')}`],
    },
    {
      name: 'letters that changed places',
      text: '| [a](https://metEup.com) |\n|---|\n',
      earlier,
      reports: [`1:7-1:25 ${letter('meteup.com', 'meetup.com')}`],
    },
    {
      name: 'in HTML',
      text: '<p><a href="https://cartes.io/x">a</a></p>\n\nor <a href="https://crate.io">b</a>\n',
      earlier: issues('[a](https://crates.io) [b](https://carts.io)\n', 6),
      reports: [
        `1:13-1:32 ${letter('cartes.io', 'crates.io', 6)}`,
        `3:13-3:29 ${letter('crate.io', 'crates.io', 6)}`,
      ],
    },
    {
      name: 'a definition once, a bare address, an image',
      text: '[a][x] [b][x]\n\nhttps://crate.io/b ![c](https://crate.io/c.png)\n\n[x]: https://crate.io/a\n',
      earlier,
      reports: [
        `3:1-3:19 ${letter('crate.io', 'crates.io')}`,
        `3:25-3:47 ${letter('crate.io', 'crates.io')}`,
        `5:6-5:24 ${letter('crate.io', 'crates.io')}`,
      ],
    },
    {
      name: 'a suffix of two labels',
      text: '[a](https://buechr.co.uk)\n',
      earlier,
      reports: [`1:5-1:25 ${letter('buechr.co.uk', 'buecher.co.uk')}`],
    },
    {
      name: 'a well-known host',
      text: '[a](https://gіthub.com/servo)\n',
      reports: [`1:5-1:29 ${alphabet('gіthub.com', 'github.com')}`],
    },
    {
      name: 'a host of the same post',
      text: '[a](https://servo.org) <a href="https://ѕervo.org">b</a>\n',
      reports: [`1:33-1:50 ${alphabet('ѕervo.org', 'servo.org')}`],
    },
    {
      name: 'a host of an earlier issue',
      text: '[a](https://sub.сrаtеs.io)\n',
      earlier: issues('[a](https://crates.io)\n', 1),
      reports: [`1:5-1:26 ${alphabet('sub.сrаtеs.io', 'crates.io')}`],
    },
    {
      name: 'all letters of another alphabet',
      text: '[a](https://аррӏе.com)\n',
      reports: [`1:5-1:22 ${alphabet('аррӏе.com', 'apple.com')}`],
    },
    {
      name: 'mixed alphabets',
      text: '[a](https://sеrvices.org) <https://οpen.org>\n',
      reports: [`1:5-1:25 ${mixed('sеrvices.org')}`, `1:28-1:44 ${mixed('οpen.org')}`],
    },
    {
      name: 'mixed alphabets in HTML',
      text: '<p>So <a href="https://sеrvices.org/a">it</a> is.</p>\n',
      reports: [`1:16-1:38 ${mixed('sеrvices.org')}`],
    },
  ],
});
