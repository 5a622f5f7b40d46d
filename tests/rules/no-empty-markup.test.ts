import rule from '../../src/rules/no-empty-markup.ts';
import { testRule } from '../../src/testing.ts';

const formatting = (written: string) => `\`${written}\` formats nothing: delete it.`;
const element = (written: string) => `\`${written}\` holds nothing: delete it.`;
const heading = 'A heading with no text: write it, or delete it.';
const item = 'A list item with nothing in it: write it, or delete it.';
const paragraph = 'A paragraph with nothing in it: delete it.';

testRule(rule, {
  valid: [
    { text: '## Loom\n\n- **new**\n' },
    { name: 'icons', text: '<i class="fa fa-star"></i> Loom <span class="icon"></span>\n' },
    { name: 'hooks', text: '<div id="app"></div>\n\n<div></div>\n\n<p id="x"></p>\n' },
    { name: 'anchors', text: '<a name="x"></a> <a id="y"></a>\n\n<h2 id="z"></h2>\n' },
    { name: 'links', text: '<a href="/x"></a> [](/y)\n' },
    {
      name: 'cells',
      text: '<table><tr><td></td><th> </th></tr></table>\n\n| a | |\n| --- | --- |\n| | b |\n',
    },
    { name: 'scripts', text: '<script src="x.js"></script>\n\n<iframe src="/x"></iframe>\n' },
    { name: 'components', text: '<Events></Events>\n\n<B></B\n' },
    { name: 'no-break spaces', text: '<p>&nbsp;</p>\n\n<b>\u00a0</b>\n\n## &nbsp;\n' },
    { name: 'images', text: '<p><img src="a.png"></p>\n\n## ![a](a.png)\n\n- ![a](a.png)\n' },
    { name: 'templates', text: '<b>{{ x }}</b>\n\n## {{ x }}\n\n- {{ x }}\n' },
    { name: 'task boxes', text: '- [ ]\n- [x]\n- a\n' },
    { name: 'a mark alone', text: 'a\n\n-\n\nb\n\n*\n' },
    { name: 'an item with content below', text: '-\n  a\n- b\n\n1.\n\n   ```\n   a\n   ```\n2. b\n' },
    { name: 'comments', text: '- <!-- a -->\n- b\n\n## <!-- a -->\n\n<p><!-- a --></p>\n' },
    {
      name: 'code',
      text: '`<b></b>` `** **`\n\n```\n##\n-\n- a\n```\n\n<pre><code><span></span>a</code></pre>\n',
    },
    { name: 'rules', text: 'a\n\n****\n\n** **\n\n____\n' },
    { name: 'words with hidden letters', text: 'What the f**** is that, a 5**** hotel\n' },
    { name: 'escaped', text: 'a \\*\\*\\*\\* b\n' },
    { name: 'blanks to fill in', text: 'Name: ____ and ______ here\n' },
    { name: 'unbalanced marks', text: 'a **b ** ** c\n' },
    { name: 'HTML: signs mean nothing', text: '<p>a ** ** b</p>\n' },
    { name: 'HTML: line breaks', text: '<p>a<br><br>b</p>\n' },
    { name: 'HTML: emphasis over an image', text: '<em><img src="a.png"></em>\n' },
    { name: 'attributes', text: '<p class="spacer"></p>\n\n<li value="3"></li>\n' },
    { name: 'tags of one name, not a pair', text: '</b><b>a</b>\n' },
  ],
  invalid: [
    {
      text: 'a <strong> </strong>b\n',
      reports: [`1:3-1:21 ${formatting('<strong> </strong>')}`],
      fixed: 'a b\n',
    },
    {
      name: 'no words are joined',
      text: 'a<b> </b>b, c<i></i>d, e <em></em> f\n',
      reports: [
        `1:2-1:10 ${formatting('<b> </b>')}`,
        `1:14-1:21 ${formatting('<i></i>')}`,
        `1:26-1:35 ${formatting('<em></em>')}`,
      ],
      fixed: 'a b, cd, e f\n',
    },
    {
      name: 'on a line of its own',
      text: 'a\n\n<strong></strong>\n\nb\n',
      reports: [`3:1-3:18 ${formatting('<strong></strong>')}`],
      fixed: 'a\n\nb\n',
    },
    {
      name: 'signs',
      text: 'a **** b\n\nc ** ** d\n\ne __ __ f\n',
      reports: [
        `1:3-1:7 ${formatting('****')}`,
        `3:3-3:8 ${formatting('** **')}`,
        `5:3-5:8 ${formatting('__ __')}`,
      ],
      fixed: 'a b\n\nc d\n\ne f\n',
    },
    {
      name: 'signs at the end',
      text: '😀 a **** \n',
      reports: [`1:6-1:10 ${formatting('****')}`],
      fixed: '😀 a \n',
    },
    {
      name: 'headings',
      text: '##\n\na\n\n### ###\n\nb\n',
      reports: [`1:1-1:3 ${heading}`, `5:1-5:8 ${heading}`],
      fixed: 'a\n\nb\n',
    },
    {
      name: 'a heading in a quote',
      text: '> a\n>\n> ##\n>\n> b\n',
      reports: [`3:3-3:5 ${heading}`],
      fixed: '> a\n>\n> b\n',
    },
    {
      name: 'a blank line on one side alone stays',
      text: 'a\n\n##\nb\n\n<p>c</p>\n<h3></h3>\n\nd\n',
      reports: [`3:1-3:3 ${heading}`, `7:1-7:10 ${heading}`],
      fixed: 'a\n\nb\n\n<p>c</p>\n\nd\n',
    },
    {
      name: 'at the end of a post',
      text: 'a\n\n<h3></h3>\n',
      reports: [`3:1-3:10 ${heading}`],
      fixed: 'a\n',
    },
    {
      name: 'behind front matter',
      text: '---\ntitle: a\n---\n\n##\n\nb\n',
      reports: [`5:1-5:3 ${heading}`],
      fixed: '---\ntitle: a\n---\n\nb\n',
    },
    {
      name: 'no paragraphs are joined',
      text: 'a\n##\nb\n\n> c\n> ##\n> d\n',
      reports: [`2:1-2:3 ${heading}`, `6:3-6:5 ${heading}`],
      fixed: 'a\n\nb\n\n> c\n> \n> d\n',
    },
    {
      name: 'several in a row',
      text: 'a\n\n##\n\n<p> </p>\n \n###\n\nb\n',
      reports: [`3:1-3:3 ${heading}`, `5:1-5:9 ${paragraph}`, `7:1-7:4 ${heading}`],
      fixed: 'a\n\nb\n',
    },
    {
      name: 'nor is one parted',
      text: 'a\n<b></b>\nb\n',
      reports: [`2:1-2:8 ${formatting('<b></b>')}`],
      fixed: 'a\nb\n',
    },
    {
      name: 'the end of a tag on a line of its own is no quote',
      text: '<div\n  id="a"\n>\n<p></p>\n',
      reports: [`4:1-4:8 ${paragraph}`],
      fixed: '<div\n  id="a"\n>\n',
    },
    {
      name: 'behind the end of a tag that begins a line',
      text: '<div\n  id="a"\n><p></p>\n</div>\n',
      reports: [`3:2-3:9 ${paragraph}`],
      fixed: '<div\n  id="a"\n>\n</div>\n',
    },
    {
      name: 'more items in a row than fixing makes passes',
      text: `- a\n${'-\n'.repeat(12)}- b\n`,
      reports: Array.from({ length: 12 }, (_, index) => `${index + 2}:1-${index + 2}:2 ${item}`),
      fixed: '- a\n- b\n',
    },
    { name: 'items', text: '- a\n-\n- b\n', reports: [`2:1-2:2 ${item}`], fixed: '- a\n- b\n' },
    {
      name: 'items with numbers',
      text: '1. a\n2. \n3. b\n',
      reports: [`2:1-2:3 ${item}`],
      fixed: '1. a\n3. b\n',
    },
    {
      name: 'the last item',
      text: 'Hi.\n\n* a\n* \n\nb\n',
      reports: [`4:1-4:2 ${item}`],
      fixed: 'Hi.\n\n* a\n\nb\n',
    },
    {
      name: 'a nested item',
      text: '- a\n  - b\n  -\n- c\n',
      reports: [`3:3-3:4 ${item}`],
      fixed: '- a\n  - b\n- c\n',
    },
    {
      name: 'no fix: the text below would become part of the item above',
      text: '- a\n-\n\n  b\n',
      reports: [`2:1-2:2 ${item}`],
    },
    { name: 'no fix: the text below would run on', text: '- a\n-\nb\n', reports: [`2:1-2:2 ${item}`] },
    {
      name: 'HTML paragraphs',
      text: '<div><p>a</p><p> </p><p><br></p><p>b</p></div>\n',
      reports: [`1:14-1:22 ${paragraph}`, `1:22-1:33 ${paragraph}`],
      fixed: '<div><p>a</p><p>b</p></div>\n',
    },
    {
      name: 'HTML lines',
      text: '<p>a</p>\n<p></p>\n<p>b</p>\n',
      reports: [`2:1-2:8 ${paragraph}`],
      fixed: '<p>a</p>\n<p>b</p>\n',
    },
    {
      name: 'HTML headings and items',
      text: '<h2></h2><ul><li>a</li><li></li></ul>\n',
      reports: [`1:1-1:10 ${heading}`, `1:24-1:33 ${item}`],
      fixed: '<ul><li>a</li></ul>\n',
    },
    {
      name: 'HTML lists, anchors, spans',
      text: '<p>a <a></a><span></span>b</p><ul></ul>\n',
      reports: [
        `1:6-1:13 ${element('<a></a>')}`,
        `1:13-1:26 ${element('<span></span>')}`,
        `1:31-1:40 ${element('<ul></ul>')}`,
      ],
      fixed: '<p>a b</p>\n',
    },
    {
      name: 'one in another',
      text: '<p>a</p>\n<p><b></b></p>\n',
      reports: [`2:4-2:11 ${formatting('<b></b>')}`],
      fixed: '<p>a</p>\n',
    },
  ],
});
