import rule from '../../src/rules/no-empty-section.ts';
import { testRule } from '../../src/testing.ts';

const next = (heading: string) =>
  `Nothing stands below *${heading}* before the next heading: write the section, delete its heading, or give the headings that belong to it a lower level.`;
const end = (heading: string) =>
  `Nothing stands below *${heading}*, the last heading: write the section, or delete its heading.`;

testRule(rule, {
  valid: [
    { text: '## Events\n\nWe met.\n' },
    { name: 'a lower level', text: '# Report\n\n## Events\n\n### May\n\nWe met.\n' },
    { name: 'images', text: '## Events\n\n![hall](h.png)\n\n## Loom\n\n<img src="l.png">\n' },
    { name: 'template tags', text: '## Events\n\n{% include events.md %}\n\n## Loom\n\n{{< loom >}}\n' },
    { name: 'HTML', text: '## Events\n\n<div id="events"></div>\n\n## Loom\n\n<iframe src="/l"></iframe>\n' },
    { name: 'components', text: '## Events\n\n<Events />\n', path: 'post.mdx' },
    {
      name: 'code, tables, lists, rules',
      text: '## A\n\n```\n```\n\n## B\n\n| a |\n| --- |\n\n## C\n\n- x\n\n## D\n\n---\n',
    },
    { name: 'definitions', text: 'A[^1]\n\n## Notes\n\n[^1]: b\n\n## Links\n\n[a]: /a\n' },
    { name: 'anchors', text: '## Events\n\n<a name="events"></a>\n' },
    {
      name: 'markers in comments',
      text: '## Events\n\n<!-- events -->\n\n## Loom\n\n<!-- loom:start --><!-- loom:end -->\n',
    },
    {
      name: 'a table of contents',
      text: '# Contents\n\n# Table of contents\n\n# TOC\n\n# Events\n\nWe met.\n',
    },
    { name: 'what a generator fills', text: '## Events\n\nWe met.\n\n## References\n' },
    {
      name: 'a heading that is the text',
      text: '## No events this month.\n\n## Loom\n\nNew.\n\n## See you in May!\n',
    },
    { name: 'a heading that leads on', text: '## And then…\n\n## Loom\n\nNew.\n' },
    { name: 'a heading with a link', text: '## [Release 2.0](/2)\n\n## [Release 1.0](/1)\n' },
    { name: 'a heading with an image', text: '## ![hall](h.png)\n\n## Loom\n\nNew.\n' },
    { name: 'a heading with code', text: '## `loom`\n\n## Kiln\n\nNew.\n' },
    { name: 'an empty heading', text: '##\n\n## Loom\n\nNew.\n' },
    { name: 'quotes', text: '> ## Events\n\n## Loom\n\nNew.\n' },
    { name: 'a quote below', text: '## Events\n\n> ## May\n' },
    { name: 'no headings', text: 'Text.\n' },
    { name: 'HTML headings', text: '<div><h2>Events</h2><p>We met.</p><h2>Loom</h2>New.</div>\n' },
    { name: 'HTML: lower level', text: '<h1>Report</h1><h2>Events</h2><ul><li>May</li></ul>\n' },
    { name: 'HTML: an image', text: '<h2>Events</h2><img src="h.png" alt=""><h2>Loom</h2><p>New.</p>\n' },
    { name: 'directives', text: '## Events\n\n:::events\n:::\n' },
    { name: 'a second question', text: '## Who weaves? And who fires?\n\n## Loom\n\nNew.\n' },
  ],
  invalid: [
    { text: '## Events\n\n## Loom\n\nNew.\n', reports: [`1:4-1:10 ${next('Events')}`] },
    { name: 'at the end', text: '## Loom\n\nNew.\n\n## Events\n', reports: [`5:4-5:10 ${end('Events')}`] },
    {
      name: 'a higher level',
      text: '### Events\n\n## Loom\n\nNew.\n',
      reports: [`1:5-1:11 ${next('Events')}`],
    },
    {
      name: 'underlined',
      text: 'Events\n------\n\nLoom\n----\n\nNew.\n',
      reports: [`1:1-1:7 ${next('Events')}`],
    },
    {
      name: 'with marks and emoji before',
      text: 'Hi 😀\n\n## 😀 **Events**\n\n## Loom\n\nNew.\n',
      reports: [`3:4-3:17 ${next('😀 Events')}`],
    },
    {
      name: 'the last of a parent',
      text: '## Loom\n\n### Old\n\nx\n\n### Fresh\n\n## Kiln\n\ny\n',
      reports: [`7:5-7:10 ${next('Fresh')}`],
    },
    {
      name: 'a comment in sentences',
      text: '## Events\n\n<!-- add the events of this month here -->\n\n## Loom\n\nNew.\n',
      reports: [`1:4-1:10 ${next('Events')}`],
    },
    {
      name: 'a comment in sentences at the end',
      text: '## Events\n\n<!-- add the events of this month here -->\n',
      reports: [`1:4-1:10 ${end('Events')}`],
    },
    {
      name: 'two and the end',
      text: '## A\n\n## B\n\n## C\n',
      reports: [`1:4-1:5 ${next('A')}`, `3:4-3:5 ${next('B')}`, `5:4-5:5 ${end('C')}`],
    },
    {
      name: 'front matter',
      text: '---\ntitle: Report\n---\n\n## Events\n',
      reports: [`5:4-5:10 ${end('Events')}`],
    },
    {
      name: 'titles one after the other',
      text: '# Report\n\n# Events\n\nWe met.\n',
      reports: [`1:3-1:9 ${next('Report')}`],
    },
    {
      name: 'HTML',
      text: '<h2>Events</h2><h2>Loom</h2><p>New.</p>\n',
      reports: [`1:5-1:11 ${next('Events')}`],
    },
    {
      name: 'HTML at the end',
      text: '<div><h2>Loom</h2><p>New.</p><h2 id="e">Events &amp; more</h2></div>\n',
      reports: [`1:41-1:58 ${end('Events & more')}`],
    },
    {
      name: 'HTML and Markdown',
      text: '<h2>Events</h2>\n\n## Loom\n\nNew.\n',
      reports: [`1:5-1:11 ${next('Events')}`],
    },
    {
      name: 'one question',
      text: '## What is next?\n\n## Loom\n\nNew.\n',
      reports: [`1:4-1:17 ${next('What is next?')}`],
    },
    {
      name: 'a break at the end',
      text: '## Events <br>\n\n## **Loom**<br /> <br>\n\n<h2>Kiln <br></h2><h2>Wool</h2>New.\n',
      reports: [`1:4-1:10 ${next('Events')}`, `3:4-3:12 ${next('Loom')}`, `5:5-5:9 ${next('Kiln')}`],
    },
  ],
});
