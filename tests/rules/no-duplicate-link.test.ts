import rule from '../../src/rules/no-duplicate-link.ts';
import { testRule } from '../../src/testing.ts';

const again =
  'The post links this page already: keep the better one of the two links, or link what is meant here.';
const page = 'https://wool.org/blog/spinning';

testRule(rule, {
  valid: [
    { text: `[a](${page}) [b](https://wool.org/blog/weaving)\n` },
    { name: 'references to one definition', text: `[a][x] and [b][x]\n\n[x]: ${page}\n` },
    { name: 'two definitions', text: `[a][x] and [b][y]\n\n[x]: ${page}\n[y]: ${page}\n` },
    { name: 'images', text: `![a](${page}.png) ![b](${page}.png)\n` },
    { name: 'an image and its link', text: `![a](${page}) [b](${page})\n` },
    { name: 'a picture beside a text', text: `[![a](/a.png)](${page}) [b](${page})\n` },
    {
      name: 'the same in HTML',
      text: `<a href="${page}"><img src="/a.png" alt="a"></a> <a href="${page}">b</a>\n`,
    },
    { name: 'a table of contents', text: '[a](#wool) [b](#wool)\n' },
    { name: 'front pages', text: '[a](https://wool.org) [b](https://wool.org/) [c](https://wool.org)\n' },
    { name: 'parts of one page', text: `[a](${page}#one) [b](${page}#two)\n` },
    { name: 'two queries', text: `[a](${page}?id=1) [b](${page}?id=2)\n` },
    { name: 'people', text: '[@ann](https://github.com/ann) [@ann](https://github.com/ann)\n' },
    { name: 'people by name', text: '[Ann](https://social.org/@ann) [Ann](https://social.org/@ann)\n' },
    { name: 'projects', text: '[Loom](https://github.com/wool/loom) [it](https://github.com/wool/loom)\n' },
    { name: 'groups', text: '[a](https://meet.org/weavers/events/) [b](https://meet.org/weavers/events/)\n' },
    {
      name: 'named as its address ends',
      text: '[loom](https://pkg.org/p/loom) [loom](https://pkg.org/p/loom)\n',
    },
    {
      name: 'numbered changes',
      text: '[#12](https://code.org/a/pull/12) [wool/loom#12](https://code.org/a/pull/12)\n',
    },
    { name: 'mail', text: '[a](mailto:ann@wool.org) [b](mailto:ann@wool.org)\n' },
    { name: 'own pages by path', text: '[a](/about/us/team) [b](/about/us/team)\n' },
    { name: 'template tags', text: '[a](https://{{ host }}/x/y) [b](https://{{ host }}/x/y)\n' },
    { name: 'code', text: `[a](${page}) and \`[b](${page})\`\n` },
    { name: 'a bare address', text: `[a](${page}) and ${page}\n` },
    { name: 'other hosts', text: '[a](https://wool.org/a/b) [b](https://wool.com/a/b)\n' },
  ],
  invalid: [
    {
      text: `* [On spinning](${page})\n* [How to spin](${page})\n`,
      reports: [`2:17-2:47 ${again}`],
    },
    {
      name: 'three times',
      text: `[a](${page}) [b](${page}) [c](${page})\n`,
      reports: [`1:41-1:71 ${again}`, `1:77-1:107 ${again}`],
    },
    {
      name: 'a slash, a scheme, www and capitals apart',
      text: `[a](${page}/) [b](http://www.Wool.org/blog/spinning)\n`,
      reports: [`1:42-1:75 ${again}`],
    },
    {
      name: 'HTML and Markdown',
      text: `<p><a href="${page}">a</a></p>\n\n[b](${page})\n\n<p><a href="${page}">c</a></p>\n`,
      reports: [`3:5-3:35 ${again}`, `5:13-5:43 ${again}`],
    },
    {
      name: 'the same fragment',
      text: `[a](${page}#one) [b](${page}#one)\n`,
      reports: [`1:45-1:79 ${again}`],
    },
    {
      name: 'the same query, written with an entity',
      text: `[a](${page}?a=1&b=2) [b](${page}?a=1&amp;b=2)\n`,
      reports: [`1:49-1:91 ${again}`],
    },
    {
      name: 'autolinks, headings, quotes, tables',
      text: `## 🧶 [a](${page})\n\n> <${page}>\n\n| x |\n| --- |\n| [c](${page}) |\n`,
      reports: [`3:4-3:34 ${again}`, `7:7-7:37 ${again}`],
    },
  ],
});
