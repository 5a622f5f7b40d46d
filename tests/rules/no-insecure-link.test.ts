import rule from '../../src/rules/no-insecure-link.ts';
import { testRule } from '../../src/testing.ts';

const start = 'This address begins with `http:`, so it is fetched unprotected';
const listed = (host: string) =>
  `${start}, although ${host} is known to answer \`https:\`: write \`https://${host}\`.`;
const linked = (host: string, where = 'this post') =>
  `${start}, although ${where} links ${host} with \`https:\`: write \`https://${host}\`.`;
const other = (host: string) => `${start}: write \`https://${host}\` if the host answers that.`;
const all = { all: true };

testRule(rule, {
  valid: [
    { text: 'Read [the news](https://github.com/news) of today.\n' },
    { name: 'nobody knows whether the host answers', text: '[a](http://tiny-workshop.example-club.org/)\n' },
    {
      name: 'only another host of the same site',
      text: '[a](http://old.weaver.org) [b](https://weaver.org)\n',
    },
    { name: 'a name below a listed one', text: '[a](http://mirror.kernel.org/x)\n' },
    { name: 'a name that ends like a listed one', text: '[a](http://notgithub.com) [b](http://mydev.org)\n' },
    {
      name: 'local hosts',
      text: '[a](http://localhost) [b](http://localhost:3000/x) [c](http://printer.local) [d](http://nas.lan)\n',
      options: all,
    },
    {
      name: 'IP addresses',
      text: '[a](http://127.0.0.1) [b](http://192.168.0.7/x) [c](http://[::1]/)\n',
      options: all,
    },
    {
      name: 'sample hosts',
      text: '[a](http://example.com) [b](http://api.example) [c](http://shop.test/x) [d](http://www.example.org)\n',
      options: all,
    },
    {
      name: 'onion services',
      text: '[a](http://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/)\n',
      options: all,
    },
    { name: 'an intranet', text: '[a](http://wiki/x) [b](http://go/links)\n', options: all },
    {
      name: 'a port',
      text: '[a](http://build.weaver.org:8080/) [b](https://build.weaver.org)\n',
      options: all,
    },
    {
      name: 'names of vocabularies',
      text: '[a](http://www.w3.org/1999/xhtml) [b](http://www.w3.org/2000/svg) [c](http://www.w3.org/ns/dcat) [d](http://schemas.xmlsoap.org/wsdl/)\n',
      options: all,
    },
    {
      name: 'more of them',
      text: '[a](http://purl.org/dc/terms/) [b](http://json-schema.org/draft-07/schema#) [c](http://xmlns.com/foaf/0.1/) [d](http://ns.adobe.com/xap/1.0/) [e](http://schema.org/Article) [f](http://ogp.me/ns)\n',
      options: all,
    },
    {
      name: 'code',
      text: '`http://github.com`\n\n    curl http://github.com\n\n```\nhttp://github.com\n```\n',
    },
    { name: 'code in HTML', text: '<p>Run <code>curl http://github.com</code>.</p>\n' },
    { name: 'a comment', text: 'Text <!-- http://github.com --> goes on.\n' },
    { name: 'template tags', text: '[a](http://{{ host }}/x) [b]({{ site.url }}/x)\n', options: all },
    { name: 'inside another address', text: '[a](https://web.archive.org/web/2014/http://github.com/x)\n' },
    {
      name: 'other schemes',
      text: '[a](mailto:me@github.com) [b](ftp://github.com/x) [c](irc://irc.github.com)\n',
    },
    { name: 'no scheme', text: '[a](//github.com/x) [b](/http://github.com) [c](#http://github.com)\n' },
    { name: 'a name in running text', text: 'We moved from http to https on github.com.\n' },
    {
      name: 'a namespace in a tag',
      text: '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>\n',
    },
    { name: 'a place for the reader', text: '[a](http://$HOST/x) [b](http://<host>/x)\n', options: all },
    { name: 'front matter', text: '---\nsource: http://github.com/x\n---\n\nText.\n' },
    {
      name: 'an earlier post links it without protection too',
      text: '[a](http://weaver.org/2)\n',
      earlier: [{ text: '[a](http://weaver.org/1)\n' }],
    },
  ],
  invalid: [
    {
      text: 'Publish it on [crates.io](http://crates.io) first.\n',
      reports: [`1:27-1:43 ${listed('crates.io')}`],
      fixed: 'Publish it on [crates.io](https://crates.io) first.\n',
    },
    {
      name: 'with a path, behind an emoji',
      text: '🎉 [a](http://www.github.com/x/y?z=1#k)\n',
      reports: [`1:8-1:29 ${listed('www.github.com')}`],
      fixed: '🎉 [a](https://www.github.com/x/y?z=1#k)\n',
    },
    {
      name: 'below a name that browsers protect as a whole',
      text: '[a](http://team.dev/x) [b](http://docs.google.com/y) [c](http://m.youtube.com/z)\n',
      reports: [
        `1:5-1:20 ${listed('team.dev')}`,
        `1:28-1:50 ${listed('docs.google.com')}`,
        `1:58-1:78 ${listed('m.youtube.com')}`,
      ],
      fixed: '[a](https://team.dev/x) [b](https://docs.google.com/y) [c](https://m.youtube.com/z)\n',
    },
    {
      name: 'a site of its own at a shared host',
      text: '[a](http://weavers.github.io/loom/)\n',
      reports: [`1:5-1:29 ${listed('weavers.github.io')}`],
      fixed: '[a](https://weavers.github.io/loom/)\n',
    },
    {
      name: 'linked with protection in the same post, before or behind',
      text: '[a](http://weaver.org/1), [b](https://weaver.org/2), [c](http://weaver.org/3)\n',
      reports: [`1:5-1:22 ${linked('weaver.org')}`, `1:58-1:75 ${linked('weaver.org')}`],
      fixed: '[a](https://weaver.org/1), [b](https://weaver.org/2), [c](https://weaver.org/3)\n',
    },
    {
      name: 'linked with protection in an earlier post',
      text: '[a](http://weaver.org/2)\n',
      earlier: [{ text: '[a](https://weaver.org/1)\n' }],
      reports: [`1:5-1:22 ${linked('weaver.org', 'an earlier post of the series')}`],
      fixed: '[a](https://weaver.org/2)\n',
    },
    {
      name: 'a definition once, autolinks and bare addresses',
      text: '[a][x] and [b][x], <http://gitlab.com/c>, or http://pypi.org/d.\n\n[x]: http://npmjs.com/x "Title"\n',
      reports: [
        `1:21-1:38 ${listed('gitlab.com')}`,
        `1:46-1:61 ${listed('pypi.org')}`,
        `3:6-3:22 ${listed('npmjs.com')}`,
      ],
      fixed:
        '[a][x] and [b][x], <https://gitlab.com/c>, or https://pypi.org/d.\n\n[x]: https://npmjs.com/x "Title"\n',
    },
    {
      name: 'a text that is the address',
      text: '[http://lwn.net/1](http://lwn.net/1)\n',
      reports: [`1:20-1:34 ${listed('lwn.net')}`],
      fixed: '[https://lwn.net/1](https://lwn.net/1)\n',
    },
    {
      name: 'HTML links and images',
      text: '<p>See <a class="b" href="http://github.com/x">this</a>: <img src=\'http://i.imgur.com/a.png\' alt="A"></p>\n',
      reports: [`1:27-1:44 ${listed('github.com')}`, `1:68-1:86 ${listed('i.imgur.com')}`],
      fixed:
        '<p>See <a class="b" href="https://github.com/x">this</a>: <img src=\'https://i.imgur.com/a.png\' alt="A"></p>\n',
    },
    {
      name: 'HTML whose text is the address',
      text: '<p><a href="http://github.com">http://github.com</a></p>\n',
      reports: [`1:13-1:30 ${listed('github.com')}`],
      fixed: '<p><a href="https://github.com">https://github.com</a></p>\n',
    },
    {
      name: 'lists, quotes, tables and headings',
      text: '# [a](http://github.com/a)\n\n* [b](http://github.com/b)\n\n> [c](http://github.com/c)\n\n| x |\n| --- |\n| [d](http://github.com/d) |\n',
      reports: [
        `1:7-1:24 ${listed('github.com')}`,
        `3:7-3:24 ${listed('github.com')}`,
        `5:7-5:24 ${listed('github.com')}`,
        `9:7-9:24 ${listed('github.com')}`,
      ],
      fixed:
        '# [a](https://github.com/a)\n\n* [b](https://github.com/b)\n\n> [c](https://github.com/c)\n\n| x |\n| --- |\n| [d](https://github.com/d) |\n',
    },
    {
      name: 'no fix where the address is written in entities',
      text: '[a](http&#58;//github.com/x)\n\n<p><a href="http&#58;//github.com/x">b</a></p>\n',
      reports: [`1:5-1:28 ${listed('github.com')}`, `3:13-3:36 ${listed('github.com')}`],
    },
    {
      name: 'entities behind the host do no harm',
      text: '<a href="http://github.com/x?a=1&amp;b=2">c</a>\n',
      reports: [`1:10-1:27 ${listed('github.com')}`],
      fixed: '<a href="https://github.com/x?a=1&amp;b=2">c</a>\n',
    },
    {
      name: 'capital letters',
      text: '[a](HTTP://GitHub.com/x)\n',
      reports: [`1:5-1:22 ${listed('github.com')}`],
      fixed: '[a](HTTPs://GitHub.com/x)\n',
    },
    {
      name: 'angle brackets and a title',
      text: '[a](<http://github.com/x y> "T")\n',
      reports: [`1:6-1:23 ${listed('github.com')}`],
      fixed: '[a](<https://github.com/x y> "T")\n',
    },
    {
      name: 'all hosts where that is wanted',
      text: '[a](http://tiny-workshop.org/x)\n',
      options: all,
      reports: [`1:5-1:29 ${other('tiny-workshop.org')}`],
      unsafelyFixed: '[a](https://tiny-workshop.org/x)\n',
    },
  ],
});
