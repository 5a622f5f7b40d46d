import rule from '../../src/rules/no-truncated-link.ts';
import { testRule } from '../../src/testing.ts';

const whole = 'See the [site](https://foundation.rust-lang.org/news).\n';
const incomplete = (host: string) =>
  `The address breaks off: \`${host}\` is no complete host name. Write the whole address.`;
const continued = (host: string, longer: string) =>
  `The address breaks off: \`${host}\` looks like the beginning of \`${longer}\`. Write the whole address.`;
const ending = (end: string) => `The address breaks off: it ends in \`${end}\`. Write the whole address.`;

testRule(rule, {
  valid: [
    { text: whole },
    {
      name: 'the beginning of another host',
      text: '[a](https://eventbrite.com) [b](https://eventbrite.com.br)\n',
    },
    { name: 'a slug that ends in a hyphen', text: '[a](https://servo.org/blog/2024-)\n' },
    { name: 'private suffixes', text: '[a](https://team.github.io) [b](https://x.s3.amazonaws.com/a)\n' },
    {
      name: 'local hosts',
      text: '[a](http://localhost) [b](http://printer.local/x) [c](http://router.lan)\n',
    },
    {
      name: 'sample hosts',
      text: '[a](https://api.example/v1) [b](http://shop.test) [c](http://x.invalid)\n',
    },
    {
      name: 'onion services',
      text: '[a](http://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/)\n',
    },
    {
      name: 'IP addresses',
      text: '[a](http://192.168.1.10/x) [b](http://[2001:db8::1]/) [c](http://127.0.0.1:80)\n',
    },
    { name: 'a port', text: '[a](http://build:8080)\n' },
    { name: 'an intranet', text: '[a](http://go/links) [b](http://build-box/job/7)\n' },
    { name: 'user and password', text: '[a](https://me:secret@servo.org/a)\n' },
    {
      name: 'hosts in other scripts',
      text: '[a](https://bücher.de) [b](https://xn--bcher-kva.de) [c](https://例え.みんな/x)\n',
    },
    { name: 'no host at all', text: '[a](/news) [b](../x.md) [c](#top) [d](mailto:me@servo) [e](tel:123)\n' },
    { name: 'template tags', text: '[a](https://{{ host }}/x) [b]({{ site }}/news…)\n' },
    { name: 'a place to be filled by the reader', text: '[a](https://$HOST/x) [b](https://%s/x)\n' },
    { name: 'code', text: 'Write `http://s` or\n\n    https://foundation.rust-l\n' },
    {
      name: 'an ellipsis behind a bare address',
      text: 'See https://servo.org/blog… or https://servo.org/a... and more.\n',
    },
    { name: 'shortened text', text: '[https://servo.org/blog/2…](https://servo.org/blog/2024)\n' },
    { name: 'escaped characters', text: '[a](https://servo.org/?q=100%25) [b](https://servo.org/a%20b)\n' },
    { name: 'a relative target with an ellipsis', text: '[a](...)\n' },
    {
      name: 'archived pages',
      text: '[a](https://web.archive.org/web/2024/https://servo.org/) [b](https://web.archive.org/web/2014/http://servo.o/a...)\n',
    },
    {
      name: 'suffixes of several labels and new ones',
      text: '[a](https://servo.co.uk) [b](https://servo.kawasaki.jp) [c](https://servo.app) [d](https://servo.рф)\n',
    },
    {
      name: 'a host that is itself a private suffix',
      text: '[a](https://github.io) [b](https://netlify.app)\n',
    },
    { name: 'HTML', text: '<p><a href="https://servo.org">a</a> <img src="//cdn.servo.org/a.png"></p>\n' },
    {
      name: 'other schemes',
      text: '[a](irc://chat/servo) [b](file:///tmp/a) [c](matrix:r/servo) [d](git://servo)\n',
    },
    {
      name: 'allowed',
      text: '[a](http://wiki) [b](http://Intra.acme)\n',
      options: { hosts: ['wiki', 'intra.acme'] },
    },
    { name: 'in a comment', text: '<!-- <a href="http://s">x</a> -->\n' },
  ],
  invalid: [
    {
      text: `${whole}\nWe were pleased to [<u>announce</u>](https://foundation.rust-l) it.\n`,
      reports: [`3:38-3:63 ${continued('foundation.rust-l', 'foundation.rust-lang.org')}`],
      unsafelyFixed: `${whole}\nWe were pleased to [<u>announce</u>](https://foundation.rust-lang.org) it.\n`,
    },
    {
      name: 'two hosts go on with it',
      text: '[a](https://blog.rust-l) [b](https://blog.rust-lang.org) [c](https://blog.rust-lab.com)\n',
      reports: [`1:5-1:24 ${incomplete('blog.rust-l')}`],
    },
    {
      name: 'an earlier post has the host',
      text: '[a](https://foundation.rust-l "Title")\n',
      earlier: [{ text: whole, path: 'q1-2024.md' }],
      reports: [`1:5-1:30 ${continued('foundation.rust-l', 'foundation.rust-lang.org')}`],
      unsafelyFixed: '[a](https://foundation.rust-lang.org "Title")\n',
    },
    {
      text: '[a](http://s) and [b](<https://foundation>)\n',
      reports: [`1:5-1:13 ${incomplete('s')}`, `1:24-1:42 ${incomplete('foundation')}`],
    },
    {
      name: 'the ending of a known host is missing',
      text: '[a](https://github/servo/servo) [b](https://github.com/servo)\n',
      reports: [`1:5-1:31 ${continued('github', 'github.com')}`],
      unsafelyFixed: '[a](https://github.com/servo/servo) [b](https://github.com/servo)\n',
    },
    {
      name: 'the beginning is missing',
      text: '[a](http://uncement-of-the-board/)\n',
      reports: [
        '1:5-1:34 The beginning of the address is missing: `uncement-of-the-board` is the end of a longer word, not a host. Write the whole address.',
      ],
    },
    {
      name: 'a definition once, however often it is used',
      text: '[a][x], [b][x] and ![c][x]\n\n[x]: https://foundation.rust-l\n',
      reports: [`3:6-3:31 ${incomplete('foundation.rust-l')}`],
    },
    {
      name: 'images, autolinks, HTML and bare addresses',
      text: '![a](https://cdn.servo.o/a.png)\n\n<https://servo.o>\n\n<a href="https://www.servo.o">x</a>\n\nat https://servo.o, we\n',
      reports: [
        `1:6-1:31 ${incomplete('cdn.servo.o')}`,
        `3:2-3:17 ${incomplete('servo.o')}`,
        `5:10-5:29 ${incomplete('www.servo.o')}`,
        `7:4-7:19 ${incomplete('servo.o')}`,
      ],
    },
    {
      name: 'in raw HTML, and behind an emoji',
      text: '<ul><li>🎉 <a href="https://foundation.rust-l">a</a></li><li><a href="http://s">b</a></li></ul>\n',
      reports: [`1:21-1:46 ${incomplete('foundation.rust-l')}`, `1:71-1:79 ${incomplete('s')}`],
    },
    {
      name: 'in a table and a heading, with the host in HTML',
      text: '## [a](https://foundation.rust-l)\n\n| [b](https://blog.serv) |\n|---|\n\n<a href="https://foundation.rust-lang.org">c</a>\n',
      reports: [
        `1:8-1:33 ${continued('foundation.rust-l', 'foundation.rust-lang.org')}`,
        `3:7-3:24 ${incomplete('blog.serv')}`,
      ],
      unsafelyFixed:
        '## [a](https://foundation.rust-lang.org)\n\n| [b](https://blog.serv) |\n|---|\n\n<a href="https://foundation.rust-lang.org">c</a>\n',
    },
    {
      name: 'cut endings',
      text: '[a](https://servo.org/blo…) [b](https://servo.org/blo...) [c](https://servo.org/a%) [d](https://servo.org/a%2)\n',
      reports: [
        `1:5-1:27 ${ending('…')}`,
        `1:33-1:57 ${ending('...')}`,
        `1:63-1:83 ${ending('%')}`,
        `1:89-1:110 ${ending('%2')}`,
      ],
    },
    {
      name: 'no fix where the address is written with an entity',
      text: '[a](https://servo.o?a&amp;b) [b](https://servo.org)\n',
      reports: [`1:5-1:28 ${continued('servo.o', 'servo.org')}`],
    },
    {
      name: 'no fix where a space has cut the address',
      text: '[a](https://git hub.com/servo) [b](https://github.com/servo)\n',
      reports: [`1:5-1:16 ${continued('git', 'github.com')}`],
    },
  ],
});
