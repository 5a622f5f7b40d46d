import rule from '../../src/rules/no-broken-local-link.ts';
import { testRule } from '../../src/testing.ts';

const heading = (name: string) =>
  `No heading or \`id\` of this post is called \`${name}\`, so the link leads nowhere: write the name of one that is there.`;
const file = (name: string) =>
  `There is no file \`${name}\`, so the link leads nowhere: write the path of one that is there.`;
const files = [
  'content/recaps/q1-2024.md',
  'content/recaps/q2-2024.md',
  'content/recaps/loom.png',
  'content/about/team.md',
  'content/images/chart one.png',
  'static/media/wheel.jpg',
];
const path = 'content/recaps/q2-2024.md';

const report = [
  'r/index.md',
  'r/clang.md',
  'r/ports.md',
  'r/notes.pdf',
  'r/_part.md',
  'r/README.md',
  'other/x.md',
];
const options = { index: ['index.md', '_index.md'] };
const index = { path: 'r/index.md', files: report, options };
const unlisted = (name: string) =>
  `\`${name}\` stands in this folder, but nothing here leads to it: link it, or take it out of the folder.`;

testRule(rule, {
  valid: [
    { ...index, name: 'an index with links', text: '# Report\n\n- [a](clang.md)\n- [b](./ports.md#top)\n' },
    { ...index, name: 'links to pages', text: '# Report\n\n[a](clang/) [b](/reports/r/ports/)\n' },
    { ...index, name: 'HTML', text: '<h1>Report</h1>\n<a href="clang.html">a</a> <a href="ports">b</a>\n' },
    { ...index, name: 'a list in the front matter', text: '---\nparts: [clang, ports.md]\n---\n' },
    {
      ...index,
      name: 'template tags',
      text: '# Report\n\n{{< include "clang.md" >}}\n{% include ports %}\n',
    },
    { ...index, name: 'names in a code block', text: '# Report\n\n```\nclang.md\nparts/ports.md\n```\n' },
    {
      ...index,
      name: 'translations',
      files: [...report, 'r/clang.de.md', 'r/index.de.md'],
      text: '# Report\n\n[a](clang.md) [b](ports.md)\n',
    },
    {
      ...index,
      name: 'capital letters',
      text: '[a](Clang.md) [b](PORTS)\n',
      files: ['r/index.md', 'r/clang.md', 'r/ports.md', 'r/Clang.md', 'r/PORTS'],
    },
    { ...index, name: 'no index', path: 'r/clang.md', text: '# Clang\n' },
    { ...index, name: 'a name that only ends like it', path: 'r/my-index.md', text: '# Clang\n' },
    { name: 'no file is named as an index', path: 'r/index.md', files: report, text: '# Report\n' },
    { name: 'files that are not known', path: 'r/index.md', options, text: '# Report\n' },
    { text: '[a](#wool)\n\n## Wool\n' },
    {
      name: 'how GitHub names headings',
      text: '[a](#whats-new-in-q2-2024)\n\n## What’s new in *Q2* 2024?\n',
    },
    { name: 'how others do', text: '[a](#what-s-new) [b](#What_s_New) [c](#whatsnew)\n\n## What’s new\n' },
    {
      name: 'code, links and tags in headings',
      text: '[a](#the-foo-bar-command) [b](#old-wool)\n\n## The `foo-bar` command\n\n## [Old](https://x.org/y) <b>wool</b>\n',
    },
    { name: 'leading numbers', text: '[a](#setup) [b](#2-setup) [c](#_2-setup)\n\n## 2. Setup\n' },
    { name: 'a second heading of the name', text: '[a](#wool-1) [b](#wool_2)\n\n## Wool\n\n## Wool\n' },
    { name: 'emoji', text: '[a](#wool) [b](#-wool) [c](#tada-wool)\n\n## 🧶 Wool\n\n## :tada: Wool\n' },
    {
      name: 'ampersands',
      text: '[a](#warp--weft) [b](#warp-and-weft) [c](#warp-amp-weft) [d](#warp-weft)\n\n## Warp & Weft\n',
    },
    {
      name: 'accents and other scripts',
      text: '[a](#überblick) [b](#%C3%BCberblick) [c](#uberblick) [d](#berblick)\n\n## Überblick\n',
    },
    { name: 'scripts without an alphabet', text: '[a](#新聞)\n\n## 新聞\n' },
    {
      name: 'given names',
      text: '[a](#wool) [b](#warp) [c](#weft)\n\n## All about it {#wool}\n\n## Then\n{: #warp .wide}\n\n## End {/* #weft */}\n',
    },
    {
      name: 'ids and names of tags',
      text: '[a](#x1) [b](#x2)\n\n<h2 id="x1">One</h2>\n\n<a name=x2></a>Two\n',
    },
    { name: 'headings in HTML', text: '<p><a href="#old-wool">a</a></p>\n\n<h3>Old <em>wool</em></h3>\n' },
    { name: 'headings underlined or in quotes', text: '[a](#wool) [b](#yarn)\n\nWool\n----\n\n> ## Yarn\n' },
    { name: 'the top of the page', text: '[a](#) [b](#top) [c](#TOP)\n\n## Wool\n' },
    { name: 'quoted text and lines', text: '[a](#:~:text=wool) [b](#L10) [c](#!/x) [d](#/x)\n\n## Wool\n' },
    {
      name: 'footnotes',
      text: '[a](#fn1) [b](#fnref:1) [c](#user-content-fn-1) [d](#_ftn1) [e](#footnote-2)\n\n## Wool\n',
    },
    {
      name: 'parts of the site around the post',
      text: '[a](#comments) [b](#subscribe) [c](#main) [d](#toc)\n\n## Wool\n',
    },
    {
      name: 'buttons',
      text: '<a href="#pane" data-toggle="tab">a</a> <a role="button" href="#menu2">b</a>\n\n## Wool\n',
    },
    { name: 'a post without headings', text: '[a](#signup-form)\n' },
    { name: 'templates may make headings', text: '[a](#wool)\n\n{% include wool.md %}\n\n## Yarn\n' },
    {
      name: 'components may make headings',
      path: 'post.mdx',
      text: '[a](#wool)\n\n<Section title="Wool" />\n\n## Yarn\n',
    },
    { name: 'included files', text: '[a](#wool)\n\n--8<-- "wool.md"\n\n## Yarn\n' },
    {
      name: 'long ids that are cut off',
      text: '[a](#everything-we-did-for-the-weavers)\n\n## Everything we did for the weavers of the north\n',
    },
    { name: 'ids with a word before', text: '[a](#h-wool) [b](#heading-wool)\n\n## Wool\n' },
    {
      name: 'a fragment of another page',
      text: '[a](/about#wool) [b](https://x.org/#wool) [c](q1#wool)\n\n## Yarn\n',
    },
    { name: 'code', text: '`[a](#wool)`\n\n## Yarn\n' },
    { name: 'files that are not known', text: '[a](gone.md) ![b](gone.png)\n' },
    {
      name: 'files that are there',
      path,
      files,
      text: '[a](q1-2024.md) [b](./q1-2024.md#x) [c](../about/team.md?x) ![d](loom.png)\n',
    },
    {
      name: 'written with escapes',
      path,
      files,
      text: '![a](../images/chart%20one.png) ![b](<../images/chart one.png>)\n',
    },
    {
      name: 'from a folder above, or where assets are kept',
      path,
      files,
      text: '[a](about/team.md) ![b](media/wheel.jpg) ![c](images/chart%20one.png)\n',
    },
    {
      name: 'paths from the site’s root, pages and addresses',
      path,
      files,
      text: '[a](/gone.md) [b](gone) [c](gone.html) [d](gone/) [e](https://x.org/gone.md) [f](//x.org/a.png)\n',
    },
    { name: 'outside the root', path, files, text: '[a](../../../other/gone.md)\n' },
    {
      name: 'a folder that is not here',
      path,
      files,
      text: '[a](../drafts/gone.md) ![b](pictures/gone.png)\n',
    },
    {
      name: 'a folder without such files',
      path,
      files,
      text: '[a](gone.pdf) [b](gone.mp4) ![c](../about/gone.png)\n',
    },
    {
      name: 'what generators replace',
      path,
      files,
      text: '[a]({filename}gone.md) [b](@/gone.md) [c](~/gone.md) [d]({{ base }}gone.md) [e]($x/gone.md)\n',
    },
    { name: 'hosts in Moldova', path, files, text: '[a](www.wool.md)\n' },
    {
      name: 'a folder named like the post',
      path,
      files: [...files, 'content/recaps/q2-2024/gone.png'],
      text: '![a](gone.png)\n',
    },
  ],
  invalid: [
    {
      ...index,
      name: 'a post that the index does not list',
      text: '---\ntitle: Report\n---\n\n- [a](clang.md)\n',
      reports: [`2:8-2:14 ${unlisted('ports.md')}`],
    },
    {
      ...index,
      name: 'an index in HTML, which lists one and names no other',
      text: '<h1>The report</h1>\n<p><a href="ports/">Ports</a> for clang</p>\n',
      reports: [`1:5-1:15 ${unlisted('clang.md')}`],
    },
    {
      ...index,
      name: 'an index without a title, and one that links a file of another name',
      text: '[a](../other/x.md) [b](other-clang.md)\n',
      reports: [
        `1:1-1:1 ${unlisted('clang.md')}`,
        `1:1-1:1 ${unlisted('ports.md')}`,
        `1:24-1:38 ${file('other-clang.md')}`,
      ],
    },
    {
      text: '* [Spinning](#spinning)\n* [Wool](#wool)\n\n## Spinning by hand\n\n## Wool\n',
      reports: [`1:14-1:23 ${heading('spinning')}`],
    },
    {
      name: 'in HTML, behind an emoji',
      text: '<p>🧶 <a class="x" href="#yarn">a</a></p>\n\n<h2 id="wool">Yarns</h2>\n',
      reports: [`1:26-1:31 ${heading('yarn')}`],
    },
    {
      name: 'HTML without quotes',
      text: '<ul><li><a href=#yarn>a</a></li></ul>\n\n## Wool\n',
      reports: [`1:17-1:22 ${heading('yarn')}`],
    },
    {
      name: 'a definition once',
      text: '[a][x] [b][x]\n\n## Wool\n\n[x]: #yarn\n',
      reports: [`5:6-5:11 ${heading('yarn')}`],
    },
    {
      name: 'in lists, quotes, tables and headings',
      text: '## [a](#x-a)\n\n> [b](#x-b)\n\n| x |\n| --- |\n| [c](#x-c) |\n',
      reports: [`1:8-1:12 ${heading('x-a')}`, `3:7-3:11 ${heading('x-b')}`, `7:7-7:11 ${heading('x-c')}`],
    },
    {
      name: 'written with an entity or escapes',
      text: '[a](#y&amp;arn) [b](#y%C3%A4rn)\n\n## Wool\n',
      reports: [`1:5-1:15 ${heading('y&arn')}`, `1:21-1:31 ${heading('y%C3%A4rn')}`],
    },
    {
      name: 'the number of an issue',
      text: '[#123](#123)\n\n## Wool\n',
      reports: [`1:8-1:12 ${heading('123')}`],
    },
    {
      name: 'template tags in other links',
      text: '[a](#yarn) ![b]({{ site.url }}/b.png)\n\n## Wool\n',
      reports: [`1:5-1:10 ${heading('yarn')}`],
    },
    {
      name: 'front matter with a template',
      text: '---\ntitle: "{{ x }}"\n---\n\n[a](#yarn)\n\n## Wool\n',
      reports: [`5:5-5:10 ${heading('yarn')}`],
    },
    {
      name: 'a post beside it',
      path,
      files,
      text: '[a](q1-2042.md) and [b](./q1-2024.markdown#wool)\n',
      reports: [`1:5-1:15 ${file('q1-2042.md')}`, `1:25-1:48 ${file('./q1-2024.markdown')}`],
    },
    {
      name: 'in another folder',
      path,
      files,
      text: '[a](../about/teams.md)\n',
      reports: [`1:5-1:22 ${file('../about/teams.md')}`],
    },
    {
      name: 'images',
      path,
      files,
      text: '![a](looms.png)\n\n![b](../images/chart%20two.png "T")\n',
      reports: [`1:6-1:15 ${file('looms.png')}`, `3:6-3:31 ${file('../images/chart two.png')}`],
    },
    {
      name: 'images and links in HTML',
      path,
      files,
      text: '<figure><img alt="" src="looms.png"></figure>\n\n<p><a href=\'q3-2024.md\'>b</a></p>\n',
      reports: [`1:26-1:35 ${file('looms.png')}`, `3:13-3:23 ${file('q3-2024.md')}`],
    },
    {
      name: 'templates do not matter for files',
      path,
      files,
      text: '[a](q3-2024.md) [b](#yarn)\n\n{% include wool.md %}\n',
      reports: [`1:5-1:15 ${file('q3-2024.md')}`],
    },
    {
      name: 'at the root',
      path: 'q2-2024.md',
      files: ['q1-2024.md', 'q2-2024.md'],
      text: '[a](q1-2024.md) [b](q3-2024.md)\n',
      reports: [`1:21-1:31 ${file('q3-2024.md')}`],
    },
  ],
});
