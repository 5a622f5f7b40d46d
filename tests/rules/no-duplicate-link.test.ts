import rule from '../../src/rules/no-duplicate-link.ts';
import { testRule } from '../../src/testing.ts';

const again = (text = 'a') =>
  `The post links this page already, as “${text}”: keep the better one of the two links, or link what is meant here.`;
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
    {
      name: 'dates of one event',
      text: `* [Jan 3. Spinning night](${page})\n* [Jan 17. Spinning night](${page})\n* [Tuesday, Feb 7th: Spinning night](${page})\n`,
    },
    { name: 'numbers apart', text: `[Round 1](${page}) and [round 2](${page})\n` },
    { name: 'queries of a front page', text: '[a](https://wool.org/?p=1) [b](https://wool.org?p=1)\n' },
    { name: 'a heading and its text', text: `## [Spinning](${page})\n\n[Spin with us](${page}).\n` },
    {
      name: 'the same in HTML',
      text: `<p><a href="${page}">Spin</a></p><h3><b><a href="${page}">Spinning</a></b></h3>\n`,
    },
    {
      name: 'an entry in two sections',
      text: `## Online\n\n* 2024-05-02 | Web\n  * [**Spinning**](${page})\n\n## Europe\n\n* 2024-05-02 | Graz\n  * [**Spinning**](${page})\n`,
    },
    {
      name: 'the same in HTML',
      text: `<h2>New</h2><p><a href="${page}">Spinning</a></p><h2>All</h2><p><a href="${page}">Spinning</a></p>\n`,
    },
    {
      name: 'an overview and what it tells of',
      text: `We met often and wrote [of spinning](${page}).\n\n## Posts\n\n* [How to spin](${page})\n`,
    },
    {
      name: 'where a quote is from',
      text: `## Posts\n\n* [How to spin](${page})\n\n## Quote\n\n> Spin!\n\n– [Ann on her blog](${page})\n`,
    },
    {
      name: 'rooms for several meetings',
      text: '[Core team](https://discord.com/channels/12/34) [Docs team](https://discord.com/channels/12/34)\n',
    },
    {
      name: 'a thing that is named twice in sentences',
      text: `Ann spoke at [Wool Days 2024](${page}) of looms.\n\nThen Bo spoke at [Wool Days 2024](${page}), too.\n`,
    },
    {
      name: 'an entry in two sections with a word before it',
      text: `## New\n\n- [Try the new loom](${page})\n\n## Help\n\n- [Feature: Try the new \`loom\`](${page})\n`,
    },
    {
      name: 'types by name',
      text: '[Vec](https://doc.org/std/vec/struct.Vec.html) [Vec<T>](https://doc.org/std/vec/struct.Vec.html) [std::vec::Vec](https://doc.org/std/vec/struct.Vec.html)\n',
    },
    {
      name: 'named as the file is',
      text: '[looms](https://wool.org/g/looms.html) [Looms](https://wool.org/g/looms.html)\n',
    },
    { name: 'code', text: `[\`Vec\`](${page}/x) [\`Vec\`](${page}/x)\n` },
  ],
  invalid: [
    {
      text: `* [On spinning](${page})\n* [How to spin](${page})\n`,
      reports: [`2:17-2:47 ${again('On spinning')}`],
    },
    {
      name: 'three times',
      text: `[a](${page}) [b](${page}) [c](${page})\n`,
      reports: [`1:41-1:71 ${again()}`, `1:77-1:107 ${again()}`],
    },
    {
      name: 'a slash, a scheme, www and capitals apart',
      text: `[a](${page}/) [b](http://www.Wool.org/blog/spinning)\n`,
      reports: [`1:42-1:75 ${again()}`],
    },
    {
      name: 'HTML and Markdown',
      text: `<p><a href="${page}">a</a></p>\n\n[b](${page})\n\n<p><a href="${page}">c</a></p>\n`,
      reports: [`3:5-3:35 ${again()}`, `5:13-5:43 ${again()}`],
    },
    {
      name: 'the same fragment',
      text: `[a](${page}#one) [b](${page}#one)\n`,
      reports: [`1:45-1:79 ${again()}`],
    },
    {
      name: 'the same query, written with an entity',
      text: `[a](${page}?a=1&b=2) [b](${page}?a=1&amp;b=2)\n`,
      reports: [`1:49-1:91 ${again()}`],
    },
    {
      name: 'autolinks, headings, quotes, tables',
      text: `## 🧶 [a](${page})\n\n> <${page}>\n\n| x |\n| --- |\n| [c](${page}) |\n`,
      reports: [`3:4-3:34 ${again()}`, `7:7-7:37 ${again()}`],
    },
    {
      name: 'one entry in two sections with two dates',
      text: `## Online\n\n* 2024-05-02 | Web\n  * [Spin now](${page})\n\n## Europe\n\n* 2024-05-09 | Graz\n  * [Spin now](${page})\n`,
      reports: [`9:16-9:46 ${again('Spin now')}`],
    },
    {
      name: 'equal entries in one section',
      text: `## Europe\n\n* 2024-05-02 | [Spin now](${page})\n* 2024-05-09 | [Spin now](${page})\n`,
      reports: [`4:27-4:57 ${again('Spin now')}`],
    },
    {
      name: 'the same in entries with two dates',
      text: `- 2024-05-02 Ann speaks of looms at [Wool Days](${page})\n- 2025-05-03 Bo speaks of wool at [Wool Days](${page})\n`,
      reports: [`2:47-2:77 ${again('Wool Days')}`],
    },
    {
      name: 'a short text that is part of another one',
      text: `## New\n\n- [Looms](${page})\n\n## Help\n\n- [Try the new looms](${page})\n`,
      reports: [`7:23-7:53 ${again('Looms')}`],
    },
    {
      name: 'other words in two sections',
      text: `## New\n\n<p><a href="${page}">On spinning</a></p>\n\n## Read\n\n[Weaving for you](${page})\n`,
      reports: [`7:19-7:49 ${again('On spinning')}`],
    },
    {
      name: 'a third one, compared with all before',
      text: `## [Spinning](${page})\n\n[Jan 3](${page}) [How to spin](${page})\n`,
      reports: [`3:55-3:85 ${again('Jan 3')}`],
    },
    {
      name: 'code and long texts are quoted as written, and not in full',
      text: `[A \`Vec\` for every weaver who has more threads than fingers at hand](${page}) [b](${page})\n`,
      reports: [`1:106-1:136 ${again('A `Vec` for every weaver who has more threads than fingers…')}`],
    },
  ],
});
