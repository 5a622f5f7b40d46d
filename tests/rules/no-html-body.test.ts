import rule from '../../src/rules/no-html-body.ts';
import { testRule } from '../../src/testing.ts';

const html = (share = 100) =>
  `Most of this post (${share} %) is raw HTML that Markdown can say as well: convert it to Markdown.`;
const long = 'We met in the old town hall and talked about looms. '.repeat(5).trim();
const p = `<p>${long}</p>`;
const pairs = `${p}\n<p>More.</p>`;

testRule(rule, {
  valid: [
    { text: `${long}\n\n${long}\n` },
    { name: 'less than half', text: `${long}\n\n${long}\n\n${pairs}\n` },
    { name: 'short', text: '<div><p>We met.</p><p>It was fun.</p></div>\n' },
    { name: 'one element', text: `${p}\n` },
    { name: 'links and marks in Markdown', text: `<b>a</b> <i>b</i> <a href="/c">c</a> ${long}\n` },
    { name: 'details', text: `<details><summary>More</summary>${pairs}</details>\n` },
    { name: 'figures', text: `<figure><img src="a.png"><figcaption>${long}</figcaption></figure>${pairs}\n` },
    { name: 'embeds', text: `${pairs}<iframe src="/v"></iframe>\n` },
    { name: 'components', text: `<Note>${pairs}</Note>\n` },
    { name: 'web components', text: `<my-note>${pairs}</my-note>\n` },
    { name: 'styles', text: `<style>p { color: red }</style>\n\n${pairs}\n` },
    { name: 'forms', text: `${pairs}<form><input><button>Go</button></form>\n` },
    {
      name: 'cells over columns',
      text: `<table><tr><td colspan="2">${long}</td></tr><tr><td>a</td><td>b</td></tr></table>\n`,
    },
    {
      name: 'cells over rows',
      text: `<table><tr><td rowspan="2">${long}</td></tr><tr><td>a</td><td>b</td></tr></table>\n`,
    },
    { name: 'subscript', text: `${pairs}<p>H<sub>2</sub>O</p>\n` },
    { name: 'sections', text: `<section>${pairs}</section>\n` },
    { name: 'video', text: `${pairs}<video src="v.mp4"></video>\n` },
    { name: 'vector images', text: `${pairs}<svg><path d="M0"/></svg>\n` },
    { name: 'comments', text: `<!-- ${pairs} -->\n` },
    { name: 'code', text: `\`\`\`\n${pairs}\n\`\`\`\n` },
    { name: 'Markdown between tags', text: `<div>\n\n${long}\n\n</div>\n\n<div>\n\n${long}\n\n</div>\n` },
    { name: 'empty tags', text: '<p></p><p></p><p></p>\n' },
    { name: 'front matter alone', text: '---\ntitle: "<p>a</p>"\n---\n' },
    { name: 'a small table', text: `${long}\n\n<table><tr><td>a</td><td>b</td></tr></table>\n` },
    { name: 'abbreviations', text: `${pairs}<p><abbr title="a">b</abbr></p>\n` },
  ],
  invalid: [
    {
      name: 'end tags alone: it is told where the first one stands',
      text: `${'</div>\nWe met in the old town hall and talked about looms.\n\n'.repeat(8)}`,
      reports: [`1:1-1:7 ${html()}`],
    },
    { text: `${pairs}\n`, reports: [`1:1-1:4 ${html()}`] },
    {
      name: 'one line',
      text: `<div>${p}<h2>Loom</h2><ul><li>a</li></ul><img src="a.png"></div>\n`,
      reports: [`1:1-1:6 ${html()}`],
    },
    { name: 'front matter', text: `---\ntitle: Report\n---\n${pairs}\n`, reports: [`4:1-4:4 ${html()}`] },
    {
      name: 'a little Markdown before',
      text: `Hello 😀 and welcome.\n\n<b>Loom</b> it is.\n\n${pairs}\n`,
      reports: [`5:1-5:4 ${html(89)}`],
    },
    {
      name: 'a little Markdown behind',
      text: `${pairs}\n\n## Loom\n\nNew.\n`,
      reports: [`1:1-1:4 ${html(97)}`],
    },
    {
      name: 'tables',
      text: `<table><tr><th>a</th><th>b</th></tr><tr><td>${long}</td><td>b</td></tr></table>\n`,
      reports: [`1:1-1:8 ${html()}`],
    },
    {
      name: 'links, marks, breaks',
      text: `<p>${long}<br><a href="/a"><u>a</u></a> <strong>b</strong> <em>c</em></p>\n`,
      reports: [`1:1-1:4 ${html()}`],
    },
    { name: 'upper case', text: `<P>${long}</P><H2>Loom</H2>\n`, reports: [`1:1-1:4 ${html()}`] },
    { name: 'unclosed', text: `<p>${long}<p>b<p>c<p>d\n`, reports: [`1:1-1:4 ${html()}`] },
    {
      name: 'end tags alone',
      text: `</div>${long}</p></p></p>\n`,
      reports: [`1:1-1:7 ${html()}`],
    },
    { name: 'quotes', text: `<blockquote>${pairs}</blockquote>\n`, reports: [`1:1-1:13 ${html()}`] },
    { name: 'lists', text: `<ul>\n<li>${long}</li>\n<li>b</li>\n</ul>\n`, reports: [`1:1-1:5 ${html()}`] },
    {
      name: 'entities',
      text: `<div class="body"><p>&nbsp;</p>${p}</div>\n`,
      reports: [`1:1-1:19 ${html()}`],
    },
    { name: 'code', text: `${p}<pre><code>x</code></pre>\n`, reports: [`1:1-1:4 ${html()}`] },
    { name: 'headings', text: `<h3>Loom</h3>\n${p}\n`, reports: [`1:1-1:5 ${html()}`] },
    {
      name: 'headings of Markdown',
      text: `### Loom\n\n${pairs}\n\n### Kiln\n\n${pairs}\n`,
      reports: [`3:1-3:4 ${html(98)}`],
    },
  ],
});
